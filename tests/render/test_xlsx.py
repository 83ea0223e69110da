"""A workbook read back: numbers are numbers, unknown is a word, nothing is a formula, and the bytes do not move."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.process import python
from tests.render.documents import DOCUMENT, EXACTS, FORMULA, HOSTILE, NAME, exacts, one
from woonplan import __version__
from woonplan.render.csv import neutral
from woonplan.render.xlsx.workbook import render_xlsx
from woonplan.tables import Amount, Column, Document, Kind, Passage, Row, Style, Table

HEAD = 4
"""The row of the headers: after a title, the name of the table and an empty row."""


def opened(document: Document) -> Workbook:
    return load_workbook(io.BytesIO(render_xlsx(document)))


def rows(sheet: Worksheet, count: int | None = None) -> list[list[Any]]:
    """Return the values below the header; the notes under the table only without a count."""
    last = HEAD + count if count is not None else None
    return [list(row) for row in sheet.iter_rows(HEAD + 1, last, 1, len(headers(sheet)), values_only=True)]


def headers(sheet: Worksheet) -> list[Any]:
    return [cell.value for cell in sheet[HEAD] if cell.value is not None]


def amounts(*cells: Amount | str | None) -> Worksheet:
    """Return the sheet of a table with one column of amounts."""
    columns = (Column("naam", "naam"), Column("hard", "hard", Kind.AMOUNT))
    table = Table("t", "T", columns, tuple(Row(str(i), (f"r{i}", cell)) for i, cell in enumerate(cells)))
    return opened(Document("Titel", (table,)))["t"]


def test_a_sheet_for_each_table_and_one_for_its_origin() -> None:
    assert opened(DOCUMENT).sheetnames == ["balans", "details", "leeg", "herkomst"]


def test_an_amount_takes_the_columns_that_it_needs() -> None:
    # hard: 8.300 | 0-30 (+ 2) | nothing known (3) | 8.300 or more; saldo: -1.900 | -345..1.655 | - | -5 or less.
    # 'buiten' is optional and 0 everywhere.
    sheet = opened(DOCUMENT)["balans"]
    assert headers(sheet) == [
        "naam", "aantal", "hard (laagst)", "hard (hoogst)", "hard (aantal onbekend)", "saldo (laagst)",
        "saldo (hoogst)", "bron",
    ]  # fmt: skip
    een, deel, kwaad, som = rows(sheet, 4)
    assert een == [NAME, 1200, 8300, 8300, 0, -1900, -1900, None]
    assert deel == ["deel", 0, 0, 30, 2, -345, 1655, "Nota, par. 4.7"]
    assert kwaad[1:7] == [None, "onbekend", "onbekend", 3, None, None]
    assert som == ["totaal", 1200, 8300, "of hoger", 0, "of lager", -5, None]


def test_numbers_that_are_one_number_take_one_column() -> None:
    sheet = amounts(Amount(10, 10), Amount(1200, 1200, circa=True), Amount(None, None, unknown=1, blank=True), "geen")
    assert headers(sheet) == ["naam", "hard"]
    assert [row[1] for row in rows(sheet, 4)] == [10, 1200, "onbekend", "geen"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Amount(10, 20), ["hard (laagst)", "hard (hoogst)"]),
        (Amount(None, 20), ["hard (laagst)", "hard (hoogst)"]),
        (Amount(10, 10, unknown=1), ["hard", "hard (aantal onbekend)"]),
        (Amount(0, 0, unknown=2, blank=True), ["hard", "hard (aantal onbekend)"]),
        # The bounds of what is blank mean nothing; one record is what the word says.
        (Amount(0, 20, unknown=1, blank=True), ["hard"]),
        (Amount(0, 0), ["hard"]),
    ],
)
def test_one_cell_decides_for_its_column(cell: Amount, expected: list[str]) -> None:
    assert headers(amounts(Amount(5, 5), cell))[1:] == expected


def test_unknown_is_never_a_number_or_empty() -> None:
    sheet = amounts(Amount(0, 0, unknown=4, blank=True), Amount(None, None, unknown=1), Amount(0, 0))
    assert rows(sheet, 3) == [["r0", "onbekend", 4], ["r1", "onbekend", 1], ["r2", 0, 0]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Amount(8300, 8300), "#,##0"),
        (Amount(-30, -30, circa=True), '"ca. "#,##0;"ca. -"#,##0;"ca. "0'),
        (Amount(-5, -5, signed=True), '"over "#,##0;"tekort "#,##0;0'),
        (Amount(5, 5, circa=True, signed=True), '"over ca. "#,##0;"tekort ca. "#,##0;"ca. "0'),
    ],
)
def test_the_words_are_in_the_number_format(cell: Amount, expected: str) -> None:
    found = amounts(cell)["B5"]
    assert (found.value, found.data_type, found.number_format) == (cell.low, "n", expected)


def test_exact_numbers_are_numbers_with_a_format() -> None:
    sheet = opened(exacts(*EXACTS))["t"]
    assert headers(sheet) == ["naam", "deel (laagst)", "deel (hoogst)", "deel (aantal onbekend)"]
    # A percentage is stored as its share: 41.5% is 0.415.
    assert [row[1:] for row in rows(sheet, len(EXACTS))] == [
        [0.415, 0.415, 0],
        [pytest.approx(2 / 3, rel=1e-15), pytest.approx(2 / 3, rel=1e-15), 0],
        [4.15, 9, 2],
        [1234567, "of hoger", 0],
        ["of lager", 0.415, 0],
        ["onbekend", "onbekend", 3],
        ["onbekend", "onbekend", 0],
        ["niet van toepassing", "niet van toepassing", None],
        [None, None, None],
    ]
    assert [sheet[f"B{row}"].number_format for row in range(5, 9)] == [
        "0.0%",
        '"ca. "0%;"ca. -"0%',
        '0.00" jaar"',
        '#,##0.00" euro"',
    ]
    assert sheet["B5"].alignment.horizontal == "right"


def test_exact_numbers_that_are_one_number_take_one_column() -> None:
    assert headers(opened(exacts(*EXACTS[:2]))["t"]) == ["naam", "deel"]


def test_a_wide_sheet_is_printed_on_as_many_pages_as_it_takes_to_read_it() -> None:
    columns = tuple(Column(f"k{i}", "k" * 40) for i in range(12))
    row = Row("r", ("tekst",) * 12)
    wide, narrow = (
        opened(Document("D", (Table("t", "T", some, (replace(row, cells=row.cells[: len(some)]),)),)))["t"]
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
    sheet = amounts(*(Amount(n, n, signed=True) for n in (-5, 5, 0)))
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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b\\c[d]:e*f?", "a-b-c-d--e-f-"),
        ("x" * 40, "x" * 31),
        ("'citaat'", "citaat"),
        ("", "blad"),
        ("History", "History (2)"),
        ("Herkomst", "Herkomst (2)"),
        ("\U0001f3e0" * 20, "\U0001f3e0" * 15),  # each counts for two
    ],
)
def test_names_of_sheets_are_those_that_a_spreadsheet_takes(name: str, expected: str) -> None:
    table = Table(name, "T", (Column("a", "a"),), ())
    assert opened(Document("D", (table,))).sheetnames == [expected, "herkomst"]


def test_names_of_sheets_are_unique() -> None:
    tables = tuple(Table(n, "T", (Column("a", "a"),), ()) for n in ("zelfde", "Zelfde", "y" * 31, "y" * 32, "uitleg"))
    names = opened(Document("D", tables)).sheetnames
    assert names == ["zelfde", "Zelfde (2)", "y" * 31, "y" * 27 + " (2)", "uitleg (2)", "herkomst"]


@pytest.mark.parametrize(
    ("mark", "before"), tuple(product(("=", "+", "-", "@", "\uff1d", "\uff0b"), ("", " ", "\n", "\t"))), ids=repr
)
def test_no_text_is_a_formula_wherever_it_stands(mark: str, before: str) -> None:
    text = f"{before}{mark}1+1"
    document = one(text, "x", notes=(text,))
    table = replace(document.tables[0], title=text, columns=(Column("k", text), Column("l", "l")))
    passage = Passage("p", text, ((text, text),))
    book = opened(replace(document, title=text, tables=(table,), passages=(passage,), facts={text: text}))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "f" not in {cell.data_type for cell in cells}
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert not [text for text in texts if text.lstrip().startswith(mark)]
    # Sheet t: title, table, header, cell, note; uitleg: title, subject, label, text; herkomst: title and both columns.
    assert texts.count(neutral(text)) == 5 + 4 + 3


def test_hostile_text_is_shown_and_does_nothing() -> None:
    sheet = opened(DOCUMENT)["balans"]
    assert sheet["A7"].value == "[red]x[/red]\\x1b[31m nieuw|<b>&\\u202e"
    assert sheet["H7"].value == f"'{FORMULA}"
    assert HOSTILE not in str([cell.value for row in sheet.iter_rows() for cell in row])


@pytest.mark.parametrize(
    "text", ["_x0041_", "\x00\x0b", "\ud800", "\ufffe", "https://example.org", "{=1}", "007", "x" * 40_000]
)
def test_text_stays_text(text: str) -> None:
    cell = opened(one("a", text))["t"]["B5"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    if len(text) < 1000:
        assert cell.value == {"\x00\x0b": "\\x00\\x0b", "\ud800": "\\ud800", "\ufffe": "\\ufffe"}.get(text, text)
    else:
        assert cell.value.startswith("x" * 32_000)
        assert cell.value.endswith("[... nog 8.000 tekens]")


def test_a_number_that_a_spreadsheet_would_round_is_text() -> None:
    sheet = amounts(Amount(10**15, 10**15), Amount(10**15 - 1, 10**15 - 1))
    assert [row[1] for row in rows(sheet, 2)] == ["1.000.000.000.000.000", 999_999_999_999_999]


def test_notes_stand_under_the_table() -> None:
    below = [row[0] for row in rows(opened(one("a", "b", notes=("Een noot.",)))["t"])]
    assert below == ["a", None, "Een noot.", "Aannames, bronnen en invoer: blad 'herkomst'."]


def test_what_is_explained_has_a_sheet() -> None:
    passages = (Passage("p", "saldo = hard - ambitie", (("ondergrens", "-5.900"),)), Passage("q", "hard", (), 1))
    book = opened(Document("Uitleg van saldo", passages=passages))
    assert book.sheetnames == ["uitleg", "herkomst"]
    assert rows(book["uitleg"]) == [
        ["saldo = hard - ambitie", None, None],
        [None, "ondergrens", "'-5.900"],
        ["    hard", None, None],
    ]


def test_the_origin_says_what_was_assumed_and_what_was_read() -> None:
    facts = {
        "fictief": True,
        "invoer": [{"bestand": "data/plannen.yaml", "sha256": "ab12"}],
        "parameters": {"gemeente": [], "opgave": None, "jaren": [2020, 2021]},
        "resultaat": {"ondergrens": 1},
    }
    found = [tuple(row) for row in rows(opened(replace(DOCUMENT, facts=facts))["herkomst"])]
    assert found[0] == ("Aanname", "periode 2020-2029.")
    assert found[2:] == [
        ("programma", f"woonplan {__version__}"),
        ("fictief", "ja"),
        ("invoer", "bestand data/plannen.yaml; sha256 ab12"),
        ("parameters: gemeente", "niet opgegeven"),
        ("parameters: opgave", "niet opgegeven"),
        ("parameters: jaren", "2020, 2021"),
    ]


def test_the_same_document_gives_the_same_bytes() -> None:
    first = render_xlsx(DOCUMENT)
    done = python(
        "import sys; from tests.render.documents import DOCUMENT;"
        "from woonplan.render.xlsx.workbook import render_xlsx;"
        "sys.stdout.buffer.write(render_xlsx(DOCUMENT))",
        TZ="Asia/Tokyo",
        PYTHONHASHSEED="7",
    )
    assert done.stderr == b""
    assert done.stdout == first


def test_nothing_in_it_tells_the_time() -> None:
    with zipfile.ZipFile(io.BytesIO(render_xlsx(DOCUMENT))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2  # made, and changed


def test_a_title_of_any_length_fits_the_footer() -> None:
    book = opened(Document("R&D & " * 200, (Table("t", "T", (Column("a", "a"),), ()),)))
    assert book["t"].oddFooter.left.text.startswith("R&&D && ")


def test_every_row_style_is_written() -> None:
    table = Table("t", "T", (Column("a", "a"),), tuple(Row(str(s), (str(s),), s) for s in Style))
    assert rows(opened(Document("D", (table,)))["t"], 3) == [["normal"], ["detail"], ["total"]]


def test_it_opens_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "boek.xlsx"
    path.write_bytes(render_xlsx(DOCUMENT))
    assert load_workbook(path, read_only=True).properties.title == "Balans van Dal"
