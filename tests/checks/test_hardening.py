"""Hard plans that must be built by the agreed year, and soft ones that must say when they become hard."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, hard, plan, undecided
from woonplan.checks.examples import KOP

STAND_2021 = KOP.replace("2024-01-01", "2021-01-01")


STAND_2026 = KOP.replace("2024-01-01", "2026-01-01")


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["gerealiseerd: 0", "oplevering: {2025: 30}"], "silent"),
        (["gerealiseerd: 0", "oplevering: {2025: 29, 2026: 1}"], "found"),
        (["gerealiseerd: 0", "oplevering: {2025-2026: 30}"], "jaar van oplevering"),
        (["gerealiseerd: 0", "oplevering: {2025: 20, onbekend: 10}"], "jaar van oplevering"),
        (["gerealiseerd: 0"], "jaar van oplevering"),
        (["gerealiseerd: 30"], "silent"),
    ],
)
def test_hard_plan_of_the_first_state(check: Judge, lines: list[str], outcome: str) -> None:
    outcomes = check("WP406", hard(*lines), kop=STAND_2021)
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


def test_a_later_state_must_say_since_when_a_plan_is_hard(check: Judge) -> None:
    late = ["gerealiseerd: 0", "oplevering: {2026: 30}"]
    assert undecided(check("WP406", hard(*late))) == ["sinds wanneer het plan hard is"]
    # Hard in 2020 is before the agreement of 2021; hard in 2021 is new hard capacity.
    assert len(findings(check("WP406", hard("jaar_hard: 2020", *late)))) == 1
    assert check("WP406", hard("jaar_hard: 2021", *late)) == []


def test_a_state_after_the_agreed_year_decides_by_what_is_left(check: Judge) -> None:
    old = "jaar_hard: 2019"
    assert len(findings(check("WP406", hard(old, "gerealiseerd: 29"), kop=STAND_2026))) == 1
    assert check("WP406", hard(old, "gerealiseerd: 30"), kop=STAND_2026) == []
    assert undecided(check("WP406", hard(old), kop=STAND_2026)) == ["hoeveel er van het plan is opgeleverd"]


def test_judging_later_than_the_state_cannot_know_what_was_delivered_since(check: Judge) -> None:
    text = hard("gerealiseerd: 0", "oplevering: {2025: 30}")
    assert check("WP406", text, kop=STAND_2021, peildatum="2025-12-31") == []
    assert undecided(check("WP406", text, kop=STAND_2021, peildatum="2026-01-01")) == [
        "wat er sinds de peildatum is opgeleverd"
    ]


def test_aggregates_and_unknown_status_are_undecided_and_soft_plans_silent(check: Judge) -> None:
    whole = plan("a", "soort: verzamelpost", "planstatus: hard", "restant: 90")
    assert undecided(check("WP406", whole, kop=STAND_2021)) == ["welke plannen in een verzamelpost zitten"]
    assert undecided(check("WP406", hard(status="onbekend"), kop=STAND_2021)) == ["planstatus"]
    assert check("WP406", hard(status="3"), kop=STAND_2021) == []


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["planstatus: 4B"], "found"),
        (["planstatus: 4B", "jaar_hard: 2027"], "silent"),
        (["planstatus: 2A"], "silent"),
        (["planstatus: 5A"], "silent"),
        (["plaats: Borne"], "planstatus"),
        (["planstatus: zacht", "soort: verzamelpost"], "silent"),
    ],
)
def test_soft_plan_needs_a_year(check: Judge, lines: list[str], outcome: str) -> None:
    outcomes = check("WP408", plan("a", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])
