"""What one record adds to plan capacity: what remains to be built, within a period, gross or net."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from woonplan.calc.figure import Figure, Origin, given, remainder, subtracted
from woonplan.calc.period import Period
from woonplan.model.base import years_of
from woonplan.model.dataset import Deel, soort_aantal
from woonplan.model.homes import UNKNOWN, Homes, Interval, Precisie, exactly
from woonplan.model.plan import Plan
from woonplan.model.source import Provenance, as_interval
from woonplan.model.vocabulary import SoortAantal


@dataclass(frozen=True, slots=True)
class Counting:
    """How capacity is counted: net or gross, and which period counts (None: all of it)."""

    netto: bool = False
    period: Period | None = None


# A register of any size has some hundred different periods.
_years = lru_cache(maxsize=4096)(years_of)


def restant(plan: Plan) -> Homes:
    """Return the homes still to be delivered: `restant`, or `woningen` - `gerealiseerd`; never below 0.

    Without `gerealiseerd` anything between nothing and everything may be left: absent is unknown, not 0.
    """
    return _left(plan.restant, plan.woningen, plan.woningen_min, plan.woningen_max, plan.precisie, plan.gerealiseerd)


# A run asks for the same plan in the loader, in several rules and in every sum, and plans of the same size are many.
@lru_cache(maxsize=8192)
def _left(
    left: int | None, one: int | None, low: int | None, high: int | None, precisie: Precisie, done: int | None
) -> Homes:
    if left is not None:
        interval = as_interval(left, None, None, precisie)
        return Homes(interval, 1).clipped() if interval else UNKNOWN
    interval = as_interval(one, low, high, precisie)
    if interval is None:
        return UNKNOWN
    if done is None:
        return Homes(Interval(0, interval.high, interval.circa), 1)
    at_least = None if interval.low is None else interval.low - done
    at_most = None if interval.high is None else interval.high - done
    return Homes(Interval(at_least, at_most, interval.circa), 1).clipped()


def te_slopen(plan: Plan) -> Homes:
    """Return the homes still to be demolished: `sloop` - `sloop_gerealiseerd`; unknown without `sloop`."""
    if plan.sloop is None:
        return UNKNOWN
    if plan.sloop_gerealiseerd is None:
        # 0 needs no second figure: nothing to demolish is nothing left to demolish.
        return Homes(Interval(0, plan.sloop), 1)
    return exactly(max(plan.sloop - plan.sloop_gerealiseerd, 0))


def outside(fasering: Mapping[str, int] | None, period: Period | None) -> Interval | None:
    """Return how many homes of a phasing fall outside the period; None when all of them count.

    A span of years that is partly inside leaves open how many of its homes are: the bounds hold both cases. Homes
    without a year count as inside.
    """
    if not fasering or period is None:
        return None
    certain = possible = 0
    for periode, aantal in fasering.items():
        years = _years(periode)
        if years is None or period.holds(*years):
            continue
        possible += aantal
        if not period.touches(*years):
            certain += aantal
    return Interval(certain, possible) if possible else None


def capacity(deel: Deel, plan: Plan, index: int, counting: Counting, source: Provenance) -> Figure:
    """Return what one record adds to the capacity that counts, with its derivation."""
    kind = soort_aantal(plan, deel)
    origin = Origin(source, plan.id, ("plannen", index), deel.invoer.bestand)
    gross = _within(plan, restant(plan), plan.oplevering, counting.period, origin)
    if not counting.netto or kind is SoortAantal.NETTO:
        return gross
    demolition = _within(plan, te_slopen(plan), plan.sloop_jaar, counting.period, origin, "sloop")
    if kind is SoortAantal.ONBEKEND or gross.low.blank or demolition.low.blank:
        return given(plan.id, plan.naam, UNKNOWN, origin)
    return subtracted(plan.id, plan.naam, gross, demolition)


def _within(
    plan: Plan, left: Homes, fasering: Mapping[str, int] | None, period: Period | None, origin: Origin, what: str = ""
) -> Figure:
    name = f"{plan.id}.{what}" if what else plan.id
    label = f"{what} {plan.naam}" if what else plan.naam
    whole = given(name, label, left, origin)
    beyond = outside(fasering, period)
    if (
        not fasering
        and not what
        and period is not None
        and plan.start is not None
        and _starts_after(plan.start, period)
    ):
        # Nothing can be delivered before construction starts.
        beyond = left.interval
    if beyond is None or left.blank:
        return whole
    later = given(f"{name}.buiten_periode", f"{label}, buiten de periode", Homes(beyond, 1), origin)
    return remainder(name, label, whole, later)


def _starts_after(year: int | None, period: Period | None) -> bool:
    return year is not None and period is not None and date(year, 1, 1) >= period.tot
