"""In which years the homes of one record come: its years, its inclusive periods, and what has no year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from woonplan.calc.capacity.counting import NO_NET
from woonplan.calc.number.ratios import piece_of
from woonplan.model.base import OPEN
from woonplan.model.number import Number, between
from woonplan.model.plan import Plan
from woonplan.model.restant import Years, by_years, gepland, te_slopen
from woonplan.model.stand import Standdeel, soort_aantal
from woonplan.model.vocabulary import SoortAantal


def phased(
    plan: Plan, standdeel: Standdeel, left: Number, *, netto: bool
) -> tuple[dict[Years, Number], dict[Years, Number]]:
    """Return what is ``left`` of a record by when it comes, and net of demolition what is to go, by when.

    Where the net number of a record is unknown, it is unknown in every year that the record names.
    """
    vanaf = standdeel.vanaf
    gross = by_years(left, gepland(plan.oplevering, vanaf) if plan.oplevering else None)
    kind = soort_aantal(plan, standdeel)
    if not netto or kind is SoortAantal.NETTO:
        return gross, {}
    if kind is SoortAantal.ONBEKEND or left.blank:
        return dict.fromkeys(gross, NO_NET.of(plan.id)), {}
    return gross, razed(plan, standdeel)


def razed(plan: Plan, standdeel: Standdeel) -> dict[Years, Number]:
    """Return the homes that a record is still to demolish, by when; any number where it does not say."""
    left = te_slopen(plan, standdeel.vanaf)
    if left.blank:
        return {None: between(0, None)}
    fasering = gepland(plan.sloop_jaar, standdeel.vanaf) if plan.sloop_jaar else None
    return {years: homes for years, homes in by_years(left, fasering).items() if not homes.zero}


def spread(found: Mapping[Years, Number]) -> dict[Years, Number]:
    """Return the homes with every period spread evenly over its years; what does not divide goes to the first years.

    One without a last year stays as it is.

    2025-2029: 122 gives 25, 25, 24, 24, 24. An assumption, for those who ask for it. What is unknown is unknown in
    every year of its period.
    """
    even: dict[Years, Number] = {}
    for years, homes in found.items():
        if years is None or years[0] == years[1] or years[1] == OPEN:
            _add(even, years, homes)
            continue
        count = years[1] - years[0] + 1
        for index in range(count):
            _add(even, _one_year(years[0] + index), _piece_of(homes, index, count))
    return even


def _add(found: dict[Years, Number], years: Years, homes: Number) -> None:
    found[years] = found[years] + homes if years in found else homes


# Half a million pieces of 50,000 plans are a few thousand different numbers, in a few dozen years.
_piece_of = lru_cache(maxsize=65_536)(piece_of)


@lru_cache(maxsize=512)
def _one_year(year: int) -> tuple[int, int]:
    return year, year
