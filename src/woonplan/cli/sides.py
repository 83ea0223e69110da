"""The two sides of a comparison: a path, else a reference date in the register, else a git revision."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from woonplan.cli.progress import progress
from woonplan.cli.session import hold
from woonplan.cli.streams import NoWorkError, exists, say
from woonplan.diagnostics import Severity, quote
from woonplan.load import Loaded, load
from woonplan.load.agenda import LoadedAgenda, load_agenda
from woonplan.load.git import GitPath, Refusal, open_revision
from woonplan.load.overlay import Overlay
from woonplan.load.shape import sharing
from woonplan.load.states import AGENDA, GEMEENTEN, find_states
from woonplan.model.base import first_day, is_date
from woonplan.model.dataset import Dataset
from woonplan.numerals import amount
from woonplan.render.findings.text import render_findings
from woonplan.report.diff.document import Kant
from woonplan.yaml_io.dialect import paused_collector


class Side(NamedTuple):
    """A state as it was asked for: the folder of its register, its plan files where not those of the folder."""

    kant: Kant
    data: Path | GitPath | Overlay
    plannen: Path | GitPath | Overlay | None


class OpenedSide(NamedTuple):
    """A side that was read: the whole register, and its agreements where it has them."""

    dataset: Dataset
    agenda: LoadedAgenda


def sides(old: str, new: str | None, data: Path, plannen: Path | None) -> tuple[Side, Side]:
    """Return both sides; the working tree stands against one that is given alone. Refuse what is neither of the three.

    Args:
        old: The old side as typed.
        new: The new side as typed; None for the register in ``data`` as it is now.
        data: The folder of the register.
        plannen: Its state, where that is another than the standard one.
    """
    here = plannen if plannen is not None else data
    now = Side(Kant(here.as_posix(), "werkmap", here.as_posix()), data, plannen)
    return _side(old, data, plannen), now if new is None else _side(new, data, plannen)


def _side(text: str, data: Path, plannen: Path | None) -> Side:
    path = Path(text)
    if text and exists(path):
        place, state = _placed(path, data)
        return Side(Kant(text, "pad", path.as_posix()), place, state)
    if is_date(text):
        found = [
            s.path for s in find_states(data) if s.peildatum is not None and first_day(s.peildatum) == first_day(text)
        ]
        if len(found) > 1:
            names = ", ".join(one.as_posix() for one in found)
            raise NoWorkError(f"meer dan een stand heeft peildatum {text}: {names}. Geef het pad.")
        if found:
            return Side(Kant(text, "peildatum", found[0].as_posix()), data, found[0])
    revision = open_revision(data, text)
    if isinstance(revision, Refusal):
        tried = f"{quote(text)} is geen pad, geen peildatum van een stand in {quote(data.as_posix())}"
        raise NoWorkError(f"{tried}, en geen revisie: {revision.text}.")
    return _of_revision(text, revision, data, plannen)


def _placed(path: Path, data: Path) -> tuple[Path, Path | None]:
    """Return the register that a path names, and the state in it where that is not the standard one."""
    if path.is_dir() and (path / GEMEENTEN).exists():
        return path, None
    # A state of a register stands in its folder; one that is kept elsewhere belongs to the register that is asked for.
    return path.parent if (path.parent / GEMEENTEN).exists() else data, path


def _of_revision(text: str, found: GitPath, data: Path, plannen: Path | None) -> Side:
    """Return the register in a revision; a path in it may name a folder with one, or one state."""
    if not found.exists():
        raise NoWorkError(f"in revisie {quote(found.revision)} staat geen {quote(found.path.as_posix())}.")
    state: GitPath | None = None
    if ":" in text and not (found / GEMEENTEN).exists():
        found, state = found.parent, found
    elif plannen is not None:
        own = plannen.as_posix().removeprefix(f"{data.as_posix()}/")
        state = found / own
    place = (state or found).as_posix()
    return Side(Kant(text, "revisie", place, found.commit), found, state)


def open_sides(both: tuple[Side, Side]) -> tuple[OpenedSide, OpenedSide]:
    """Return both sides as they were read, after saying what is wrong with them; refuse one that cannot be used."""
    hold()
    with paused_collector(), progress("beide kanten lezen"):
        old = load(both[0].data, both[0].plannen)
        with sharing({plan.id: plan for plan in old.dataset.stand.plannen} if old.dataset else {}):
            loaded = [old, load(both[1].data, both[1].plannen)]
        hold(*loaded)
    opened = [_usable(side, one, name) for side, one, name in zip(both, loaded, ("oude", "nieuwe"), strict=True)]
    wrong = [found for found in opened if isinstance(found, str)]
    if wrong:
        raise NoWorkError(*wrong)
    first, second = (found for found in opened if isinstance(found, OpenedSide))
    return first, second


def earlier_state(text: str, data: Path, plannen: Path | None) -> Dataset | None:
    """Return the state that one of a register is held against; None where there is none for it.

    A revision has its own version of the same state, unless that is new; a path or reference date is one state, which
    is held against those of its day and later.
    """
    side = _side(text, data, plannen)
    if side.kant.soort == "revisie" and side.plannen is not None and not side.plannen.exists():
        return None
    if side.kant.soort != "revisie" and side.plannen == plannen:
        return None
    with paused_collector():
        opened = _usable(side, load(side.data, side.plannen), "eerdere")
    if isinstance(opened, str):
        raise NoWorkError(opened)
    return opened.dataset


def _usable(side: Side, loaded: Loaded, name: str) -> OpenedSide | str:
    """Return a side that can be computed with, or why it cannot, after saying what is wrong with it."""
    dataset = loaded.dataset
    if dataset is None:
        say(render_findings(loaded.errors))
        return f"de {name} kant ({quote(side.kant.gegeven)}) is niet te gebruiken; er is niets vergeleken."
    warnings = sum(finding.severity is Severity.WAARSCHUWING for finding in loaded.findings)
    if warnings:
        count = amount(warnings, "waarschuwing", "waarschuwingen")
        say(f"Let op: de {name} kant ({quote(side.kant.gegeven)}) heeft {count}; 'woonplan check' noemt ze.\n")
    agenda = LoadedAgenda(None, None, ())
    if (side.data / AGENDA).exists():
        agenda = load_agenda(side.data / AGENDA, [bron.id for bron in dataset.gebied.bronnen])
        if agenda.findings:
            say(render_findings(agenda.findings))
            return f"de afspraken van de {name} kant zijn niet te gebruiken; er is niets vergeleken."
    return OpenedSide(dataset, agenda)
