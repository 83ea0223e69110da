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


def test_parts_larger_than_their_aggregate(register: Register) -> None:
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 101, onderdeel_van: s}\n"
    exact = register(AGGREGATE % "" + part)
    assert [(f.code, str(f.severity)) for f in exact.findings] == [("WP308", "fout")]
    circa = register(AGGREGATE % ", precisie: circa" + part)
    assert [(f.code, str(f.severity)) for f in circa.findings] == [("WP308", "waarschuwing")]
    assert circa.dataset is not None


def test_a_part_of_another_class(register: Register) -> None:
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1C, restant: 10, onderdeel_van: s}\n"
    (finding,) = register(AGGREGATE % "" + part).findings
    assert finding.code == "WP206"
    assert "1C (zacht) in verzamelpost 's' (hard)" in finding.message


def test_aggregates_do_not_nest(register: Register) -> None:
    nested = "  - {id: t, naam: T, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 5, onderdeel_van: s}\n"
    plain = "  - {id: p, naam: P, gemeente: Aa, planstatus: hard, restant: 5, onderdeel_van: q}\n"
    whole = "  - {id: q, naam: Q, gemeente: Aa, planstatus: hard, restant: 5}\n"
    assert [f.code for f in register(AGGREGATE % "" + nested).findings] == ["WP207"]
    assert [f.code for f in register(plain + whole).findings] == ["WP207"]
