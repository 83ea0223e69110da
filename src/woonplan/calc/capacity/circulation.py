"""The cheapest way for homes to go round a net whose ways hold so many at the least and at the most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Arc(NamedTuple):
    """A way for homes from one knot of a net to another: at least and at most so many, each at so much."""

    tail: int
    head: int
    least: int
    most: int | None
    cost: int


def cheapest(arcs: Sequence[Arc], knots: int, much: int) -> tuple[int, list[int] | None]:
    """Return what the cheapest round trip of homes through a net costs, and the level of every knot.

    An arc that costs more than the levels of its ends differ has as few homes as it may, one that costs less as many.
    Where no round trip keeps to all bounds the levels are None, and the cost is that of one that breaks them least.

    Args:
        arcs: The ways.
        knots: How many knots there are, numbered from 0.
        much: More homes than any bound; stands for an open one.
    """
    must = 4 * knots
    tails, heads, room, costs = [], [], [], []
    for arc in arcs:
        most = much if arc.most is None else arc.most
        for left, cost in ((arc.least, arc.cost - must), (most - arc.least, arc.cost)):
            # Every way has its way back, next to it.
            tails += [arc.tail, arc.head]
            heads += [arc.head, arc.tail]
            room += [left, 0]
            costs += [cost, -cost]
    while True:
        level, cycle = _search(tails, heads, room, costs, knots)
        if not cycle:
            break
        most = min(room[way] for way in cycle)
        for way in cycle:
            room[way] -= most
            room[way ^ 1] += most
    fits = not any(room[4 * at] for at in range(len(arcs)))
    return sum((room[4 * at + 1] + room[4 * at + 3]) * arc.cost for at, arc in enumerate(arcs)), level if fits else None


def _search(
    tails: Sequence[int], heads: Sequence[int], room: Sequence[int], costs: Sequence[int], knots: int
) -> tuple[list[int], list[int]]:
    """Return a round trip that makes a net cheaper, a short one where there is any; without one the levels."""
    ways = [way for way, left in enumerate(room) if left]
    level, via = [0] * knots, [-1] * knots
    while True:
        changed = False
        for way in ways:
            least = level[tails[way]] + costs[way]
            if least < level[heads[way]]:
                level[heads[way]], via[heads[way]], changed = least, way, True
        if not changed:
            return level, []
        for start in range(knots):
            seen: dict[int, int] = {}
            at = start
            while via[at] >= 0 and at not in seen:
                seen[at] = via[at]
                at = tails[via[at]]
            if via[at] >= 0:
                cycle = [via[at]]
                back = tails[via[at]]
                while back != at:
                    cycle.append(via[back])
                    back = tails[via[back]]
                return level, cycle
