"""Figures with a bound that something else sets: at least, at most, perhaps, or one end alone."""

from __future__ import annotations

from dataclasses import replace

from woonplan.calc.number.figure import Figure, Op
from woonplan.model.gemis import ALL_KNOWN
from woonplan.model.number import Number, Way, total


def at_least_zero(name: str, label: str, whole: Figure) -> Figure:
    """Return a figure without its part below 0: what may only lower it then means nothing more."""
    low, high = (replace(end, way=Way.UP) if end.blank else _clipped(end) for end in whole.ends)
    return Figure(name, label, Op.NIET_ONDER_NUL, (low, high), (whole,))


def _clipped(number: Number) -> Number:
    found = number.clipped()
    over = found.high == 0 and not found.way & Way.UP
    return replace(found, missing=ALL_KNOWN, way=Way.NONE) if over else found


def at_least(name: str, label: str, whole: Figure, *parts: Figure) -> Figure:
    """Return a whole that is at least what its parts are together.

    A whole that is approximate is the larger of the two; one without a number is what is known to be in it, and more.
    """
    low, high = (_at_least(whole.ends[end], total(part.ends[end] for part in parts)) for end in (0, 1))
    if (low, high) == whole.ends:
        return whole
    return Figure(name, label, Op.MINSTENS, (low, high), (whole, *parts))


def _at_least(whole: Number, inside: Number) -> Number:
    if whole.blank:
        return Number(inside.low, inside.low, inside.circa, inside.known, whole.missing, whole.way, inside.marge)
    if inside.known == 0 or inside.low is None or (whole.low is not None and whole.low >= inside.low):
        raised = whole.low
    else:
        raised = inside.low
    high = whole.high
    if whole.circa and high is not None and inside.known:
        # Parts without a number change nothing of it.
        high = None if inside.high is None else max(high, inside.high)
    return whole.bounded(raised, high)


def perhaps(name: str, label: str, whole: Figure, *, counts: bool = True) -> Figure:
    """Return what counts of homes that may count or not: none, some or all of them (see ``perhaps_of``)."""
    low, high = (perhaps_of(end, counts=counts) for end in whole.ends)
    return Figure(name, label, Op.NIETS_TOT_ALLES, (low, high), (whole,), origin=whole.origin)


def perhaps_of(homes: Number, *, counts: bool = True) -> Number:
    """Return the number of ``perhaps`` for one end.

    Without ``counts``, or where there are no homes, it says nothing beside what is unknown.
    """
    if homes.blank:
        return homes
    least = None if homes.low is None else min(homes.low, 0)
    most = None if homes.high is None else max(homes.high, 0)
    some = counts and not homes.low == 0 == homes.high
    return Number(least, most, homes.circa, homes.known if some else 0, homes.missing, homes.way, homes.marge)


def or_less(name: str, label: str, whole: Figure) -> Figure:
    """Return what is left of a figure of which something unknown is taken off: it, or less."""
    low, high = (end if end.blank else end.bounded(None, end.high) for end in whole.ends)
    return Figure(name, label, Op.OF_MINDER, (low, high), (whole,))


def highest(name: str, label: str, whole: Figure) -> Figure:
    """Return the upper end of a figure alone, with what is unknown in it."""
    low, high = (end if end.blank else end.bounded(end.high, end.high) for end in whole.ends)
    return Figure(name, label, Op.HOOGSTE, (low, high), (whole,))


def lowest(name: str, label: str, whole: Figure) -> Figure:
    """Return the lower end of a figure alone, with what is unknown in it."""
    low, high = (end if end.blank else end.bounded(end.low, end.low) for end in whole.ends)
    return Figure(name, label, Op.LAAGSTE, (low, high), (whole,))


def at_most(name: str, label: str, whole: Figure, most: Figure) -> Figure:
    """Return a number that is at the most another one."""
    low, high = (_at_most(end, limit) for end, limit in zip(whole.ends, most.ends, strict=True))
    if (low, high) == whole.ends:
        return whole
    return Figure(name, label, Op.HOOGSTENS, (low, high), (whole, most))


def _at_most(number: Number, limit: Number) -> Number:
    if number.blank or limit.high is None:
        return number
    low, high = (bound if bound is None else min(bound, limit.high) for bound in (number.low, number.high))
    return number.bounded(low, high)


def spanning(name: str, label: str, least: Figure, most: Figure) -> Figure:
    """Return what lies between two figures: ``least`` at the least, ``most`` at the most."""
    low, high = (b if b.blank else b.bounded(a.low, b.high) for a, b in zip(least.ends, most.ends, strict=True))
    return Figure(name, label, Op.VAN_TOT, (low, high), (least, most))
