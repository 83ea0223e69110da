"""Every branch of a number in words, each worked by hand."""

from __future__ import annotations

import pytest

from tests.render.cells import count, value
from tests.render.documents import EXACTS
from woonplan.render.cells import cell_text, number_text
from woonplan.tables import BALANCE, Value

PLAIN = [
    (value(8300, 8300), "8.300"),
    (value(8300, 8300, circa=True), "ca. 8.300"),
    (value(0, 0), "0"),
    (value(20000, 22000), "20.000-22.000"),
    (value(20000, 22000, circa=True), "ca. 20.000-22.000"),
    # A dash between two negative numbers would read as a third minus sign.
    (value(-30, -10), "-30 tot -10"),
    (value(-30, 10), "-30 tot 10"),
    (value(11700, None), "11.700 of meer"),
    (value(11700, None, circa=True), "ca. 11.700 of meer"),
    (value(None, 200), "hoogstens 200"),
    (value(None, 200, circa=True), "hoogstens ca. 200"),
    (value(None, None), "onbekend"),
    # What is not known stands beside what is, and is never 0.
    (value(30, 30, unknown=1), "30 (+ 1 onbekend)"),
    (value(0, None, unknown=35), "0 of meer (+ 35 onbekend)"),
    (value(0, 0, unknown=1, blank=True), "onbekend"),
    (value(0, 0, unknown=3, blank=True), "onbekend (3)"),
]
BALANCES = [
    (0, 0, False, "0"),
    (0, 0, True, "ca. 0"),
    (-1900, -1900, False, "tekort 1.900"),
    (100, 100, True, "over ca. 100"),
    # Both short: the least shortage first. -1.900 to -345 is a shortage of 345 to 1.900.
    (-1900, -345, False, "tekort 345-1.900"),
    (-1900, -345, True, "tekort ca. 345-1.900"),
    (345, 1900, False, "over 345-1.900"),
    (-345, 1655, False, "tekort 345 tot over 1.655"),
    (-345, 1655, True, "tekort ca. 345 tot over ca. 1.655"),
    (0, 1900, False, "over 0-1.900"),
    (-1900, 0, False, "tekort 0-1.900"),
    # At least so much: a surplus that can grow, or a shortage that can only shrink.
    (100, None, False, "over 100 of meer"),
    (0, None, False, "0 of meer"),
    (-100, None, False, "tekort hoogstens 100"),
    # At most so much: a shortage that can grow, or a surplus that can only shrink.
    (None, -100, True, "tekort ca. 100 of meer"),
    (None, 0, False, "hoogstens 0"),
    (None, 100, False, "over hoogstens 100"),
    (None, None, False, "onbekend"),
]


@pytest.mark.parametrize(("amount", "text"), PLAIN)
def test_an_amount_in_words(amount: Value, text: str) -> None:
    assert number_text(amount) == text


@pytest.mark.parametrize(("low", "high", "circa", "text"), BALANCES)
def test_a_balance_says_shortage_or_surplus(low: int | None, high: int | None, circa: bool, text: str) -> None:
    assert number_text(value(low, high, BALANCE, circa=circa)) == text


def test_a_balance_names_what_it_does_not_know() -> None:
    assert number_text(value(-5, -5, BALANCE, unknown=1200)) == "tekort 5 (+ 1.200 onbekend)"


@pytest.mark.parametrize(("amount", "_text"), PLAIN)
def test_an_amount_survives_every_console(amount: Value, _text: str) -> None:
    assert number_text(amount).isascii()


def test_exact_numbers_in_words() -> None:
    # 200/3 is 66.67, without decimals 67.
    assert [number_text(cell) for cell in EXACTS if isinstance(cell, Value)] == [
        "41,5%",
        "ca. 67%",
        "4,15 tot 9,00 jaar (+ 2 onbekend)",
        "1.234.567,00 euro of meer",
        "hoogstens ca. 41,5%",
        "onbekend (3)",
        "onbekend",
        "niet van toepassing",
    ]


def test_a_cell_is_what_a_reader_sees() -> None:
    cells = (None, "", "a\nb", count(1200), count(0), value(8300, 8300, circa=True), EXACTS[0])
    assert [cell_text(cell) for cell in cells] == ["", "", "a\\nb", "1.200", "0", "ca. 8.300", "41,5%"]
