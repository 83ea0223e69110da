"""What every command does around its own work: open the register, complain, and hand over the result."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path

from woonplan.cli.progress import progress
from woonplan.cli.run import Exit
from woonplan.cli.streams import discard, say, say_unwritten
from woonplan.diagnostics import quote
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.console import screen
from woonplan.render.findings import render_findings
from woonplan.render.formats import BINARY, TABLE, missing, render
from woonplan.render.output import write_output
from woonplan.render.safe import encodable, inert, safe
from woonplan.tables import Document
from woonplan.yaml_io.events import paused_collector


def tell(text: str) -> bool:
    """Write lines about what was done to stdout, in whatever characters it can show; return whether that worked."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return put(encodable(inert(text), encoding).encode(encoding), encoding)


def open_register(data: Path, plannen: Path | None, level: Vertrouwelijkheid | None = None) -> Dataset | None:
    """Return the register, or None after saying on stderr what is wrong with it.

    For readers of a ``level`` that may not see every record, warnings are not quoted: they would name what is hidden.
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
    with paused_collector(), progress("register lezen"):
        loaded = load(data, plannen)
        # The register lives until the process ends: the collector would walk a million objects and free none.
        gc.freeze()
    if loaded.findings and loaded.dataset is not None and level is not None and _hides(loaded.dataset, level):
        say("Let op: het register heeft waarschuwingen; 'woonplan check' noemt ze.\n")
    elif loaded.findings:
        say(render_findings(loaded.findings))
    if loaded.dataset is None:
        say("Met deze fouten kan niet gerekend worden.\n")
    return loaded.dataset


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
    from woonplan.render.chart_files import write_charts

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
