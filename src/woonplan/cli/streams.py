"""Where what is said and made goes: the standard streams, which never fail in silence, and files."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from woonplan.diagnostics import quote, reason

if sys.platform == "win32":
    from pathlib import WindowsPath as SystemPath
else:
    from pathlib import PosixPath as SystemPath

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What writing gives where there is no more room, or the disk under it is broken."""


class NoWorkError(Exception):
    """What was asked cannot be done: the sentences that say why, or none where that has been said already.

    Raised where it is found out, and said in one place: by `run`.
    """


class Folder(SystemPath):
    """A path with a slash at its end: a folder, whether it is there or not, which a path by itself forgets."""


def open_streams() -> None:
    """Give a stream that was closed before we started a place to write to; Python has None for it."""
    if sys.stdout is not None and sys.stderr is not None:
        return
    # The lowest free number is taken first, so no file opened later can become stdout or stderr by accident.
    number = os.open(os.devnull, os.O_RDWR)
    while number < 2:
        number = os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or os.fdopen(number, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(number, "w", encoding="utf-8", closefd=False)


def discard(stream: TextIO) -> None:
    """Send what is still buffered for a stream nowhere; without this Python complains when it flushes at exit."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):  # not a real stream: nothing is flushed at exit
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def say(text: str) -> None:
    """Write lines to stderr, in whatever characters it can show.

    Where stderr takes nothing there is nobody to tell; the result and the exit code are what they would be.
    """
    from woonplan.render.safe import encodable, inert

    try:
        sys.stderr.write(encodable(inert(text), getattr(sys.stderr, "encoding", None)))
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def complain(messages: Iterable[str]) -> None:
    """Say on stderr what is wrong with what was asked."""
    from woonplan.render.safe import safe

    for message in messages:
        say(f"Fout: {safe(message)}\n")


def unwritten(error: OSError) -> NoWorkError:
    """Return why a result did not reach stdout, and give up on what is left of it."""
    discard(sys.stdout)
    return NoWorkError(
        f"het resultaat is niet geheel geschreven: {reason(error)}. Maak ruimte of kies een andere plaats."
    )


def put(data: bytes, encoding: str = "utf-8") -> None:
    """Write a result to stdout as it is. A reader that stops early is no failure."""
    try:
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(data.decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
    except OSError as error:
        raise unwritten(error) from None


def put_text(text: str, encoding: str | None = None) -> None:
    """Write text to stdout in an encoding, or else in that of the screen, in whatever characters it can show."""
    from woonplan.render.safe import encodable

    encoding = encoding or getattr(sys.stdout, "encoding", None) or "utf-8"
    put(encodable(text, encoding).encode(encoding), encoding)


def put_written(paths: Iterable[Path], more: str = "") -> None:
    """Write to stdout which files were written, and what there is more to say of them."""
    from woonplan.render.safe import inert, safe

    put_text(inert("".join(["Geschreven:\n", *(f"  {safe(path.as_posix())}\n" for path in paths), more])))


def refuse_place(output: Path) -> None:
    """Refuse to write a result where a folder was meant, or over what may be a part of a register and would be lost."""
    if isinstance(output, Folder):
        raise NoWorkError(f"{quote(f'{output.as_posix()}/')} is een map; geef de naam van een bestand.")
    # Where a link leads to, and a file that is not there yet, would be read as a part of one as well.
    suffixes = {output.suffix.casefold(), Path(os.path.realpath(output)).suffix.casefold()}
    if suffixes & {".yaml", ".yml", ".toml"}:
        kept = f"{quote(output.as_posix())} kan een deel van een register zijn"
        raise NoWorkError(f"{kept}; daar wordt geen resultaat geschreven.")


def exists(path: Path) -> bool:
    """Whether there is something at a path; a path that cannot be looked at, however odd, is not there."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for a folder that is closed


def write(path: Path, data: bytes, *, anew: bool = False) -> None:
    """Write a file whole or not at all; over a part of the register only where that is asked ``anew``."""
    from woonplan.render.output import write_output

    refusal = write_output(path, data, anew=anew)
    if refusal is not None:
        raise NoWorkError(refusal)


def write_in(folder: Path, name: str, data: bytes, *, anew: bool = False) -> Path:
    """Write a file whole or not at all in a folder, which is made, as ``write``; return its path."""
    path = folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise NoWorkError(f"map {quote(path.parent.as_posix())} kan niet gemaakt worden: {reason(error)}.") from None
    write(path, data, anew=anew)
    return path
