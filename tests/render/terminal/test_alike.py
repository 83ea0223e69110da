"""What all rows say is told once; both ends of a quantity stand in one column where neither is a range."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render.cells import count, value
from woonplan.render.cells import cell_text
from woonplan.render.terminal.alike import FEW, ends_together, told_once
from woonplan.tables.cell import Cell
from woonplan.tables.look import BALANCE
from woonplan.tables.table import Column, Kind, Row, Style, Table

NAMES = ("Aa", "Bee", "Cee", "Dee")


def table(columns: dict[str, list[Cell]], total: list[Cell] | None = None, kind: Kind = Kind.AMOUNT) -> Table:
    """A table of a row per name, with a total; a header is the key with spaces."""
    header = (Column("naam", "naam"), *(Column(key, key.replace("_", " "), kind) for key in columns))
    rows = [
        Row(name, (name, *cells))
        for name, *cells in zip(NAMES, *columns.values(), strict=False)  # as many rows as there are cells
    ]
    sums = [Row("totaal", ("totaal", *total), Style.TOTAL)] if total is not None else []
    return Table("t", "T", header, (*rows, *sums), ("Een noot.",))


def headers(found: Table) -> list[str]:
    return [column.header for column in found.columns]


def texts(found: Table) -> list[list[str]]:
    return [[cell_text(cell) for cell in row.cells] for row in found.rows]


def homes(*numbers: int) -> list[Cell]:
    return [value(number, number) for number in numbers]


# Told once.


def test_a_word_that_is_everywhere_the_same_is_told_under_the_table() -> None:
    found = told_once(table({"bron": ["CBS"] * 3}, [None], Kind.TEXT))
    assert headers(found) == ["naam"]
    assert texts(found) == [["Aa"], ["Bee"], ["Cee"], ["totaal"]]
    assert found.notes == ("bron: CBS.", "Een noot.")


def test_what_the_total_says_instead_is_told_with_it() -> None:
    columns: dict[str, list[Cell]] = {
        "hard": homes(1, 2, 3),
        "opgave": ["geen opgave"] * 3,
        "saldo": ["geen opgave"] * 3,
    }
    found = told_once(table(columns, [value(6, 6), value(9, 9, circa=True), value(-3, -3, BALANCE)]))
    assert headers(found) == ["naam", "hard"]
    assert found.notes == ("per rij geen opgave; totaal: opgave ca. 9, saldo tekort 3.", "Een noot.")


def test_a_total_that_says_the_same_is_not_told_apart() -> None:
    found = told_once(table({"bron": ["CBS"] * 3}, ["CBS"], Kind.TEXT))
    assert found.notes == ("bron: CBS.", "Een noot.")


def test_columns_that_have_no_total_are_named() -> None:
    columns: dict[str, list[Cell]] = {"opgave": ["geen opgave"] * 3, "saldo": ["geen opgave"] * 3}
    assert told_once(table(columns)).notes == ("per rij geen opgave: opgave, saldo.", "Een noot.")
    assert told_once(table(columns, [None, "geen opgave"])).notes == (
        "per rij geen opgave: opgave, saldo.",
        "Een noot.",
    )


def test_places_that_do_not_apply_do_not_count() -> None:
    found = told_once(table({"bron": ["CBS", None, "", "CBS"]}, kind=Kind.TEXT))
    assert found.notes == ("bron: CBS.", "Een noot.")


@pytest.mark.parametrize(
    "cells",
    [
        ["CBS", "CBS", "Data"],
        homes(5, 5, 5),
        [count(5), count(5), count(5)],
        [value(0, 0, unknown=1, blank=True)] * 3,
        # Nothing in all rows is not a word.
        [None, None, None],
        ["", "", ""],
        # A number beside the word is not the word.
        ["geen opgave", value(4, 4), "geen opgave"],
    ],
    ids=str,
)
def test_what_differs_or_is_a_number_stays(cells: list[Cell]) -> None:
    whole = table({"kolom": cells}, ["geen opgave"])
    assert told_once(whole) == whole


def test_of_few_rows_nothing_is_alike() -> None:
    whole = table({"bron": ["CBS"] * (FEW - 1)}, ["CBS"], Kind.TEXT)
    assert told_once(whole) == whole
    assert told_once(table({"bron": ["CBS"] * FEW}, ["CBS"], Kind.TEXT)) != table({"bron": ["CBS"] * FEW}, ["CBS"])


def test_the_names_of_rows_are_never_told_once() -> None:
    rows = tuple(Row(key, ("zelfde",)) for key in "abc")
    whole = Table("t", "T", (Column("naam", "naam"),), rows)
    assert told_once(whole) == whole


# Both ends together.


def of_ends(low: Cell, high: Cell, key: str = "saldo") -> Table:
    return table({f"{key}_ondergrens": [low], f"{key}_bovengrens": [high], "bron": ["CBS"]})


def balance(low: int, high: int, **more: int | bool) -> Cell:
    return value(low, high, BALANCE, **more)  # type: ignore[arg-type]  # one number and marks of one kind


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (balance(1655, 1655), balance(-345, -345), "over 1.655 tot tekort 345"),
        (balance(-5900, -5900), balance(-7900, -7900), "tekort 5.900 tot 7.900"),
        (balance(300, 300), balance(100, 100), "over 300 tot 100"),
        (balance(0, 0), balance(-5, -5), "0 tot tekort 5"),
        (balance(-5, -5), balance(-5, -5), "tekort 5"),
        (
            balance(1655, 1655, circa=True, marge=500),
            balance(-345, -345, circa=True, marge=500),
            "over ca. 1.655 tot binnen de afronding (ca. -345)",
        ),
        (value(4200, 4200), value(5000, 5000), "4.200 tot 5.000"),
        (value(4200, 4200), value(4200, 4200), "4.200"),
        # What is approximate is so at both ends, and said once.
        (value(8500, 8500, circa=True), value(10_000, 10_000, circa=True), "ca. 8.500 tot 10.000"),
        (balance(-59, -59, circa=True), balance(-79, -79, circa=True), "tekort ca. 59 tot 79"),
        (value(4200, 4200), value(5000, 5000, circa=True), "4.200 tot ca. 5.000"),
        # At least so many are so many too.
        (value(4200, 4200), value(4200, None), "min. 4.200"),
        ("geen opgave", "geen opgave", "geen opgave"),
        (None, None, ""),
        ("", "", ""),
    ],
)
def test_both_ends_are_one_text(low: Cell, high: Cell, said: str) -> None:
    found = ends_together(of_ends(low, high))
    assert headers(found) == ["naam", "saldo", "bron"]
    assert texts(found) == [["Aa", said, "CBS"]]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        # A range at one end would read as the range of both.
        (value(1, 2), value(3, 3)),
        (value(3, 3), value(1, 2)),
        (value(3, None), value(3, 3)),
        (value(3, 3), value(None, 3)),
        (value(3, 3), value(4, None)),
        # A balance that is open at one end has another side there.
        (balance(3, 3), value(3, None, BALANCE)),
        (value(3, 3, unknown=1), value(3, 3)),
        (value(0, 0, unknown=1, blank=True), value(0, 0, unknown=1, blank=True)),
    ],
    ids=str,
)
def test_a_range_keeps_two_columns(low: Cell, high: Cell) -> None:
    whole = of_ends(low, high)
    assert ends_together(whole) == whole


def test_one_range_in_any_row_keeps_the_columns_of_all() -> None:
    whole = table({"s_ondergrens": [*homes(1, 2), value(1, 5)], "s_bovengrens": homes(3, 4, 5)})
    assert ends_together(whole) == whole


def test_each_quantity_for_itself() -> None:
    columns: dict[str, list[Cell]] = {
        "opgave_ondergrens": homes(10, 20),
        "opgave_bovengrens": homes(12, 20),
        "hard": homes(1, 2),
        "saldo_ondergrens": [value(1, 2), value(3, 3)],
        "saldo_bovengrens": homes(0, 1),
        "rest_ondergrens": homes(7, 8),
        "rest_bovengrens": homes(9, 9),
    }
    found = ends_together(table(columns))
    assert headers(found) == ["naam", "opgave", "hard", "saldo ondergrens", "saldo bovengrens", "rest"]
    assert [row[1] for row in texts(found)] == ["10 tot 12", "20"]
    assert [row[-1] for row in texts(found)] == ["7 tot 9", "8 tot 9"]


@pytest.mark.parametrize("keys", [("saldo_ondergrens", "hard"), ("a_ondergrens", "b_bovengrens"), ("hard", "zacht")])
def test_columns_that_are_no_pair_stay(keys: tuple[str, str]) -> None:
    whole = table({key: homes(1, 2) for key in keys})
    assert ends_together(whole) == whole


def test_the_ends_of_a_table_of_figures_stay_two() -> None:
    # Without a quantity in their names they are the table.
    whole = Table(
        "t",
        "T",
        (Column("naam", "naam"), Column("ondergrens", "ondergrens"), Column("bovengrens", "bovengrens")),
        (Row("a", ("a", *homes(1, 2))),),
    )
    assert headers(ends_together(whole)) == ["naam", "ondergrens", "bovengrens"]
    keyed = ("uitkomst_ondergrens", "uitkomst_bovengrens")
    named = zip(whole.columns[1:], keyed, strict=True)
    columns = (whole.columns[0], *(column._replace(key=key) for column, key in named))
    assert headers(ends_together(replace(whole, columns=columns))) == ["naam", "ondergrens", "bovengrens"]
