"""What a file is follows from its bytes; what is damaged, locked or hostile is said and never raised."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.exchange.books import content, dbf, saved, workbook
from woonplan.diagnostics import Diagnostic
from woonplan.exchange.cells import Book, Fault
from woonplan.exchange.files import xlsx
from woonplan.exchange.files.dbf import is_dbf
from woonplan.exchange.files.opening import open_book, read_book

SHEET = "xl/worksheets/sheet1.xml"


def opened(data: bytes, name: str = "x.xlsx") -> Book:
    book = read_book(data, name)
    assert isinstance(book, Book)
    return book


def refused(data: bytes, name: str = "x") -> str:
    finding = read_book(data, name)
    assert isinstance(finding, Diagnostic)
    assert finding.code == "WP601"
    assert finding.hint
    return finding.message


def changed(data: bytes, part: str, text: bytes) -> bytes:
    """Return a workbook with another text in one of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, text if info.filename == part else old.read(info.filename))
    return buffer.getvalue()


GOOD = content(workbook([["naam", "gemeente"], ["Hof", "Aa"]]))
_XML = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def with_rows(rows: bytes) -> bytes:
    return changed(GOOD, SHEET, _XML % rows)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is leeg"),
        (b" \r\n ", "is leeg"),
        (GOOD[: len(GOOD) // 2], "beschadigd"),
        (b"PK\x03\x04" + b"\0" * 200, "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "van voor 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "versleuteld"),
        (b"%PDF-1.7 ...", "een PDF"),
        (b"  <html><table>", "HTML"),
        (b"a;b\0c", "NUL-tekens"),
        (b"\x81\x8d\x8f\x90\x9d", "geen tekst"),
        (changed(GOOD, "xl/workbook.xml", b"<geen xml"), "beschadigd"),
        (changed(GOOD, SHEET, b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "definities"),
        (with_rows(b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'), "beschadigd"),
        (with_rows(b'<row r="1"><c r="XFD1"><v>1</v></c></row>'), "beschadigd"),
        (with_rows(b'<row r="x"><c><v>1</v></c></row>'), "beschadigd"),
    ],
    ids=(
        "empty",
        "blank",
        "half",
        "zeros",
        "old",
        "locked",
        "pdf",
        "html",
        "nul",
        "bytes",
        "xml",
        "doctype",
        "string",
        "column",
        "row",
    ),
)
def test_what_is_no_table_is_refused_with_a_reason(data: bytes, said: str) -> None:
    assert said in refused(data)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("mimetype", "content.xml"), "geen werkmap van Excel"),
        (("xl/workbook.bin",), "binaire werkmap"),
        (("x.txt",), "geen werkmap"),
    ],
)
def test_other_zips(names: tuple[str, ...], said: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    assert said in refused(buffer.getvalue())


def test_a_locked_zip() -> None:
    # The mark of encryption in the head of a part, local and central.
    data = bytearray(GOOD)
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(sign)
        data[at + (6 if sign == b"PK\x03\x04" else 8)] |= 1
    assert "versleuteld" in refused(bytes(data))


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_UNPACKED", 5_000_000)
    bomb = changed(GOOD, SHEET, b" " * 6_000_000)
    assert len(bomb) < 100_000
    assert "uitgepakt" in refused(bomb)
    monkeypatch.setattr(xlsx, "MAX_PARTS", 2)
    assert "uitgepakt" in refused(GOOD)


def test_a_sheet_of_formatted_empty_rows_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_EMPTY", 1000)
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(2, 1500))
    message = refused(with_rows(b'<row r="1"><c r="A1"><v>1</v></c></row>' + rows))
    assert "meer dan 1000 opgemaakte rijen" in message
    assert "rij 1002" in message


