"""Writing a result to a file: the old file or the new one, never half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path

from woonplan.diagnostics import quote, reason
from woonplan.yaml_io.text import was_read

_OF_A_FOLDER = {
    errno.EACCES: "u mag in deze map niet schrijven",
    errno.EPERM: "u mag in deze map niet schrijven",
    errno.ENOENT: "de map bestaat niet",
}


def write_output(path: Path, data: bytes, *, anew: bool = False) -> str | None:
    """Write ``data`` to ``path``; return None, or a sentence that says why it was not written.

    The bytes go to a temporary file in the same folder, which takes the place of the old one in one step. A link
    keeps pointing: the file that it points at is replaced. A file that this process has read is a part of a register,
    and only written ``anew`` where that is what was asked.
    """
    temporary: str | None = None
    if not anew and was_read(path):
        return (
            f"{quote(str(path))} is gelezen als deel van het register; daar wordt geen resultaat overheen geschreven."
        )
    try:
        if _is_device(path):
            path.write_bytes(data)
            return None
        target = path.resolve(strict=False)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if target.exists() and not os.access(target, os.W_OK):
            # The folder would allow it: there the old file goes and another takes its name.
            return _unwritten(path, "dit bestand mag niet worden overschreven")
        if target.is_symlink():  # newer Pythons resolve a link to itself without complaint
            raise OSError(errno.ELOOP, "link to itself")
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".tmp", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
        temporary = None
    except (OSError, RuntimeError, ValueError) as error:
        why = _OF_A_FOLDER.get(getattr(error, "errno", None) or 0) or reason(error)
        return _unwritten(path, why)
    finally:
        if temporary is not None:  # Ctrl-C comes by here too
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
    return None


def file_names(address: str, names: Iterable[str]) -> list[str]:
    """Return a name without its ending for each part of a document: its address and what it is called.

    Every file system takes it, and no two are the same.
    """
    found: list[str] = []
    for name in names:
        said = address if address.rsplit(".", maxsplit=1)[-1] == name else f"{address} {name}"
        plain = re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-")[:80] or "deel"
        found.append(next(n for n in chain([plain], (f"{plain}-{i}" for i in count(2))) if n not in found))
    return found


def _is_device(path: Path) -> bool:
    """Return whether this is something to write into and never to replace: ``/dev/null``, a pipe, a terminal."""
    try:
        mode = path.stat().st_mode
    except (OSError, RuntimeError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _unwritten(path: Path, why: str) -> str:
    return f"{quote(str(path))} is niet geschreven: {why}. Wat er stond, staat er nog; kies een andere plaats."
