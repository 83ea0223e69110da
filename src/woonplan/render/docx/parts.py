"""What a document for Word is made of: paragraphs, headings, pictures and tables, on pages that may turn."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from woonplan.render.docx.layout import EDGE, Fitted, Page
from woonplan.render.docx.styles import styled
from woonplan.render.safe import safe
from woonplan.tables.chart import Chart
from woonplan.tables.table import Kind, Row, Style

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.section import Section
    from docx.text.paragraph import Paragraph

PICTURE, TALLEST = 115, 0.8
"""Millimetres that a chart is wide, and which part of the height of a page it takes at most."""

WHOLE = 10
"""Rows of a table up to which it stands on one page; of a longer one the first rows and the last do."""

PIXELS = 1200
"""Of a chart from side to side: 265 to an inch."""

_MARK = "tabel "
"""What stands in a document where a table comes: no text of a file is a comment in it."""


class DocumentPart:
    """A document while it is written, from its beginning to its end."""

    def __init__(self, paper: Paper, title: str, page: Page) -> None:
        self._paper = paper
        self._page = page
        self._tables: list[Fitted] = []
        self._count = {"Tabel": 0, "Figuur": 0}
        styled(paper)
        _measures(paper.sections[0], self._page)
        self._foot(paper.sections[0], title)

    def turn(self, page: Page) -> None:
        """Go on upright or on its side: on a new page, if the last one lies otherwise."""
        if page is self._page:
            return
        self._page = page
        _measures(self._paper.add_section(), page)

    def paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        """Write a paragraph."""
        return self._paper.add_paragraph(safe(text), style)

    def heading(self, text: str, level: int) -> None:
        """Write a heading; 1 is the highest level."""
        self.paragraph(text, f"Heading {min(level, 6)}")

    def item(self, label: str, text: str) -> None:
        """Write what is said under a short label; every line of it as it stands."""
        paragraph = self._paper.add_paragraph(style="Item")
        paragraph.add_run(f"{safe(label)}: ").bold = True
        for number, line in enumerate(text.split("\n")):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(safe(line))

    def said(self, heading: str, sentences: Sequence[str]) -> None:
        """Write sentences under a heading, where there are any."""
        if sentences:
            self.heading(heading, 2)
        for sentence in sentences:
            self.paragraph(sentence, "List Bullet")

    def chart(self, chart: Chart) -> None:
        """Draw a chart as a picture, under what it shows in a sentence, and with its title under it."""
        from docx.shared import Mm

        from woonplan.render.svg.picture import svgs

        drawn = [*svgs(chart, standalone=True)]
        if chart.says:
            # Before the picture: behind one that fills a page it would have a page of its own.
            self.paragraph(chart.says, "Shows")
        paragraph = self._paper.add_paragraph(style="Picture")
        wide = Mm(PICTURE if len(drawn) == 1 else self._page.room // len(drawn) - 2)
        tallest = Mm(round(self._page.value[1] * TALLEST) - 2 * EDGE)
        for number, one in enumerate(drawn, 1):
            shape: Any = paragraph.add_run().add_picture(io.BytesIO(picture(one)), width=wide)
            if shape.height > tallest:
                shape.width, shape.height = wide * tallest // shape.height, tallest
            for side in ("distT", "distB", "distL", "distR"):
                shape._inline.set(side, "0")
            about = shape._inline.docPr  # the library has no other way to say what a picture shows
            about.set("title", safe(chart.title))
            about.set("descr", safe(chart.description))
            about.set("name", f"grafiek {self._count['Figuur'] + 1}{f' ({number})' if number > 1 else ''}")
        self._caption("Figuur", chart.title)

    def table(self, fitted: Fitted) -> None:
        """Write a table under its caption, with its notes; its first row comes back on every page."""
        from lxml.etree import Comment

        self._caption("Tabel", fitted.table.title)
        if fitted.table.columns:
            # The library takes the square of the time for its own rows, and keeps all of them.
            self._paper.element.body.sectPr.addprevious(Comment(f"{_MARK}{len(self._tables)}"))
            self._tables.append(fitted)
        for note in fitted.table.notes:
            self.paragraph(note, "Note")
        self.paragraph("", "After")

    def body(self, written: bytes) -> Iterator[bytes]:
        """Yield what was written with the tables in their places, row by row."""
        text, *others = re.split(f"<!--{_MARK}(\\d+)-->".encode(), written)
        yield text
        for number, after in zip(others[::2], others[1::2], strict=True):
            for row in _table(self._tables[int(number)]):
                yield row.encode()
            yield after

    def _caption(self, kind: str, title: str) -> None:
        """Write a caption whose number counts along when something is put in before it."""
        self._count[kind] += 1
        paragraph = self._paper.add_paragraph(f"{kind} ", "Caption" if kind == "Tabel" else "Caption under")
        _field(paragraph, f"SEQ {kind} \\* ARABIC", str(self._count[kind]))
        paragraph.add_run(f". {safe(title)}")

    def _foot(self, section: Section, title: str) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.style = "Foot"
        paragraph.add_run(f"{title if len(title) <= 90 else f'{title[:87]}...'} - blad ")
        _field(paragraph, "PAGE", "1")
        paragraph.add_run(" van ")
        _field(paragraph, "NUMPAGES", "1")


def picture(drawing: str) -> bytes:
    """Return an SVG as a PNG, drawn with a font that comes with it: no machine is asked what it has."""
    import font_lato
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            background="#ffffff",
            svg_string=drawing,
            width=PIXELS,
            dpi=96,
            skip_system_fonts=True,
            font_files=[font_lato.font_files[name] for name in ("Lato", "LatoBold")],
            font_family="Lato",
            sans_serif_family="Lato",
        )
    )


def _measures(section: Section, page: Page) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE if page is Page.ON_ITS_SIDE else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = map(Mm, page.value)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(EDGE)
    section.header_distance = section.footer_distance = Mm(EDGE // 2)


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Write something that the word processor counts, with what it comes to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run(shown)
    field.append(run._element)
    paragraph._element.append(field)


def _table(fitted: Fitted) -> Iterator[str]:
    """Yield a table as the file format has it, row by row."""
    table = fitted.table
    widths = [round(width * 56.7) for width in fitted.widths]  # twentieths of a point
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    numeric = [column.kind is not Kind.TEXT for column in table.columns]
    head = _row([column.header for column in table.columns], None, widths, numeric, fitted.size)
    count = len(table.rows)
    rows = (
        _row(texts, row, widths, numeric, fitted.size, keep=i < count - 1 and (count <= WHOLE or not 1 < i < count - 3))
        for i, (texts, row) in enumerate(zip(fitted.texts, table.rows, strict=True))
    )
    about = (
        f'<w:tblStyle w:val="Cijfers"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={quoteattr(safe(table.title))}/>'
    )
    yield f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}"
    yield from rows
    yield "</w:tbl>"


def _row(
    texts: Sequence[str],
    row: Row | None,
    widths: Sequence[int],
    numeric: Sequence[bool],
    size: int,
    *,
    keep: bool = True,
) -> str:
    """Return a row; None is the header, which comes back on every page. ``keep`` is on one page with the next."""
    style = Style.NORMAL if row is None else row.style
    kept = "<w:keepNext/>" if keep else ""
    bold = "<w:b/>" if row is None or style is Style.TOTAL else ""
    edge = _LINE if style is Style.TOTAL else ""
    cells = []
    for index, (text, width, number) in enumerate(zip(texts, widths, numeric, strict=True)):
        deeper = '<w:ind w:left="170"/>' if index == 0 and style is Style.DETAIL else ""
        side = '<w:jc w:val="right"/>' if number else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="Cell"/>{kept}{deeper}{side}</w:pPr>'
            f'<w:r><w:rPr>{bold}<w:sz w:val="{2 * size}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(safe(text))}</w:t></w:r></w:p></w:tc>'
        )
    head = "<w:tblHeader/>" if row is None else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


_LINE = '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="404040"/></w:tcBorders>'
"""Above a total."""
