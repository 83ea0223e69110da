"""A document as an Excel workbook: a summary with charts, a sheet for each theme or table, one for where it came from.

Needs XlsxWriter (the extra ``excel``), which is loaded when a workbook is written and not before.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING

from woonplan import __version__
from woonplan.render.archive import NO_DATE, undated
from woonplan.render.facts import fact_lines
from woonplan.render.safe import safe
from woonplan.render.xlsx.sheet import ORIGIN, Sheet
from woonplan.render.xlsx.spread import Field, Spread, text_field
from woonplan.tables.document import BRIEF, Document, Theme, themes
from woonplan.tables.table import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook

EXPLAINED, SUMMARY = "uitleg", "Samenvatting"
MANY = 5_000
"""Rows of all tables from which they are written one by one, to a temporary file, and none is kept."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_OPTIONS = {
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
    many = sum(len(table.rows) for table in document.tables) > MANY
    book = Workbook(out, _OPTIONS | ({"constant_memory": True} if many else {"in_memory": True}))
    title = safe(document.title)[:250]
    book.set_properties({"title": title, "author": f"woonplan {__version__}", "created": NO_DATE})
    for sheet in _sheets(book, document):
        sheet.close()
    book.close()
    return undated(out)


def _sheets(book: Workbook, document: Document) -> Iterator[Sheet]:
    """Write and yield the sheets: the summary, one per theme or per table without, what is explained, the origin."""
    names, title, parts = _Names(), document.title, themes(document)
    if document.charts or (document.answer and parts):
        yield _summary(book, document, parts, names)
    # What a document with themes ends with is where it came from.
    last = parts[-1] if parts and parts[-1].name not in ("", BRIEF) else None
    for part in parts:
        if part.name and part.name != BRIEF and part is not last:
            sheet = Sheet(book, names.new(part.name), title)
            sheet.tables(part.tables)
            yield sheet
        for table in () if part.name else part.tables:
            sheet = Sheet(book, names.new(table.name), title)
            sheet.table(table)
            yield sheet
    if document.passages:
        sheet = Sheet(book, EXPLAINED, title)
        _words(sheet, "Uitleg", ("onderwerp", "kop", "tekst"), _explained(document))
        yield sheet
    sheet = Sheet(book, ORIGIN, title)
    if last:
        _last(sheet, last, document)
    else:
        heading = "Herkomst: opmerkingen, bronnen, invoer en parameters"
        _words(sheet, heading, ("soort", "tekst"), _origin(document))
    yield sheet


def _summary(book: Workbook, document: Document, parts: Sequence[Theme], names: _Names) -> Sheet:
    """Write the answer, the numbers that matter most, what could change it and what is missing, and the charts."""
    name = names.new(SUMMARY)
    sheet = Sheet(book, name, document.title, (document.answer, document.scope) if document.answer else ())
    sheet.tables([table for part in parts if part.name == BRIEF for table in part.tables])
    for heading, sentences in (("Wat dit kan veranderen", document.moving), ("Wat ontbreekt", document.missing)):
        sheet.said(heading, sentences)
    sheet.charts(name, document.charts)
    return sheet


def _last(sheet: Sheet, part: Theme, document: Document) -> None:
    """Write the tables of the last theme, the remarks, and the facts of the run, under each other."""
    sheet.tables(part.tables)
    sheet.said("Opmerkingen", [f"{note.kind}: {note.text}" for note in document.notes])
    sheet.said("Invoer en parameters", [f"{label}: {text}" for label, text in fact_lines(document)])


class _Names:
    """Names of sheets as Excel takes them: each once, at most 31 characters, and no brackets, slashes or ``:*?``."""

    def __init__(self) -> None:
        # A sheet may not be called History in any language of Excel.
        self._taken = {EXPLAINED, ORIGIN, "history", "geschiedenis"}

    def new(self, wanted: str) -> str:
        """Return a name that is as near to what is wanted as is allowed."""
        base = _fitted(_FORBIDDEN.sub("-", safe(wanted)), _LONGEST_NAME) or "blad"
        ends = (f" ({number})" for number in count(2))
        names = chain([base], (f"{_fitted(base, _LONGEST_NAME - len(end))}{end}" for end in ends))
        name = next(name for name in names if name.lower() not in self._taken)
        self._taken.add(name.lower())
        return name


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
