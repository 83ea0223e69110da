"""Capacity in two groupings at once: rows of one, with a column for every group of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from woonplan.calc.capacity.selection import Share, nothing_in
from woonplan.calc.capacity.sums import NOTHING, Sums
from woonplan.calc.gap.groups import OF_GEMEENTE, UNASSIGNED, Group, grouped, grouped_shares
from woonplan.calc.number.figure import Figure, together
from woonplan.calc.question import By
from woonplan.calc.view import View, answer

COLUMNS = tuple(by for by in By if by not in OF_GEMEENTE)
"""What columns can be of: what a plan says of itself, and not its place."""


class Line(NamedTuple):
    """One row: hard and soft homes in each column, the unassigned one last, and in all of them together."""

    key: str
    cells: tuple[Figure, ...]
    whole: Figure


class Crossed(NamedTuple):
    """The rows, the unassigned one last, and the total they belong to."""

    by: By
    columns: tuple[str, ...]
    """The groups of the columns, the unassigned one last."""
    lines: tuple[Line, ...]
    total: Line
    undivided: int
    """Records whose homes are not divided over the municipalities."""


@answer
def crossed(view: View, columns: By) -> Crossed:
    """Return hard and soft capacity per municipality and group: what each adds beside the parts that are itemised.

    A row says what the same grouping of that municipality alone says. A record that is not divided over municipalities
    stands in the unassigned row, and counts as one unknown part in every row that may hold some of it.
    """
    towns, whole = grouped(view, By.GEMEENTE), grouped(view, columns)
    shares = by_gemeente(view)
    keys = tuple(group.key for group in whole.groups)
    lines = []
    for town in towns.groups:
        quiet = town.sums.zonder_plannen if town.key != UNASSIGNED else NOTHING
        groups, _ = grouped_shares(view, columns, shares.get(town.key, ()), quiet)
        lines.append(_line(town.key, groups, town.sums, keys))
    total = _line(whole.total.key, whole.groups, whole.total.sums, keys)
    return Crossed(columns, keys, tuple(lines), total, towns.undivided)


def _line(key: str, groups: Sequence[Group], whole: Sums, keys: Sequence[str]) -> Line:
    by_key = {group.key: group.sums for group in groups}
    cells = tuple(_both(name, by_key[name]) for name in keys)
    return Line(key, cells, _both("totaal", whole))


def _both(key: str, sums: Sums) -> Figure:
    name = key or "niet_toegewezen"
    return together(name, f"{name.replace('_', ' ')}, hard + zacht", sums.samen)


def by_gemeente(view: View) -> Mapping[str, Sequence[Share]]:
    """Return what every record adds to the rows of municipalities, aggregates with their rest beside their parts."""
    found: dict[str, list[Share]] = defaultdict(list)
    everywhere = [gemeente.naam for gemeente in view.gemeenten]
    for share in view.itemised:
        c, names = share.contribution, share.contribution.gemeenten
        if share.gemeente is not None:
            found[share.gemeente].append(share)
        elif len(names) == 1:
            found[names[0]].append(share)
        elif c.verdeling is not None and not share.undivided:
            for name in c.verdeling:
                part = Share.part(c, name)
                found[name].append(part.perhaps(share.maybe) if share.maybe else part)
        else:
            found[UNASSIGNED].append(share)
            if c.kind.telt_mee and not nothing_in(share):
                for name in names or everywhere:
                    found[name].append(Share.unknown(c))
    return found
