"""Years that overlap or do not add up."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan

PLANS = [
    ("restant: 30\n    oplevering: {2026: 20}", "WP306", (10, 5), "onbekend"),
    ("restant: 30\n    oplevering: {2025-2027: 20, 2027: 10}", "WP305", (10, 33), "een periode"),
    ("sloop: 3\n    sloop_gerealiseerd: 0\n    sloop_jaar: {2026: 2}", "WP306", (11, 5), "onbekend"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)
