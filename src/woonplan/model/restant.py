"""What of a plan is still to come: homes to be delivered and to be demolished, and when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from woonplan.model.base import OPEN, years_of
from woonplan.model.number import UNKNOWN, Number, between, exactly
from woonplan.model.plan import Plan
from woonplan.model.source import as_number

Jaren = Mapping[str, int]
"""Homes by year, inclusive period of years, or `onbekend`."""


Years = tuple[int, int] | None
"""First and last year (both inclusive) in which homes come; None when no year is known."""


def plan_homes(plan: Plan) -> Number:
    """Return the homes of a plan as given, or what is left of it where a source gives only that."""
    return plan.number() or restant(plan)


def restant(plan: Plan, vanaf: int | None = None) -> Number:
    """Return the homes still to be delivered: `restant`, or `woningen` - `gerealiseerd`, which is never below 0.

    Without `gerealiseerd` anything between nothing and everything may be left: absent is unknown, not 0. Only what has
    a year of delivery from the year of the reference date (``vanaf``) on, or says that its year is not known, is still
    to come for certain.
    """
    known = plan.restant is not None or plan.gerealiseerd is not None
    years = None if known or vanaf is None or not plan.oplevering else tuple(plan.oplevering.items())
    left = as_number(plan.restant, None, None, plan.precisie, plan.marge)
    if left is not None:
        return left if (plan.restant or 0) < 0 else left.clipped()
    return _left(plan.number(), plan.gerealiseerd, years, vanaf or 0)


def _left(number: Number | None, done: int | None, years: tuple[tuple[str, int], ...] | None, vanaf: int) -> Number:
    if done is not None and number is not None:
        low, high = (None if bound is None else bound - done for bound in (number.low, number.high))
        return number.bounded(low, high).clipped()
    to_come = sum(gepland(dict(years), vanaf).values()) if years else 0
    if number is None:
        return between(to_come, None) if years else UNKNOWN
    return number.bounded(to_come, None if number.high is None else max(number.high, to_come))


def gepland(jaren: Jaren, vanaf: int) -> Jaren:
    """Return what of a phasing is still to come: from the year ``vanaf`` on, or of unknown year.

    A period that holds that year lies in its years from then on. What should have come before is overdue, and has no
    year any more.
    """
    if not _past(tuple(jaren), vanaf):
        # By far the most.
        return jaren
    found: dict[str, int] = {}
    for periode, aantal in jaren.items():
        years = years_of(periode)
        if years is not None and years[1] < vanaf:
            continue
        cut = years is not None and years[0] < vanaf
        left = periode if not cut or years is None else _from(vanaf, years[1])
        found[left] = found.get(left, 0) + aantal
    return found


def _from(vanaf: int, last: int) -> str:
    """Return the period from a year up to and including the last one, as files have it."""
    return str(vanaf) if vanaf == last else f"{vanaf}-" if last == OPEN else f"{vanaf}-{last}"


@lru_cache(maxsize=4096)
def _past(perioden: tuple[str, ...], vanaf: int) -> bool:
    """Whether any of these begins before a year."""
    return any((years := years_of(periode)) is not None and years[0] < vanaf for periode in perioden)


def achterstallig(jaren: Jaren, vanaf: int) -> int:
    """Return how many homes of a phasing should have come before the year ``vanaf``."""
    return sum(jaren.values()) - sum(gepland(jaren, vanaf).values())


def te_slopen(plan: Plan, vanaf: int | None = None) -> Number:
    """Return the homes still to be demolished: `sloop_restant`, or `sloop` - `sloop_gerealiseerd`.

    Unknown where the record says neither and has no years of demolition.
    """
    if plan.sloop_restant is not None:
        return exactly(plan.sloop_restant)
    if plan.sloop is None:
        years = gepland(plan.sloop_jaar, vanaf or 0) if plan.sloop_jaar else None
        return UNKNOWN if years is None else between(sum(years.values()), None)
    if plan.sloop_gerealiseerd is None:
        # 0 needs no second figure: nothing to demolish is nothing left to demolish.
        to_come = sum(gepland(plan.sloop_jaar, vanaf).values()) if vanaf is not None and plan.sloop_jaar else 0
        return between(min(to_come, plan.sloop), plan.sloop)
    return exactly(max(plan.sloop - plan.sloop_gerealiseerd, 0))


def by_years(left: Number, fasering: Mapping[str, int] | None) -> dict[Years, Number]:
    """Return ``left`` by the years of a phasing; what the phasing does not name has no year.

    Nothing is spread: a period of years keeps its homes together.
    """
    if left.blank or not fasering:
        return {None: left}
    found: dict[Years, Number] = {}
    for periode, aantal in fasering.items():
        years = years_of(periode)
        if years is not None and aantal:
            homes = exactly(aantal, left.circa)
            found[years] = found[years] + homes if years in found else homes
    added = sum(aantal for periode, aantal in fasering.items() if periode != "onbekend")
    low, high = left.low, left.high
    most = None if high is None else max(high - added, 0)
    if most != 0 or not found:
        found[None] = between(max((low or 0) - added, 0), most, left.circa)
    return found
