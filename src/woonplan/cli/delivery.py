"""Hand over a document: to the screen or a file, in the format that was asked for, with its charts."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from woonplan.cli.progress import progress
from woonplan.cli.streams import Folder, NoWorkError, put, refuse_place, say, write, write_in
from woonplan.diagnostics import quote
from woonplan.render.formats import ADDS, BINARY, LOOSE, PLAIN, TABLE, missing, render
from woonplan.render.safe import safe
from woonplan.render.terminal.screen import screen
from woonplan.tables.document import Document


def deliver(document: Document, format_name: str, output: Path | None, *, shown: bool = False) -> None:
    """Write a document to the screen or a file.

    What holds one table only (csv) goes to a folder as a file for each of them.
    A table has its charts under it only when they are to be ``shown``; other formats show them as they can. A reader
    that stops early has what it wants: the command goes on, and its exit code says what it says.
    """
    lacking = missing(format_name) or (_no_place(format_name) if output is None else None)
    if lacking is not None:
        raise NoWorkError(lacking)
    if output is not None and format_name in LOOSE and (isinstance(output, Folder) or output.is_dir()):
        _deliver_loose(document, format_name, output)
        return
    if output is not None:
        refuse_place(output)
    target = screen(sys.stdout) if output is None else PLAIN
    with progress("resultaat maken"):
        under = document.charts if shown or format_name != TABLE else ()
        if format_name in ADDS:
            from woonplan.report.sums import summed

            document = summed(document)
        content = render(replace(document, charts=under), format_name, target)
    if output is None:
        put(content, target.encoding if format_name == TABLE else "utf-8")
    else:
        write(output, content)


def _deliver_loose(document: Document, format_name: str, folder: Path) -> None:
    """Write each table of a document to a file of its own in a folder, which is made; nothing else is overwritten."""
    from woonplan.render.csv import may_replace
    from woonplan.render.output import file_names

    parts = [replace(document, tables=(table,), passages=()) for table in document.tables]
    if document.passages:
        parts.append(replace(document, tables=()))
    names = file_names(document.address, (part.tables[0].name if part.tables else "uitleg" for part in parts))
    files = {f"{name}.csv": render(part, format_name) for name, part in zip(names, parts, strict=True)}
    others = [name for name in files if not may_replace(folder / name)]
    if others:
        raise NoWorkError(
            f"er is niets geschreven, want in {quote(folder.as_posix())} staat al wat niet van woonplan is: "
            f"{', '.join(others)}. Kies een andere map."
        )
    for name, content in files.items():
        say(f"Geschreven: {safe(write_in(folder, name, content).as_posix())}\n")


def draw(document: Document, folder: Path | None) -> None:
    """Write the charts of a document to loose files in a folder, where one was asked for."""
    if folder is None:
        return
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
