"""Bounds on figures by hand: what an operation gives at each end of the target."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.calc.number.given import NONE, exact, ranging
from woonplan.calc.number.bounds import at_least, at_least_zero, at_most, highest, lowest, or_less, perhaps
from woonplan.calc.number.figure import Figure, given, target
from woonplan.calc.number.ratios import quotient
from woonplan.calc.number.sums import added, subtracted, together
from woonplan.model.number import NO_OUTCOME, UNKNOWN, Number, between, exactly


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        # 280 to 360 are inside a whole of at most 310.
        (ranging(0, 310), [ranging(200, 260), ranging(80, 100)], (280, 310)),
        (ranging(300, 310), [exact(280)], (300, 310)),
        (ranging(None, 310), [exact(280)], (280, 310)),
        # About 300 is the larger of 300 and what its parts are.
        (given("c", "c", exactly(300, circa=True)), [exact(320)], (320, 320)),
        (given("c", "c", exactly(300, circa=True)), [ranging(280, 320)], (300, 320)),
        (given("c", "c", exactly(300, circa=True)), [exact(280), NONE], (300, 300)),
        # A part without a number changes nothing.
        (exact(300), [NONE], (300, 300)),
        (exact(300), [], (300, 300)),
    ],
)
def test_a_whole_is_at_least_what_its_parts_are(
    whole: Figure, parts: list[Figure], expected: tuple[int, int | None]
) -> None:
    found = at_least("h", "h", whole, *parts)
    assert found.low.bounds[:2] == expected
    assert (found is whole) is (found.ends == whole.ends)
    assert not found.low.missing


def test_a_whole_without_a_number_is_what_is_known_to_be_in_it_and_more() -> None:
    found = at_least("h", "h", NONE, exact(400), ranging(10, 20)).low
    assert (found.bounds, found.reach, found.missing) == ((410, 410, False), (410, None), NONE.low.missing)
    assert at_least("h", "h", NONE, given("m", "m", UNKNOWN)).low.blank


def test_what_may_count_or_not() -> None:
    assert perhaps("p", "p", exact(30)).low == between(0, 30)
    assert perhaps("p", "p", ranging(10, None)).low == between(0, None)
    # Net of demolition it may take homes away.
    assert perhaps("p", "p", ranging(-20, 30)).low == between(-20, 30)
    assert perhaps("p", "p", ranging(-20, -10)).low == between(-20, 0)
    # What need not be there is no answer where nothing else is.
    loose = perhaps("p", "p", exact(30), counts=False)
    assert (loose.low.known, together("t", "t", [loose, NONE]).low.blank) == (0, True)
    assert perhaps("p", "p", NONE).low.blank


def test_what_is_left_when_something_unknown_goes() -> None:
    assert or_less("o", "o", ranging(10, 30)).low == between(None, 30)
    assert or_less("o", "o", NONE).low.blank


def test_a_number_that_is_at_most_another() -> None:
    assert at_most("a", "a", ranging(10, 30), exact(20)).low == between(10, 20)
    assert at_most("a", "a", ranging(10, None), ranging(0, 5)).low.bounds == (5, None, False)
    assert at_most("a", "a", ranging(10, 30), ranging(0, None)).low == between(10, 30)
    assert at_most("a", "a", NONE, exact(20)).low.blank


def test_each_end_has_its_own_outcome() -> None:
    # 5 of a need of 0 to 10: nothing to hold it against at the low end, half of it at the high end.
    found = quotient("q", "q", exact(5), target("t", "t", Number(0, 10, known=1)))
    assert (found.low, found.high.low) == (NO_OUTCOME, Fraction(1, 2))
    # 3 - 5 is none left at the low end.
    left = at_least_zero("l", "l", target("t", "t", Number(-2, 3, known=1)))
    assert (left.low, left.high) == (exactly(0), exactly(3))
    # What may only be less is more than 0 all the same: beside 50 it takes nothing away.
    nothing = at_least_zero("l", "l", subtracted("d", "d", exact(10), NONE))
    assert (nothing.low.blank, added("a", "a", [exact(50), nothing]).low.reach) == (True, (50, None))


def test_one_end_alone() -> None:
    both = ranging(10, 20, unknown=2)
    assert highest("h", "h", both).low == both.low.bounded(20, 20)
    assert lowest("l", "l", both).low == both.low.bounded(10, 10)
    assert all(end("e", "e", NONE).low.blank for end in (highest, lowest))
