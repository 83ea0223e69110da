"""Capacity in two groupings at once: rows of one, with a column for every group of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from woonplan.calc.capacity.selection import Share, nothing_in
from woonplan.calc.capacity.sums import Sums
from woonplan.calc.gap.groups import (
    OF_GEMEENTE,
    SAID,
    UNASSIGNED,
    Group,
    grouped,
    grouped_shares,
    loose_rows,
    rows_of,
)
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.sums import together
from woonplan.calc.question import By
from woonplan.calc.view import View, answer

COLUMNS = tuple(by for by in By if by not in OF_GEMEENTE)
"""What columns can be of: what a plan says of itself, and not its place."""

ROWS = (By.GEMEENTE, *SAID)
"""What rows can be of: a record has one municipality and one of each of the others, and not all of its homes."""


class Kruisrij(NamedTuple):
    """One row: hard and soft homes in each column, the unassigned one last, and in all of them together."""

    key: str
    cells: tuple[Figure, ...]
    whole: Figure


class Crossed(NamedTuple):
    """The rows, the unassigned one last, and the total they belong to."""

    by: By
    """What the rows are of."""
    columns: tuple[str, ...]
    """The groups of the columns, the unassigned one last."""
    lines: tuple[Kruisrij, ...]
    total: Kruisrij
    undivided: int
    """Records whose homes are not divided over the rows."""


@answer
def crossed(view: View, rows: By, columns: By) -> Crossed:
    """Return hard and soft capacity per row and group: what each adds beside the parts that are itemised.

    A row of a municipality says what the same grouping of that municipality alone says. A record that is not divided
    over the rows stands in the unassigned one, and counts as one unknown part in every row that may hold some of it.
    """
    found, whole = grouped(view, rows), grouped(view, columns)
    shares = by_gemeente(view) if rows is By.GEMEENTE else _by_value(view, rows, [group.key for group in found.groups])
    keys = tuple(group.key for group in whole.groups)
    lines = []
    for row in found.groups:
        groups, _ = grouped_shares(view, columns, shares.get(row.key, ()), row.sums.zonder_plannen)
        lines.append(_line(row.key, groups, row.sums, keys))
    total = _line(whole.total.key, whole.groups, whole.total.sums, keys)
    return Crossed(rows, keys, tuple(lines), total, found.undivided)


def _by_value(view: View, by: By, keys: Collection[str]) -> Mapping[str, Sequence[Share]]:
    """Return what every record adds to the rows of what it says of itself; ``keys`` are those that are asked for."""
    found: dict[str, list[Share]] = defaultdict(list)
    for share in view.itemised:
        c = share.contribution
        said = SAID[by](c) or UNASSIGNED
        key = said if said in keys else UNASSIGNED
        found[key].append(share)
        if key in (UNASSIGNED, *loose_rows(by)) and c.kind.telt_mee and not nothing_in(share):
            may = rows_of(view, c, by, key)
            for other in keys:
                if other not in (UNASSIGNED, key) and (may is None or other in may):
                    found[other].append(Share.unknown(c))
    return found


def _line(key: str, groups: Sequence[Group], whole: Sums, keys: Sequence[str]) -> Kruisrij:
    by_key = {group.key: group.sums for group in groups}
    cells = tuple(_both(name, by_key[name]) for name in keys)
    return Kruisrij(key, cells, _both("totaal", whole))


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
