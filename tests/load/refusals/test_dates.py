"""Dates and periods that are none."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan

PLANS = [
    ("bijgewerkt: 2024-13-01", "WP108", (9, 17), "jaar-maand-dag"),
    ("bijgewerkt: 1-7-2024", "WP108", (9, 17), "jaar-maand-dag"),
    ("oplevering: {26: 4}", "WP109", (9, 18), "2025-2029"),
    ("oplevering: {2029-2025: 4}", "WP109", (9, 18), "vroegste"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)
