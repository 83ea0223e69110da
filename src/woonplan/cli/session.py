"""What every command does around its own work: open the register, say what is wrong, and write to stdout."""

from __future__ import annotations

import gc
import sys
from collections.abc import Collection
from pathlib import Path

from woonplan.cli.progress import progress
from woonplan.cli.run import Exit
from woonplan.cli.streams import discard, say, say_unwritten
from woonplan.diagnostics import quote
from woonplan.load import Loaded, load
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.findings.text import render_findings
from woonplan.render.safe import encodable, inert, safe
from woonplan.yaml_io.dialect import paused_collector


def tell(text: str) -> bool:
    """Write lines about what was done to stdout, in whatever characters it can show; return whether that worked."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return put(encodable(inert(text), encoding).encode(encoding), encoding)


def open_register(
    data: Path, plannen: Path | None, level: Vertrouwelijkheid | None = None, tolerated: Collection[str] = ()
) -> Dataset | None:
    """Return the register, or None after saying on stderr what is wrong with it.

    For readers of a ``level`` that may not see every record, warnings are not quoted: they would name what is hidden.
    Errors with a ``tolerated`` code are said, and do not stand in the way.
    """
    if _is_closed(data):
        complain([f"de map {quote(data.as_posix())} mag niet gelezen worden. Geef uzelf leesrechten op de map."])
        return None
    if not _exists(data / "gemeenten.yaml") and (plannen is None or not _exists(data)):
        say(
            f"Fout: geen register in {quote(data.as_posix())}: er staat geen gemeenten.yaml in.\n"
            "  -> Ga naar de map waarin 'data/' staat, of geef de map van het register met --data.\n"
        )
        return None
    loaded = _read(data, plannen, tolerated)
    if loaded.findings and loaded.dataset is not None and level is not None and _hides(loaded.dataset, level):
        say("Let op: het register heeft waarschuwingen; 'woonplan check' noemt ze.\n")
    elif loaded.findings:
        say(render_findings(loaded.findings))
    if loaded.dataset is None:
        say("Met deze fouten kan niet gerekend worden.\n")
    return loaded.dataset


def register_if_any(data: Path, plannen: Path | None) -> Dataset | None:
    """Return the register for what can do without: None where there is none, or, after saying so, where it is wrong."""
    if not _exists(data / "gemeenten.yaml"):
        return None
    loaded = _read(data, plannen)
    if loaded.dataset is None:
        say(
            f"Let op: het register in {quote(data.as_posix())} is niet te gebruiken; wat daarin anders is, staat "
            "hier niet bij. 'woonplan check' noemt de fouten.\n"
        )
    return loaded.dataset


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


def _hides(dataset: Dataset, level: Vertrouwelijkheid) -> bool:
    """Whether the register holds records above the level."""
    from woonplan.calc.confidential import hidden_ids

    return bool(hidden_ids(dataset, level))


def _exists(path: Path) -> bool:
    """Whether there is something at a path; a path that cannot be looked at, however odd, is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_closed(folder: Path) -> bool:
    """Whether the user may not look at what is in a folder."""
    try:
        (folder / "gemeenten.yaml").stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return False


def complain(messages: list[str]) -> Exit:
    """Say on stderr what is wrong with what was asked, and return the exit code for it."""
    for message in messages:
        say(f"Fout: {safe(message)}\n")
    return Exit.NO_WORK


def kept(output: Path) -> str | None:
    """Return why a result is not written over this file: it is a part of a register, which would be lost; or None."""
    if output.suffix.casefold() not in (".yaml", ".yml", ".toml") or not _exists(output):
        return None
    return (
        f"{quote(output.as_posix())} kan een deel van een register zijn; daar wordt geen resultaat overheen geschreven."
    )


def put(data: bytes, encoding: str = "utf-8") -> bool:
    """Write a result to stdout as it is; return whether that worked. A reader that stops early is no failure."""
    try:
        _write(data, encoding)
    except BrokenPipeError:
        discard(sys.stdout)
    except OSError as error:
        say_unwritten(error)
        return False
    return True


def _write(data: bytes, encoding: str) -> None:
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(data.decode(encoding))
        return
    sys.stdout.flush()
    binary.write(data)
    binary.flush()
