"""Numbers between two bounds, and sums that keep what is unknown apart."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.model.number import NO_OUTCOME, UNKNOWN, Bound, Number, between, exactly, total

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


@pytest.mark.parametrize(
    ("above", "below", "outcome"),
    [
        # 10..20 / 2..5: the least is 10/5, the most 20/2.
        (Number(10, 20), Number(2, 5), (2, 10)),
        # -10..20 / 2..5: the least is -10/2.
        (Number(-10, 20), Number(2, 5), (-5, 10)),
        # A need of 2 or more: 10 is at the most five times it, and may be next to nothing.
        (Number(10, 10), Number(2, None), (0, 5)),
        # A need that may be 0 leaves no highest share.
        (Number(10, 10), Number(0, 5), (2, None)),
        # Below 0 it leaves no lowest one.
        (between(-10, 10), Number(0, 5), (None, None)),
        (Number(None, 10), Number(2, 5), (None, 5)),
        (Number(10, None), Number(3, 4), (Fraction(5, 2), None)),
    ],
)
def test_dividing_ranges(above: Number, below: Number, outcome: tuple[Bound | None, Bound | None]) -> None:
    found = above.over(below)
    assert found.applies
    assert (found.low, found.high) == outcome


def test_nothing_can_be_held_against_a_need_of_nothing() -> None:
    for need in (exactly(0), exactly(-3), Number(None, 0, known=1)):
        for have in (exactly(5), UNKNOWN):
            assert have.over(need) == NO_OUTCOME
    assert not NO_OUTCOME.applies
    assert not NO_OUTCOME.times(100).applies
    assert all(number.applies for number in (Number(), UNKNOWN, exactly(0), exactly(0).over(exactly(5))))


@pytest.mark.parametrize(("above", "below"), [(UNKNOWN, exactly(5)), (exactly(5), UNKNOWN), (UNKNOWN, UNKNOWN)])
def test_a_quotient_without_one_of_its_numbers_is_unknown(above: Number, below: Number) -> None:
    found = above.over(below)
    assert found.blank
    assert found.unknown == above.unknown + below.unknown


bounds = st.one_of(st.none(), numbers, st.fractions(-500, 500, max_denominator=12))


@st.composite
def any_number(draw: st.DrawFn) -> Number:
    """A number as any sum of records may be: open ends, the mark, records with and without a number, or only those."""
    known, unknown, circa = draw(st.integers(0, 3)), draw(st.integers(0, 3)), draw(st.booleans())
    if not known:
        return Number(unknown=unknown)
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Number(low, high, circa, known, unknown)


@st.composite
def inside(draw: st.DrawFn, number: Number) -> Fraction:
    """One of the numbers between the bounds."""
    low = Fraction(number.low if number.low is not None else min(number.high or 0, 0) - 700)
    high = Fraction(number.high if number.high is not None else max(number.low or 0, 0) + 700)
    part = draw(st.fractions(0, 1, max_denominator=7))
    return low + part * (high - low)


def holds(number: Number, value: Fraction) -> bool:
    return number.contains(exactly(value))


@given(st.lists(any_number(), max_size=6), st.data(), st.booleans())
def test_a_sum_does_not_depend_on_how_it_is_taken_together(
    parts: list[Number], data: st.DataObject, keep_blank: bool
) -> None:
    cut = data.draw(st.integers(0, len(parts)))
    whole = total(parts, keep_blank=keep_blank)
    halves = (total(parts[:cut], keep_blank=keep_blank), total(parts[cut:], keep_blank=keep_blank))
    assert total(halves, keep_blank=keep_blank) == whole
    assert total(data.draw(st.permutations(parts)), keep_blank=keep_blank) == whole


@given(any_number(), any_number(), st.data())
def test_arithmetic_holds_what_may_be_true(left: Number, right: Number, data: st.DataObject) -> None:
    a, b = data.draw(inside(left)), data.draw(inside(right))
    added, less = left + right, left - right
    if left.blank or right.blank:
        assert less.blank
        return
    assert holds(added, a + b)
    assert holds(less, a - b)
    assert holds(-left, -a)
    assert holds(left.clipped(), max(a, Fraction(0)))
    assert holds(left.times(Fraction(5, 9)), a * Fraction(5, 9))
    if b > 0:
        assert holds(left.over(right), a / b)
    assert {n.unknown for n in (added, less)} == {left.unknown + right.unknown}
    assert {n.circa for n in (added, less)} == {left.circa or right.circa}


@given(any_number(), any_number())
def test_a_difference_has_no_more_than_its_bounds(left: Number, right: Number) -> None:
    less = left - right
    if less.blank:
        return
    assert (less.low is None) is (left.low is None or right.high is None)
    assert (less.high is None) is (left.high is None or right.low is None)
    if less.low is not None and left.low is not None and right.high is not None:
        assert less.low == left.low - right.high
    if less.high is not None and left.high is not None and right.low is not None:
        assert less.high == left.high - right.low


@given(any_number(), any_number())
def test_a_quotient_says_no_more_than_it_must(above: Number, below: Number) -> None:
    """Its ends are outcomes of ends where it has any, and there is none only where nothing above 0 can divide."""
    found = above.over(below)
    if below.blank:
        assert found.blank
    elif below.high is not None and below.high <= 0:
        assert not found.applies
    elif not above.blank:
        ends = [
            Fraction(a) / b
            for a in (above.low, above.high)
            for b in (below.low, below.high)
            if a is not None and b is not None and b > 0
        ]
        assert all(end in (*ends, 0) for end in (found.low, found.high) if end is not None)
        assert found.low is None or found.high is None or found.low <= found.high
