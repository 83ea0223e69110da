"""Changes: end by end, count by count, and always the same in another order."""

from __future__ import annotations

import pytest

from woonplan.model.change import UNCHANGED, Change, added_to, change, changes
from woonplan.model.gemis import Gemis, Lack
from woonplan.model.number import UNKNOWN, Number, between, exactly

P = UNKNOWN.of("p")
LACK = frozenset({Lack(Gemis.PLAN, "p")})


@pytest.mark.parametrize(
    ("old", "new", "low", "high", "opened"),
    [
        (exactly(130), exactly(150), 20, 20, (0, 0)),
        (between(0, 100), between(50, 60), 50, -40, (0, 0)),
        (between(200, None), exactly(250), 50, 250, (0, -1)),
        (exactly(250), between(None, 250), -250, 0, (1, 0)),
        (between(200, None), between(230, None), 30, 0, (0, 0)),
    ],
)
def test_from_one_number_to_another(old: Number, new: Number, low: int, high: int, opened: tuple[int, int]) -> None:
    found = change(old, new)
    assert (found.low, found.high, found.opened) == (low, high, opened)
    assert change(new, old) == -found


def test_what_is_the_same_is_no_change_however_little_is_known_of_it() -> None:
    for number in (P, between(0, 100), between(5, None), exactly(8300, circa=True)):
        assert change(number, number) is UNCHANGED
    assert UNCHANGED.nothing
    assert not UNCHANGED.blank


def test_what_became_known_is_counted_and_is_no_zero() -> None:
    known = change(P, exactly(30))
    assert (known.low, known.high, known.missing, known.fewer) == (30, 30, frozenset(), LACK)
    assert (-known).missing == LACK
    assert not added_to(P).nothing
    assert added_to(P).reach == (0, 0)


def test_an_end_that_opened_has_no_number() -> None:
    assert change(exactly(250), between(200, None)).reach == (-50, None)
    assert change(between(None, 10), exactly(10)).reach == (None, 0)


def test_changes_together_in_any_order() -> None:
    parts = [change(P, exactly(30)), change(exactly(100), between(90, None)), change(exactly(30), P)]
    assert changes(parts) == changes(reversed(parts))
    whole = changes(parts)
    # What came and went again is neither.
    assert (whole.low, whole.high, whole.opened) == (-10, -100, (0, 1))
    assert (whole.missing, whole.fewer) == (frozenset(), frozenset())
    assert changes([]) == Change()
