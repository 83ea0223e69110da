"""The pace under every reading of the target's period: "tot 2030" is nine, ten or eleven years (inventory 1.6, I08)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from woonplan.calc.delivered import delivered
from woonplan.calc.demand import region, stated
from woonplan.calc.figure import Figure, added, share
from woonplan.calc.gap import Balance
from woonplan.calc.measure import NOTHING, Measure
from woonplan.calc.pace import HORIZON, NO_BUFFER, Tempo, tempo
from woonplan.calc.period import Period
from woonplan.calc.question import Question
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.target import Opgavenset, SoortUitspraak, Telling


@dataclass(frozen=True, slots=True)
class Lezing:
    """The pace under one reading of the target's period, at its low and high end."""

    telling: Telling
    jaren: int
    verstreken: int
    """Whole years of the period before the reference date."""
    gerealiseerd: Figure | None
    bij_tempo: Figure | None
    """What the pace that the source itself states comes to over these years; None when it states none."""
    ends: tuple[Tempo, Tempo]
    horizon: int
    """Coming years that the requirement is for: five, or what is left of the period."""

    @property
    def resterend(self) -> int:
        """Years of the period from the reference date on."""
        return self.jaren - self.verstreken


def paces(
    dataset: Dataset, question: Question, balance: Balance, *, buffer: Fraction = NO_BUFFER
) -> tuple[Lezing, ...]:
    """Return the pace under every reading of the target's period, in the order of the register.

    Empty without a target. Supplies (`hard`, `hard_en_zacht`) are those of the balance, so only the reading that was
    asked for has them: another period may hold other homes.
    """
    opgave, doel = balance.opgave, balance.doel
    if opgave is None or doel is None:
        return ()
    return tuple(
        _lezing(dataset, question, balance, telling, buffer) for telling in opgave.tellingen if telling.jaren > 0
    )


def _lezing(dataset: Dataset, question: Question, balance: Balance, telling: Telling, buffer: Fraction) -> Lezing:
    period = Period.of(telling)
    names = question.gemeenten or tuple(g.naam for g in dataset.gebied.gemeenten)
    done = delivered(dataset, tuple(g for g in dataset.gebied.gemeenten if g.naam in names), period)
    elapsed = len(period.elapsed(first_day(dataset.stand.kop.peildatum))[0])
    aanbod: Mapping[str, Figure] = {}
    if telling is balance.telling:
        sums = balance.sums
        both = added("hard_en_zacht", "hard + zacht", [sums.hard, sums.zacht], keep_blank=True)
        aanbod = {"hard": sums.hard, "hard_en_zacht": both}
    ends = []
    for end in (0, 1):
        doel = Measure.of(balance.doel.figure.ends[end]) if balance.doel else NOTHING
        gerealiseerd = Measure.of(done.ends[end]) if done else NOTHING
        supplies = {name: Measure.of(figure.ends[end]) for name, figure in aanbod.items()}
        ends.append(tempo(doel, telling.jaren, elapsed, gerealiseerd, supplies, buffer=buffer))
    left = telling.jaren - elapsed
    own = _stated(dataset, balance.opgave, question, telling)
    return Lezing(telling, telling.jaren, elapsed, done, own, (ends[0], ends[1]), min(HORIZON, left))


def _stated(dataset: Dataset, opgave: Opgavenset | None, question: Question, telling: Telling) -> Figure | None:
    if opgave is None or question.gemeenten:
        return None
    found = stated(dataset, opgave, SoortUitspraak.TEMPO, region(dataset), question.uitspraken)
    years = (telling.jaren, 1)
    return share("tempo_periode", f"tempo x {telling.jaren} jaar", found.figure, years) if found else None
