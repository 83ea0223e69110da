"""Rows that were left out: back to who sent them, each with why, and good once they are mended."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.exchange.books import base, draaitabel, een_plan, eenvoudig, saved, workbook
from tests.exchange.conftest import Importing, records
from tests.exchange.diwi_books import BUILT, bouw, diwi, project
from tests.exchange.layouts.planmonitor.test_lists import HOF, SCHEEF
from tests.exchange.layouts.test_flat import bad, row, table
from woonplan.exchange.columns import WHY
from woonplan.exchange.rejects import rejects

OFF = project("Scheef", **{"Identificatie nr": 2}) | BUILT | {bouw("Eengezins woning"): 11}


def back(out: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(rejects(out.result.rejected)))


def test_the_row_its_headers_and_the_reason(tmp_path: Path, importing: Importing) -> None:
    out = importing(
        table(tmp_path / "x.xlsx", row("Goed"), row("Hof", woningen="ca. 30"), row("Wal", woningen=31)), partial=True
    )
    assert back(out).properties.created.year == 1980
    sheet = back(out).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "naam"
    assert rows[0][-1] == WHY
    assert [r[0] for r in rows[1:]] == ["Hof", "Wal"]
    assert "'ca. 30' is tekst, geen getal" in rows[1][-1]
    assert "kolom D" in rows[1][-1]
    assert sheet["D2"].fill.start_color.rgb.endswith("F8CBAD")


def test_mended_it_is_read(tmp_path: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Goed"), row("Hof", woningen="ca. 30")), partial=True)
    book = back(out)
    book.active["D2"] = 30
    book.save(tmp_path / "beter.xlsx")
    again = importing(tmp_path / "beter.xlsx")
    assert not again.errors
    assert records(again)["Hof"]["woningen"] == 30


@pytest.mark.parametrize(
    ("make", "mend"),
    [
        (lambda: workbook(eenvoudig([(base("Goed"), HOF), (base("Scheef"), SCHEEF)])), {"R2": 48, "AC2": 48}),
        (lambda: workbook(draaitabel([(base("Goed"), HOF), (base("Scheef"), SCHEEF)])), {"W2": 28, "W13": 28}),
        (lambda: diwi(project("Goed") | BUILT, OFF), {"W6": 10}),
        (lambda: een_plan(SCHEEF, fields=base("Scheef"), first=18), {"C30": 48, "K30": 28, "K19": 28}),
    ],
)  # fmt: skip
def test_layouts_of_others_are_recognised_again(
    tmp_path: Path, importing: Importing, make: Any, mend: dict[str, int]
) -> None:
    out = importing(saved(make(), tmp_path / "x.xlsx"), partial=True)
    book = back(out)
    again = importing(saved(book, tmp_path / "y.xlsx"))
    assert again.recognised[0].split(": ")[1] == out.recognised[0].split(": ")[1]
    assert [f.message.split(" (")[0] for f in again.errors] == [f.message.split(" (")[0] for f in out.errors]
    for cell, value in mend.items():
        book.active[cell] = value
    better = importing(saved(book, tmp_path / "z.xlsx"))
    assert set(records(better)) == {"Scheef"}


def test_hidden_rows_come_back_visible_and_sheets_get_names_of_their_own(tmp_path: Path, importing: Importing) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    out = importing(bad(first), bad(second), partial=True)
    book = back(out)
    assert book.sheetnames == ["Plannen", "Plannen 2"]
    rows = list(book["Plannen"].iter_rows(values_only=True))
    assert rows[2][0] == "Dam"
    assert "verborgen" in rows[2][-1]
    assert not book["Plannen"].row_dimensions[3].hidden


def test_cells_of_every_kind(tmp_path: Path, importing: Importing) -> None:
    plan = row("Hof", woningen="=I2+J2", gerealiseerd=True, meergezins=1.5, bijgewerkt="#N/A")
    out = importing(table(tmp_path / "x.xlsx", plan), partial=True)
    (values,) = list(back(out).active.iter_rows(min_row=2, values_only=True))
    assert values[3] == "=I2+J2"
    assert (values[4], values[9], values[11]) == (True, 1.5, "#N/A")
