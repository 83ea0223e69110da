"""Figures by hand: what an operation gives at each end of the target, and what it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest

from tests.render.cells import plans
from woonplan.calc.number.figure import (
    Figure,
    Op,
    Origin,
    Parts,
    added,
    at_least,
    at_least_zero,
    at_most,
    counted,
    each,
    given,
    highest,
    lowest,
    or_less,
    origin_of,
    perhaps,
    piece,
    quotient,
    remainder,
    share,
    subtracted,
    tallied,
    target,
    times,
    together,
)
from woonplan.model.gemis import Gemis
from woonplan.model.number import NO_OUTCOME, NOTHING, UNKNOWN, Bound, Number, Way, between, exactly, unknown
from woonplan.model.source import Provenance


def exact(value: Bound, name: str = "x") -> Figure:
    return given(name, name, exactly(value))


def ranging(low: Bound | None, high: Bound | None, unknown: int = 0) -> Figure:
    return given("r", "r", Number(low, high, False, 1, plans(unknown), Way.UP if unknown else Way.NONE))


NONE = given("n", "n", UNKNOWN)


def test_a_target_has_an_end_for_each_end_of_its_range() -> None:
    found = target("t", "t", Number(1000, 1200, circa=True, known=1))
    assert found.ends == (Number(1000, 1000, True, 1), Number(1200, 1200, True, 1))
    # At least 14,100: its lowest is that number, and there is no highest.
    assert target("t", "t", Number(14100, None, known=1)).ends == (exactly(14100), Number(14100, None, known=1))
    assert target("t", "t", Number(None, 200, known=1)).ends == (Number(None, 200, known=1), exactly(200))


def test_a_sum_names_a_part_without_a_number() -> None:
    parts = (exact(5), NONE)
    # What has no number is named beside what the others give.
    assert {make("s", "s", parts).low for make in (added, counted, together)} == {exactly(5) + NONE.low}
    assert [make("s", "s", parts).op for make in (added, counted, together)] == [Op.SOM, Op.RECORDS, Op.SAMEN]


def test_a_sum_over_no_records_is_no_part_of_a_sum_of_sums() -> None:
    empty = counted("leeg", "leeg", [])
    assert empty.low == NOTHING
    found = together("t", "t", [empty, counted("c", "c", [NONE])])
    assert found.low.blank
    assert [part.name for part in found.parts] == ["c"]


def test_each_record_is_one_whatever_its_homes() -> None:
    found = each("records", "records", [exact(30, "a"), NONE])
    assert found.low == Number(2, 2, known=2)
    assert [part.name for part in found.parts] == ["a.record", "n.record"]


def test_a_difference_is_taken_end_by_end() -> None:
    found = subtracted("d", "d", target("t", "t", Number(1000, 1200, known=1)), exact(300), ranging(10, 20))
    # 1,000 - 300 - 10..20 and 1,200 - 300 - 10..20.
    assert [(end.low, end.high) for end in found.ends] == [(680, 690), (880, 890)]
    assert len(found.parts) == 3


@pytest.mark.parametrize(
    ("whole", "less", "low", "high"),
    [
        (exact(100), exact(30), 70, 70),
        # Homes cannot be less than none.
        (exact(10), exact(30), 0, 0),
        (ranging(20, None), exact(5), 15, None),
        # A part without a number may be nothing, or all there is.
        (exact(100), NONE, 0, 100),
    ],
)
def test_what_is_left_of_a_whole(whole: Figure, less: Figure, low: int, high: int | None) -> None:
    found = remainder("rest", "rest", whole, less)
    assert (found.low.low, found.low.high) == (low, high)


def test_what_is_left_of_a_whole_without_a_number() -> None:
    assert remainder("rest", "rest", NONE, exact(5)).low.blank


@pytest.mark.parametrize(
    ("whole", "less", "blank"),
    [
        (NONE, exact(5), True),
        # Of two that may be anything nothing is left to say; one with a number says at the most how much is left.
        (exact(100), NONE, True),
        (exact(100), ranging(10, 20, 1), False),
        # Deliveries that nobody counted leave what is known as it is.
        (exact(100), given("o", "o", unknown(Gemis.OPLEVERING, Way.BOTH)), False),
    ],
)
def test_a_difference_that_says_nothing_is_unknown(whole: Figure, less: Figure, blank: bool) -> None:
    found = subtracted("d", "d", whole, less).low
    assert found.blank is blank
    assert found.missing == whole.low.missing | less.low.missing


def test_a_share_is_exact() -> None:
    # A third of 100 is 33 1/3: to round it is for who shows it, and is no uncertainty.
    assert share("s", "s", exact(100), (1, 3)).low == exactly(Fraction(100, 3))
    assert share("s", "s", ranging(None, 10), (1, 3)).low.bounds == (None, Fraction(10, 3), False)
    # About a third of 60,000 is about 20,000, give or take 500.
    assert share("s", "s", exact(60_000), (1, 3), circa=True).low == exactly(20_000, circa=True, marge=500)


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
    loose = perhaps("p", "p", exact(30), known=False)
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


def test_a_product_is_exact() -> None:
    found = times("m", "m", exact(20000), Fraction(1, 9))
    assert (found.low.low, found.ratio) == (Fraction(20000, 9), (1, 9))


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


def test_pieces_are_as_even_as_can_be_and_make_up_the_whole() -> None:
    # 40 over three years: 14, 13, 13.
    pieces = [piece(exact(40), "p", "p", index, 3) for index in range(3)]
    assert [found.low.low for found in pieces] == [14, 13, 13]
    assert [found.ratio for found in pieces] == [(1, 3), (2, 3), (3, 3)]
    # 10 to 40: 4, 3, 3 to 14, 13, 13; without an upper end there is none for a piece.
    assert [piece(ranging(10, 40), "p", "p", i, 3).low.bounds[:2] for i in range(3)] == [(4, 14), (3, 13), (3, 13)]
    assert piece(ranging(10, None), "p", "p", 0, 3).low.bounds[:2] == (4, None)
    assert piece(NONE, "p", "p", 0, 3).low.blank


def test_the_parts_of_a_sum_are_made_once_and_for_who_asks() -> None:
    made = []

    def make() -> Iterator[Figure]:
        made.append(1)
        yield from (exact(1, "a"), exact(2, "b"))

    found = tallied("s", "s", [exactly(1), exactly(2)], Parts(2, make))
    assert (found.low.low, len(found.parts), made) == (3, 2, [])
    assert [part.name for part in found.parts] == ["a", "b"]
    assert (found.parts[1].name, [part.name for part in found.parts[:1]]) == ("b", ["a"])
    assert found.parts == (exact(1, "a"), exact(2, "b"))
    assert hash(found.parts) == hash((exact(1, "a"), exact(2, "b")))
    assert made == [1]


def test_a_computed_record_stands_where_its_first_part_stands() -> None:
    origin = Origin(Provenance(), "p", ("plannen", 0), "plannen.yaml")
    record = given("p", "P", exactly(5), origin)
    assert origin_of(subtracted("rest", "rest", subtracted("d", "d", record, exact(1)), exact(1))) == origin
    assert origin_of(exact(1)) is None
    assert origin_of(counted("leeg", "leeg", [])) is None
