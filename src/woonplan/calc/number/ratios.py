"""Figures times a ratio, divided by another, and cut in pieces."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from woonplan.calc.number.figure import Figure, Op, Origin
from woonplan.model.number import Bound, Number, margin


def share(
    name: str,
    label: str,
    whole: Figure,
    ratio: tuple[int, int],
    origin: Origin | None = None,
    *,
    circa: bool = False,
) -> Figure:
    """Return ``whole`` times a ratio, exactly: what is shown of it is rounded, and rounding is no uncertainty.

    ``circa`` says that the source calls the ratio itself approximate.
    """
    low, high = (end.times(Fraction(*ratio)) for end in whole.ends)
    if circa:
        low, high = (
            end if end.blank else replace(end, circa=True, marge=margin(int(end.high or 0))) for end in (low, high)
        )
    return Figure(name, label, Op.AANDEEL, (low, high), (whole,), ratio, origin)


def times(name: str, label: str, whole: Figure, factor: Fraction | int) -> Figure:
    """Return ``whole`` times a factor of at least 0, exactly: the outcome need not be whole."""
    ratio = Fraction(factor)
    low, high = (end.times(factor) for end in whole.ends)
    return Figure(name, label, Op.MAAL, (low, high), (whole,), (ratio.numerator, ratio.denominator))


def quotient(name: str, label: str, above: Figure, below: Figure) -> Figure:
    """Return a division; it has no outcome at an end where what is divided by is 0 or less."""
    low, high = (have.over(need) for have, need in zip(above.ends, below.ends, strict=True))
    return Figure(name, label, Op.QUOTIENT, (low, high), (above, below))


def piece(whole: Figure, name: str, label: str, index: int, count: int) -> Figure:
    """Return one (``index``, from 0) of ``count`` whole pieces of a figure that are as even as can be."""
    low, high = (piece_of(end, index, count) for end in whole.ends)
    return Figure(name, label, Op.STUK, (low, high), (whole,), (index + 1, count), whole.origin)


def piece_of(homes: Number, index: int, count: int) -> Number:
    """Return one of ``count`` whole pieces of a number of homes; what does not divide goes to the first of them."""
    if homes.blank:
        return homes
    low, high = (None if bound is None else _even(bound, index, count) for bound in (homes.low, homes.high))
    return homes.bounded(low, high)


def _even(bound: Bound, index: int, count: int) -> Bound:
    if bound < 0:
        return -_even(-bound, index, count)
    return bound // count + (index < bound % count)
