"""Years of delivery and demolition: none twice, and together what is still to come; and homes that are overdue."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import PLAN, line, one_in_a_plan

# The reference date of these registers is 1-1-2020.
PLANS = [
    ("restant: 30\n    oplevering: {2026: 20}", "WP306", (10, 5), "Van 30 hebben er 20 een plaats"),
    ("restant: 30\n    oplevering: {2026: 40}", "WP306", (10, 5), "Breng 40 terug tot 30"),
    ("restant: 30\n    oplevering: {2025-2027: 20, 2027: 10}", "WP305", (10, 33), "een periode"),
    ("sloop: 3\n    sloop_gerealiseerd: 0\n    sloop_jaar: {2026: 2}", "WP306", (11, 5), "Van 3 hebben er 2"),
    ("sloop: 3\n    sloop_gerealiseerd: 0\n    sloop_jaar: {2026: 4}", "WP306", (11, 5), "Breng 4 terug tot 3"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


def said(register: Register, *lines: str) -> list[str]:
    """The codes of a plan with these lines, each with what is said of it."""
    text = "".join(f"    {one}\n" for one in lines)
    findings = register(PLAN + text).findings
    assert all(f.message.startswith("plan 'a': ") for f in findings)
    return [f"{f.code} {f.message.split(': ', 1)[1]}" for f in findings]


LATE = "WP318 %s achterstallig: oplevering voor 2020, en nog te bouwen"
HOMES = [
    # What is left is known: the years add up to it, and those that are over are overdue.
    ("restant: 30", "{2026: 20, onbekend: 10}", None),
    ("restant: 30", "{2026: 20, onbekend: 9}", "WP306 oplevering telt op tot 29, maar het restant is 30"),
    ("restant: 30", "{2026: 20, onbekend: 11}", "WP306 oplevering telt op tot 31, maar het restant is 30"),
    ("restant: 30", "{2019: 20, onbekend: 10}", LATE % "20 woningen zijn"),
    ("restant: 30", "{2019: 1, 2020: 29}", LATE % "1 woning is"),
    ("restant: 30", "{2019: 0, 2020: 30}", None),
    ("restant: 30", "{2019-2020: 30}", None),
    ("restant: 30", "{2018-2019: 30}", LATE % "30 woningen zijn"),
    ("restant: 30", "{2019: 5, 2020: 20}", "WP306 oplevering telt op tot 25, maar het restant is 30"),
    ("restant: 30", "{2019: 5, 2020: 30}", "WP306 oplevering telt op tot 35, maar het restant is 30"),
    ("woningen: 30, gerealiseerd: 10", "{2026: 20}", None),
    ("woningen: 30, gerealiseerd: 10", "{2026: 19}", "WP306 oplevering telt op tot 19, maar het restant is 20"),
    ("woningen: 30, gerealiseerd: 10", "{2026: 30}", "WP306 oplevering telt op tot 30, maar het restant is 20"),
    ("woningen: 30, gerealiseerd: 0", "{2019: 30}", LATE % "30 woningen zijn"),
    # Or, where past years are kept, to all homes: those years hold at least what was delivered.
    ("woningen: 30, gerealiseerd: 10", "{2019: 10, 2026: 20}", None),
    ("woningen: 30, gerealiseerd: 10", "{2019: 11, 2026: 19}", LATE % "1 woning is"),
    (
        "woningen: 30, gerealiseerd: 10",
        "{2019: 9, 2026: 21}",
        "WP306 oplevering voor 2020 telt op tot 9, maar er zijn er 10 klaar",
    ),
    ("woningen: 30, gerealiseerd: 10", "{2019: 10, 2026: 19}", "WP306 oplevering telt op tot 29, maar woningen is 30"),
    ("woningen: 30, gerealiseerd: 10", "{2019: 10, 2026: 21}", "WP306 oplevering telt op tot 31, maar woningen is 30"),
    ("woningen: 30, gerealiseerd: 30", "{2019: 30}", None),
    ("woningen: 30, restant: 20", "{2019: 10, 2026: 20}", None),
    ("woningen: 30, restant: 20", "{2019: 12, 2026: 18}", LATE % "2 woningen zijn"),
    (
        "woningen: 30, restant: 20",
        "{2019: 9, 2026: 21}",
        "WP306 oplevering voor 2020 telt op tot 9, maar er zijn er 10 klaar",
    ),
    # What was delivered is not known: less may be, more is not.
    ("woningen: 30", "{2026: 20}", None),
    ("woningen: 30", "{2019: 10, 2026: 20}", None),
    ("woningen: 30", "{2026: 31}", "WP306 oplevering telt op tot 31, maar woningen is 30"),
    ("woningen: 30", "{2019: 11, 2026: 20}", "WP306 oplevering telt op tot 31, maar woningen is 30"),
    ("planstatus: hard", "{2019: 10, 2026: 20}", None),
    ("gerealiseerd: 10", "{2019: 10, 2026: 20}", None),
    # About so many: the margin of 30 is 3, or what is given.
    ("restant: 30, precisie: circa", "{2026: 33}", None),
    ("restant: 30, precisie: circa", "{2026: 34}", "WP306 oplevering telt op tot 34, maar het restant is circa 30"),
    ("restant: 30, precisie: circa", "{2026: 27}", None),
    ("restant: 30, precisie: circa", "{2026: 26}", "WP306 oplevering telt op tot 26, maar het restant is circa 30"),
    (
        "restant: 30, precisie: circa, marge: 1",
        "{2026: 32}",
        "WP306 oplevering telt op tot 32, maar het restant is circa 30",
    ),
    ("woningen: 30, precisie: circa", "{2026: 33}", None),
    ("woningen: 30, precisie: circa", "{2026: 34}", "WP306 oplevering telt op tot 34, maar woningen is circa 30"),
    ("woningen: 30, precisie: circa, gerealiseerd: 10", "{2019: 7, 2026: 26}", None),
    (
        "woningen: 30, precisie: circa, gerealiseerd: 10",
        "{2019: 6, 2026: 24}",
        "WP306 oplevering voor 2020 telt op tot 6, maar er zijn er 10 klaar",
    ),
    # Bounds, and numbers with one end.
    ("woningen_min: 20, woningen_max: 30, gerealiseerd: 0", "{2026: 20}", None),
    (
        "woningen_min: 20, woningen_max: 30, gerealiseerd: 0",
        "{2026: 19}",
        "WP306 oplevering telt op tot 19, maar het restant is minstens 20",
    ),
    (
        "woningen_min: 20, woningen_max: 30, gerealiseerd: 0",
        "{2026: 31}",
        "WP306 oplevering telt op tot 31, maar het restant is ten hoogste 30",
    ),
    ("restant: 30, precisie: maximaal", "{2026: 29}", None),
    (
        "restant: 30, precisie: maximaal",
        "{2026: 31}",
        "WP306 oplevering telt op tot 31, maar het restant is ten hoogste 30",
    ),
    ("restant: 30, precisie: minimaal", "{2026: 31}", None),
    (
        "restant: 30, precisie: minimaal",
        "{2026: 29}",
        "WP306 oplevering telt op tot 29, maar het restant is minstens 30",
    ),
]


@pytest.mark.parametrize(("homes", "years", "right"), HOMES)
def test_years_of_delivery(register: Register, homes: str, years: str, right: str | None) -> None:
    found = said(register, *homes.split(", "), f"oplevering: {years}")
    assert found == ([right] if right else [])


LATE_SLOOP = "WP318 1 woning is achterstallig: sloop_jaar voor 2020, en nog te slopen"

SLOOP = [
    ("sloop: 3, sloop_gerealiseerd: 1", "{2026: 2}", None),
    ("sloop: 3, sloop_gerealiseerd: 1", "{2026: 1}", "WP306 sloop_jaar telt op tot 1, maar nog te slopen is 2"),
    ("sloop: 3, sloop_gerealiseerd: 1", "{2019: 1, 2026: 2}", None),
    ("sloop: 3, sloop_gerealiseerd: 1", "{2019: 2, 2026: 1}", LATE_SLOOP),
    ("sloop: 3, sloop_gerealiseerd: 1", "{2019: 1, 2026: 3}", "WP306 sloop_jaar telt op tot 4, maar sloop is 3"),
    (
        "sloop: 3, sloop_gerealiseerd: 2",
        "{2019: 1, 2026: 2}",
        "WP306 sloop_jaar voor 2020 telt op tot 1, maar er zijn er 2 klaar",
    ),
    ("sloop: 3", "{2026: 2}", None),
    ("sloop: 3", "{2019: 1, 2026: 3}", "WP306 sloop_jaar telt op tot 4, maar sloop is 3"),
    ("planstatus: hard", "{2019: 1, 2026: 3}", None),
]


@pytest.mark.parametrize(("numbers", "years", "right"), SLOOP)
def test_years_of_demolition(register: Register, numbers: str, years: str, right: str | None) -> None:
    found = said(register, *numbers.split(", "), f"sloop_jaar: {years}")
    assert found == ([right] if right else [])


def test_hints_tell_what_to_do_with_both_numbers(register: Register) -> None:
    """Too little, too much, and too little of what was delivered."""

    def hint(years: str) -> str:
        text = f"{PLAN}    woningen: 30\n    gerealiseerd: 10\n    oplevering: {years}\n"
        (finding,) = register(text).findings
        return finding.hint

    assert hint("{2026: 15}") == "Van 20 hebben er 15 een plaats: zet de rest bij 'onbekend', of verlaag het aantal."
    assert hint("{2026: 25}") == "Breng 25 terug tot 20 (wat al klaar is hoort er niet bij), of verhoog het aantal."
    assert hint("{2018: 5, 2026: 25}") == ("Zet in de jaren voor 2020 alle 10 in plaats van 5, of haal die jaren weg.")


def test_a_warning_stands_in_the_way_of_nothing(register: Register) -> None:
    loaded = register(f"{PLAN}    restant: 30\n    oplevering: {{2019: 30}}\n")
    assert [(f.code, str(f.severity)) for f in loaded.findings] == [("WP318", "waarschuwing")]
    assert loaded.dataset is not None
    assert "30" in loaded.findings[0].message
    assert loaded.findings[0].message.startswith("plan 'a': ")
