"""Keys that do not exist or are missing, and what is no list or block."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan

PLANS = [
    ("wonigen: 30", "WP101", (9, 5), "Bedoelt u 'woningen'?"),
    ("zzzzzzzz: 30", "WP101", (9, 5), "Mogelijke sleutels"),
    ("locaties: Aa", "WP107", (9, 15), "streepje"),
    ("woningtype: 3", "WP107", (9, 17), "ingesprongen"),
    ("woningtype: {eensgezins: 3}", "WP101", (9, 18), "Bedoelt u 'eengezins'?"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


def test_missing_key_points_at_the_record(register: Register) -> None:
    (finding,) = register("  - id: a\n    gemeente: Aa\n").findings
    assert (finding.code, str(finding.place).rpartition("/")[2]) == ("WP102", "plannen.yaml:6:5")
    assert "'naam' ontbreekt" in finding.message
