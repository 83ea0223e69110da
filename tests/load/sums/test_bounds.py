"""Numbers against their bounds."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan, one_in_gemeenten

PLANS = [
    ("woningen_min: 40\n    woningen_max: 30", "WP301", (9, 19), "Wissel"),
    ("woningen: 40\n    woningen_max: 50", "WP302", (10, 19), "onder- en bovengrens"),
    ("woningen_min: 40\n    precisie: ruim", "WP302", (10, 15), "circa"),
]

REGISTERS = [
    ("bounds the wrong way round", "woningen_max: 1200", "woningen_max: 900", "WP301", (13, 81), "Wissel"),
    ("a number and a bound", "woningen_max: 1200", "woningen: 900", "WP302", (13, 81), "onder- en bovengrens"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)
