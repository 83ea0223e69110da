"""Every branch of a number in words, each worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render.cells import asked, count, value
from tests.render.documents import EXACTS
from woonplan.model.gemis import Gemis, Lack
from woonplan.model.number import Number, Way
from woonplan.render.cells import cell_text, number_text
from woonplan.tables.cell import Value
from woonplan.tables.look import BALANCE

PLAIN = [
    (value(8300, 8300), "8.300"),
    (value(8300, 8300, circa=True), "ca. 8.300"),
    (value(0, 0), "0"),
    (value(20000, 22000), "20.000 tot 22.000"),
    (value(20000, 22000, circa=True), "ca. 20.000 tot 22.000"),
    (value(-30, -10), "-30 tot -10"),
    (value(-30, 10), "-30 tot 10"),
    (value(11700, None), "min. 11.700"),
    (value(11700, None, circa=True), "min. ca. 11.700"),
    (value(None, 200), "max. 200"),
    (value(None, 200, circa=True), "max. ca. 200"),
    (value(None, None), "onbekend"),
    # What has no number is counted in its own unit, and leaves only the end that it cannot move.
    (value(30, 30, unknown=1), "min. 30 (1 plan zonder aantal)"),
    (value(30, 50, unknown=2), "min. 30 (2 plannen zonder aantal)"),
    (value(0, None, unknown=35), "min. 0 (35 plannen zonder aantal)"),
    (value(30, 50, unknown=2, way=Way.DOWN), "max. 50 (2 plannen zonder aantal)"),
    # An end that was open, and the other one that what is missing may move: nothing is left to say.
    (value(None, 50, unknown=2), "onbekend"),
    # Either way: what is known stays as it is, and what it is without stands behind it.
    (value(30, 50, unknown=2, way=Way.BOTH), "30 tot 50, zonder 2 plannen"),
    (value(8300, 8300, circa=True, unknown=1, way=Way.BOTH), "ca. 8.300, zonder 1 plan"),
    # Nothing known is never 0, whatever is missing.
    (value(0, 0, unknown=1, blank=True), "onbekend"),
    (value(0, 0, unknown=3, way=Way.BOTH, blank=True), "onbekend"),
]
BALANCES = [
    (0, 0, False, "0"),
    (0, 0, True, "ca. 0"),
    (-1900, -1900, False, "tekort 1.900"),
    (100, 100, True, "over ca. 100"),
    # Both short: the least shortage first. -1.900 to -345 is a shortage of 345 to 1.900.
    (-1900, -345, False, "tekort 345 tot 1.900"),
    (-1900, -345, True, "tekort ca. 345 tot 1.900"),
    (345, 1900, False, "over 345 tot 1.900"),
    (-345, 1655, False, "tekort 345 tot over 1.655"),
    (-345, 1655, True, "tekort ca. 345 tot over ca. 1.655"),
    (0, 1900, False, "over 0 tot 1.900"),
    (-1900, 0, False, "tekort 0 tot 1.900"),
    # At least so much: a surplus that can grow, or a shortage that can only shrink.
    (100, None, False, "over min. 100"),
    (0, None, False, "over min. 0"),
    (-100, None, False, "tekort max. 100"),
    # At most so much: a shortage that can grow, or a surplus that can only shrink.
    (None, -100, True, "tekort min. ca. 100"),
    (None, 0, False, "tekort min. 0"),
    (None, 100, False, "over max. 100"),
    (None, None, False, "onbekend"),
]


@pytest.mark.parametrize(("amount", "text"), PLAIN)
def test_an_amount_in_words(amount: Value, text: str) -> None:
    assert number_text(amount) == text


@pytest.mark.parametrize(("low", "high", "circa", "text"), BALANCES)
def test_a_balance_says_shortage_or_surplus(low: int | None, high: int | None, circa: bool, text: str) -> None:
    assert number_text(value(low, high, BALANCE, circa=circa)) == text


@pytest.mark.parametrize(
    ("way", "text"),
    [
        # Homes without a number can only fill a shortage of 5; a need without one can only add to it.
        (Way.UP, "tekort max. 5 (1.200 plannen zonder aantal)"),
        (Way.DOWN, "tekort min. 5 (1.200 plannen zonder aantal)"),
        (Way.BOTH, "tekort 5, zonder 1.200 plannen"),
    ],
)
def test_a_balance_names_what_it_does_not_know(way: Way, text: str) -> None:
    assert number_text(value(-5, -5, BALANCE, unknown=1200, way=way)) == text


@pytest.mark.parametrize(
    ("low", "high", "marge", "text"),
    [
        (100, 100, 1100, "binnen de afronding (ca. 100)"),
        (-345, 300, 500, "binnen de afronding (ca. -345 tot 300)"),
        # One end beyond the margin, on either side, is a verdict again.
        (-501, 300, 500, "tekort ca. 501 tot over ca. 300"),
        (100, 501, 500, "over ca. 100 tot 501"),
        (500, 500, 500, "binnen de afronding (ca. 500)"),
        (0, 0, 0, "ca. 0"),
    ],
)
def test_a_balance_within_what_is_approximate_is_no_verdict(low: int, high: int, marge: int, text: str) -> None:
    assert number_text(value(low, high, BALANCE, circa=True, marge=marge)) == text
    # A number that is no balance has no verdict.
    assert "afronding" not in number_text(value(low, high, circa=True, marge=marge))


def test_what_is_missing_leaves_no_verdict_within_the_margin() -> None:
    over = value(5, 5, BALANCE, circa=True, unknown=1, marge=50)
    assert number_text(over) == "over min. ca. 5 (1 plan zonder aantal)"


def test_every_kind_that_is_missing_is_counted_in_its_own_unit() -> None:
    missing = frozenset(
        {
            Lack(Gemis.PLAN, "a"),
            Lack(Gemis.PLAN, "b"),
            Lack(Gemis.GEMEENTE, "Aa"),
            # Homes that stand in another row of the same table, which its heading says once.
            Lack(Gemis.DEEL, "c"),
            Lack(Gemis.JAAR, "d"),
        }
    )
    known = Number(30, 30, known=1, missing=missing, way=Way.UP)
    text = "min. 30 (2 plannen zonder aantal, 1 gemeente zonder plannen)"
    assert number_text(Value(known, derivation=asked)) == text
    either = replace(known, way=Way.BOTH)
    assert number_text(Value(either, derivation=asked)) == "30, zonder 4 plannen en 1 gemeente"


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ([("Aa", 2021)], "3.407, zonder de onbekende oplevering 2021 (1 gemeente)"),
        # 14 years of 2 municipalities are 2 municipalities.
        (
            [(name, year) for name in ("Aa", "Bee") for year in range(2021, 2025)],
            "3.407, zonder de onbekende oplevering 2021-2024 (2 gemeenten)",
        ),
    ],
)
def test_years_of_delivery_that_are_missing_are_named_once(years: list[tuple[str, int]], text: str) -> None:
    missing = frozenset(Lack(Gemis.OPLEVERING, name, year) for name, year in years)
    assert number_text(Value(Number(3407, 3407, False, 1, missing, Way.BOTH), derivation=asked)) == text


@pytest.mark.parametrize(("amount", "_text"), PLAIN)
def test_an_amount_survives_every_console(amount: Value, _text: str) -> None:
    assert number_text(amount).isascii()


def test_exact_numbers_in_words() -> None:
    # 200/3 is 66.67, without decimals 67.
    assert [number_text(cell) for cell in EXACTS if isinstance(cell, Value)] == [
        "41,5%",
        "ca. 67%",
        "min. 4,15 jaar (2 plannen zonder aantal)",
        "min. 1.234.567,00 euro",
        "max. ca. 41,5%",
        "onbekend",
        "onbekend",
        "niet van toepassing",
    ]


def test_a_cell_is_what_a_reader_sees() -> None:
    cells = (None, "", "a\nb", count(1200), count(0), value(8300, 8300, circa=True), EXACTS[0])
    assert [cell_text(cell) for cell in cells] == ["", "", "a\\nb", "1.200", "0", "ca. 8.300", "41,5%"]
