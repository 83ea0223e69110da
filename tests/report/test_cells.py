"""Figures as cells: which end, in which words where there is no outcome, and as machines read them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from woonplan.calc.number.figure import Figure, given, target
from woonplan.model.number import NO_OUTCOME, UNKNOWN, Number, between, exactly
from woonplan.report.cells import balance, both, count, exact_json, maybe, number_json, value
from woonplan.tables.look import BALANCE, COUNT, PERCENT, YEARS

OPGAVE = target("opgave", "opgave", Number(1000, 1200, circa=True, known=1))


def test_a_figure_has_a_cell_for_each_end() -> None:
    low, high = both(OPGAVE, YEARS)
    assert (low, high) == (value(OPGAVE, 0, YEARS), value(OPGAVE, 1, YEARS))
    cell = value(OPGAVE, 1)
    assert (cell.number, cell.figure) == (OPGAVE.high, OPGAVE)
    assert (cell.low, cell.high, cell.circa) == (1200, 1200, True)
    assert {one.look for one in balance(OPGAVE) if one is not None and not isinstance(one, str)} == {BALANCE}


def test_no_figure_has_no_cell() -> None:
    assert maybe(None) is None
    assert both(None) == (None, None)
    assert both(None, none="geen opgave") == balance(None, "geen opgave") == ("geen opgave",) * 2


def test_a_count_makes_its_figure_for_who_asks() -> None:
    asked = []

    def figure() -> Figure:
        asked.append(1)
        return given("records", "records", exactly(3))

    cell = count(3, figure)
    assert (cell.low, cell.high, cell.look, asked) == (3, 3, COUNT, [])
    assert (cell.figure.low, asked) == (exactly(3), [1])


def test_words_where_a_division_has_no_outcome() -> None:
    none = given("dekking", "dekking", NO_OUTCOME)
    assert value(none, look=PERCENT).instead == "niet van toepassing"
    assert value(none, look=PERCENT, instead="bereikt").instead == "bereikt"
    assert exact_json(NO_OUTCOME) is None


@pytest.mark.parametrize(
    ("number", "least", "most", "zonder"),
    [
        (exactly(Fraction(1, 2), circa=True), {"teller": 1, "noemer": 2}, {"teller": 1, "noemer": 2}, {}),
        (Number(None, 4, known=1), None, {"teller": 4, "noemer": 1}, {}),
        # The bounds of what is wholly unknown mean nothing.
        (UNKNOWN, None, None, {"plan zonder aantal": 1}),
    ],
)
def test_machines_get_the_exact_number(number: Number, least: object, most: object, zonder: object) -> None:
    assert exact_json(number) == {"min": least, "max": most, "circa": number.circa, "zonder": zonder}


def test_machines_get_whole_homes() -> None:
    assert number_json(Number(10, None, circa=True, known=1)) == {"min": 10, "max": None, "circa": True, "zonder": {}}
    one = {"plan zonder aantal": 1}
    assert number_json(UNKNOWN) == {"min": None, "max": None, "circa": False, "zonder": one}
    # Both ends are sound whatever is missing; what is known stands beside them.
    known = {"min": 10, "max": 12}
    expected = {"min": 10, "max": None, "circa": False, "zonder": one, "bekend": known}
    assert number_json(between(10, 12) + UNKNOWN) == expected
    assert number_json(between(10, 12) - UNKNOWN) == {**expected, "min": None, "max": 12}


def test_machines_are_told_that_a_balance_is_no_verdict() -> None:
    found = number_json(exactly(100, circa=True, marge=1100), BALANCE)
    assert found == {"min": 100, "max": 100, "circa": True, "zonder": {}, "binnen_afronding": True}
    assert number_json(exactly(100), BALANCE)["binnen_afronding"] is False
