"""Extension, infill, hard plans: which must have been tested against the qualitative framework."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, extension, findings, plan, undecided
from woonplan.checks.examples import AGENDA


@pytest.mark.parametrize(
    ("year", "peildatum", "outcome"),
    [
        # Five years from 1-1-2024 end at 1-1-2029: all of 2028 is within, nothing of 2029.
        ("2028", "2024-01-01", "found"),
        ("2029", "2024-01-01", "silent"),
        # From 1-7-2024 they end at 1-7-2029: 2029 is within for a part.
        ("2028", "2024-07-01", "found"),
        ("2029", "2024-07-01", "undecided"),
        ("2030", "2024-07-01", "silent"),
        # A period is certain only where all of it is.
        ("2027-2028", "2024-01-01", "found"),
        ("2027-2029", "2024-01-01", "undecided"),
        ("2029-2033", "2024-01-01", "silent"),
        # What should have been delivered already is within five years too.
        ("2023", "2024-01-01", "found"),
        ("onbekend", "2024-01-01", "undecided"),
    ],
)
def test_extension_within_five_years(check: Judge, year: str, peildatum: str, outcome: str) -> None:
    outcomes = check("WP404", extension(year), peildatum=peildatum)
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == (["jaar van oplevering"] if outcome == "undecided" else [])


@pytest.mark.parametrize(("score", "reported"), [("positief", False), ("negatief", True), ("niet_getoetst", True)])
def test_only_a_positive_score_lets_extension_pass(check: Judge, score: str, reported: bool) -> None:
    assert bool(findings(check("WP404", extension("2025", f"afwegingskader: {score}")))) is reported


def test_extension_needs_plantype_and_years(check: Judge) -> None:
    assert undecided(check("WP404", plan("a", "woningen: 40"))) == ["plantype"]
    assert undecided(check("WP404", plan("a", "plantype: uitbreiding_uitleg"))) == ["jaar van oplevering"]
    # A start after the term is enough to know that nothing is delivered in it.
    assert check("WP404", plan("a", "plantype: uitbreiding_uitleg", "start: 2029")) == []
    assert check("WP404", plan("a", "plantype: verdichting")) == []


def test_extension_that_is_built_or_stands_outside_the_sums_is_not_judged(check: Judge) -> None:
    built = plan("a", "woningen: 40", "gerealiseerd: 40", "plantype: uitbreiding_uitleg")
    outside = plan("b", "plantype: uitbreiding_uitleg", "telt_mee: false", "reden: vervallen")
    whole = plan("c", "soort: verzamelpost", "restant: 9", "plantype: uitbreiding_uitleg")
    assert check("WP404", built + outside + whole) == []


def test_a_key_project_outside_the_sums_is_judged(check: Judge) -> None:
    text = extension("2025", "telt_mee: false", "reden: in verzamelpost", "sleutelproject: {soort: stedelijk}")
    assert len(findings(check("WP404", text))) == 1


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["start: 2028", "in_ontwikkeling: false"], "found"),
        (["start: 2029", "in_ontwikkeling: false"], "silent"),
        (["start: 2028", "in_ontwikkeling: true"], "silent"),
        (["start: 2028", "projectfase: realisatie_tot_eerste_woning"], "silent"),
        (["start: 2028", "in_ontwikkeling: false", "afwegingskader: niet_getoetst"], "found"),
        (["start: 2028", "in_ontwikkeling: false", "afwegingskader: negatief"], "silent"),
        (["start: 2028"], "of het plan al in ontwikkeling is"),
        (["in_ontwikkeling: false"], "start"),
    ],
)
def test_infill_that_starts_within_five_years(check: Judge, lines: list[str], outcome: str) -> None:
    outcomes = check("WP405", plan("a", "plantype: verdichting", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


def test_infill_needs_a_plantype(check: Judge) -> None:
    assert undecided(check("WP405", plan("a", "start: 2025"))) == ["plantype"]
    assert check("WP405", plan("a", "start: 2025", "plantype: uitbreiding_uitleg")) == []


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["planstatus: 2B"], "found"),
        (["planstatus: 2B", "afwegingskader: negatief"], "silent"),
        (["planstatus: 3", "jaar_hard: 2026"], "found"),
        (["planstatus: 3"], "silent"),
        (["planstatus: 5A"], "silent"),
        (["planstatus: onbekend"], "planstatus"),
        (["planstatus: 2B", "projectfase: afgerond"], "silent"),
    ],
)
def test_hard_or_converting_plan_must_be_tested(check: Judge, lines: list[str], outcome: str) -> None:
    outcomes = check("WP407", plan("a", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


def test_what_the_agreement_says_besides_is_named_for_a_plan_in_development(check: Judge) -> None:
    text = plan("a", "planstatus: 2B", "in_ontwikkeling: true")
    said = "{id: toets-harde-plannen, naam: Harde plannen zijn getoetst, toelichting: Par. 3 zegt iets anders}"
    agenda = AGENDA.replace("{id: toets-harde-plannen, naam: Harde plannen zijn getoetst}", said)
    assert findings(check("WP407", text, agenda=agenda)) == [
        "plan 'a': hard plan is niet getoetst aan het kwalitatief afwegingskader; het plan is al in ontwikkeling, "
        "en bij de afspraak staat: Par. 3 zegt iets anders"
    ]
    assert "Par. 3" not in findings(check("WP407", plan("a", "planstatus: 2B"), agenda=agenda))[0]
    assert "afspraak" not in findings(check("WP407", text))[0]
