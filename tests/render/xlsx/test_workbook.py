"""A workbook read back: a sheet for each table, nothing is a formula, and the bytes do not move."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from tests.cli.process import python
from tests.render.cells import value
from tests.render.documents import DOCUMENT, FORMULA, HOSTILE, one
from tests.render.xlsx.reading import opened, rows
from woonplan import __version__
from woonplan.render.csv import neutral
from woonplan.render.xlsx.workbook import render_xlsx
from woonplan.tables.document import Document, Passage
from woonplan.tables.table import Column, Kind, Row, Style, Table


def test_a_sheet_for_each_table_and_one_for_its_origin() -> None:
    assert opened(DOCUMENT).sheetnames == ["balans", "details", "leeg", "herkomst"]


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
    }
    # What came out is in the tables.
    document = replace(DOCUMENT, facts=facts, results={"resultaat": {"ondergrens": 1}})
    found = [tuple(row) for row in rows(opened(document)["herkomst"])]
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


def test_it_opens_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "boek.xlsx"
    path.write_bytes(render_xlsx(DOCUMENT))
    assert load_workbook(path, read_only=True).properties.title == "Balans van Dal"


def test_numbers_that_add_up_are_formulas_with_their_outcome() -> None:
    table = replace(
        one("a", "x").tables[0],
        columns=(Column("naam", "naam"), Column("hard", "hard", Kind.AMOUNT), Column("zacht", "zacht", Kind.AMOUNT)),
        rows=(
            Row("a", ("a", value(3, 3), value(1, 1))),
            Row("b", ("b", value(4, 4), value(1, 2))),
            Row("t", ("t", value(7, 7, circa=True), value(2, 3)), Style.TOTAL),
        ),
        sums={
            (2, "hard"): ((1, (0, "hard")), (1, (1, "hard"))),
            (2, "zacht"): ((1, (0, "zacht")), (1, (1, "zacht"))),
            (1, "hard"): ((1, (0, "hard")), (-1, (2, "hard"))),
        },
    )
    document = Document("D", (table,))
    sheet = opened(document)["t"]
    assert sheet["B7"].value == "=SUM(B5:B6)"
    assert sheet["B6"].value == "=B5-B7"
    # Of a range both ends are cells, and no formula.
    assert [sheet[f"{letter}7"].value for letter in "CD"] == [2, 3]
    stored = load_workbook(io.BytesIO(render_xlsx(document)), data_only=True)["t"]
    assert (stored["B7"].value, stored["B7"].number_format) == (7, '"ca. "#,##0;"ca. -"#,##0;"ca. "0')


def test_a_long_list_is_written_row_by_row_and_is_the_same_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("_x0041_", "<r>vet</r>", "<r><b/></r>", " spatie ", FORMULA, HOSTILE, "a&b<c>")
    rows = tuple(Row(str(i), (text, value(i, i + 1))) for i, text in enumerate(texts))
    columns = (Column("naam", "naam"), Column("hard", "hard", Kind.AMOUNT))
    document = Document("D", (Table("t", "T", columns, rows, ("Noot.",)),), notes=DOCUMENT.notes)
    whole = opened(document)
    monkeypatch.setattr("woonplan.render.xlsx.workbook.MANY", 1)
    by_row = opened(document)
    assert by_row.sheetnames == whole.sheetnames
    for sheet in whole.worksheets:
        other = by_row[sheet.title]
        # A string that stands in its cell is escaped as any; this reader leaves it so, and spreadsheets do not.
        read = [[unescape(c) if isinstance(c, str) else c for c in row] for row in other.iter_rows(values_only=True)]
        assert read == [list(row) for row in sheet.iter_rows(values_only=True)]
        assert {k: v.width for k, v in other.column_dimensions.items()} == {
            k: v.width for k, v in sheet.column_dimensions.items()
        }
        assert {k: v.height for k, v in other.row_dimensions.items()} == {
            k: v.height for k, v in sheet.row_dimensions.items()
        }
    assert [cell.value for cell in by_row["t"]["A"]][4:7] == ["_x005F_x0041_", "<r>vet</r> ", "<r><b/></r> "]
    first = render_xlsx(document)
    assert first == render_xlsx(document)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
