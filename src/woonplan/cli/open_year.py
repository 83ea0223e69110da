"""The register as the readers of a report may see it, for the report itself and for an explanation of its numbers."""

from __future__ import annotations

from pathlib import Path

from woonplan.calc.confidential import Visible, hidden_ids, visible
from woonplan.calc.report.monitor import states_at
from woonplan.cli.audit import open_agenda_file
from woonplan.cli.choices import Asked, question
from woonplan.cli.session import complain, open_register
from woonplan.load.states import find_states
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.yearly.year import Year


def open_year(
    data: Path, paths: tuple[Path | None, Path | None], jaar: int, level: Vertrouwelijkheid, asked: Asked
) -> Year | None:
    """Return what a report of a year is made from, or None after saying what is wrong.

    Args:
        data: The folder of the register.
        paths: The state of the year and an earlier one to hold it against; None chooses by the year, or none.
        jaar: The year.
        level: For whom; what they may not see is left out here, before anything is computed.
        asked: The options that choose an area and a target.
    """
    states = _states(data, paths, jaar, level)
    if states is None:
        return None
    seen, earlier = _visible(states, level)
    asks, unknown = question(seen.dataset, asked)
    if asks is None:
        complain(unknown)
        return None
    agenda, invoer, usable = open_agenda_file(data, seen.dataset)
    return Year(jaar, seen, asks, agenda, invoer, earlier) if usable else None


def _states(
    data: Path, paths: tuple[Path | None, Path | None], jaar: int, level: Vertrouwelijkheid
) -> list[Dataset] | None:
    """Return the state of the year and, where asked for, the earlier one; None after saying what is wrong."""
    plannen, vergelijk = paths
    chosen = plannen if plannen is not None else _of_year(data, jaar)
    if isinstance(chosen, str):
        complain([chosen])
        return None
    found = []
    for path in (chosen, *((vergelijk,) if vergelijk else ())):
        dataset = open_register(data, path, level)
        if dataset is None:
            return None
        found.append(dataset)
    return found


def _of_year(data: Path, jaar: int) -> Path | str | None:
    """Return the state that belongs to a year, or a sentence that says why there is none; None is the standard one."""
    states = find_states(data)
    if not states:
        return None  # the loader says what is missing
    known = [(state.peildatum, state.path) for state in states if state.peildatum is not None]
    found = states_at(known, jaar)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(path.as_posix() for path in found)
        return f"meer dan een stand hoort bij eind {jaar}: {names}. Kies er een met --plannen."
    if not known:
        return None  # the loader says why a file has no reference date
    dates = ", ".join(f"{path.as_posix()} ({peildatum})" for peildatum, path in known)
    return f"geen stand van eind {jaar} of eerder; wel: {dates}. Kies er een met --plannen."


def _visible(states: list[Dataset], level: Vertrouwelijkheid) -> tuple[Visible, Visible | None]:
    """Return the states as readers of a level may see them; what is confidential in one is left out of both."""
    hidden = frozenset().union(*(hidden_ids(dataset, level) for dataset in states))
    seen = [visible(dataset, level, hidden) for dataset in states]
    return seen[0], seen[1] if len(seen) > 1 else None
