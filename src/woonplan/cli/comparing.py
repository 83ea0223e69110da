"""Two sides as their readers may see them, held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from woonplan.calc.confidential import visible_together
from woonplan.calc.diff.compare import Diff, compare
from woonplan.cli.choices import Asked, readers, view
from woonplan.cli.progress import progress
from woonplan.cli.sides import Side, open_sides, sides
from woonplan.cli.streams import exists
from woonplan.load.overlay import Overlay
from woonplan.load.states import FOLDER, PLANNEN
from woonplan.report.diff.document import Kant


def compared(old: str, new: str | None, asked: Asked) -> tuple[Diff, tuple[Kant, Kant]]:
    """Return what changed between two sides, and where they were read from.

    What readers of the level may not see in one of them is left out of both, before anything is computed.
    """
    both = sides(old, new, asked.data, asked.plannen)
    return _compared(both, asked), (both[0].kant, both[1].kant)


def once_written(
    data: Path, plannen: Path | None, written: Mapping[Path, bytes | None], peildatum: str | None
) -> tuple[Diff, tuple[Kant, Kant]] | None:
    """Return what changes in a register when files are written; one without plans had none on that reference date.

    None where there are no plans, before or after.
    """
    named = plannen if plannen is not None else data
    name = named.as_posix()
    now, then = Kant(name, "werkmap", name), Kant("het resultaat", "werkmap", f"{name}, na het schrijven")
    if any(map(exists, (data / FOLDER, data / PLANNEN) if plannen is None else (plannen,))):
        before = Side(now, data, plannen)
    elif peildatum is None:
        return None
    else:
        nothing = {data / PLANNEN: f"versie: 1\npeildatum: {peildatum}\nplannen: []\n".encode()}
        before = Side(now, Overlay(data, nothing), Overlay(data / PLANNEN, nothing))
    after = Side(then, Overlay(data, written), None if plannen is None else Overlay(plannen, written))
    return _compared((before, after), Asked(data=data, plannen=plannen)), (now, then)


def _compared(both: tuple[Side, Side], asked: Asked) -> Diff:
    level = readers(asked)
    opened = open_sides(both)
    seen = visible_together([one.dataset for one in opened], level)
    before, after = (view(dataset, asked) for dataset in seen)
    with progress("verschil berekenen"):
        return compare(before, after, (opened[0].agenda.agenda, opened[1].agenda.agenda))