def test_a_gap_in_the_row_numbers_costs_nothing() -> None:
    book = opened(
        with_rows(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>')
    )
    assert [number for number, _ in book.sheets[0].rows] == [1, 1048576]


def test_what_a_reader_of_values_would_miss() -> None:
    cells = (
        b'<c r="A1"><f>B1+C1</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><v>#DIV/0!</v></c>'
        b'<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="s"/><c r="F1" t="b"><v>1</v></c><c r="H1"><v>1.5</v></c>'
    )
    ((_, row),) = opened(with_rows(b'<row r="1" hidden="1">' + cells + b"</row>")).sheets[0].rows
    assert row == (Fault("=B1+C1", formula=True), 2, Fault("#DIV/0!", formula=False), "", "", True, None, 1.5)


def test_hidden_merged_and_filtered_are_seen() -> None:
    book = workbook([["a", "b"], [1, 2], [3, 4]])
    sheet = book.active
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[3].hidden = True
    sheet.auto_filter.ref = "A1:B3"
    sheet.auto_filter.add_filter_column(0, ["1"])
    book.create_sheet("weg").sheet_state = "veryHidden"
    read = opened(content(book))
    first, second = read.sheets
    assert first.merged[0] == (1, 1, 1, 2)
    assert first.hidden_rows == {3}
    assert first.filtered == "A1:B3"
    assert second.hidden
    assert read.shown == [first]


def test_a_filter_without_a_condition_hides_nothing() -> None:
    book = workbook([["a"], [1]])
    book.active.auto_filter.ref = "A1:A2"
    assert opened(content(book)).sheets[0].filtered == ""


def test_the_library_is_asked_for_only_by_workbooks(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(xlsx, "import_module", missing)
    with pytest.raises(xlsx.NoLibrary, match="python -m pip install openpyxl"):
        read_book(GOOD, "x.xlsx")
    assert isinstance(read_book(b"a;b\n1;2\n", "x.csv"), Book)


def test_csv_as_programs_write_it() -> None:
    book = opened("naam;aantal\r\n\"A; 'b'\r\nc\";12\r\n\r\nD;012\r\n".encode("utf-8-sig"), "x.csv")
    assert book.sheets[0].rows == [(1, ("naam", "aantal")), (2, ("A; 'b'\r\nc", 12)), (4, ("D", "012"))]
    old = opened("naam;plaats\nCafé;Zuid\n".encode("cp1252"), "x.csv")
    assert old.sheets[0].rows[1] == (2, ("Café", "Zuid"))
    assert "Windows-1252" in old.findings[0].message
    wide = opened("naam\tplaats\nA\tB\n".encode("utf-16"), "x.csv")
    assert wide.sheets[0].rows[1] == (2, ("A", "B"))


def test_csv_that_is_not_right() -> None:
    assert "einde van een tekst tussen aanhalingstekens" in refused(b'a;b\n"x;y\n', "x.csv")
    assert "langer dan" in refused(b"a;b\n" + b"x" * 200_000, "x.csv")
    book = opened(b"a;b\n1;2;3\n4;5\n", "x.csv")
    assert book.findings == []  # one of the first rows is as wide: the headers may be the short ones
    rows = b"a;b\n" + b"1;2\n" * 30 + b"Hof; fase 2;3\n"
    assert "rij 32: meer waarden dan de 2 kolommen" in opened(rows, "x.csv").findings[0].message


def test_dbase() -> None:
    fields = [("NAAM", "C", 20), ("AANTAL", "N", 6), ("DEEL", "F", 6), ("DAG", "D", 8), ("OK", "L", 1), ("X", "M", 4)]
    data = dbf(
        fields,
        [("Hof", "12", "1.5", "20260105", "T", ""), ("*Weg", "1", "", "", "", ""), ("Ël", "-3", "", "2026", "?", "")],
    )
    assert is_dbf(data)
    book = opened(data, "x.dbf")
    assert [row[:5] for _, row in book.sheets[0].rows[1:]] == [
        ("Hof", 12, 1.5, __import__("datetime").date(2026, 1, 5), True),
        ("Ël", -3, None, "2026", None),
    ]
    assert [number for number, _ in book.sheets[0].rows] == [1, 2, 4]
    assert "X" in book.findings[0].message
    assert "beschadigde dBase-tabel" in refused(data[:-60], "x.dbf")


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path, "is een map"),
        (tmp_path / "x", "bestaat niet"),
        (Path("/dev/null"), "geen gewoon bestand"),
    ):
        finding = open_book(path)
        assert isinstance(finding, Diagnostic)
        assert said in finding.message
    assert isinstance(open_book(saved(workbook([["a"]]), tmp_path / "goed.xlsx")), Book)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("woonplan.exchange.files.opening.MAX_BYTES", 10)
    path = tmp_path / "x.csv"
    path.write_bytes(b"x" * 11)
    finding = open_book(path)
    assert isinstance(finding, Diagnostic)
    assert "groter dan" in finding.message


def test_a_csv_of_nothing_but_marks_has_no_rows() -> None:
    assert opened(b";;\n;;\n", "x.csv").sheets[0].rows == []


def test_a_whole_number_of_dbase_in_four_bytes() -> None:
    data = bytearray(dbf([("AANTAL", "I", 4)], [["    "]]))
    at = data.index(b"     ", data[8])
    data[at + 1 : at + 5] = (1200).to_bytes(4, "little")
    assert opened(bytes(data), "x.dbf").sheets[0].rows[1] == (2, (1200,))
