"""In which years the homes of one record come: its years, its inclusive periods, and what has no year."""

from __future__ import annotations

from collections.abc import Mapping

from woonplan.calc.number.figure import piece_of
from woonplan.model.base import years_of
from woonplan.model.number import NOTHING, UNKNOWN, Number, between, exactly
from woonplan.model.plan import Plan
from woonplan.model.restant import restant, te_slopen
from woonplan.model.stand import Standdeel, soort_aantal
from woonplan.model.vocabulary import SoortAantal

Years = tuple[int, int] | None
"""First and last year (both inclusive) in which homes come; None when no year is known."""


def phased(plan: Plan, standdeel: Standdeel, *, netto: bool) -> dict[Years, Number]:
    """Return the remaining homes of a record by when they come, gross or net of demolition.

    Demolition without a year lowers what has no year: in which year it falls is not known. Where the net number of a
    record is unknown, it is unknown in every year that the record names; demolition in other years is not here.
    """
    gross = by_years(restant(plan), plan.oplevering)
    kind = soort_aantal(plan, standdeel)
    if not netto or kind is SoortAantal.NETTO:
        return gross
    demolished = te_slopen(plan)
    if kind is SoortAantal.ONBEKEND or demolished.blank or restant(plan).blank:
        return dict.fromkeys(gross, UNKNOWN)
    less = {years: homes for years, homes in by_years(demolished, plan.sloop_jaar).items() if not homes.zero}
    none = exactly(0)
    return {years: gross.get(years, none) - less.get(years, none) for years in dict.fromkeys((*gross, *less))}


def by_years(left: Number, fasering: Mapping[str, int] | None) -> dict[Years, Number]:
    """Return ``left`` by the years of a phasing; what the phasing does not name has no year.

    Nothing is spread: a period of years keeps its homes together.
    """
    if left.blank or not fasering:
        return {None: left}
    found: dict[Years, Number] = {}
    for periode, aantal in fasering.items():
        years = years_of(periode)
        found[years] = found.get(years, NOTHING) + exactly(aantal, left.circa)
    added = sum(fasering.values())
    low, high = left.low, left.high
    rest = between(max((low or 0) - added, 0), None if high is None else max(high - added, 0), left.circa)
    if rest.high != 0:
        found[None] = found.get(None, NOTHING) + rest
    return found


def perhaps(homes: Number) -> Number:
    """Return what counts of homes that may come in a time, or not: none, some or all of them."""
    if homes.blank:
        return homes
    low, high = homes.low, homes.high
    least = None if low is None else min(low, 0)
    most = None if high is None else max(high, 0)
    return homes.bounded(least, most)


def spread(found: Mapping[Years, Number]) -> dict[Years, Number]:
    """Return the homes with every period spread evenly over its years; what does not divide goes to the first years.

    2025-2029: 122 gives 25, 25, 24, 24, 24. An assumption, for those who ask for it. What is unknown is unknown in
    every year of its period.
    """
    even: dict[Years, Number] = {}
    for years, homes in found.items():
        if years is None or years[0] == years[1]:
            even[years] = even.get(years, NOTHING) + homes
            continue
        count = years[1] - years[0] + 1
        for index in range(count):
            key = (years[0] + index, years[0] + index)
            even[key] = even.get(key, NOTHING) + piece_of(homes, index, count)
    return even
