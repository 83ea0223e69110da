"""The pace under every reading of the target's period: "tot 2030" is nine, ten or eleven years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from woonplan.calc.gap.room import room_held
from woonplan.calc.number.bounds import perhaps
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.ratios import share
from woonplan.calc.number.sums import added, subtracted, together
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.period import Period
from woonplan.calc.view import View, answer
from woonplan.calc.years.horizon import coming, coming_years
from woonplan.calc.years.pace import HORIZON, SUFFIX, Tempo, tempo
from woonplan.calc.years.trajectory import SHOWN, Trajectory, trajectory
from woonplan.model.base import first_day
from woonplan.model.control import Planklasse
from woonplan.model.number import NOTHING, exactly
from woonplan.model.source import Provenance
from woonplan.model.stand import inherit
from woonplan.model.target import SoortUitspraak, Telling

NOT_YET = given("gerealiseerd", "nog niets van de periode verstreken", NOTHING)


@dataclass(frozen=True, slots=True)
class Lezing:
    """The pace under one reading of the target's period."""

    telling: Telling
    periode: Figure
    """The whole years of the period, and where it is stated."""
    over: Figure
    """The years of the period from the reference date on."""
    jaren: int
    verstreken: int
    """Whole years of the period before the reference date."""
    gerealiseerd: Figure | None
    bij_tempo: Figure | None
    """What the pace that the source itself states comes to over these years; None when it states none."""
    tempo: Tempo
    horizon: int
    """Coming years that the requirement is for: five, or what is left of the period."""
    komend: Period | None = None
    """Those years; None when the period has ended."""

    @property
    def resterend(self) -> int:
        """Years of the period from the reference date on."""
        return self.jaren - self.verstreken


@answer
def paces(view: View) -> tuple[Lezing, ...]:
    """Return the pace under every reading of the target's period, in the order of the register.

    Empty without a target. Supplies (`hard`, `hard_en_zacht`) are those of the trajectory and its balance, so only the
    reading that was asked for has them: another period may hold other homes.
    """
    found = trajectory(view)
    if view.opgave is None or found.balance.doel is None:
        return ()
    doel = found.balance.doel.figure
    return tuple(_lezing(view, found, doel, telling) for telling in view.opgave.tellingen if telling.jaren > 0)


def _lezing(view: View, found: Trajectory, doel: Figure, telling: Telling) -> Lezing:
    period = Period.of(telling)
    done = delivered(view.dataset, view.gemeenten, period)
    today = first_day(view.dataset.stand.kop.peildatum)
    elapsed = len(period.elapsed(today)[0])
    years, over = _years(view, telling, elapsed)
    horizon = min(HORIZON, telling.jaren - elapsed)
    soon = coming_years(period, today, horizon)
    aanbod: Mapping[str, Figure] = {}
    komend: Mapping[str, Figure] = {}
    if telling is view.telling:
        aanbod = _supplies(view.sums.hard, view.sums.samen)
        komend = _coming(view, found, soon) if soon else {}
    buffer, held = view.question.buffer, room_held(view, view.areas)
    pace = tempo(doel, telling.jaren, elapsed, done or NOT_YET, aanbod, komend, buffer=buffer, met_ruimere=held)
    own = _stated(view, telling)
    return Lezing(telling, years, over, telling.jaren, elapsed, done, own, pace, horizon, soon)


def _supplies(hard: Figure, samen: Sequence[Figure], suffix: str = "") -> dict[str, Figure]:
    both = added(f"hard_en_zacht{suffix}", "hard + zacht", samen)
    return {"hard": hard, "hard_en_zacht": both}


def _coming(view: View, found: Trajectory, years: Period) -> dict[str, Figure]:
    """Return what of the supplies comes in the coming years."""
    sure = {klasse: coming(klasse, found.gepland, years, view.nothing_of(klasse)) for klasse in SHOWN}
    open_ = sure[Planklasse.ONBEKEND]
    maybe = [] if open_.low.zero and not open_.low.missing else [perhaps("status_open", open_.label, open_)]
    hard = sure[Planklasse.HARD]
    if maybe:
        hard = together(hard.name, hard.label, [hard._replace(name=f"{hard.name}_zeker"), *maybe])
    return _supplies(hard, [hard if not maybe else sure[Planklasse.HARD], sure[Planklasse.ZACHT], *maybe], f"_{SUFFIX}")


def _years(view: View, telling: Telling, elapsed: int) -> tuple[Figure, Figure]:
    """Return the years of a period, and those of them that are left, with where their dates stand."""
    dataset, opgave, origin = view.dataset, view.opgave, None
    if opgave is not None:
        path = ("opgaven", dataset.gebied.opgaven.index(opgave), "tellingen", opgave.tellingen.index(telling))
        origin = Origin(inherit(opgave), telling.id, path, dataset.gebied_invoer.bestand)
    label = f"hele jaren van {telling.van} tot {telling.tot}"
    whole = given("jaren", label, exactly(telling.jaren), origin)
    peildatum = dataset.stand.kop.peildatum
    day = Origin(Provenance(), "peildatum", ("peildatum",), dataset.stand.delen[0].invoer.bestand)
    past = given("verstreken", f"hele jaren van {telling.van} tot {peildatum}", exactly(elapsed), day)
    return whole, subtracted("rest_jaren", "jaren over", whole, past)


def chosen(view: View) -> Lezing | None:
    """Return the pace under the reading that is asked for; None without a target."""
    return next((lezing for lezing in paces(view) if lezing.telling is view.telling), None)


def _stated(view: View, telling: Telling) -> Figure | None:
    found = None if view.question.gemeenten else view.stated(SoortUitspraak.TEMPO)
    years = (telling.jaren, 1)
    return share("tempo_periode", f"tempo x {telling.jaren} jaar", found.figure, years) if found else None
