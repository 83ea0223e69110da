"""A document for Word read back: headings, tables with heads that repeat, pictures that say what they show."""

from __future__ import annotations

import io
import os
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from PIL import Image

from tests.cli.process import python
from tests.render.charts import CHARTS
from tests.render.documents import DOCUMENT, FORMULA, HOSTILE, one
from tests.render.docx.reading import W, acting, opened, parts, text
from woonplan import __version__
from woonplan.render.cells import cell_text
from woonplan.render.docx.document import render_docx
from woonplan.render.docx.parts import picture
from woonplan.render.safe import safe
from woonplan.render.svg.picture import svg, svgs
from woonplan.tables.document import BRIEF, Document, Passage
from woonplan.tables.table import Column, Kind, Row, Table, readable

LANDSCAPE = 1


def test_every_cell_stands_in_a_real_table_under_its_caption() -> None:
    paper = opened(DOCUMENT)
    for table, written in zip(map(readable, DOCUMENT.tables), paper.tables, strict=True):
        assert [cell.text for cell in written.rows[0].cells] == [safe(c.header) for c in table.columns]
        for row, shown in zip(table.rows, written.rows[1:], strict=True):
            assert [cell.text for cell in shown.cells] == list(map(cell_text, row.cells))
    captions = [p for p in paper.element.body.iter(f"{W}p") if p.style == "Caption"]
    said = ["".join(t.text for t in caption.iter(f"{W}t")) for caption in captions]
    assert said == [f"Tabel {i}. {safe(table.title)}" for i, table in enumerate(DOCUMENT.tables, 1)]


def test_the_head_of_a_table_comes_back_on_every_page_and_no_row_is_torn() -> None:
    table = Table("t", "Lang", (Column("a", "a"),), tuple(Row(str(i), (str(i),)) for i in range(200)))
    (written,) = opened(Document("D", (table,))).tables
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in written.rows]
    assert heads == [True] + [False] * 200
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in written.rows)


def test_headings_by_theme_with_the_brief_first() -> None:
    tables = (
        Table("kern", "Kern", (Column("a", "a"),), (Row("x", ("1",)),), theme=BRIEF, large=True),
        Table("een", "Een", (Column("a", "a"),), (Row("x", ("2",)),), theme="Plannen"),
        Table("twee", "Twee", (Column("a", "a"),), (Row("x", ("3",)),), theme="Tempo"),
    )
    chart = replace(CHARTS[0], theme=BRIEF, says="Dit is te zien.")
    document = Document(
        "Titel",
        tables,
        charts=(chart,),
        answer="Het antwoord.",
        scope="Stand 2020.",
        moving=("Dit weegt.",),
        missing=("Dat niet.",),
    )
    paper = opened(document)
    heads = [(p.style.name, p.text) for p in paper.paragraphs if p.style.name.startswith(("Heading", "Title", "Sub"))]
    assert heads == [
        ("Subtitle", "Het antwoord."),
        ("Title", "Titel"),
        ("Heading 1", BRIEF),
        ("Heading 2", "Wat dit kan veranderen"),
        ("Heading 2", "Wat ontbreekt"),
        ("Heading 1", "Plannen"),
        ("Heading 1", "Tempo"),
        ("Heading 1", "Herkomst"),
    ]
    body = text(paper)
    assert (
        body.index("Tabel 1. Kern")
        < body.index("Dit is te zien.")
        < body.index("Figuur 1. ")
        < body.index("Dit weegt.")
    )


def test_a_chart_is_a_picture_that_says_what_it_shows() -> None:
    data = render_docx(Document("D", charts=CHARTS))
    pictures = [content for name, content in parts(data).items() if name.endswith(".png")]
    # Of steps towards a level there is one for each end of it.
    drawn_of = [chart for chart in CHARTS for _ in svgs(chart)]
    assert len(pictures) == len(drawn_of) == len(CHARTS) + 1
    for content in pictures:
        drawn = Image.open(io.BytesIO(content))
        assert drawn.width == 1200
        assert len(drawn.getcolors(1 << 24) or []) > 20
    paper = opened(Document("D", charts=CHARTS))
    shapes = paper.inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [safe(chart.description) for chart in drawn_of]
    assert all(shape.width.mm <= 174 and shape.height.mm <= 261 for shape in shapes)


def test_letters_of_a_chart_are_drawn_on_a_machine_without_fonts(tmp_path: Path) -> None:
    """What differs between a picture with and without words is words: the font comes with the program."""
    shown = svg(CHARTS[0], standalone=True)
    silent, count = re.subn("<text[^>]*>[^<]*</text>", "", shown)
    assert count > 5
    with mock.patch.dict(os.environ, {"FONTCONFIG_FILE": str(tmp_path / "none"), "HOME": str(tmp_path)}):
        drawn, blank = picture(shown), picture(silent)
    dark = [sum(n for n, c in Image.open(io.BytesIO(p)).convert("L").getcolors() if c < 96) for p in (drawn, blank)]
    assert dark[0] > dark[1] + 500


