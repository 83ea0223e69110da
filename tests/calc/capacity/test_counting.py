"""The homes that a record adds net of demolition, and those of them inside the period."""

from __future__ import annotations

import pytest

from tests.calc.capacity.test_records import hard
from tests.conftest import Register
from woonplan.model.gemis import Gemis, Lack
from woonplan.model.number import Way


@pytest.mark.parametrize(
    ("record", "low", "high"),
    [
        ("woningen: 30, gerealiseerd: 0, sloop: 10, sloop_gerealiseerd: 0", 20, 20),
        ("woningen: 30, gerealiseerd: 0, sloop: 10, sloop_gerealiseerd: 4", 24, 24),
        ("woningen: 30, gerealiseerd: 0, sloop: 0", 30, 30),
        # Of the 10 to demolish some may be gone already.
        ("woningen: 30, gerealiseerd: 0, sloop: 10", 20, 30),
        ("restant: 10, sloop: 35, sloop_gerealiseerd: 0", -25, -25),
        ("restant: 20, soort_aantal: netto", 20, 20),
        ("restant: 20, sloop: 6, sloop_gerealiseerd: 0, sloop_jaar: {2028: 2, 2031: 4}", 18, 18),
        # Of the homes 10 are inside; of the demolition 2 are not, and of the 4 without a year any may be.
        (
            "restant: 30, oplevering: {2025: 10, 2031: 20}, sloop: 6, sloop_gerealiseerd: 0, "
            "sloop_jaar: {2031: 2, onbekend: 4}",
            6,
            10,
        ),
    ],
)
def test_net(register: Register, record: str, low: int, high: int) -> None:
    homes = hard(register, record, netto=True)
    assert (homes.low, homes.high, homes.unknown) == (low, high, 0)


def test_net_is_at_most_gross_where_demolition_is_not_known(register: Register) -> None:
    assert hard(register, "restant: 20", netto=True).bounds == (None, 20, False)


@pytest.mark.parametrize("record", ["restant: 20, sloop: 3, soort_aantal: onbekend", "sloop: 3, sloop_gerealiseerd: 0"])
def test_net_is_unknown_without_a_number_or_its_kind(register: Register, record: str) -> None:
    homes = hard(register, record, netto=True)
    # It may add homes or take them away.
    assert (homes.blank, homes.way, homes.missing) == (True, Way.BOTH, frozenset({Lack(Gemis.NETTO, "a")}))
