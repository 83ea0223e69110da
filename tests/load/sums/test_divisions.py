"""Splits in kinds and divisions over municipalities that do not add up."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import PLAN, line, one_in_a_plan

PLANS = [
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
    what = "het restant is 30" if homes.startswith("restant") else "het plan heeft 30 woningen"
    expected = [] if added is None else [f"plan 'a': {key} telt op tot {added}, maar {what}"]
    assert [f.message for f in findings if f.code == "WP307"] == expected
    assert len(findings) == len(expected)


# The margin of about 30 is 3; of bounds, the parts may be as far below the low end as above the high one.
ABOUT = "precisie: circa"


@pytest.mark.parametrize(
    ("homes", "split", "bound"),
    [
        (f"woningen: 30\n    {ABOUT}", "{eengezins: 33}", None),
        (f"woningen: 30\n    {ABOUT}", "{eengezins: 34}", "circa 30"),
        (f"woningen: 30\n    {ABOUT}", "{eengezins: 20, onbekend: 7}", None),
        (f"woningen: 30\n    {ABOUT}", "{eengezins: 20, onbekend: 6}", "circa 30"),
        (f"woningen: 30\n    {ABOUT}", "{eengezins: 20}", None),
        (f"restant: 30\n    {ABOUT}", "{eengezins: 33}", None),
        (f"restant: 30\n    {ABOUT}", "{eengezins: 34}", "circa 30"),
        (f"woningen: 30\n    {ABOUT}\n    marge: 1", "{eengezins: 31}", None),
        (f"woningen: 30\n    {ABOUT}\n    marge: 1", "{eengezins: 32}", "circa 30"),
        (f"woningen_min: 20\n    woningen_max: 30\n    {ABOUT}", "{eengezins: 33}", None),
        (f"woningen_min: 20\n    woningen_max: 30\n    {ABOUT}", "{eengezins: 34}", "circa 30"),
        (f"woningen_min: 20\n    woningen_max: 30\n    {ABOUT}", "{onbekend: 16}", "circa 20"),
    ],
)
def test_a_split_of_about_so_many_homes_adds_up_within_the_margin(
    register: Register, homes: str, split: str, bound: str | None
) -> None:
    findings = register(f"{PLAN}    {homes}\n    woningtype: {split}\n").findings
    assert [f.code for f in findings] == (["WP307"] if bound else [])
    left = homes.startswith("restant")
    what = f"maar het restant is {bound}" if left else f"maar het plan heeft {bound} woningen"
    assert all(f.message.endswith(what) for f in findings)


def test_division_over_municipalities(register: Register) -> None:
    good = "  - {id: a, naam: A, gemeenten: [Aa, Bee], restant: 30, verdeling: {Aa: 10, Bee: 20}}\n"
    assert register(good).findings == ()
    assert [f.code for f in register(good.replace("Bee: 20", "Bee: 21")).findings] == ["WP313"]
    assert [f.code for f in register(good.replace("Bee: 20", "Cee: 20")).findings] == ["WP209"]
    assert next(f.code for f in register(good.replace("[Aa, Bee]", "[Aa, Cee]")).findings) == "WP201"


@pytest.mark.parametrize(
    ("homes", "second", "said"),
    [
        ("restant: 30", 20, None),
        ("restant: 30", 19, "het restant is 30"),
        ("woningen: 30", 20, None),
        ("woningen: 30", 19, "woningen is 30"),
        ("woningen: 30", 21, "woningen is 30"),
        # Of what is left, or of all homes.
        ("woningen: 30, gerealiseerd: 10", 10, None),
        ("woningen: 30, gerealiseerd: 10", 20, None),
        ("woningen: 30, gerealiseerd: 10", 15, "het restant is 20"),
        ("woningen: 30, restant: 20", 20, None),
        ("restant: 30, precisie: maximaal", 19, None),
        ("restant: 30, precisie: maximaal", 21, "het restant is 30"),
        ("restant: 30, precisie: minimaal", 21, None),
        ("restant: 30, precisie: circa", 23, None),
        ("restant: 30, precisie: circa", 24, "het restant is circa 30"),
        ("restant: 30, precisie: circa", 17, None),
        ("restant: 30, precisie: circa", 16, "het restant is circa 30"),
        ("restant: 30, precisie: circa, marge: 0", 21, "het restant is circa 30"),
        ("planstatus: hard", 21, None),
        ("woningen_min: 20, woningen_max: 30", 9, "woningen is 20"),
    ],
)
def test_a_division_is_of_what_is_left_or_of_all_homes(
    register: Register, homes: str, second: int, said: str | None
) -> None:
    plan = f"  - {{id: a, naam: A, gemeenten: [Aa, Bee], {homes}, verdeling: {{Aa: 10, Bee: {second}}}}}\n"
    messages = [f.message for f in register(plan).findings]
    assert messages == ([f"plan 'a': verdeling telt op tot {10 + second}, maar {said}"] if said else [])


def test_a_split_of_what_is_left_names_both_numbers(register: Register) -> None:
    homes = "woningen: 30\n    gerealiseerd: 10"
    (finding,) = register(f"{PLAN}    {homes}\n    woningtype: {{eengezins: 20, onbekend: 0}}\n").findings
    assert finding.message == (
        "plan 'a': woningtype telt op tot 20, maar het plan heeft 30 woningen; 20 is het restant, en een verdeling is "
        "van alle woningen"
    )
