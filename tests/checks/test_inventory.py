"""The yearly inventory: its age, and what it must say."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan, undecided
from woonplan.checks.examples import KOP


def test_priority_on_one_plan_is_enough_and_no_plans_is_undecided(check: Judge) -> None:
    assert findings(check("WP415", plan("a") + plan("b", "prioriteit: true"))) == [
        "transformatiepotentie staat bij geen van de 2 plannen die meetellen"
    ]
    assert check("WP415", plan("a", "transformatiepotentie: false") + plan("b", "prioriteit: true")) == []
    whole = plan("a", "soort: verzamelpost", "restant: 4")
    assert undecided(check("WP415", whole)) == ["plannen die meetellen"]


@pytest.mark.parametrize(
    ("stand", "peildatum", "outcome"),
    [
        # On 1 July 2024 the round of 1-7-2023 up to and including 30-6-2024 is over.
        ("2023-06-30", "2024-07-01", "found"),
        ("2023-07-01", "2024-07-01", "silent"),
        # A day earlier the last deadline is 1-7-2023, and a state of 1-7-2022 will do.
        ("2022-06-30", "2024-06-30", "found"),
        ("2022-07-01", "2024-06-30", "silent"),
        # The year alone may lie on both sides; the month alone does not.
        ("2023", "2024-07-01", "undecided"),
        ("2022", "2024-07-01", "found"),
        ("2024", "2024-07-01", "silent"),
        ("2023-06", "2024-07-01", "found"),
        ("2023-07", "2024-07-01", "silent"),
        # Nothing grows old by itself.
        ("2001-01-01", None, "silent"),
    ],
)
def test_state_and_the_first_of_july(check: Judge, stand: str, peildatum: str | None, outcome: str) -> None:
    outcomes = check("WP414", plan("a"), kop=KOP.replace("2024-01-01", stand), peildatum=peildatum)
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([f"precieze peildatum in {stand}"] if outcome == "undecided" else [])
