"""What of a plan is still to come: homes to be delivered, and homes to be demolished."""

from __future__ import annotations

from functools import lru_cache

from woonplan.model.number import UNKNOWN, Number, Precisie, between, exactly
from woonplan.model.plan import Plan
from woonplan.model.source import as_number


def restant(plan: Plan) -> Number:
    """Return the homes still to be delivered: `restant`, or `woningen` - `gerealiseerd`; never below 0.

    Without `gerealiseerd` anything between nothing and everything may be left: absent is unknown, not 0.
    """
    return _left(plan.restant, plan.woningen, plan.woningen_min, plan.woningen_max, plan.precisie, plan.gerealiseerd)


# A run asks for the same plan in the loader, in several rules and in every sum, and plans of the same size are many.
@lru_cache(maxsize=8192)
def _left(
    left: int | None, one: int | None, low: int | None, high: int | None, precisie: Precisie, done: int | None
) -> Number:
    if left is not None:
        remainder = as_number(left, None, None, precisie)
        return remainder.clipped() if remainder else UNKNOWN
    number = as_number(one, low, high, precisie)
    if number is None:
        return UNKNOWN
    if done is None:
        return number.bounded(0, number.high)
    return number.bounded(*(None if bound is None else bound - done for bound in (number.low, number.high))).clipped()


def te_slopen(plan: Plan) -> Number:
    """Return the homes still to be demolished: `sloop` - `sloop_gerealiseerd`; unknown without `sloop`."""
    if plan.sloop is None:
        return UNKNOWN
    if plan.sloop_gerealiseerd is None:
        # 0 needs no second figure: nothing to demolish is nothing left to demolish.
        return between(0, plan.sloop)
    return exactly(max(plan.sloop - plan.sloop_gerealiseerd, 0))
