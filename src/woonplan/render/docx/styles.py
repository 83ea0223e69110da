"""How the parts of a document for Word look: quiet, in Dutch, and the same in every word processor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Paper

FONT = "Arial"
INK, QUIET = "1F3A5F", "595959"

_NEW: dict[str, dict[str, Any]] = {
    "Quiet": {"size": 10, "colour": QUIET, "after": 8},
    "Item": {"size": 10, "after": 3},
    "Shows": {"before": 6, "keep": True},
    "Picture": {"after": 0, "before": 6, "keep": True},
    "Caption under": {"size": 9, "bold": True, "colour": INK, "after": 8},
    "Note": {"size": 9, "colour": QUIET, "before": 2, "after": 0},
    "After": {"size": 4, "after": 4},
    "Cell": {"size": 9, "after": 0},
    "Foot": {"size": 8, "colour": QUIET, "after": 0},
}
"""The styles that the library has not, by name: sizes and white space in points."""

_OWN: dict[str, dict[str, Any]] = {
    "Normal": {"size": 10, "after": 4},
    "List Bullet": {"size": 10, "after": 2},
    "Title": {"size": 18, "bold": True, "colour": INK, "after": 6, "before": 6},
    "Subtitle": {"size": 15, "bold": True, "colour": INK, "after": 2},
    "Caption": {"size": 9, "bold": True, "colour": INK, "before": 8, "after": 3, "keep": True},
    **{
        f"Heading {n}": {
            "size": max(15 - 1.5 * n, 10),
            "bold": True,
            "colour": INK,
            "before": 10,
            "after": 3,
            "keep": True,
        }
        for n in range(1, 7)
    },
}


def styled(paper: Paper) -> None:
    """Give a new document its styles, and Dutch as its language."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml

    for name, look in (_OWN | _NEW).items():
        style = paper.styles[name] if name in _OWN else paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _look(style, **look)
    paper.styles.element.append(parse_xml(_TABLE))
    _dutch(paper)


def _look(
    style: Any,
    size: float = 10,
    colour: str = "000000",
    before: float = 0,
    after: float = 0,
    *,
    bold: bool = False,
    keep: bool = False,
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.0
    shape.keep_with_next = keep
    for edge in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(edge)


def _dutch(paper: Paper) -> None:
    from docx.oxml.ns import qn

    spoken = (*paper.styles.element.iter(qn("w:lang")), *paper.settings.element.iter(qn("w:themeFontLang")))
    for language in spoken:
        language.set(qn("w:val"), "nl-NL")


_TABLE = (
    '<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="table"'
    ' w:styleId="Cijfers">'
    '<w:name w:val="Cijfers"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="6" w:space="0" w:color="808080"/>'
    '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="808080"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9D9D9"/></w:tblBorders><w:tblCellMar>'
    '<w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>'
    '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF2"/></w:tcPr></w:tblStylePr></w:style>'
)
