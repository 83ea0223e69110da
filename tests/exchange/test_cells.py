"""Cells as a spreadsheet has them: their places and what is seen in them."""

from __future__ import annotations

from datetime import date, time

from woonplan.exchange.cells import Cell, Fault, MergedCells, Worksheet, letter, listed, ref, shown


def test_places_as_a_person_counts_them() -> None:
    assert [letter(n) for n in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert ref(12, 28) == "AB12"
    assert listed([3, 4, 5, 9, 3]) == "3-5, 9"
    sheet = Worksheet("x.xlsx", "Blad")
    assert str(sheet.place(3, 2)) == "x.xlsx, blad Blad:3:2"
    assert (sheet.where([3]), sheet.where([3, 4])) == ("blad Blad, rij 3", "blad Blad, rijen 3-4")
    assert Worksheet("x.csv", "").where([3]) == "rij 3"


def test_values_as_a_person_sees_them() -> None:
    cells = (None, True, False, 1.5, date(2026, 1, 5), Fault("#REF!", formula=False), 3, "x", time(1, 2))
    assert [shown(value) for value in cells] == ["", "WAAR", "ONWAAR", "1,5", "5-1-2026", "#REF!", "3", "x", "01:02:00"]


def test_merged_cells_all_have_the_value_of_the_first() -> None:
    sheet = Worksheet(
        "x", "", [(1, ("a", None)), (3, ("b", "c"))], merged=(MergedCells(1, 1, 3, 1), MergedCells(1, 2, 10**9, 3))
    )
    sheet.filled_down()
    rows = dict(sheet.rows)
    assert [rows[n][0] for n in (1, 2, 3)] == ["a", "a", "a"]
    assert len(sheet.rows) < 2000
    assert Cell("a", 1, 1).value == "a"
