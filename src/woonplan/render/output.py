"""Writing a result to a file: the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from woonplan.diagnostics import quote

_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw schijfruimte is op",
    errno.EACCES: "u mag in deze map niet schrijven",
    errno.EPERM: "u mag in deze map niet schrijven",
    errno.EROFS: "deze schijf is alleen-lezen",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dit is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de verwijzing verwijst naar zichzelf",
}


def write_output(path: Path, data: bytes) -> str | None:
    """Write ``data`` to ``path``; return None, or a sentence that says why it was not written.

    The bytes go to a temporary file in the same folder, which takes the place of the old one in one step. A link
    keeps pointing: the file that it points at is replaced.
    """
    temporary: str | None = None
    try:
        target = path.resolve(strict=False)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".tmp", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except (OSError, RuntimeError, ValueError) as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        return _refusal(path, error)
    return None


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _refusal(path: Path, error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else errno.ELOOP if isinstance(error, RuntimeError) else None
    reason = _REASONS.get(number or 0, quote(getattr(error, "strerror", None) or str(error)))
    return f"{quote(str(path))} is niet geschreven: {reason}. Wat er stond, staat er nog; kies een andere plaats."
