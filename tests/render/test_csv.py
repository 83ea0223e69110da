"""CSV that machines read back, and that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io

import pytest

from tests.render.documents import DOCUMENT, EXACTS, NAME, exacts, one
from woonplan.render.csv import render_csv, render_csv_nl


def read(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_it_reads_back() -> None:
    rows = read(render_csv(DOCUMENT))
    assert [row["sleutel"] for row in rows] == ["r.een", "r.deel", "r.kwaad", "r.som", "d.een", "d.deel"]
    assert [row["tabel"] for row in rows] == ["balans"] * 4 + ["details"] * 2
    een, deel, kwaad, som = rows[:4]
    assert (een["naam"], een["aantal"], een["hard_min"], een["hard_max"]) == (NAME, "1200", "8300", "8300")
    assert (een["hard_circa"], een["hard_onbekend"], een["saldo_min"]) == ("ja", "0", "-1900")
    assert (deel["hard_min"], deel["hard_max"], deel["hard_onbekend"]) == ("0", "30", "2")
    # Unknown is empty with a count beside it, never 0; what does not apply is empty without one.
    assert (kwaad["hard_min"], kwaad["hard_max"], kwaad["hard_onbekend"]) == ("", "", "3")
    assert (kwaad["saldo_min"], kwaad["saldo_onbekend"]) == ("", "")
    assert (som["hard_min"], som["hard_max"]) == ("8300", "")
    # An optional column is always there for machines.
    assert een["buiten_min"] == "0"


def test_every_line_has_as_many_fields() -> None:
    rows = list(csv.reader(io.StringIO(render_csv(DOCUMENT), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1


def test_one_table_needs_no_column_for_its_name() -> None:
    assert render_csv(one("a")) == "sleutel,k0\nr,a\n"


def test_a_document_without_tables_has_a_header_only() -> None:
    assert render_csv(one().__class__("T", ())) == "sleutel\n"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1", "\u00a0=1", "=cmd|' /C calc'!A0"],
)
def test_no_cell_is_a_formula(text: str) -> None:
    for rendered, delimiter in ((render_csv(one(text)), ","), (render_csv_nl(one(text)).lstrip("\ufeff"), ";")):
        assert read(rendered, delimiter)[0]["k0"].startswith("'")


def test_a_negative_number_is_a_number() -> None:
    assert read(render_csv(DOCUMENT))[1]["saldo_min"] == "-345"


@pytest.mark.parametrize("text", ['a "b" c', "a,b;c", "Caf\u00e9 \u5317", " spatie ", "a=b", "1-2"])
def test_ordinary_text_comes_back_as_it_was(text: str) -> None:
    assert read(render_csv(one(text)))[0]["k0"] == text
    assert read(render_csv_nl(one(text)).lstrip("\ufeff"), ";")[0]["k0"] == text


@pytest.mark.parametrize(
    ("text", "shown"), [("\x1b[31m", "\\x1b[31m"), ("a\rb", "a b"), ("x\n::error::boo", "x ::error::boo")]
)
def test_text_that_acts_is_shown(text: str, shown: str) -> None:
    assert read(render_csv(one(text)))[0]["k0"] == shown


def test_for_a_dutch_excel() -> None:
    data = render_csv_nl(one("a", "b")).encode("utf-8")
    assert data == b"\xef\xbb\xbfsleutel;k0;k1\r\nr;a;b\r\n"


def test_for_machines_there_is_no_byte_order_mark() -> None:
    assert render_csv(DOCUMENT).startswith("tabel,sleutel,")
    assert "\r" not in render_csv(DOCUMENT)


def test_exact_numbers_are_numbers_with_their_unit() -> None:
    parts = [f"deel_{part}" for part in ("min", "max", "circa", "onbekend", "eenheid")]
    found = [tuple(row[part] for part in parts) for row in read(render_csv(exacts(*EXACTS)))]
    assert found == [
        ("41.5", "41.5", "nee", "0", "%"),
        ("67", "67", "ja", "0", "%"),
        ("4.15", "9.00", "nee", "2", "jaar"),
        ("1234567.00", "", "nee", "0", "euro"),
        ("", "41.5", "ja", "0", "%"),
        ("", "", "nee", "3", "jaar"),
        ("", "", "nee", "0", "jaar"),
        ("",) * 5,
        ("",) * 5,
    ]
    dutch = read(render_csv_nl(exacts(*EXACTS)).lstrip("\ufeff"), ";")
    assert [dutch[i]["deel_min"] for i in (0, 2, 3)] == ["41,5", "4,15", "1234567,00"]
