"""Numbers against their bounds, and what was delivered and demolished against what there is."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import line, one_in_a_plan, one_in_gemeenten
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.calc.years.trajectory import trajectory
from woonplan.model.number import Way, exactly
from woonplan.model.restant import te_slopen

PLANS = [
    ("woningen: 30\n    gerealiseerd: 31", "WP303", (10, 19), "Verbeter"),
    ("woningen: 30\n    gerealiseerd: 10\n    restant: 21", "WP304", (11, 14), "volgt uit"),
    ("gerealiseerd: 10\n    restant: 21", "WP304", (10, 14), "alleen restant"),
    ("woningen: 30\n    restant: 31", "WP304", (10, 14), "Verbeter"),
    ("sloop: 3\n    sloop_gerealiseerd: 4", "WP314", (10, 25), "Verbeter"),
    ("woningen: 3\n    gerealiseerd: 0\n    studentenwoningen: 4", "WP315", (11, 24), "Verbeter"),
    ("woningen_min: 40\n    woningen_max: 30", "WP301", (9, 19), "Wissel"),
    ("woningen: 40\n    woningen_max: 50", "WP302", (10, 19), "onder- en bovengrens"),
    ("woningen_min: 40\n    precisie: ruim", "WP302", (10, 15), "circa"),
    ("woningen: 40\n    marge: 5", "WP302", (10, 12), "precisie: circa"),
    ("woningen_min: 40\n    precisie: maximaal\n    marge: 0", "WP302", (11, 12), "precisie: circa"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


REGISTERS = [
    ("bounds the wrong way round", "woningen_max: 1200", "woningen_max: 900", "WP301", (13, 81), "Wissel"),
    ("a margin of an exact number", "woningen_max: 1200", "woningen_max: 1200, marge: 50", "WP302", (13, 114), "circa"),
    ("a number and a bound", "woningen_max: 1200", "woningen: 900", "WP302", (13, 81), "onder- en bovengrens"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)


# The margin of about 30 is 3, of about 8.300 it is 50, unless it is given.
@pytest.mark.parametrize(
    ("homes", "done", "wrong"),
    [
        ("woningen: 30", 30, False),
        ("woningen: 30", 31, True),
        ("woningen: 30, precisie: circa", 33, False),
        ("woningen: 30, precisie: circa", 34, True),
        ("woningen: 8300, precisie: circa", 8350, False),
        ("woningen: 8300, precisie: circa", 8351, True),
        ("woningen: 30, precisie: circa, marge: 0", 30, False),
        ("woningen: 30, precisie: circa, marge: 0", 31, True),
        ("woningen_min: 20, woningen_max: 30, precisie: circa", 33, False),
        ("woningen_min: 20, woningen_max: 30, precisie: circa", 34, True),
        ("woningen: 30, precisie: maximaal", 31, True),
        ("woningen: 30, precisie: minimaal", 31, False),
    ],
)
def test_more_delivered_than_there_are_homes(register: Register, homes: str, done: int, wrong: bool) -> None:
    loaded = register(f"  - {{id: a, naam: A, gemeente: Aa, {homes}, gerealiseerd: {done}}}\n")
    assert [f.code for f in loaded.findings] == (["WP303"] if wrong else [])
    if loaded.dataset:
        assert loaded.dataset.columns[0].restanten[0].low == 0


@pytest.mark.parametrize(
    ("precisie", "left", "wrong"),
    [
        ("exact", 20, False),
        ("exact", 19, True),
        ("circa", 23, False),
        ("circa", 24, True),
        ("circa", 17, False),
        ("circa", 16, True),
    ],
)
def test_what_is_left_follows_from_the_other_two(register: Register, precisie: str, left: int, wrong: bool) -> None:
    homes = f"woningen: 30, gerealiseerd: 10, restant: {left}, precisie: {precisie}"
    findings = register(f"  - {{id: a, naam: A, gemeente: Aa, {homes}}}\n").findings
    assert [f.code for f in findings] == (["WP304"] if wrong else [])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("sloop_restant: 3", ""),
        ("sloop: 5, sloop_restant: 5", ""),
        ("sloop: 5, sloop_gerealiseerd: 2, sloop_restant: 3", ""),
        ("sloop: 5, sloop_restant: 6", "'sloop_restant' 6 is meer dan 'sloop' 5"),
        ("sloop: 5, sloop_gerealiseerd: 2, sloop_restant: 4", "is meer dan 'sloop' 5 - 'sloop_gerealiseerd' 2 = 3"),
        ("sloop: 5, sloop_gerealiseerd: 2, sloop_restant: 2", "staan er allebei"),
        ("sloop_gerealiseerd: 2, sloop_restant: 3", "staan er allebei"),
    ],
)
def test_demolition_that_is_left(register: Register, lines: str, message: str) -> None:
    loaded = register(f"  - {{id: a, naam: A, gemeente: Aa, restant: 9, {lines}}}\n")
    assert [f.code for f in loaded.findings] == (["WP314"] if message else [])
    assert all(message in f.message for f in loaded.findings)


def test_demolition_that_is_left_is_taken_off_and_phased(register: Register) -> None:
    left = "id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 9, sloop_restant: 3"
    loaded = register(f"  - {{{left}, sloop_jaar: {{2021: 3}}}}\n  - {{id: b, naam: B, gemeente: Bee, restant: 0}}\n")
    assert loaded.findings == ()
    assert loaded.dataset is not None
    assert te_slopen(loaded.dataset.stand.plannen[0]) == exactly(3)
    (finding,) = register(f"  - {{{left}, sloop_jaar: {{2021: 2}}}}\n").findings
    assert (finding.code, "nog te slopen is 3" in finding.message) == ("WP306", True)


NET = "id: a, naam: A, gemeente: Aa, planstatus: hard, soort: verzamelpost, soort_aantal: netto, restant: -12"


@pytest.mark.parametrize(
    "line",
    [
        NET.replace("soort: verzamelpost, ", ""),
        NET.replace("soort_aantal: netto, ", ""),
        NET.replace("gemeente: Aa", "regio: Dal"),
        f"{NET}, oplevering: {{2024: 1}}",
        f"{NET}, precisie: minimaal",
        f"{NET}, woningtype: {{eengezins: 1}}",
    ],
)
def test_a_remainder_below_0_is_an_error_elsewhere(register: Register, line: str) -> None:
    assert "WP325" in [f.code for f in register(f"  - {{{line}}}\n").findings]


def test_an_aggregate_that_counts_net_may_be_below_0(register: Register) -> None:
    loaded = register(f"  - {{{NET}}}\n  - {{id: b, naam: B, gemeente: Bee, planstatus: hard, restant: 5}}\n")
    assert loaded.findings == ()
    assert loaded.dataset is not None
    assert View(loaded.dataset).sums.hard.low.bounds == (-7, -7, False)
    # Which types and years they are of is not said: they may lower any.
    for row in grouped(View(loaded.dataset), By.PLANTYPE).groups[:-1]:
        assert row.sums.hard.low.way is Way.BOTH
    found = trajectory(View(loaded.dataset))
    assert {m.hard.low.way for m in found.jaren} == {Way.BOTH}
    part = "  - {id: c, naam: C, gemeente: Aa, planstatus: hard, restant: 2, onderdeel_van: a}\n"
    assert [f.code for f in register(f"  - {{{NET}}}\n{part}").findings] == ["WP308"]
