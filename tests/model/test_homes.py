"""Numbers of homes: intervals, and sums that keep what is unknown apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.model.homes import UNKNOWN, ZERO, Homes, Interval, exactly, total

FIVE_TO_NINE = Interval(5, 9)


@pytest.mark.parametrize(
    ("interval", "exact"),
    [
        (Interval(5, 5), True),
        (Interval(0, 0), True),
        (Interval(5, 5, circa=True), False),
        (FIVE_TO_NINE, False),
        (Interval(5, None), False),
        (Interval(None, None), False),
    ],
)
def test_one_number_without_a_mark_is_exact(interval: Interval, exact: bool) -> None:
    assert interval.exact is exact
    assert Homes(interval, 1).exact is exact
    assert not Homes(interval, 1, unknown=1).exact


@pytest.mark.parametrize(
    ("left", "right", "added", "subtracted"),
    [
        (FIVE_TO_NINE, Interval(1, 2), Interval(6, 11), Interval(3, 8)),
        (FIVE_TO_NINE, Interval(1, None), Interval(6, None), Interval(None, 8)),
        (FIVE_TO_NINE, Interval(None, 2), Interval(None, 11), Interval(3, None)),
        (Interval(5, 5, circa=True), Interval(1, 1), Interval(6, 6, circa=True), Interval(4, 4, circa=True)),
        (Interval(5, 5), Interval(1, 1, circa=True), Interval(6, 6, circa=True), Interval(4, 4, circa=True)),
    ],
)
def test_arithmetic(left: Interval, right: Interval, added: Interval, subtracted: Interval) -> None:
    assert left + right == added
    assert left - right == subtracted


@pytest.mark.parametrize(
    ("other", "inside"),
    [
        (Interval(5, 9), True),
        (Interval(6, 6), True),
        (Interval(4, 9), False),
        (Interval(5, 10), False),
        (Interval(None, 9), False),
        (Interval(5, None), False),
    ],
)
def test_contains(other: Interval, inside: bool) -> None:
    assert FIVE_TO_NINE.contains(other) is inside
    assert Interval(None, None).contains(other)


def test_a_sum_counts_what_is_unknown() -> None:
    assert total([]) == Homes()
    assert total([exactly(5), UNKNOWN, exactly(7)]) == Homes(Interval(12, 12), 2, 1)
    assert exactly(5) + UNKNOWN == Homes(Interval(5, 5), 1, 1)
    assert not total([]).blank
    assert total([UNKNOWN, UNKNOWN]).blank


@pytest.mark.parametrize(
    "homes", [exactly(5) - UNKNOWN, UNKNOWN - exactly(5), total([exactly(5), UNKNOWN], keep_blank=True)]
)
def test_a_balance_without_one_of_its_quantities_says_nothing(homes: Homes) -> None:
    assert homes.blank
    # Nothing of the known part comes back when the outcome goes into another sum.
    assert total([homes, exactly(3)]) == Homes(Interval(3, 3), 1, 1)


@pytest.mark.parametrize(
    ("interval", "clipped"),
    [
        (Interval(-5, -5), ZERO),
        (Interval(-5, 5), Interval(0, 5)),
        (Interval(None, 5), Interval(0, 5)),
        (Interval(-5, None), Interval(0, None)),
        (Interval(5, 9, circa=True), Interval(5, 9, circa=True)),
    ],
)
def test_a_stock_is_never_below_0(interval: Interval, clipped: Interval) -> None:
    assert Homes(interval, 1).clipped() == Homes(clipped, 1)


numbers = st.integers(-500, 500)


@given(numbers, numbers, numbers, numbers, st.integers(0, 500), st.integers(0, 500))
def test_what_is_inside_stays_inside(a: int, b: int, wide: int, other: int, less: int, more: int) -> None:
    left, right = Interval(min(a, b), max(a, b)), Interval(min(wide, other), max(wide, other))
    around = Interval((left.low or 0) - less, (left.high or 0) + more)
    assert around.contains(left)
    assert (around + right).contains(left + right)
    assert (around - right).contains(left - right)
    assert (right - around).contains(right - left)
