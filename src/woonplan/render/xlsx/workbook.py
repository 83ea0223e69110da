"""A document as an Excel workbook: a sheet for each table, one for what is explained, one for where it came from.

Needs XlsxWriter (the extra ``excel``), which is loaded when a workbook is written and not before.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain, count

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
    "constant_memory": True,  # a row is written away when the next begins
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


Words = tuple[Style, tuple[str | None, ...]]
"""What a row of text is, and its cells; None is no text at all."""


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
    for table, name in zip(document.tables, _names(document), strict=True):
        Sheet(book, name, document.title).table(table)
    if document.passages:
        _words(Sheet(book, EXPLAINED, document.title), "Uitleg", ("onderwerp", "kop", "tekst"), _explained(document))
    heading = "Herkomst: opmerkingen, bronnen, invoer en parameters"
    _words(Sheet(book, ORIGIN, document.title), heading, ("soort", "tekst"), _origin(document))
    book.close()
    return out.getvalue()


def _names(document: Document) -> Iterator[str]:
    """Yield names of sheets as Excel takes them: each once, at most 31 characters, and no brackets, slashes or ``:*?``.

    Each is as near to the name of its table as is allowed.
    """
    # A sheet may not be called History in any language of Excel.
    taken = {EXPLAINED, ORIGIN, "history", "geschiedenis"}
    for table in document.tables:
        base = _fitted(_FORBIDDEN.sub("-", safe(table.name)), _LONGEST_NAME) or "blad"
        ends = (f" ({number})" for number in count(2))
        names = chain([base], (f"{_fitted(base, _LONGEST_NAME - len(end))}{end}" for end in ends))
        name = next(name for name in names if name.lower() not in taken)
        taken.add(name.lower())
        yield name


def _fitted(name: str, length: int) -> str:
    # Excel counts UTF-16 units, and takes no apostrophe at either end.
    while len(name.encode("utf-16-le")) > 2 * length:
        name = name[:-1]
    return name.strip("' ")


def _words(sheet: Sheet, heading: str, columns: tuple[str, ...], rows: Iterable[Words]) -> None:
    """Write a sheet of text under a heading."""
    sheet.line(heading, italic=True)
    sheet.line("")
    fields = ((style, tuple(Field() if text is None else text_field(text) for text in texts)) for style, texts in rows)
    sheet.grid(Spread(columns, (False,) * len(columns), tuple(fields)))


def _explained(document: Document) -> Iterator[Words]:
    """Yield the passages: a title with its depth, and what is said of it."""
    for passage in document.passages:
        style = Style.TOTAL if passage.level == 0 else Style.NORMAL
        yield style, (f"{'    ' * passage.level}{passage.title}", None, None)
        yield from ((Style.NORMAL, (None, *item)) for item in passage.items)


def _origin(document: Document) -> Iterator[Words]:
    """Yield where it came from: remarks with assumptions and sources, then the facts of the run."""
    yield from ((Style.NORMAL, (str(note.kind), note.text)) for note in document.notes)
    yield from ((Style.NORMAL, fact) for fact in fact_lines(document))
