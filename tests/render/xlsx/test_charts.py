"""Charts of a workbook: they show what stands in its cells."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from tests.render.charts import CHARTS, LINES, STACKED, WATERFALL
from tests.render.documents import HOSTILE
from tests.render.xlsx.reading import opened
from woonplan.render.safe import safe
from woonplan.render.xlsx.charts import block, rows_behind
from woonplan.render.xlsx.workbook import render_xlsx
from woonplan.tables.chart import Chart
from woonplan.tables.document import BRIEF, Document
from woonplan.tables.table import Column, Row, Table


def test_every_chart_of_the_screen_is_one_of_the_program_and_reads_cells() -> None:
    document = Document("D", charts=CHARTS, answer="Het antwoord.", scope="Stand 2020.")
    with zipfile.ZipFile(io.BytesIO(render_xlsx(document))) as archive:
        drawn = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/charts/chart")]
    sheet = opened(document)["Samenvatting"]
    assert len(drawn) == len(CHARTS)
    for chart, xml in zip(CHARTS, drawn, strict=True):
        found = block(chart)
        values = re.findall(r"<c:val><c:numRef><c:f>Samenvatting!(.*?)</c:f>", xml)
        assert len(values) == len(found.names)
        for number, reference in enumerate(values):
            cells = [cell.value for (cell,) in sheet[reference.replace("$", "")]]
            assert cells == [row[number] for row in found.values]
        names = [
            sheet[one.replace("$", "")].value
            for one in re.findall(r"<c:tx><c:strRef><c:f>Samenvatting!(.*?)</c:f>", xml)
        ]
        assert names == list(map(safe, found.names))


def test_what_is_unknown_is_an_empty_cell_and_no_0() -> None:
    found = block(STACKED)
    assert found.values[2][0] is None
    assert found.categories[-2:] == ("ambitie (laagst)", "ambitie (hoogst)")
    assert found.values[-2:] == ((None, None, 10000), (None, None, 12000))
    one = block(replace(STACKED, band=(10000, 10000)))
    assert one.categories[-1] == "ambitie"
    assert block(WATERFALL).names == WATERFALL.categories
    assert block(LINES).values == tuple(zip(*(s.values for s in LINES.series), strict=True))


def test_a_chart_says_what_it_shows_to_who_does_not_see_it() -> None:
    data = render_xlsx(Document("D", charts=(replace(STACKED, description=HOSTILE, says="Een zin."),)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert "[red]x[/red]\\x1b[31m" in drawing
    sheet = opened(Document("D", charts=(replace(STACKED, says="Een zin."),)))["Samenvatting"]
    assert "Een zin." in [row[0].value for row in sheet.iter_rows()]


def test_the_summary_prints_without_the_numbers_of_charts() -> None:
    sheet = opened(Document("D", charts=(STACKED,)))["Samenvatting"]
    at = next(cell.row for (cell, *_) in sheet.iter_rows() if cell.value == "Cijfers van de grafieken")
    assert sheet.print_area.startswith("'Samenvatting'!$A$1:")
    assert int(sheet.print_area.rsplit("$", 1)[1]) < at


def test_a_chart_of_many_bars_is_higher() -> None:
    many = replace(
        STACKED,
        categories=tuple(map(str, range(50))),
        series=tuple(one._replace(values=(1,) * 50, cells=()) for one in STACKED.series),
    )
    assert rows_behind(many) > 2 * rows_behind(STACKED)


THEMES = Document(
    "Titel",
    (
        Table("kern", "Kern", (Column("a", "a"),), (Row("x", ("1",)),), theme=BRIEF, large=True),
        Table("een", "Een", (Column("a", "a"), Column("b", "b")), (Row("x", ("2", "3")),), ("Noot.",), theme="Plannen"),
        Table("twee", "Twee", (Column("a", "a"),), (Row("x", ("4",)),), theme="Plannen"),
        Table("drie", "Drie", (Column("a", "a"),), (Row("x", ("5",)),), theme="Bronnen"),
    ),
    answer="Het antwoord.",
    scope="Stand 2020.",
    moving=("Dit weegt.",),
    missing=("Dat niet.",),
    facts={"fictief": True},
)


def test_tables_of_a_theme_share_a_sheet() -> None:
    book = opened(THEMES)
    assert book.sheetnames == ["Samenvatting", "Plannen", "herkomst"]
    said = [[cell.value for cell in row if cell.value is not None] for row in book["Plannen"].iter_rows()]
    assert [line for line in said if line] == [
        ["Titel"], ["Een"], ["a", "b"], ["2", "3"], ["Noot."], ["Twee"], ["a"], ["4"],
    ]  # fmt: skip
    first = [row[0].value for row in book["Samenvatting"].iter_rows() if row[0].value]
    assert first == [
        "Het antwoord.", "Stand 2020.", "Titel", "Kern", "a", "1", "Wat dit kan veranderen", "Dit weegt.",
        "Wat ontbreekt", "Dat niet.",
    ]  # fmt: skip
    last = [row[0].value for row in book["herkomst"].iter_rows() if row[0].value]
    assert last[:4] == ["Titel", "Drie", "a", "5"]
    assert last[-1] == "fictief: ja"


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_no_name_of_a_chart_is_a_formula(chart: Chart) -> None:
    evil = replace(chart, title="=1+1", unit="=2+2", series=tuple(one._replace(name="=3+3") for one in chart.series))
    data = render_xlsx(Document("D", charts=(evil,)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/charts/chart"))
    assert "<c:f>=" not in xml
    assert not re.search(r"<c:f>\d", xml)
    assert "<f>" not in "".join(
        archive.read(n).decode()
        for archive in [zipfile.ZipFile(io.BytesIO(data))]
        for n in archive.namelist()
        if "worksheets/sheet" in n
    )


def test_a_sentence_is_printed_to_its_end() -> None:
    short, long = (opened(Document("D", charts=(STACKED,), answer="woord " * n, scope="S")) for n in (2, 40))
    last = [book["Samenvatting"].print_area.split(":$")[1].split("$")[0] for book in (short, long)]
    assert [len(one) for one in last] == [1, 1]
    assert last[1] > last[0]
