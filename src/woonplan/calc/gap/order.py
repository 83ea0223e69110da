"""The rows of a grouping in an order that was asked for, and the first of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.gap.groups import UNASSIGNED, Group, Grouped
from woonplan.model.number import Bound


class Sort(StrEnum):
    """What the rows of a grouping can be sorted by."""

    SALDO = "saldo"


class Ordered(NamedTuple):
    """The rows of a grouping as they were asked for."""

    found: Grouped
    """With its rows in that order; its total is of all of them."""
    unknown: int = 0
    """How many rows stand last because nothing is known to sort them by; 0 in their own order."""
    left_out: int = 0
    """How many rows there are that are not shown."""


def ordered(found: Grouped, sort: Sort | None = None, top: int | None = None) -> Ordered:
    """Return the rows sorted, and the first ``top`` of them; what is not assigned to a row always stays, as the last.

    By balance the shortest comes first: what it is at least at the high end of the target, then at the low end. Rows of
    which that is not known stand last, in their own order.
    """
    rows = [group for group in found.groups if group.key != UNASSIGNED]
    unknown = 0
    if sort is Sort.SALDO:
        least = {row.key: ends for row in rows if (ends := _least(row)) is not None}
        unknown = len(rows) - len(least)
        rows.sort(key=lambda row: (row.key not in least, least.get(row.key, (0, 0))))
    shown = rows if top is None else rows[:top]
    rest = (group for group in found.groups if group.key == UNASSIGNED)
    return Ordered(found._replace(groups=(*shown, *rest)), unknown, len(rows) - len(shown))


def _least(row: Group) -> tuple[Bound, Bound] | None:
    """Return what a balance is at least at the high and at the low end of the target; None where that is not known."""
    if row.saldo is None:
        return None
    low, high = (end.reach[0] for end in row.saldo.ends)
    return None if low is None or high is None else (high, low)
