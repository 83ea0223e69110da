"""Which registers, and which states in them, the paths on a command line name."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from woonplan.cli.streams import NoWorkError
from woonplan.diagnostics import quote
from woonplan.load.states import AGENDA, BEKEND, FOLDER, GEMEENTEN, PLANNEN, holds_plans
from woonplan.yaml_io.text import WP001, is_unsaved, refusal_of

_BESIDE = (GEMEENTEN, AGENDA, BEKEND)
"""Files that are no register state of their own: they stand for the folder they are in."""


@dataclass
class Register:
    """A folder with a register, and the states in it that are asked for; ``whole`` when all of them are."""

    folder: Path
    states: dict[Path | None, None] = field(default_factory=dict)
    whole: bool = False


def registers(paths: Iterable[Path]) -> tuple[list[Register], list[str]]:
    """Return the registers that the paths name, and what is wrong with the paths."""
    found: dict[Path, Register] = {}
    wrong: list[str] = []
    for path in paths:
        try:
            named = _named(path)
        except NoWorkError as refusal:
            wrong += refusal.args
            continue
        # The same folder under another name is the same register.
        folder = next((one for one in found if _same(one, named.folder)), named.folder)
        register = found.setdefault(folder, Register(folder))
        register.states |= named.states
        register.whole |= named.whole
    return list(found.values()), wrong


def _named(path: Path) -> Register:
    """Return the register that a path names, with the states in it that are meant."""
    if is_unsaved(path):
        # It may not be on the disk yet.
        return _whole(path.parent) if path.name in _BESIDE else Register(path.parent, {path: None})
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _no_path(path, error) from None
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise NoWorkError(f"{quote(path.as_posix())} is geen gewoon bestand; er is niets gecontroleerd.")
    if stat.S_ISDIR(mode) and not _is_state(path):
        return _whole(path)
    if stat.S_ISREG(mode) and path.name in _BESIDE:
        return _whole(path.parent)
    # One file of a state that is divided over a folder: only the whole can be judged.
    state = path.parent if _is_state(path.parent) else path
    return Register(state.parent, {state: None})


def _is_state(folder: Path) -> bool:
    """Whether a folder holds the files of one state, and no register."""
    return holds_plans(folder) and folder.is_dir() and not (folder / GEMEENTEN).exists()


def _no_path(path: Path, error: OSError | ValueError) -> NoWorkError:
    """Return what is wrong with a path that cannot be looked at."""
    rule, reason, hint = refusal_of(error)
    if rule is WP001:
        hint = "Geef de map van een register of een plannenbestand."
    return NoWorkError(f"{quote(path.as_posix())} {reason}. {hint}")


def _same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _whole(folder: Path) -> Register:
    """Return a register with every state in its folder."""
    states: list[Path | None] = []
    try:
        states += sorted(
            path for path in folder.iterdir() if holds_plans(path) and (not path.is_dir() or _is_state(path))
        )
        if folder / FOLDER in states and folder / PLANNEN in states:
            # With both, the loader says that `gap` cannot choose; each is checked all the same.
            states = [None, *states]
    except OSError as error:
        raise _no_path(folder, error) from None
    if not states:
        name = quote(folder.as_posix())
        raise NoWorkError(f"in {name} staat geen plannenbestand (plannen.yaml); er is niets gecontroleerd.")
    return Register(folder, dict.fromkeys(states), whole=True)