def test_pages_are_upright_where_a_table_fits_and_on_their_side_where_not() -> None:
    narrow = Table("n", "Smal", (Column("a", "a"),), (Row("x", ("1",)),))
    wide = Table(
        "w",
        "Breed",
        tuple(Column(f"k{i}", f"kolomkop{i}", Kind.TEXT) for i in range(16)),
        (Row("x", ("woordwoord",) * 16),),
    )
    assert [s.orientation for s in opened(Document("D", (narrow,))).sections] == [0]
    assert [s.orientation for s in opened(Document("D", (wide,))).sections] == [LANDSCAPE]
    assert [s.orientation for s in opened(Document("D", (narrow, wide))).sections] == [0, LANDSCAPE]
    # A page that turns is a page that ends: what stands between two on their side is on its side too.
    assert [s.orientation for s in opened(Document("D", (wide, narrow, wide))).sections] == [LANDSCAPE]
    for section in opened(Document("D", (narrow, wide))).sections:
        assert {round(section.page_width.mm), round(section.page_height.mm)} == {210, 297}


def test_it_is_in_dutch() -> None:
    paper = opened(DOCUMENT)
    assert {lang.get(f"{W}val") for lang in paper.styles.element.iter(f"{W}lang")} == {"nl-NL"}
    assert {lang.get(f"{W}val") for lang in paper.settings.element.iter(f"{W}themeFontLang")} == {"nl-NL"}
    assert paper.core_properties.language == "nl-NL"


def test_the_same_bytes_everywhere_and_no_clock(tmp_path: Path) -> None:
    document = replace(DOCUMENT, charts=CHARTS)
    data = render_docx(document)
    assert data == render_docx(document)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    about = opened(document).core_properties
    assert (about.author, about.last_modified_by) == (f"woonplan {__version__}",) * 2
    assert {about.created.year, about.modified.year} == {1980}
    assert "python-docx" not in str(parts(data)["docProps/core.xml"])
    code = (
        "import sys; from dataclasses import replace; from tests.render.documents import DOCUMENT;"
        "from tests.render.charts import CHARTS; from woonplan.render.docx.document import render_docx;"
        "open(sys.argv[1], 'wb').write(render_docx(replace(DOCUMENT, charts=CHARTS)))"
    )
    done = python(code, str(tmp_path / "b.docx"), PYTHONHASHSEED="7", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="5")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "b.docx").read_bytes() == data


@pytest.mark.parametrize(
    "hostile",
    [
        HOSTILE,
        *(
            pytest.param(text, marks=pytest.mark.deep)
            for text in (
                FORMULA,
                "DDEAUTO c:\\windows\\system32\\cmd.exe",
                "{ INCLUDETEXT http://kwaad.example }",
                "https://kwaad.example/",
            )
        ),
        "</w:t></w:r><w:altChunk/>",
        "\x00\x0b\ufffe\ud800",
        pytest.param("]]><!--", marks=pytest.mark.deep),
    ],
)
def test_no_text_of_a_file_acts_in_word(hostile: str) -> None:
    document = one(hostile, "x", notes=(hostile,))
    passage = Passage("p", hostile, ((hostile, f"{hostile}\n{hostile}"),))
    table = replace(document.tables[0], title=hostile, theme=hostile, columns=(Column("k", hostile), Column("l", "l")))
    chart = replace(CHARTS[0], title=hostile, description=hostile, says=hostile, theme=hostile)
    whole = replace(
        document,
        title=hostile,
        answer=hostile,
        scope=hostile,
        tables=(table,),
        charts=(chart,),
        passages=(passage,),
        facts={hostile: hostile},
    )
    assert acting(render_docx(whole)) == []
    (written,) = opened(whole).tables
    assert written.rows[0].cells[0].text == safe(hostile)


def test_a_document_without_anything() -> None:
    assert "Titel" in text(opened(Document("Titel")))
    assert acting(render_docx(Document("Titel"))) == []
    assert len(opened(Document("T", (Table("t", "Leeg", (), ()),))).tables) == 0


def test_a_long_table_takes_no_square_of_the_time() -> None:
    columns = tuple(Column(f"k{i}", f"kop {i}") for i in range(8))
    table = Table("t", "Lang", columns, tuple(Row(str(i), (f"rij {i}",) * 8) for i in range(3000)))
    assert len(opened(Document("D", (table,))).tables[0]._tbl.tr_lst) == 3001
