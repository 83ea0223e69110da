"""Start, phase and delivery that cannot all be true."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan, undecided
from woonplan.checks.examples import GEMEENTEN


@pytest.mark.parametrize(
    ("oplevering", "number"),
    [
        ("2026: 30", 0),
        ("2025: 30", 1),
        ("2024-2025: 30", 1),
        ("2025-2026: 30", 0),
        ("onbekend: 30", 0),
        ("2025: 0, 2026: 30", 0),
    ],
)
def test_delivery_before_the_start_in_2026(check: Judge, oplevering: str, number: int) -> None:
    text = plan("a", "woningen: 30", "gerealiseerd: 0", "start: 2026", f"oplevering: {{{oplevering}}}")
    assert len(findings(check("WP320", text))) == number


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["woningen: 30", "gerealiseerd: 29"], "found"),
        (["woningen: 30", "gerealiseerd: 30"], "silent"),
        (["restant: 1"], "found"),
        (["restant: 0"], "silent"),
        (["woningen: 30"], "undecided"),
        (["plaats: Borne"], "undecided"),
        (["oplevering: {2026: 4}"], "found"),
        # Years that are over stay with what was delivered in them.
        (["woningen: 30", "gerealiseerd: 30", "oplevering: {2020: 30}"], "silent"),
        (["woningen: 30", "gerealiseerd: 29", "oplevering: {2020: 30}"], "found"),
        (["woningen: 30", "oplevering: {2020: 30}"], "undecided"),
        (["woningen: 30", "oplevering: {2020: 20, 2026: 10}"], "found"),
    ],
)
def test_finished_plan_with_homes_left(check: Judge, lines: list[str], outcome: str) -> None:
    outcomes = check("WP321", plan("a", "projectfase: afgerond", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert len(undecided(outcomes)) == (outcome == "undecided")
    assert check("WP321", plan("a", "projectfase: ontwerp", *lines)) == []


@pytest.mark.parametrize(("start", "reported"), [(2033, False), (2034, True)])
def test_hard_plan_that_starts_after_the_period(check: Judge, start: int, reported: bool) -> None:
    # The period ends at 1-1-2034.
    assert bool(findings(check("WP322", plan("a", "planstatus: 1A", f"start: {start}")))) is reported
    assert check("WP322", plan("a", "planstatus: 3", f"start: {start}")) == []


def test_hard_plan_without_a_period_to_hold_it_against(check: Judge) -> None:
    begin, end = GEMEENTEN.index("opgaven:"), GEMEENTEN.index("gemeenten:\n")
    text = plan("a", "planstatus: 1A", "start: 2040")
    assert undecided(check("WP322", text, gemeenten=GEMEENTEN[:begin] + GEMEENTEN[end:])) == ["periode van de opgave"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Kade (vervallen)", "vervallen"),
        ("AFGEROND - Kade", "AFGEROND"),
        ("Kade, opgeleverd 2020", "opgeleverd"),
        ("Kade, niet opgeleverd", ""),
        ("Kade nog te gerealiseerd", ""),
        ("Afgeronde Hoek", ""),
        ("Gereedschapsweg", ""),
    ],
)
def test_a_name_that_says_that_the_plan_has_ended(check: Judge, name: str, word: str) -> None:
    text = plan("a", "restant: 30").replace("naam: a", f"naam: {name}")
    said = f"plan 'a': de naam zegt '{word}', maar 30 woningen tellen mee als nog te bouwen"
    assert findings(check("WP330", text)) == ([said] if word else [])


def test_an_ended_plan_without_homes_left_is_fine(check: Judge) -> None:
    ended = plan("a", "%s").replace("naam: a", "naam: Kade (vervallen)")
    for lines in (
        "restant: 0",
        "telt_mee: false\n    reden: weg\n    restant: 3",
        "projectfase: afgerond\n    restant: 3",
    ):
        assert check("WP330", ended % lines) == []
    assert undecided(check("WP330", ended % "woningen: 30"))
