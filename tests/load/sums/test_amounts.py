"""What was delivered and demolished, against what there is."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan

PLANS = [
    ("woningen: 30\n    gerealiseerd: 31", "WP303", (10, 19), "Verbeter"),
    ("woningen: 30\n    gerealiseerd: 10\n    restant: 21", "WP304", (11, 14), "volgt uit"),
    ("gerealiseerd: 10\n    restant: 21", "WP304", (10, 14), "alleen restant"),
    ("woningen: 30\n    restant: 31", "WP304", (10, 14), "Verbeter"),
    ("sloop: 3\n    sloop_gerealiseerd: 4", "WP314", (10, 25), "Verbeter"),
    ("woningen: 3\n    gerealiseerd: 0\n    studentenwoningen: 4", "WP315", (11, 24), "Verbeter"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)
