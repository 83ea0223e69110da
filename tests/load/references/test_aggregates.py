"""Aggregates and the records inside them."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan

PLANS = [
    ("onderdeel_van: iets", "WP204", (9, 20), "verzamelpost"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


AGGREGATE = "  - {id: s, naam: S, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 100%s}\n"


def test_a_part_of_another_class(register: Register) -> None:
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1C, restant: 10, onderdeel_van: s}\n"
    (finding,) = register(AGGREGATE % "" + part).findings
    assert finding.code == "WP206"
    assert "1C (zacht) in verzamelpost 's' (hard)" in finding.message


@pytest.mark.parametrize(
    ("whole", "part", "refused"),
    [
        ("hard", "onbekend", False),
        ("zacht", "onbekend", False),
        ("hard", "1A", False),
        ("hard", "5A", True),
        ("onbekend", "onbekend", False),
        ("onbekend", "1A", True),
    ],
)
def test_a_part_of_unknown_status_has_that_of_its_aggregate(
    register: Register, whole: str, part: str, refused: bool
) -> None:
    record = f"  - {{id: p, naam: P, gemeente: Aa, planstatus: {part}, restant: 10, onderdeel_van: s}}\n"
    text = (AGGREGATE % "").replace("planstatus: hard", f"planstatus: {whole}") + record
    assert [f.code for f in register(text).findings] == (["WP206"] if refused else [])


def test_a_part_that_does_not_count_may_be_anything(register: Register) -> None:
    # Neither hard nor in Bee, and nothing of it is taken off the 100.
    text = (AGGREGATE % "").replace("regio: Dal", "gemeente: Bee")
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1C, restant: 10, onderdeel_van: s, %s}\n"
    assert register(text + part % "telt_mee: false, reden: staat elders").findings == ()
    assert [f.code for f in register(text + part % "telt_mee: true").findings] == ["WP206", "WP221"]


def test_aggregates_do_not_nest(register: Register) -> None:
    nested = "  - {id: t, naam: T, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 5, onderdeel_van: s}\n"
    plain = "  - {id: p, naam: P, gemeente: Aa, planstatus: hard, restant: 5, onderdeel_van: q}\n"
    whole = "  - {id: q, naam: Q, gemeente: Aa, planstatus: hard, restant: 5}\n"
    assert [f.code for f in register(AGGREGATE % "" + nested).findings] == ["WP207"]
    assert [f.code for f in register(plain + whole).findings] == ["WP207"]
