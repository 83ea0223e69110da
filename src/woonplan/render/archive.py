"""Archives that say nothing of when or where they were made."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of making: a file of an office program must have one, and a clock would make every file another one."""


def undated(written: io.BytesIO, remade: Mapping[str, Callable[[bytes], Iterable[bytes]]] | None = None) -> bytes:
    """Return an archive of which every part has the same date, in the order in which they were written.

    A part that is ``remade`` is written piece by piece, of what it was.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            kept = zipfile.ZipInfo(name, NO_DATE.timetuple()[:6])
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.external_attr = 0o600 << 16
            kept.create_system = 3
            with old.open(name) as source, new.open(kept, "w") as target:
                if remade and name in remade:
                    for piece in remade[name](source.read()):
                        target.write(piece)
                else:
                    shutil.copyfileobj(source, target)
    return out.getvalue()
