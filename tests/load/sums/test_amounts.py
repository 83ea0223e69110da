"""Numbers against their bounds, and what was delivered and demolished against what there is."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan, one_in_gemeenten

PLANS = [
    ("woningen: 30\n    gerealiseerd: 31", "WP303", (10, 19), "Verbeter"),
    ("woningen: 30\n    gerealiseerd: 10\n    restant: 21", "WP304", (11, 14), "volgt uit"),
    ("gerealiseerd: 10\n    restant: 21", "WP304", (10, 14), "alleen restant"),
    ("woningen: 30\n    restant: 31", "WP304", (10, 14), "Verbeter"),
    ("sloop: 3\n    sloop_gerealiseerd: 4", "WP314", (10, 25), "Verbeter"),
    ("woningen: 3\n    gerealiseerd: 0\n    studentenwoningen: 4", "WP315", (11, 24), "Verbeter"),
    ("woningen_min: 40\n    woningen_max: 30", "WP301", (9, 19), "Wissel"),
    ("woningen: 40\n    woningen_max: 50", "WP302", (10, 19), "onder- en bovengrens"),
    ("woningen_min: 40\n    precisie: ruim", "WP302", (10, 15), "circa"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


REGISTERS = [
    ("bounds the wrong way round", "woningen_max: 1200", "woningen_max: 900", "WP301", (13, 81), "Wissel"),
    ("a number and a bound", "woningen_max: 1200", "woningen: 900", "WP302", (13, 81), "onder- en bovengrens"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)
