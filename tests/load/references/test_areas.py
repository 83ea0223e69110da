"""Municipalities that do not exist, and records in none or too many areas."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan, one_in_gemeenten

PLANS = [
    ("regio: Dal", "WP205", (9, 5), "precies een"),
    ("verdeling: {Aa: 3}", "WP209", (9, 5), "gemeenten"),
]

REGISTERS = [
    (
        "an unknown municipality",
        "regio: Dal, woningen_min",
        "gemeente: Beee, woningen_min",
        "WP201",
        (13, 65),
        "Bedoelt u 'Bee'?",
    ),
    (
        "two areas",
        "regio: Dal, woningen_min",
        "regio: Dal, gemeente: Aa, woningen_min",
        "WP205",
        (13, 14),
        "precies een",
    ),
    ("no area", "regio: Dal, woningen_min", "woningen_min", "WP205", (13, 14), "precies een"),
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


def test_misspelt_municipality_gets_the_nearest_name(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeente: Beee}\n").findings
    assert "gemeente 'Beee' bestaat niet" in finding.message
    assert finding.hint == "Bedoelt u 'Bee'?"


@pytest.mark.parametrize("name", ["Aa", "aa", "Aa (V.)", "GM0001"])
def test_municipality_by_name_alias_or_code(register: Register, name: str) -> None:
    assert register(f'  - {{id: a, naam: A, gemeente: "{name}"}}\n').findings == ()


def test_a_municipality_named_twice_under_two_names(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeenten: [Aa, Bee, GM0001]}\n").findings
    assert (finding.code, finding.message) == ("WP202", "plan 'a': gemeente 'GM0001' staat er al als 'Aa'")
