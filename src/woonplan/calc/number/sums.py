"""Sums and differences of figures: of quantities, over records, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from woonplan.calc.number.figure import Figure, Op, given, origin_of
from woonplan.model.change import change
from woonplan.model.gemis import Gemis
from woonplan.model.number import Number, exactly, total

ONE = exactly(1)


def added(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum of ``parts``; no parts give 0."""
    low = total(part.low for part in parts)
    high = low if all(p.low is p.high for p in parts) else total(p.high for p in parts)
    return Figure(name, label, Op.SOM, (low, high), tuple(parts))


def together(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum of sums of records: what is unknown in any of them is counted beside it; no parts give 0.

    Sums over no records are no parts: their 0 says nothing, so it must not look like a known number beside an unknown.
    """
    filled = [part for part in parts if part.low.known or part.low.missing or not part.low.zero]
    return added(name, label, filled)._replace(op=Op.SAMEN)


def counted(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum over records: wholly unknown ones are counted beside it; no records give 0."""
    return added(name, label, parts)._replace(op=Op.RECORDS)


def tallied(name: str, label: str, homes: Iterable[Number], parts: Sequence[Figure]) -> Figure:
    """Return the sum over records of which the numbers are at hand, and the parts can still be made."""
    whole = total(homes)
    return Figure(name, label, Op.RECORDS, (whole, whole), parts)


def each(name: str, label: str, records: Iterable[Figure]) -> Figure:
    """Return the number of records: one for each, whatever its homes."""
    return counted(name, label, ones(records))


def ones(records: Iterable[Figure]) -> list[Figure]:
    """Return a figure of 1 for every record: the parts of a count."""
    return [given(f"{record.name}.record", record.label, ONE, origin_of(record)) for record in records]


def subtracted(name: str, label: str, whole: Figure, *less: Figure) -> Figure:
    """Return ``whole`` minus every one of ``less``, end by end.

    It is unknown where the whole is, or where all that is taken off is unknown and can only lower it.
    """
    low, high = (_difference(whole.ends[end], [part.ends[end] for part in less]) for end in (0, 1))
    return Figure(name, label, Op.VERSCHIL, (low, high), (whole, *less))


def _difference(whole: Number, less: Sequence[Number]) -> Number:
    left = total((whole, *(-part for part in less)))
    nothing = bool(less) and all(part.blank for part in less)
    # Deliveries that nobody counted are no part that says how large the rest is.
    nothing = nothing and any(lack.gemis is not Gemis.OPLEVERING for part in less for lack in part.missing)
    # The bounds of what is unknown mean nothing; kept, they would come back in the next sum.
    return Number(circa=left.circa, missing=left.missing, way=left.way) if whole.blank or nothing else left


def changed(name: str, label: str, new: Figure, old: Figure) -> Figure:
    """Return what changes ``old`` into ``new``, end by end and count by count."""
    low, high = (change(before, after) for before, after in zip(old.ends, new.ends, strict=True))
    return Figure(name, label, Op.WIJZIGING, (low, high), (new, old))


def remainder(name: str, label: str, whole: Figure, *less: Figure) -> Figure:
    """Return what is left of ``whole`` after ``less``, at the least 0: a stock of homes cannot be negative.

    A part without a number does not make the rest unknown: nothing may be left, or all that the others leave.
    """
    low, high = (left_over(whole.ends[end], [part.ends[end] for part in less]) for end in (0, 1))
    return Figure(name, label, Op.REST, (low, high), (whole, *less))


def left_over(whole: Number, less: Sequence[Number]) -> Number:
    """Return the number of ``remainder`` for one end."""
    if whole.blank:
        return whole
    known = [part for part in less if not part.blank]
    left = (whole - total(known) if known else whole).clipped()
    return left if len(known) == len(less) else left.bounded(0, left.high)
