"""Sums and differences of figures by hand, at each end of the target."""

from __future__ import annotations

import pytest

from tests.calc.number.given import NONE, exact, ranging
from woonplan.calc.number.figure import Figure, Op, given, target
from woonplan.calc.number.sums import added, counted, each, remainder, subtracted, together
from woonplan.model.gemis import Gemis
from woonplan.model.number import NOTHING, Number, Way, exactly, unknown


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
