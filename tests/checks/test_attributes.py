"""Price segments, type and environment of a plan."""

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
    missing = undecided(check("WP413", plan("a", "woonmilieu: groen"), gemeenten=without))
    assert missing == ["lijst 'woonmilieus' in gemeenten.yaml"]
