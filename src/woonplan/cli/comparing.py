"""Two sides as their readers may see them, held against each other."""

from __future__ import annotations

from woonplan.calc.confidential import visible_together
from woonplan.calc.diff.compare import Diff, compare
from woonplan.cli.choices import Asked, readers, view
from woonplan.cli.progress import progress
from woonplan.cli.sides import open_sides, sides
from woonplan.report.diff.document import Kant


def compared(old: str, new: str | None, asked: Asked) -> tuple[Diff, tuple[Kant, Kant]]:
    """Return what changed between two sides, and where they were read from.

    What readers of the level may not see in one of them is left out of both, before anything is computed.
    """
    level = readers(asked)
    both = sides(old, new, asked.data, asked.plannen)
    opened = open_sides(both)
    seen = visible_together([one.dataset for one in opened], level)
    before, after = (view(dataset, asked) for dataset in seen)
    with progress("verschil berekenen"):
        found = compare(before, after, (opened[0].agenda.agenda, opened[1].agenda.agenda))
    return found, (both[0].kant, both[1].kant)
