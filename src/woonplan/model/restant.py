"""What of a plan is still to come: homes to be delivered, and homes to be demolished."""

from __future__ import annotations

from functools import lru_cache

from woonplan.model.homes import UNKNOWN, Homes, Interval, Precisie, exactly
from woonplan.model.plan import Plan
from woonplan.model.source import as_interval


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
