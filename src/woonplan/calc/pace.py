"""The pace that a target asks for: homes a year, backlog and how it is recovered, years of supply, coverage.

Everything is exact; nothing is rounded here. The arithmetic is that of the five-year housing land supply (domain 5):
requirement = pace x years + backlog, times 1 + buffer. A buffer is never applied unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from woonplan.calc.measure import NOTHING, Measure

HORIZON = 5
"""Years that a supply is held against, and in which backlog is recovered at the soonest."""

NO_BUFFER = Fraction(0)


class Inhaal(StrEnum):
    """How backlog is recovered."""

    VIJF_JAAR = "vijf_jaar"
    """All of it within five years ("Sedgefield")."""
    REST = "rest"
    """Evenly over the rest of the period ("Liverpool")."""


@dataclass(frozen=True, slots=True)
class Voorraad:
    """What a supply means at one end of the target; None where there is nothing left to hold it against."""

    jaren: Measure | None
    """Years of supply: the supply divided by the requirement a year of the coming five years."""
    dekking: Measure | None
    """Delivered and supply as a share of the target (1 is 100%)."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """The pace at one end of the target; homes, or homes a year."""

    opgave: Measure
    per_jaar: Measure
    nodig: Measure
    """What should have been delivered by now at an even pace."""
    stand: Measure
    """Delivered minus what should have been: below 0 is backlog."""
    rest: Measure
    """What is left of the target after what was delivered."""
    rest_per_jaar: Measure | None
    """What is left, a year; None when the period has ended."""
    inhalen: Mapping[Inhaal, Measure] = field(default_factory=dict)
    """Homes a year in the coming years (five, or what is left) with backlog recovered; without buffer."""
    vereist: Measure | None = None
    """Requirement of the coming years together, with backlog recovered and the buffer."""
    voorraad: Mapping[str, Voorraad] = field(default_factory=dict)
    """By name of the supply."""


def tempo(
    opgave: Measure,
    jaren: int,
    verstreken: int = 0,
    gerealiseerd: Measure = NOTHING,
    aanbod: Mapping[str, Measure] | None = None,
    *,
    buffer: Fraction = NO_BUFFER,
    inhaal: Inhaal = Inhaal.VIJF_JAAR,
) -> Tempo:
    """Return the pace that one end of a target asks for.

    Args:
        opgave: The target, in homes over the whole period.
        jaren: Years of the period, at least 1.
        verstreken: Of those, the years before the reference date (0 to ``jaren``).
        gerealiseerd: Homes delivered in the years before the reference date.
        aanbod: Supplies by name, in homes.
        buffer: Room for plans that fail, as a share of the requirement: 5% is ``Fraction(5, 100)``, 130% is 30/100.
        inhaal: How backlog is recovered in the requirement that a supply is held against.
    """
    rest_jaren = jaren - verstreken
    per_jaar = opgave.times(Fraction(1, jaren))
    nodig = per_jaar.times(verstreken)
    rest = opgave - gerealiseerd
    stand = gerealiseerd - nodig
    found = Tempo(opgave, per_jaar, nodig, stand, rest, None)
    if rest_jaren > 0:
        achterstand = (nodig - gerealiseerd).at_least_zero()
        years = min(HORIZON, rest_jaren)
        needed = {way: requirement(per_jaar, achterstand, years, rest_jaren, way) for way in Inhaal}
        found = replace(
            found,
            rest_per_jaar=rest.times(Fraction(1, rest_jaren)),
            inhalen={way: homes.times(Fraction(1, years)) for way, homes in needed.items()},
            vereist=needed[inhaal].times(1 + buffer),
        )
    supplies = (aanbod or {}).items()
    return replace(
        found,
        voorraad={
            name: Voorraad(
                years_of_supply(supply, found.vereist, min(HORIZON, rest_jaren)) if found.vereist else None,
                coverage(gerealiseerd + supply, opgave.times(1 + buffer)),
            )
            for name, supply in supplies
        },
    )


def requirement(per_jaar: Measure, achterstand: Measure, years: int, rest: int, inhaal: Inhaal) -> Measure:
    """Return the homes that the coming ``years`` ask for, of the ``rest`` years left, backlog included."""
    part = Fraction(1) if inhaal is Inhaal.VIJF_JAAR else Fraction(years, rest)
    return per_jaar.times(years) + achterstand.times(part)


def years_of_supply(supply: Measure, needed: Measure, years: int) -> Measure | None:
    """Return for how many years a supply lasts at the pace of ``needed`` homes in ``years`` years; None at 0."""
    return supply.over(needed.times(Fraction(1, years)))


def coverage(supply: Measure, needed: Measure) -> Measure | None:
    """Return a supply as a share of what is needed (1 is 100%); None where nothing is needed."""
    return supply.over(needed)
