"""What every command does before its own work: open the register, and say what is wrong with it."""

from __future__ import annotations

import gc
from collections.abc import Collection
from pathlib import Path

from woonplan.calc.confidential import hidden_ids, visible
from woonplan.cli.progress import progress
from woonplan.cli.streams import NoWorkError, exists, say
from woonplan.diagnostics import quote
from woonplan.load import Loaded, load
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.findings.text import render_findings
from woonplan.yaml_io.dialect import paused_collector


def open_register(
    data: Path,
    plannen: Path | None,
    level: Vertrouwelijkheid = Vertrouwelijkheid.GEMEENTE,
    tolerated: Collection[str] = (),
) -> Dataset:
    """Return the whole register, after saying on stderr what is wrong with it; refuse one that cannot be used.

    For readers of a ``level`` that may not see every record nothing is said of warnings: that there is one may tell of
    what is hidden. `check` has them all.
    Errors with a ``tolerated`` code are said, and do not stand in the way.
    """
    if _is_closed(data):
        say(f"Fout: de map {quote(data.as_posix())} mag niet gelezen worden. Geef uzelf leesrechten op de map.\n")
        raise NoWorkError
    if not exists(data / "gemeenten.yaml") and (plannen is None or not exists(data)):
        say(
            f"Fout: geen register in {quote(data.as_posix())}: er staat geen gemeenten.yaml in.\n"
            "  -> Ga naar de map waarin 'data/' staat, of geef de map van het register met --data.\n"
        )
        raise NoWorkError
    loaded = _read(data, plannen, tolerated)
    if loaded.findings and (loaded.dataset is None or not hidden_ids(loaded.dataset, level)):
        say(render_findings(loaded.findings))
    if loaded.dataset is None:
        say("Met deze fouten kan niet gerekend worden.\n")
        raise NoWorkError
    return loaded.dataset


def register_if_any(data: Path, plannen: Path | None, level: Vertrouwelijkheid) -> Dataset | None:
    """Return the register as readers of a level may see it, for what can do without.

    None where there is none, or, after saying so, where it is wrong.
    """
    if not exists(data / "gemeenten.yaml"):
        return None
    dataset = _read(data, plannen).dataset
    if dataset is None:
        say(
            f"Let op: het register in {quote(data.as_posix())} is niet te gebruiken; wat daarin anders is, staat "
            "hier niet bij. 'woonplan check' noemt de fouten.\n"
        )
        return None
    return visible(dataset, level)


def read_quietly(data: Path, plannen: Path) -> Dataset | None:
    """Return a register that nobody asked for, or None where it is wrong; nothing is said of what is in it."""
    return _read(data, plannen).dataset


_held: list[Loaded] = []


def hold(*loaded: Loaded) -> None:
    """Keep registers until others are read or the process ends: taking one apart takes as long as computing with it."""
    _held[:] = loaded
    # The collector would walk over the millions of objects of a register, and free none.
    gc.freeze()


def _read(data: Path, plannen: Path | None, tolerated: Collection[str] = ()) -> Loaded:
    hold()
    with paused_collector(), progress("register lezen"):
        loaded = load(data, plannen, tolerated)
        hold(loaded)
    return loaded


def _is_closed(folder: Path) -> bool:
    """Whether the user may not look at what is in a folder."""
    try:
        (folder / "gemeenten.yaml").stat()
    except (OSError, ValueError) as error:
        return isinstance(error, PermissionError)
    return False
