"""What holds plans up, worked by hand."""

from __future__ import annotations

from tests.calc.report.places import PLACES, shares_of
from tests.conftest import Register
from woonplan.calc.report.bottlenecks import NIET_OPGEGEVEN, bottlenecks


def test_bottlenecks_by_homes(register: Register) -> None:
    rows = bottlenecks(shares_of(register, PLACES))
    # Stikstof 30 + 70, nuts 30 (Los does not count), then `geen`, then those that say nothing.
    assert list(rows) == ["stikstof", "nuts", "geen", NIET_OPGEGEVEN]
    homes = [(sums.hard.low.low, sums.zacht.low.low) for sums in rows.values()]
    assert homes == [(30, 70), (30, 0), (0, 0), (0, 5)]
