"""What one area shows: its sums, and the causes between them."""

from __future__ import annotations

import pytest

from woonplan.calc.diff.row import Oorzaak, difference, moved
from woonplan.calc.number.figure import given
from woonplan.model.number import NOTHING, Number, exactly

ABOUT_TEN = exactly(10, circa=True)


@pytest.mark.parametrize(
    ("before", "after", "circa"),
    [(NOTHING, NOTHING, False), (exactly(10), ABOUT_TEN, True), (ABOUT_TEN, exactly(10), True)],
)
def test_what_came_and_went_makes_no_difference_approximate(before: Number, after: Number, circa: bool) -> None:
    """Of two sums without an approximate plan the difference is exact, whatever was counted in between."""
    came, went = (
        Oorzaak(name, 1, {"zacht": moved("a", "A", old, new, None)})
        for name, old, new in (("statusvertaling", NOTHING, ABOUT_TEN), ("vervallen", ABOUT_TEN, NOTHING))
    )
    found = difference("zacht", (came, went), given("zacht", "zacht", before), given("zacht", "zacht", after))
    assert [(end.low, end.high, end.circa) for end in found.ends] == [(0, 0, circa)] * 2
