"""How a sheet looks, on a screen and on paper."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.render.cells import value
from tests.render.documents import DOCUMENT, one
from tests.render.xlsx.reading import HEAD, amounts, headers, opened, rows
from woonplan.render.xlsx.workbook import render_xlsx
from woonplan.tables.document import Document
from woonplan.tables.look import BALANCE
from woonplan.tables.table import Column, Row, Style, Table


def test_a_wide_sheet_is_printed_on_as_many_pages_as_it_takes_to_read_it() -> None:
    columns = tuple(Column(f"k{i}", "k" * 40) for i in range(12))
    row = Row("r", ("tekst",) * 12)
    wide, narrow = (
        opened(Document("D", (Table("t", "T", some, (row._replace(cells=row.cells[: len(some)]),)),)))["t"]
        for some in (columns, columns[:2])
    )
    # One word of 40 and the button of the filter are more than a column gets: one of 44 and 11 of 36 are 440.
    assert (wide.page_setup.fitToWidth, wide.print_title_cols) == (2, "$A:$A")
    assert narrow.page_setup.fitToWidth in (None, 1)  # 1 is what a sheet has that does not say
    assert wide.page_setup.fitToHeight == narrow.page_setup.fitToHeight == 0


def test_a_year_that_is_a_name_is_no_mistake() -> None:
    data = render_xlsx(one("2020", "3"))
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert '<ignoredError sqref="A4:B5" numberStoredAsText="1"/>' in sheet


def test_short_and_over_differ_in_colour_as_well() -> None:
    sheet = amounts(*(value(n, n, BALANCE) for n in (-5, 5, 0)))
    assert [sheet[f"B{row}"].font.color.rgb for row in (5, 6)] == ["FF9C1C1C", "FF0B6138"]
    assert sheet["B7"].font.color.type == "theme"  # the ordinary one


def test_the_header_stays_in_view_filters_and_is_printed_on_every_page() -> None:
    sheet = opened(DOCUMENT)["balans"]
    assert sheet.freeze_panes == f"B{HEAD + 1}"
    assert sheet.auto_filter.ref == f"A{HEAD}:H{HEAD + 4}"
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet[f"A{HEAD}"].font.bold


def test_a_table_without_rows_has_its_headers() -> None:
    sheet = opened(DOCUMENT)["leeg"]
    assert headers(sheet) == ["naam", "aantal", "hard"]
    assert sheet.auto_filter.ref == f"A{HEAD}:C{HEAD}"


def test_totals_are_bold_and_details_are_indented() -> None:
    book = opened(DOCUMENT)
    assert [book["balans"][f"A{HEAD + n}"].font.bold for n in (1, 4)] == [False, True]
    assert [book["details"][f"A{HEAD + n}"].alignment.indent for n in (1, 2)] == [0, 1]


def test_columns_are_wide_enough_for_what_they_hold_and_no_wider() -> None:
    long = "woord " * 100
    sheet = opened(one("kort", "Hof van Twente en omstreken", long, "x"))["t"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert widths[0] >= 9
    assert widths[1] > len("Hof van Twente en omstreken")
    assert widths[2] == pytest.approx(60, abs=1)
    # 600 characters in 60: about ten lines of 15 points, with some room.
    assert 10 * 15 <= sheet.row_dimensions[HEAD + 1].height <= 14 * 15


def test_notes_stand_under_the_table() -> None:
    below = [row[0] for row in rows(opened(one("a", "b", notes=("Een noot.",)))["t"])]
    assert below == ["a", None, "Een noot.", "Aannames, bronnen en invoer: blad 'herkomst'."]


def test_a_title_of_any_length_fits_the_footer() -> None:
    book = opened(Document("R&D & " * 200, (Table("t", "T", (Column("a", "a"),), ()),)))
    assert book["t"].oddFooter.left.text.startswith("R&&D && ")


def test_every_row_style_is_written() -> None:
    table = Table("t", "T", (Column("a", "a"),), tuple(Row(str(s), (str(s),), s) for s in Style))
    assert rows(opened(Document("D", (table,)))["t"], 3) == [["normal"], ["detail"], ["total"]]
