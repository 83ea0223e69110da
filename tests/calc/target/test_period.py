"""The period of a target: which years lie in it, and which touch it."""

from __future__ import annotations

from datetime import date

import pytest

from woonplan.calc.target.period import Period

PERIOD = Period(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "holds", "touches"),
    [
        (2020, 2020, True, True),
        (2029, 2029, True, True),
        (2020, 2029, True, True),
        (2019, 2020, False, True),
        (2029, 2030, False, True),
        (2019, 2030, False, True),
        (2030, 2030, False, False),
        (2019, 2019, False, False),
    ],
)
def test_which_years_lie_in_a_period(first: int, last: int, holds: bool, touches: bool) -> None:
    assert (PERIOD.holds(first, last), PERIOD.touches(first, last)) == (holds, touches)
