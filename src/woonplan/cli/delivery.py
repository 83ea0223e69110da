"""Hand over a document: to the screen or a file, in the format that was asked for, with its charts."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from woonplan.cli.progress import progress
from woonplan.cli.streams import NoWorkError, put, refuse_register, say, write
from woonplan.render.formats import BINARY, PLAIN, TABLE, missing, render
from woonplan.render.safe import safe
from woonplan.render.terminal.screen import screen
from woonplan.tables import Document


def deliver(
    document: Document, format_name: str, output: Path | None, charts: Path | None = None, *, shown: bool = False
) -> None:
    """Write a document to the screen or a file, and its charts as loose files to the folder ``charts``.

    A table has its charts under it only when they are to be ``shown``; other formats show them as they can. A reader
    that stops early has what it wants: the command goes on, and its exit code says what it says.
    """
    if charts is not None:
        _draw(document, charts)
    lacking = missing(format_name) or (_no_place(format_name) if output is None else None)
    if lacking is not None:
        raise NoWorkError(lacking)
    if output is not None:
        refuse_register(output)
    target = screen(sys.stdout) if output is None else PLAIN
    with progress("resultaat maken"):
        under = document.charts if shown or format_name != TABLE else ()
        content = render(replace(document, charts=under), format_name, target)
    if output is None:
        put(content, target.encoding if format_name == TABLE else "utf-8")
    else:
        write(output, content)


def _draw(document: Document, folder: Path) -> None:
    """Write the charts of a document to loose files."""
    from woonplan.render.svg.picture import write_charts

    written, refusal = write_charts(document, folder)
    if refusal is not None:
        raise NoWorkError(refusal)
    say(
        "".join(f"Geschreven: {safe(path.as_posix())}\n" for path in written)
        or "Er zijn geen grafieken om te schrijven.\n"
    )


def _no_place(format_name: str) -> str | None:
    """Return why stdout cannot take a format, or None: what is no text would only make a mess of a terminal."""
    if format_name not in BINARY or (hasattr(sys.stdout, "buffer") and not sys.stdout.isatty()):
        return None
    return f"het formaat '{format_name}' is geen tekst voor een scherm. Geef een bestand met --output."
