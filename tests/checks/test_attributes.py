"""Price segments, type and environment of a plan, and the contracts of its flexible homes."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan, undecided
from woonplan.checks.examples import GEMEENTEN

COMPLETE = ("woningtype: {eengezins: 4}", "betaalbaarheid: {sociale_huur: 4}", "woonmilieu: dorps")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (COMPLETE, None),
        (COMPLETE[1:], "plan 'a': woningtype ontbreekt"),
        (COMPLETE[:2], "plan 'a': woonmilieu ontbreekt"),
        ((), "plan 'a': betaalbaarheid, woningtype en woonmilieu ontbreken"),
        ((*COMPLETE[:1], "betaalbaarheid: {onbekend: 4}", COMPLETE[2]), "plan 'a': betaalbaarheid ontbreekt"),
        (("telt_mee: false", "reden: proef"), None),
        (("soort: verzamelpost",), None),
        (("planstatus: 5A",), None),
        (("woningen: 4", "gerealiseerd: 4"), None),
    ],
)
def test_one_finding_per_plan_names_what_is_missing(check: Judge, lines: tuple[str, ...], message: str | None) -> None:
    outcomes = check("WP412", plan("a", *lines))
    assert findings(outcomes) == ([message] if message else [])
    assert undecided(outcomes) == []


def test_woonmilieu_is_held_against_the_list_where_there_is_one(check: Judge) -> None:
    assert check("WP413", plan("a", "woonmilieu: Dorps")) == []
    assert check("WP413", plan("a")) == []
    assert len(findings(check("WP413", plan("a", "woonmilieu: groen")))) == 1
    without = GEMEENTEN.replace("woonmilieus: [stedelijk, dorps, landelijk]\n", "")
    assert check("WP413", plan("a", "woonmilieu: groen"), gemeenten=without) == []


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
