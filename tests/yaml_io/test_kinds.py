"""Files that are no YAML: each is called what it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, parse, read_text


def workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write(0, 0, "naam")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (workbook(), "een werkmap van Excel"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "een werkmap van LibreOffice"),
        (b"PK\x03\x04....word/document.xml", "een document van Word"),
        (b"PK\x03\x04....iets", "een ingepakt bestand (zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "een bestand van Excel of Word (oude vorm)"),
        (b"%PDF-1.7\n", "een pdf"),
        (b"\x00\x05\x16\x07\x00\x02", "een verborgen bestand van macOS, dat weg kan"),
        (b"<!DOCTYPE html>\n", "een webpagina"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "plannen.yaml"
    path.write_bytes(data)
    found = read_text(path, "plannen.yaml")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == ("WP008", f"'plannen.yaml' is {said}, geen YAML")


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("id;naam;gemeente\na;A;Aa\n", "puntkomma's"),
        ("id,naam,gemeente\r\n", "komma's"),
        ("id\tnaam\tgemeente", "tabs"),
        ('"id","naam","gemeente"\n', "komma's"),
    ],
)
def test_a_table_of_columns(text: str, between: str) -> None:
    document, (found,) = parse(RawFile("lijst.csv", text, ""))
    assert document is None
    assert found.code == "WP008"
    assert found.message == f"'lijst.csv' is een csv-bestand met {between} tussen de kolommen, geen YAML"


@pytest.mark.parametrize(
    "text", ["versie: 1; a; b\n", "# een, twee, drie\nversie: 1\n", "{versie: 1, a: 2, b: 3}\n", "een, twee"]
)
def test_yaml_is_no_table(text: str) -> None:
    assert all(found.code != "WP008" for found in parse(RawFile("plannen.yaml", text, ""))[1])
