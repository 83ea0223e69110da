"""Records that do not count, and why."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan

PLANS = [
    ("telt_mee: false", "WP213", (9, 15), "reden"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


def test_a_reason_beside_a_record_that_counts(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa, restant: 3, reden: dubbel}\n").findings
    assert (finding.code, str(finding.severity)) == ("WP220", "waarschuwing")
    assert "telt_mee: false" in finding.hint
