"""The pace under every reading of the target's period: "tot 2030" is nine, ten or eleven years (inventory 1.6, I08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from woonplan.calc.delivered import delivered
from woonplan.calc.demand import region, stated
from woonplan.calc.figure import Figure, Origin, added, given, share, subtracted
from woonplan.calc.horizon import coming, coming_years
from woonplan.calc.measure import NOTHING, Measure
from woonplan.calc.pace import HORIZON, NO_BUFFER, SUFFIX, Tempo, tempo
from woonplan.calc.period import Period
from woonplan.calc.question import Question
from woonplan.calc.trajectory import Trajectory
from woonplan.model.base import first_day
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.homes import exactly
from woonplan.model.source import Provenance
from woonplan.model.stand import inherit
from woonplan.model.target import Opgavenset, SoortUitspraak, Telling

NOT_YET = NOTHING.named("gerealiseerd", "nog niets van de periode verstreken")


@dataclass(frozen=True, slots=True)
class Lezing:
    """The pace under one reading of the target's period, at its low and high end."""

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
    ends: tuple[Tempo, Tempo]
    horizon: int
    """Coming years that the requirement is for: five, or what is left of the period."""
    komend: Period | None = None
    """Those years; None when the period has ended."""

    @property
    def resterend(self) -> int:
        """Years of the period from the reference date on."""
        return self.over.low.interval.low or 0


def paces(
    dataset: Dataset, question: Question, found: Trajectory, *, buffer: Fraction = NO_BUFFER
) -> tuple[Lezing, ...]:
    """Return the pace under every reading of the target's period, in the order of the register.

    Empty without a target. Supplies (`hard`, `hard_en_zacht`) are those of the trajectory and its balance, so only the
    reading that was asked for has them: another period may hold other homes.
    """
    opgave, doel = found.balance.opgave, found.balance.doel
    if opgave is None or doel is None:
        return ()
    return tuple(
        _lezing(dataset, question, found, telling, buffer) for telling in opgave.tellingen if telling.jaren > 0
    )


def _lezing(dataset: Dataset, question: Question, found: Trajectory, telling: Telling, buffer: Fraction) -> Lezing:
    balance = found.balance
    period = Period.of(telling)
    names = question.gemeenten or tuple(g.naam for g in dataset.gebied.gemeenten)
    done = delivered(dataset, tuple(g for g in dataset.gebied.gemeenten if g.naam in names), period)
    today = first_day(dataset.stand.kop.peildatum)
    elapsed = len(period.elapsed(today)[0])
    years, over = _years(dataset, balance.opgave, telling, elapsed)
    horizon = min(HORIZON, over.low.interval.low or 0)
    soon = coming_years(period, today, horizon)
    aanbod: Mapping[str, Figure] = {}
    komend: Mapping[str, Figure] = {}
    if telling is balance.telling:
        aanbod = _supplies(balance.sums.hard, balance.sums.zacht)
        komend = _coming(found, soon) if soon else {}
    ends = []
    for end in (0, 1):
        doel = Measure.end_of(balance.doel.figure, end) if balance.doel else NOTHING
        gerealiseerd = Measure.end_of(done, end) if done else NOT_YET
        supplies, part = (
            {name: Measure.end_of(figure, end) for name, figure in figures.items()} for figures in (aanbod, komend)
        )
        ends.append(tempo(doel, telling.jaren, elapsed, gerealiseerd, supplies, part, buffer=buffer))
    own = _stated(dataset, balance.opgave, question, telling)
    return Lezing(telling, years, over, telling.jaren, elapsed, done, own, (ends[0], ends[1]), horizon, soon)


def _supplies(hard: Figure, zacht: Figure, suffix: str = "") -> dict[str, Figure]:
    both = added(f"hard_en_zacht{suffix}", "hard + zacht", [hard, zacht], keep_blank=True)
    return {"hard": hard, "hard_en_zacht": both}


def _coming(found: Trajectory, years: Period) -> dict[str, Figure]:
    """Return what of the supplies comes in the coming years."""
    silent = found.balance.sums.zonder_plannen
    hard, zacht = (coming(klasse, found.gepland, years, silent) for klasse in (Planklasse.HARD, Planklasse.ZACHT))
    return _supplies(hard, zacht, f"_{SUFFIX}")


def _years(dataset: Dataset, opgave: Opgavenset | None, telling: Telling, elapsed: int) -> tuple[Figure, Figure]:
    """Return the years of a period, and those of them that are left, with where their dates stand."""
    origin = None
    if opgave is not None:
        path = ("opgaven", dataset.gebied.opgaven.index(opgave), "tellingen", opgave.tellingen.index(telling))
        origin = Origin(inherit(opgave), telling.id, path, dataset.gebied_invoer.bestand)
    label = f"hele jaren van {telling.van} tot {telling.tot}"
    whole = given("jaren", label, exactly(telling.jaren), origin)
    peildatum = dataset.stand.kop.peildatum
    day = Origin(Provenance(), "peildatum", ("peildatum",), dataset.stand.delen[0].invoer.bestand)
    past = given("verstreken", f"hele jaren van {telling.van} tot {peildatum}", exactly(elapsed), day)
    return whole, subtracted("rest_jaren", "jaren over", whole, past)


def chosen(found: Trajectory, lezingen: Sequence[Lezing]) -> Lezing | None:
    """Return the pace under the reading that the trajectory is of; None without a target."""
    return next((lezing for lezing in lezingen if lezing.telling is found.balance.telling), None)


def _stated(dataset: Dataset, opgave: Opgavenset | None, question: Question, telling: Telling) -> Figure | None:
    if opgave is None or question.gemeenten:
        return None
    found = stated(dataset, opgave, SoortUitspraak.TEMPO, region(dataset), question.uitspraken)
    years = (telling.jaren, 1)
    return share("tempo_periode", f"tempo x {telling.jaren} jaar", found.figure, years) if found else None
