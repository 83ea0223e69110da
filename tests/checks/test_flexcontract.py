"""The length of the contracts of flexible homes."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan, undecided


@pytest.mark.parametrize(
    ("low", "high", "number"),
    [(1, 24, 0), (0, 24, 1), (1, 25, 1), (0, 25, 2), (24, 24, 0), (25, 36, 2)],
)
def test_length_of_flex_contracts(check: Judge, low: int, high: int, number: int) -> None:
    flex = f"flex: {{flexwoningen: 20, contract_maanden_min: {low}, contract_maanden_max: {high}}}"
    assert len(findings(check("WP409", plan("a", flex)))) == number


def test_flex_homes_without_length_are_undecided(check: Judge) -> None:
    missing = ["duur van de contracten van flexwoningen"]
    assert undecided(check("WP409", plan("a", "flex: {flexwoningen: 20}"))) == missing
    assert undecided(check("WP409", plan("a", "flex: {flexwoningen: 20, contract_maanden_min: 3}"))) == missing
    assert check("WP409", plan("a", "flex: {flexwoningen: 0}")) == []
    # The longest contract alone is enough to see that it is too long.
    text = plan("a", "flex: {flexwoningen: 20, contract_maanden_max: 36}")
    assert len(findings(check("WP409", text))) == 1
