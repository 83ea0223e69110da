"""Numbers in cells as they are shown: rounded where that is said, and 0 told apart from nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.render.cells import value
from woonplan.model.number import NO_OUTCOME, Bound
from woonplan.tables.cell import Cell, Key, says_something, shown, words
from woonplan.tables.look import BALANCE, EUROS, HOMES, PERCENT, WHOLE_PERCENT, YEARS, Look


@pytest.mark.parametrize(
    ("look", "number", "expected"),
    [
        # Homes are whole, to the nearest, halves up.
        (HOMES, Fraction(20000, 9), 2222),
        (HOMES, Fraction(5, 2), 3),
        (BALANCE, Fraction(-5, 2), -2),
        # What has a unit is kept exactly, and rounded where it is written.
        (PERCENT, Fraction(2, 3), Fraction(200, 3)),
        (YEARS, Fraction(83, 20), Fraction(83, 20)),
        (EUROS, Fraction(75233, 100), Fraction(75233, 100)),
        # 99.9% is 99%, not covered.
        (WHOLE_PERCENT, Fraction(999, 1000), 99),
        (WHOLE_PERCENT, Fraction(1), 100),
    ],
)
def test_a_number_as_it_is_shown(look: Look, number: Bound, expected: Bound) -> None:
    cell = value(number, None, look, circa=True, unknown=2)
    assert (cell.low, cell.high) == (expected, None)
    assert cell.zonder == {"plan zonder aantal": 2}
    assert (cell.circa, cell.blank, cell.unit) == (True, False, look.unit)
    assert cell.number.low == number


def test_the_derivation_is_no_part_of_what_is_shown() -> None:
    assert value(5, 5) == value(5, 5)
    assert value(5, 5) != value(5, 5, YEARS)
    assert "derivation" not in repr(value(5, 5))


def test_words_stand_in_place_of_no_outcome() -> None:
    cell = value(1, 1, PERCENT)
    assert shown(cell) is cell
    assert shown(replace(cell, number=NO_OUTCOME, instead="niet van toepassing")) == "niet van toepassing"
    assert [shown(other) for other in ("tekst", None)] == ["tekst", None]


def test_a_key_has_words_for_readers_and_is_itself_for_machines() -> None:
    assert words(Key("sociale_huur, flora_fauna")) == "sociale huur, flora fauna"
    assert Key("sociale_huur") == "sociale_huur"
    # What a user wrote, or a source, is no key of ours.
    assert words("plan_12") == "plan_12"


def test_what_says_something() -> None:
    cells: list[Cell] = [value(0, 0, circa=True), value(0, None), value(0, 0, unknown=1), value(1, 1), "x"]
    assert all(says_something(cell) for cell in cells)
    nothing: list[Cell] = [value(0, 0), "", None]
    assert not any(says_something(cell) for cell in nothing)
