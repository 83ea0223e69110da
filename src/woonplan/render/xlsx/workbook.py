"""A document as an Excel workbook: a sheet for each table, one for what is explained, one for where it came from.

Needs XlsxWriter (the extra ``excel``), which is loaded when a workbook is written and not before.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from woonplan import __version__
from woonplan.render.facts import fact_lines
from woonplan.render.safe import safe
from woonplan.render.xlsx.sheet import ORIGIN, Sheet
from woonplan.render.xlsx.spread import Field, Spread, text_field
from woonplan.tables import Document, Style

EXPLAINED = "uitleg"
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of making: a workbook must have one, and a clock would make every file another one."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_OPTIONS = {
    "in_memory": True,  # no temporary files, and the same date on every part of the archive
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_xlsx(document: Document) -> bytes:
    """Return the document as a workbook; the same document gives the same bytes.

    Raises:
        ImportError: XlsxWriter is not installed; ask ``formats.missing`` first.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    title = safe(document.title)[:250]
    book.set_properties({"title": title, "author": f"woonplan {__version__}", "created": NO_DATE})
    names = Names()
    for table in document.tables:
        sheet = Sheet(book, names.new(table.name), document.title)
        sheet.table(table)
    if document.passages:
        _explained(Sheet(book, EXPLAINED, document.title), document)
    _origin(Sheet(book, ORIGIN, document.title), document)
    book.close()
    return out.getvalue()


class Names:
    """Names of sheets as Excel takes them: each once, at most 31 characters, and no brackets, slashes or ``:*?``."""

    def __init__(self) -> None:
        # A sheet may not be called History in any language of Excel.
        self._taken = {EXPLAINED, ORIGIN, "history", "geschiedenis"}

    def new(self, wanted: str) -> str:
        """Return a name that is free, as near to ``wanted`` as is allowed."""
        base = _fitted(_FORBIDDEN.sub("-", safe(wanted)), _LONGEST_NAME) or "blad"
        name, number = base, 2
        while name.lower() in self._taken:
            end = f" ({number})"
            name, number = f"{_fitted(base, _LONGEST_NAME - len(end))}{end}", number + 1
        self._taken.add(name.lower())
        return name


def _fitted(name: str, length: int) -> str:
    # Excel counts UTF-16 units, and takes no apostrophe at either end.
    while len(name.encode("utf-16-le")) > 2 * length:
        name = name[:-1]
    return name.strip("' ")


def _explained(sheet: Sheet, document: Document) -> None:
    """Write the passages: a title with its depth, and what is said of it."""
    sheet.line("Uitleg", italic=True)
    sheet.line("")
    rows: list[tuple[Style, tuple[Field, ...]]] = []
    for passage in document.passages:
        title = text_field(f"{'    ' * passage.level}{passage.title}")
        rows.append((Style.TOTAL if passage.level == 0 else Style.NORMAL, (title, Field(), Field())))
        rows += [(Style.NORMAL, (Field(), text_field(label), text_field(text))) for label, text in passage.items]
    sheet.grid(Spread(("onderwerp", "kop", "tekst"), (False, False, False), tuple(rows)))


def _origin(sheet: Sheet, document: Document) -> None:
    """Write where it came from: remarks with assumptions and sources, then the facts of the run."""
    sheet.line("Herkomst: opmerkingen, bronnen, invoer en parameters", italic=True)
    sheet.line("")
    notes: Iterable[tuple[str, str]] = ((str(note.kind), note.text) for note in document.notes)
    rows = tuple(
        (Style.NORMAL, (text_field(label), text_field(text))) for label, text in (*notes, *fact_lines(document))
    )
    sheet.grid(Spread(("soort", "tekst"), (False, False), rows))
