"""Numbers between two bounds, and sums that keep what is unknown apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.model.number import UNKNOWN, Number, exactly, total

FIVE_TO_NINE = Number(5, 9)


@pytest.mark.parametrize(
    ("number", "exact"),
    [
        (Number(5, 5), True),
        (Number(0, 0), True),
        (Number(5, 5, circa=True), False),
        (FIVE_TO_NINE, False),
        (Number(5, None), False),
        (Number(None, None), False),
    ],
)
def test_one_number_without_a_mark_is_exact(number: Number, exact: bool) -> None:
    assert number.exact is exact
    assert replace(number, known=1).exact is exact
    assert not replace(number, known=1, unknown=1).exact


@pytest.mark.parametrize(
    ("left", "right", "added", "subtracted"),
    [
        (FIVE_TO_NINE, Number(1, 2), Number(6, 11), Number(3, 8)),
        (FIVE_TO_NINE, Number(1, None), Number(6, None), Number(None, 8)),
        (FIVE_TO_NINE, Number(None, 2), Number(None, 11), Number(3, None)),
        (Number(5, 5, circa=True), Number(1, 1), Number(6, 6, circa=True), Number(4, 4, circa=True)),
        (Number(5, 5), Number(1, 1, circa=True), Number(6, 6, circa=True), Number(4, 4, circa=True)),
    ],
)
def test_arithmetic(left: Number, right: Number, added: Number, subtracted: Number) -> None:
    assert left + right == added
    assert left - right == subtracted


@pytest.mark.parametrize(
    ("other", "inside"),
    [
        (Number(5, 9), True),
        (Number(6, 6), True),
        (Number(4, 9), False),
        (Number(5, 10), False),
        (Number(None, 9), False),
        (Number(5, None), False),
    ],
)
def test_contains(other: Number, inside: bool) -> None:
    assert FIVE_TO_NINE.contains(other) is inside
    assert Number(None, None).contains(other)


def test_a_sum_counts_what_is_unknown() -> None:
    assert total([]) == Number()
    assert total([exactly(5), UNKNOWN, exactly(7)]) == Number(12, 12, known=2, unknown=1)
    assert exactly(5) + UNKNOWN == Number(5, 5, known=1, unknown=1)
    assert not total([]).blank
    assert total([UNKNOWN, UNKNOWN]).blank


@pytest.mark.parametrize(
    "homes", [exactly(5) - UNKNOWN, UNKNOWN - exactly(5), total([exactly(5), UNKNOWN], keep_blank=True)]
)
def test_a_balance_without_one_of_its_quantities_says_nothing(homes: Number) -> None:
    assert homes.blank
    # Nothing of the known part comes back when the outcome goes into another sum.
    assert total([homes, exactly(3)]) == Number(3, 3, known=1, unknown=1)


@pytest.mark.parametrize(
    ("number", "clipped"),
    [
        (Number(-5, -5), Number()),
        (Number(-5, 5), Number(0, 5)),
        (Number(None, 5), Number(0, 5)),
        (Number(-5, None), Number(0, None)),
        (Number(5, 9, circa=True), Number(5, 9, circa=True)),
    ],
)
def test_a_stock_is_never_below_0(number: Number, clipped: Number) -> None:
    assert number.clipped() == clipped
    assert replace(number, known=1).clipped() == replace(clipped, known=1)


numbers = st.integers(-500, 500)


@given(numbers, numbers, numbers, numbers, st.integers(0, 500), st.integers(0, 500))
def test_what_is_inside_stays_inside(a: int, b: int, wide: int, other: int, less: int, more: int) -> None:
    left, right = Number(min(a, b), max(a, b)), Number(min(wide, other), max(wide, other))
    around = Number((left.low or 0) - less, (left.high or 0) + more)
    assert around.contains(left)
    assert (around + right).contains(left + right)
    assert (around - right).contains(left - right)
    assert (right - around).contains(right - left)
