"""Hand over a document: to the screen or a file, in the format that was asked for, with its charts."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from woonplan.cli.progress import progress
from woonplan.cli.session import complain, kept, put
from woonplan.cli.streams import say
from woonplan.render.formats import BINARY, TABLE, missing, render
from woonplan.render.output import write_output
from woonplan.render.safe import safe
from woonplan.render.terminal.screen import screen
from woonplan.tables import Document


def emit(document: Document, format_name: str, output: Path | None) -> bool:
    """Write the document to the screen or a file; return whether that worked.

    A reader that stops early has what it wants: the command goes on, and its exit code says what it says.
    """
    lacking = missing(format_name) or (_no_place(format_name) if output is None else None)
    if lacking is not None:
        complain([lacking])
        return False
    if output is not None:
        refusal = kept(output)
        if refusal is None:
            with progress("resultaat maken"):
                content = render(document, format_name)
            refusal = write_output(output, content)
        if refusal is not None:
            complain([refusal])
        return refusal is None
    shown = screen(sys.stdout)
    with progress("resultaat maken"):
        content = render(document, format_name, shown)
    return put(content, shown.encoding if format_name == TABLE else "utf-8")


def draw(document: Document, folder: Path) -> bool:
    """Write the charts of a document to loose files in ``folder``; return whether that worked."""
    from woonplan.render.svg.files import write_charts

    written, refusal = write_charts(document, folder)
    if refusal is not None:
        complain([refusal])
        return False
    say(
        "".join(f"Geschreven: {safe(path.as_posix())}\n" for path in written)
        or "Er zijn geen grafieken om te schrijven.\n"
    )
    return True


def deliver(document: Document, charts: Path | None, format_name: str, output: Path | None, *, shown: bool) -> bool:
    """Write a document: its charts as loose files to the folder ``charts``, the rest as `emit`; whether that worked.

    A table has its charts under it only when they are to be ``shown``; other formats show them as they can.
    """
    if charts is not None and not draw(document, charts):
        return False
    return emit(document if shown or format_name != TABLE else replace(document, charts=()), format_name, output)


def _no_place(format_name: str) -> str | None:
    """Return why stdout cannot take a format, or None: what is no text would only make a mess of a terminal."""
    if format_name not in BINARY or (hasattr(sys.stdout, "buffer") and not sys.stdout.isatty()):
        return None
    return f"het formaat '{format_name}' is geen tekst voor een scherm. Geef een bestand met --output."
