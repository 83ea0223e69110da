"""What rules share: agreed numbers that may be missing, and terms in whole months."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.judged import Judge, findings, key_project, undecided
from woonplan.calc.target.period import months_later
from woonplan.checks.examples import AGENDA


def test_a_number_in_a_unit_that_the_rule_cannot_use_is_no_agreement(check: Judge) -> None:
    agenda = AGENDA.replace("waarde: 200, eenheid: woningen", "waarde: 200, eenheid: procent")
    assert undecided(check("WP402", key_project("a", "woningen: 30"), agenda=agenda)) == [
        "bruikbare eenheid van parameter sleutelproject-versnelling-minimum in agenda.yaml"
    ]


def test_the_value_of_the_day_judged_counts_and_before_the_first_the_first(check: Judge) -> None:
    # From 2030 the minimum is 20: 30 homes are enough then. In 2020, before the agreement, 200 counts.
    agenda = AGENDA.replace(
        "{vanaf: 2021, waarde: 200, eenheid: woningen}",
        "{vanaf: 2021, waarde: 200, eenheid: woningen}, {vanaf: 2030, waarde: 20, eenheid: woningen}",
    )
    text = key_project("a", "woningen: 30")
    assert len(findings(check("WP402", text, agenda=agenda, peildatum="2029-12-31"))) == 1
    assert check("WP402", text, agenda=agenda, peildatum="2030-01-01") == []
    assert len(findings(check("WP402", text, agenda=agenda, peildatum="2020-01-01"))) == 1


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 60, date(2029, 3, 1)),
        (date(2024, 1, 31), 1, date(2024, 3, 1)),
        (date(2024, 7, 1), -12, date(2023, 7, 1)),
        (date(9999, 1, 1), 60, date.max),
        (date(1, 1, 1), -12, date.min),
    ],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected
