"""The charts of a document as loose files, for a word processor."""

from __future__ import annotations

import re
from pathlib import Path

from woonplan.diagnostics import quote
from woonplan.render.output import write_output
from woonplan.render.svg.picture import svg
from woonplan.tables import Document


def write_charts(document: Document, folder: Path) -> tuple[tuple[Path, ...], str | None]:
    """Write every chart of a document to ``<name>.svg`` in ``folder``, which is made if it is not there.

    Returns:
        The files that were written, in the order of the document, and None; or, where one could not be written, those
        before it and a sentence that says why.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        return (), f"{quote(str(folder))} is geen map waarin geschreven kan worden; kies een andere plaats."
    written: list[Path] = []
    taken: set[str] = set()
    for chart in document.charts:
        path = folder / f"{_file_name(chart.name, taken)}.svg"
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        refusal = write_output(path, (head + svg(chart, standalone=True, caption=document.title)).encode("utf-8"))
        if refusal is not None:
            return tuple(written), refusal
        written.append(path)
    return tuple(written), None


def _file_name(name: str, taken: set[str]) -> str:
    """Return a name that every file system takes and that no chart before it has."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80] or "grafiek"
    found, number = plain, 2
    while found in taken:
        found, number = f"{plain}-{number}", number + 1
    taken.add(found)
    return found
