"""The pace that a target asks for: homes a year, backlog and how it is recovered, years of supply, coverage.

Everything is exact; nothing is rounded here. The arithmetic is that of the five-year housing land supply:
requirement = pace x years + backlog, times 1 + buffer. A buffer is never applied unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from woonplan.calc.gap.room import without_room
from woonplan.calc.number.bounds import at_least_zero
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.ratios import quotient, times
from woonplan.calc.number.sums import added, subtracted
from woonplan.calc.question import NO_BUFFER

HORIZON = 5
"""Years that a supply is held against, and in which backlog is recovered at the soonest."""

SUFFIX = "komende_jaren"
"""What the names of the supplies of the coming years end with."""


class Inhaal(StrEnum):
    """How backlog is recovered."""

    VIJF_JAAR = "vijf_jaar"
    """All of it within five years ("Sedgefield")."""
    REST = "rest"
    """Evenly over the rest of the period ("Liverpool")."""


@dataclass(frozen=True, slots=True)
class Planvoorraad:
    """What a supply means; None where there is nothing left to hold it against."""

    jaren: Figure | None
    """The supply divided by the requirement a year of the coming five years; None when the period has ended."""
    dekking: Figure
    """Delivered and supply divided by the target (1 is 100%)."""
    komende_jaren: Figure | None = None
    """What of the supply comes in the coming years, divided by that same requirement; None when the period has ended.
    """


@dataclass(frozen=True, slots=True)
class Tempo:
    """The pace that a target asks for, at both ends of it; homes, or homes a year."""

    opgave: Figure
    per_jaar: Figure
    nodig: Figure
    """What should have been delivered by now at an even pace."""
    stand: Figure
    """Delivered minus what should have been: below 0 is backlog."""
    rest: Figure
    """What is left of the target after what was delivered."""
    rest_per_jaar: Figure | None
    """What is left, a year; None when the period has ended."""
    inhalen: Mapping[Inhaal, Figure] = field(default_factory=dict)
    """Homes a year in the coming years (five, or what is left) with backlog recovered; without buffer."""
    vereist: Figure | None = None
    """Requirement of the coming years together, with backlog recovered and the buffer."""
    planvoorraad: Mapping[str, Planvoorraad] = field(default_factory=dict)
    """By name of the supply."""
    jaren: int = 1
    """Years of the period."""

    def nodig_na(self, years: int) -> Figure:
        """Return what an even pace asks for (homes) after a number of years of the period; at most all of it."""
        part = Fraction(min(years, self.jaren), self.jaren)
        return times("cumulatief_nodig", f"nodig na {years} jaar bij een gelijk tempo", self.opgave, part)


def tempo(
    opgave: Figure,
    jaren: int,
    verstreken: int,
    gerealiseerd: Figure,
    aanbod: Mapping[str, Figure] | None = None,
    komend: Mapping[str, Figure] | None = None,
    *,
    buffer: Fraction = NO_BUFFER,
    met_ruimere: Figure | None = None,
) -> Tempo:
    """Return the pace that a target asks for.

    Args:
        opgave: The target, in homes over the whole period.
        jaren: Years of the period, at least 1.
        verstreken: Of those, the years before the reference date (0 to ``jaren``).
        gerealiseerd: Homes delivered in the years before the reference date.
        aanbod: Supplies by name, in homes: all capacity, whenever it comes.
        komend: By the same names, the homes of those supplies that come in the coming years.
        buffer: Room for plans that fail, as a share of the requirement: 5% is ``Fraction(5, 100)``, 130% is 30/100.
        met_ruimere: The part of the target that holds such room already, in homes; the buffer is not for it.
    """
    rest_jaren = jaren - verstreken
    per_jaar = times("per_jaar", "nodig per jaar", opgave, Fraction(1, jaren))
    nodig = times("nodig_tot_peildatum", "nodig tot de peildatum", per_jaar, verstreken)
    rest = subtracted("rest", "rest van de opgave", opgave, gerealiseerd)
    stand = subtracted("stand", "voor of achter op schema", gerealiseerd, nodig)
    found = Tempo(opgave, per_jaar, nodig, stand, rest, None, jaren=jaren)
    pace = None
    if rest_jaren > 0:
        label = "nodig tot de peildatum, zonder wat is opgeleverd"
        achter = subtracted("achter", label, nodig, gerealiseerd)
        achterstand = at_least_zero("achterstand", "achterstand", achter)
        years = min(HORIZON, rest_jaren)
        needed = {way: requirement(per_jaar, achterstand, years, rest_jaren, way) for way in Inhaal}
        vereist = needed[Inhaal.VIJF_JAAR]
        if buffer:
            vereist = _with_buffer(vereist, buffer, opgave, met_ruimere)
        pace = _a_year("vereist_per_jaar", "vereist per jaar", vereist, years)
        found = replace(
            found,
            rest_per_jaar=_a_year("rest_per_jaar", "rest per jaar", rest, rest_jaren),
            inhalen={
                way: _a_year(f"inhalen_{way}", "per jaar, achterstand ingehaald", homes, years)
                for way, homes in needed.items()
            },
            vereist=vereist,
        )
    need = opgave
    if buffer:
        # What stands can no longer fail: room for plans that do is asked of what is still to come.
        rest_te_gaan = at_least_zero("rest_te_gaan", "rest van de opgave, minstens 0", rest)
        liable = without_room(rest_te_gaan, opgave, met_ruimere)
        extra = times("buffer", "buffer over de rest van de opgave", liable, buffer)
        need = added("opgave_met_buffer", "opgave, met buffer over de rest", [opgave, extra])
    soon = komend or {}
    return replace(
        found,
        planvoorraad={
            name: Planvoorraad(
                _lasts(name, supply, pace),
                _covers(name, _have(gerealiseerd, supply), need),
                _lasts(f"{name}_{SUFFIX}", soon.get(name), pace),
            )
            for name, supply in (aanbod or {}).items()
        },
    )


def _with_buffer(needed: Figure, buffer: Fraction, opgave: Figure, met_ruimere: Figure | None) -> Figure:
    name, label = "vereist", "vereist in de komende jaren, met buffer"
    if met_ruimere is None:
        return times(name, label, needed, 1 + buffer)
    extra = times("buffer_komend", "buffer", without_room(needed, opgave, met_ruimere), buffer)
    return added(name, label, [needed, extra])


def _a_year(name: str, label: str, needed: Figure, years: int) -> Figure:
    return times(name, label, needed, Fraction(1, years))


def _have(gerealiseerd: Figure, supply: Figure) -> Figure:
    return added("beschikbaar", "opgeleverd en plancapaciteit", [gerealiseerd, supply])


def _lasts(name: str, supply: Figure | None, pace: Figure | None) -> Figure | None:
    if supply is None or pace is None:
        return None
    return quotient(f"jaren_{name}", "jaren voorraad", supply, pace)


def _covers(name: str, have: Figure, need: Figure) -> Figure:
    return quotient(f"dekking_{name}", "dekking van de opgave", have, need)


def requirement(per_jaar: Figure, achterstand: Figure, years: int, rest: int, inhaal: Inhaal) -> Figure:
    """Return the homes that the coming ``years`` ask for, of the ``rest`` years left, backlog included."""
    soon = times("nodig_komend", f"nodig in de komende {years} jaar", per_jaar, years)
    if inhaal is Inhaal.REST:
        label = f"achterstand die de komende {years} jaar wordt ingehaald"
        achterstand = times("achterstand_komend", label, achterstand, Fraction(years, rest))
    label = f"vereist in de komende {years} jaar"
    return added(f"vereist_{inhaal}", label, [soon, achterstand])
