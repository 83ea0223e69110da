"""The pace that a target asks for: homes a year, backlog and how it is recovered, years of supply, coverage.

Everything is exact; nothing is rounded here. The arithmetic is that of the five-year housing land supply (domain 5):
requirement = pace x years + backlog, times 1 + buffer. A buffer is never applied unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from woonplan.calc.measure import NOTHING, Measure, Quotient

HORIZON = 5
"""Years that a supply is held against, and in which backlog is recovered at the soonest."""

NO_BUFFER = Fraction(0)

SUFFIX = "komende_jaren"
"""What the names of the supplies of the coming years end with."""


class Inhaal(StrEnum):
    """How backlog is recovered."""

    VIJF_JAAR = "vijf_jaar"
    """All of it within five years ("Sedgefield")."""
    REST = "rest"
    """Evenly over the rest of the period ("Liverpool")."""


@dataclass(frozen=True, slots=True)
class Voorraad:
    """What a supply means at one end of the target; None where there is nothing left to hold it against."""

    in_jaren: Quotient | None
    """The supply divided by the requirement a year of the coming five years; None when the period has ended."""
    in_deel: Quotient
    """Delivered and supply divided by the target."""
    in_komende_jaren: Quotient | None = None
    """What of the supply comes in the coming years, divided by that same requirement; None when the period has ended.
    """

    @property
    def jaren(self) -> Measure | None:
        """Years of supply."""
        return self.in_jaren.value if self.in_jaren is not None else None

    @property
    def komende_jaren(self) -> Measure | None:
        """Years of supply that what comes in the coming years itself makes up."""
        return self.in_komende_jaren.value if self.in_komende_jaren is not None else None

    @property
    def dekking(self) -> Measure | None:
        """Delivered and supply as a share of the target (1 is 100%)."""
        return self.in_deel.value


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
    jaren: int = 1
    """Years of the period."""

    def nodig_na(self, years: int) -> Measure:
        """Return what an even pace asks for (homes) after a number of years of the period; at most all of it."""
        part = self.opgave.times(Fraction(min(years, self.jaren), self.jaren))
        return part.named("cumulatief_nodig", f"nodig na {years} jaar bij een gelijk tempo")


def tempo(
    opgave: Measure,
    jaren: int,
    verstreken: int = 0,
    gerealiseerd: Measure = NOTHING,
    aanbod: Mapping[str, Measure] | None = None,
    komend: Mapping[str, Measure] | None = None,
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
        aanbod: Supplies by name, in homes: all capacity, whenever it comes.
        komend: By the same names, the homes of those supplies that come in the coming years.
        buffer: Room for plans that fail, as a share of the requirement: 5% is ``Fraction(5, 100)``, 130% is 30/100.
        inhaal: How backlog is recovered in the requirement that a supply is held against.
    """
    rest_jaren = jaren - verstreken
    per_jaar = opgave.times(Fraction(1, jaren)).named("per_jaar", "nodig per jaar")
    nodig = per_jaar.times(verstreken).named("nodig_tot_peildatum", "nodig tot de peildatum")
    rest = (opgave - gerealiseerd).named("rest", "rest van de opgave")
    stand = (gerealiseerd - nodig).named("stand", "voor of achter op schema")
    found = Tempo(opgave, per_jaar, nodig, stand, rest, None, jaren=jaren)
    if rest_jaren > 0:
        achter = (nodig - gerealiseerd).named("achter", "nodig tot de peildatum, zonder wat is opgeleverd")
        achterstand = achter.at_least_zero().named("achterstand", "achterstand")
        years = min(HORIZON, rest_jaren)
        needed = {way: requirement(per_jaar, achterstand, years, rest_jaren, way) for way in Inhaal}
        found = replace(
            found,
            rest_per_jaar=rest.times(Fraction(1, rest_jaren)).named("rest_per_jaar", "rest per jaar"),
            inhalen={
                way: homes.times(Fraction(1, years)).named(f"inhalen_{way}", "per jaar, achterstand ingehaald")
                for way, homes in needed.items()
            },
            vereist=_with_buffer(needed[inhaal], buffer, "vereist", "vereist in de komende jaren"),
        )
    pace = _a_year(found.vereist, min(HORIZON, rest_jaren)) if found.vereist is not None else None
    need = _with_buffer(opgave, buffer, "opgave", "opgave")
    soon = komend or {}
    return replace(
        found,
        voorraad={
            name: Voorraad(
                _lasts(name, supply, pace),
                _covers(name, (gerealiseerd + supply).named("beschikbaar", "opgeleverd en plancapaciteit"), need),
                _lasts(f"{name}_{SUFFIX}", soon.get(name), pace),
            )
            for name, supply in (aanbod or {}).items()
        },
    )


def _with_buffer(needed: Measure, buffer: Fraction, name: str, label: str) -> Measure:
    return needed.times(1 + buffer).named(name, f"{label}, met buffer") if buffer else needed


def _a_year(needed: Measure, years: int) -> Measure:
    return needed.times(Fraction(1, years)).named("vereist_per_jaar", "vereist per jaar")


def _lasts(name: str, supply: Measure | None, pace: Measure | None) -> Quotient | None:
    if supply is None or pace is None:
        return None
    return Quotient(f"jaren_{name}", "jaren voorraad", supply, pace)


def _covers(name: str, have: Measure, need: Measure) -> Quotient:
    return Quotient(f"dekking_{name}", "dekking van de opgave", have, need)


def requirement(per_jaar: Measure, achterstand: Measure, years: int, rest: int, inhaal: Inhaal) -> Measure:
    """Return the homes that the coming ``years`` ask for, of the ``rest`` years left, backlog included."""
    soon = per_jaar.times(years).named("nodig_komend", f"nodig in de komende {years} jaar")
    if inhaal is Inhaal.REST:
        part = achterstand.times(Fraction(years, rest))
        achterstand = part.named("achterstand_komend", f"achterstand die de komende {years} jaar wordt ingehaald")
    return (soon + achterstand).named(f"vereist_{inhaal}", f"vereist in de komende {years} jaar")


def years_of_supply(supply: Measure, needed: Measure, years: int) -> Measure | None:
    """Return for how many years a supply lasts at the pace of ``needed`` homes in ``years`` years; None at 0."""
    return Quotient("jaren", "jaren voorraad", supply, _a_year(needed, years)).value


def coverage(supply: Measure, needed: Measure) -> Measure | None:
    """Return a supply as a share of what is needed (1 is 100%); None where nothing is needed."""
    return Quotient("dekking", "dekking", supply, needed).value
