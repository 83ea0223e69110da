"""Numbers between two bounds, and sums that keep what is unknown apart."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.model.gemis import Gemis, Lack
from woonplan.model.number import NO_OUTCOME, UNKNOWN, Bound, Number, Way, between, exactly, margin, total, unknown

FIVE_TO_NINE = Number(5, 9)


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


A, B = (UNKNOWN.of(name) for name in "ab")


def test_a_sum_counts_what_has_no_number() -> None:
    assert total([]) == Number()
    assert exactly(5) + A == Number(5, 5, known=1, missing=A.missing, way=Way.UP)
    assert total([exactly(5), A, exactly(7), B]) == Number(12, 12, known=2, missing=A.missing | B.missing, way=Way.UP)
    # A plan that is in both of two sums is one plan.
    assert (A + B + A).unknown == 2
    assert not total([]).blank
    assert (A + B).blank


@pytest.mark.parametrize(
    ("number", "reach"),
    [
        (Number(5, 9, known=2), (5, 9)),
        # Homes of a plan without a number only come on top.
        (Number(5, 9, known=2) + A, (5, None)),
        (exactly(5) - A, (None, 5)),
        (exactly(5) - A + B, (None, None)),
        (-(Number(5, 9, known=2) + A), (None, -5)),
        (A, (None, None)),
        (A - A, (None, None)),
        (Number(None, 9, known=1) + A, (None, None)),
    ],
)
def test_what_is_missing_leaves_the_end_that_it_cannot_move(
    number: Number, reach: tuple[Bound | None, Bound | None]
) -> None:
    assert number.reach == reach


def test_what_is_missing_is_given_one_name() -> None:
    assert UNKNOWN.of("a").of("b") == A
    assert exactly(5).of("a") == exactly(5)
    assert unknown(Gemis.OPLEVERING, Way.BOTH).of("Aa", 2021) == Number(
        missing=frozenset({Lack(Gemis.OPLEVERING, "Aa", 2021)}), way=Way.BOTH
    )


@pytest.mark.parametrize(
    ("number", "marge"),
    [
        # Half of the last place that is written, 500, or a tenth: whichever is least.
        (8300, 50),
        (5800, 50),
        (20000, 500),
        (6000, 500),
        (1_000_000, 500),
        (100, 10),
        (120, 5),
        (7, Fraction(1, 2)),
        (3, Fraction(3, 10)),
        (0, 0),
    ],
)
def test_how_far_about_a_number_may_be_off(number: int, marge: Bound) -> None:
    assert margin(number) == marge


def about(number: int) -> Number:
    return exactly(number, circa=True, marge=margin(number))


@pytest.mark.parametrize(
    ("number", "within"),
    [
        # The balance of the source: 8,300 + 5,800 + 6,000 - 20,000 is 100, and they may be off by 1,100 together.
        (about(8300) + about(5800) + about(6000) - about(20000), True),
        (about(20000) - about(20000), True),
        (about(8300) - exactly(8249), False),
        (about(8300) - exactly(8250), True),
        (about(8300) - exactly(8351), False),
        # One end beyond the margin is enough for a verdict.
        (about(8300) - between(8200, 8310), False),
        (exactly(0), False),
        (about(8300) - exactly(8300) + A, False),
        (about(8300) - exactly(8300) + between(0, None), False),
    ],
)
def test_a_difference_within_the_margins_is_rounding(number: Number, within: bool) -> None:
    assert number.rounding is within


def test_margins_add_up_and_go_with_a_factor() -> None:
    assert (about(8300) - about(5800)).marge == 100
    assert (-about(8300)).marge == about(8300).clipped().marge == 50
    assert about(8300).times(Fraction(1, 3)).marge == Fraction(50, 3)


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
    for need in (exactly(0), exactly(-3), Number(None, 0, known=1), exactly(0) - A):
        for have in (exactly(5), UNKNOWN):
            assert have.over(need) == NO_OUTCOME
    assert not NO_OUTCOME.applies
    assert not NO_OUTCOME.times(100).applies
    assert all(number.applies for number in (Number(), UNKNOWN, exactly(0), exactly(0).over(exactly(5))))


def test_a_need_without_all_of_its_numbers_moves_what_is_below_0_the_other_way() -> None:
    # 10 of 5 or more is 2 at most; -10 of 5 or more is -2 at least, and next to 0 at most.
    assert exactly(10).over(exactly(5) + A).reach == (None, 2)
    assert exactly(-10).over(exactly(5) + A).reach == (None, None)


def test_a_need_that_may_yet_be_one_leaves_the_outcome_unknown() -> None:
    for need in (exactly(0) + A, exactly(-3) + A):
        found = exactly(5).over(need)
        assert found.blank
        assert found.missing == A.missing


@pytest.mark.parametrize(("above", "below"), [(A, exactly(5)), (exactly(5), B), (A, B)])
def test_a_quotient_without_one_of_its_numbers_is_unknown(above: Number, below: Number) -> None:
    found = above.over(below)
    assert found.blank
    assert found.missing == above.missing | below.missing


bounds = st.one_of(st.none(), numbers, st.fractions(-500, 500, max_denominator=12))


@st.composite
def any_number(draw: st.DrawFn) -> Number:
    """A number as any sum of records may be: open ends, the mark, records with and without a number, or only those."""
    known, circa = draw(st.integers(0, 3)), draw(st.booleans())
    lacks = st.builds(Lack, st.sampled_from((Gemis.PLAN, Gemis.GEMEENTE)), st.sampled_from("abcd"))
    missing = draw(st.frozensets(lacks))
    way = draw(st.sampled_from((Way.UP, Way.DOWN, Way.BOTH))) if missing else Way.NONE
    if not known:
        return Number(missing=missing, way=way)
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Number(low, high, circa, known, missing, way, draw(st.integers(0, 500)) if circa else 0)


@st.composite
def inside(draw: st.DrawFn, number: Number) -> Fraction:
    """A truth: one of the numbers between the bounds, with anything that what is missing may add or take away."""
    low = Fraction(number.low if number.low is not None else min(number.high or 0, 0) - 700)
    high = Fraction(number.high if number.high is not None else max(number.low or 0, 0) + 700)
    part = draw(st.fractions(0, 1, max_denominator=7))
    more = draw(st.fractions(0, 900, max_denominator=3)) if number.way & Way.UP else 0
    less = draw(st.fractions(0, 900, max_denominator=3)) if number.way & Way.DOWN else 0
    return low + part * (high - low) + more - less


def holds(number: Number, value: Fraction) -> bool:
    """Whether a number says of a truth that it may be."""
    low, high = number.reach
    return (low is None or low <= value) and (high is None or value <= high)


@given(st.lists(any_number(), max_size=6), st.data())
def test_a_sum_does_not_depend_on_how_it_is_taken_together(parts: list[Number], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(parts)))
    whole = total(parts)
    assert total((total(parts[:cut]), total(parts[cut:]))) == whole
    assert total(data.draw(st.permutations(parts))) == whole


@given(st.lists(any_number(), max_size=6))
def test_a_sum_is_that_of_its_parts_at_both_ends_and_in_what_is_missing(parts: list[Number]) -> None:
    whole = total(parts)
    for end in ("low", "high"):
        ends = [getattr(part, end) for part in parts]
        assert getattr(whole, end) == (None if None in ends else sum(ends))
    assert whole.missing == frozenset(lack for part in parts for lack in part.missing)
    # Nothing is lost, and nothing is counted twice.
    assert max((part.unknown for part in parts), default=0) <= whole.unknown <= sum(part.unknown for part in parts)
    assert whole.known == sum(part.known for part in parts)
    assert whole.marge == sum(part.marge for part in parts)
    assert whole.blank is (bool(whole.missing) and not any(part.known for part in parts))


@given(any_number(), any_number(), st.data())
def test_arithmetic_holds_what_may_be_true(left: Number, right: Number, data: st.DataObject) -> None:
    a, b = data.draw(inside(left)), data.draw(inside(right))
    added, less = left + right, left - right
    assert holds(left, a)
    assert holds(added, a + b)
    assert holds(less, a - b)
    assert holds(-left, -a)
    assert holds(left.clipped(), max(a, Fraction(0)))
    assert holds(left.times(Fraction(5, 9)), a * Fraction(5, 9))
    if b > 0:
        assert holds(left.over(right), a / b)
    assert {n.missing for n in (added, less)} == {left.missing | right.missing}
    assert {n.circa for n in (added, less)} == {left.circa or right.circa}


@given(any_number())
def test_unknown_is_never_a_number(number: Number) -> None:
    if number.missing and not number.known:
        assert number.blank
        assert number.reach == (None, None)
    if number.missing:
        assert None in number.reach


@given(any_number(), any_number())
def test_a_difference_has_no_more_than_its_bounds(left: Number, right: Number) -> None:
    less = left - right
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
    _, most = below.reach
    if most is not None and most <= 0:
        assert not found.applies
    elif below.blank or (below.high is not None and below.high <= 0):
        assert found.blank
    elif not above.blank:
        ends = [
            Fraction(a) / b
            for a in (above.low, above.high)
            for b in (below.low, below.high)
            if a is not None and b is not None and b > 0
        ]
        assert all(end in (*ends, 0) for end in (found.low, found.high) if end is not None)
        assert found.low is None or found.high is None or found.low <= found.high


def test_no_less_than_0_says_nothing_approximate_of_what_may_be_anything() -> None:
    anything = Number(None, None, circa=True, known=2)
    assert anything.clipped() == Number(0, None, known=2)
    assert Number(-5, None, circa=True).clipped() == Number(0, None, circa=True)
