"""Years that overlap or do not add up, and splits that do not."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import PLAN, line, one_in_a_plan

PLANS = [
    ("restant: 30\n    oplevering: {2026: 20}", "WP306", (10, 5), "onbekend"),
    ("restant: 30\n    oplevering: {2025-2027: 20, 2027: 10}", "WP305", (10, 33), "een periode"),
    ("sloop: 3\n    sloop_gerealiseerd: 0\n    sloop_jaar: {2026: 2}", "WP306", (11, 5), "onbekend"),
    ("restant: 30\n    woningtype: {eengezins: 31}", "WP307", (10, 5), "onbekend"),
    ("restant: 30\n    woningtype: {eengezins: 3, meergezins: 3, onbekend: 3}", "WP307", (10, 5), "onbekend"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


@pytest.mark.parametrize(
    ("split", "added"),
    [
        # Of 30 homes; a written 'onbekend' holds what is not known, so that nothing else is open.
        ("woningtype: {eengezins: 20, onbekend: 5}", 25),
        ("woningtype: {eengezins: 20, onbekend: 10}", None),
        ("woningtype: {eengezins: 30, onbekend: 0}", None),
        ("woningtype: {onbekend: 29}", 29),
        ("betaalbaarheid: {sociale_huur: 20, onbekend: 5}", 25),
        ("betaalbaarheid: {sociale_huur: 20, huur_onbekend: 5, onbekend: 5}", None),
        ("zorg: {nultreden: 12, onbekend: 17}", 29),
        ("flex: {flexwoningen: 10, onbekend: 10, contract_maanden_max: 10}", 20),
        # Without it, what is absent is not known and may be all that is missing.
        ("woningtype: {eengezins: 20}", None),
        ("betaalbaarheid: {sociale_huur: 20, huur_onbekend: 5}", None),
        ("betaalbaarheid: {huur_onbekend: 5, koop_onbekend: 5}", None),
        ("zorg: {nultreden: 12}", None),
        ("flex: {flexwoningen: 10, contract_maanden_max: 10}", None),
    ],
)
@pytest.mark.parametrize("homes", ["restant: 30", "woningen: 30", "woningen_min: 30\n    woningen_max: 40"])
def test_a_split_that_says_what_is_unknown_adds_up(
    register: Register, split: str, added: int | None, homes: str
) -> None:
    findings = register(f"{PLAN}    {homes}\n    {split}\n").findings
    key = split.split(":", maxsplit=1)[0]
    expected = [] if added is None else [f"plan 'a': {key} telt op tot {added}, maar het plan heeft 30 woningen"]
    assert [f.message for f in findings if f.code == "WP307"] == expected
    assert len(findings) == len(expected)


def test_a_split_of_about_so_many_homes_adds_up_to_nothing_certain(register: Register) -> None:
    about = f"{PLAN}    woningen: 30\n    precisie: circa\n    woningtype: {{eengezins: 20, onbekend: 5}}\n"
    assert register(about).findings == ()


def test_division_over_municipalities(register: Register) -> None:
    good = "  - {id: a, naam: A, gemeenten: [Aa, Bee], restant: 30, verdeling: {Aa: 10, Bee: 20}}\n"
    assert register(good).findings == ()
    assert [f.code for f in register(good.replace("Bee: 20", "Bee: 21")).findings] == ["WP313"]
    assert [f.code for f in register(good.replace("Bee: 20", "Cee: 20")).findings] == ["WP209"]
    assert next(f.code for f in register(good.replace("[Aa, Bee]", "[Aa, Cee]")).findings) == "WP201"
