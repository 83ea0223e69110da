"""A document for Word: headings, real tables with captions, charts as pictures, the pages as wide as a table needs.

Needs the extra ``word``, which is loaded when a document is written and not before.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from woonplan import __version__
from woonplan.render.archive import NO_DATE, undated
from woonplan.render.docx.layout import Fitted, Page, fitted
from woonplan.render.docx.parts import DocumentPart
from woonplan.render.facts import fact_lines
from woonplan.render.safe import safe
from woonplan.tables.document import BRIEF, Document, Theme, themes
from woonplan.tables.table import Table, readable

if TYPE_CHECKING:
    from docx.document import Document as Paper

MOST_BARS = 20
"""Rows of a chart up to which it is drawn where a table has the same."""


def render_docx(document: Document) -> bytes:
    """Return the document as a file for Word; the same document gives the same bytes on every machine.

    Raises:
        ImportError: A library is not installed; ask ``formats.missing`` first.
    """
    import docx

    paper = docx.Document()
    title = safe(document.title)
    _properties(paper, title)
    found = themes(document)
    tables = list(_turned([_fitted(table, theme) for theme in found for table in theme.tables]))
    part = DocumentPart(paper, title, tables[0].page if tables and not document.charts else Page.UPRIGHT)
    if document.answer:
        part.paragraph(document.answer, "Subtitle")
        part.paragraph(document.scope, "Quiet")
    part.paragraph(document.title, "Title")
    shown = iter(tables)
    for theme in found:
        _theme(part, theme, [next(shown) for _ in theme.tables], document)
    for passage in document.passages:
        part.heading(passage.title, 1 + passage.level)
        for label, text in passage.items:
            part.item(label, text)
    if document.notes:
        part.heading("Opmerkingen", 1)
        for note in document.notes:
            part.item(str(note.kind), note.text)
    part.heading("Herkomst", 1)
    for label, text in fact_lines(document):
        part.item(label, text)
    out = io.BytesIO()
    paper.save(out)
    return undated(out, {"word/document.xml": part.body})


def _theme(part: DocumentPart, theme: Theme, tables: list[Fitted], document: Document) -> None:
    """Write the charts and tables under a heading; in the brief the numbers first."""
    brief = theme.name == BRIEF
    part.turn(tables[0].page if tables and not theme.charts else Page.UPRIGHT)
    if theme.name:
        part.heading(theme.name, 1)
    for table in tables if brief else ():
        part.table(table)
    for chart in theme.charts:
        # Of many rows a picture is a page of bars that the table beside it says as well.
        if not chart.table or len(chart.categories) <= MOST_BARS:
            part.chart(chart)
    for table in () if brief else tables:
        part.turn(table.page)
        part.table(table)
    if brief:
        part.said("Wat dit kan veranderen", document.moving)
        part.said("Wat ontbreekt", document.missing)


def _fitted(table: Table, theme: Theme) -> Fitted:
    """Return a table as it fits; what stands beside a picture in the brief is upright, as that is."""
    return fitted(readable(table), Page.UPRIGHT if theme.name == BRIEF else None)


def _turned(tables: list[Fitted]) -> Iterator[Fitted]:
    """Yield the tables, of which one that fits upright between two on their side is on its side as well.

    A page that turns is a page that ends, half empty.
    """
    pages = [None, *(table.page for table in tables), None]
    for before, table, after in zip(pages, tables, pages[2:], strict=False):
        yield fitted(table.table, before) if before is after is Page.ON_ITS_SIDE else table


def _properties(paper: Paper, title: str) -> None:
    about = paper.core_properties
    about.title = title[:250]
    about.author = about.last_modified_by = f"woonplan {__version__}"
    about.comments = ""
    about.language = "nl-NL"
    about.created = about.modified = NO_DATE
    about.revision = 1
    # The picture of an empty page that the library begins with.
    shown = [name for name, of in paper.part.package.rels.items() if of.reltype.endswith("/thumbnail")]
    for name in shown:
        del paper.part.package.rels[name]
