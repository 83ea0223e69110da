"""Strategies for cities alone, and rural municipalities against their own need."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan, undecided
from woonplan.checks.examples import GEMEENTEN


def test_stedelijk_wonen_in_its_cities_only(check: Judge) -> None:
    line = "strategie: stedelijk_wonen"
    assert check("WP410", plan("a", line, gemeente="Enschede")) == []
    assert check("WP410", plan("a", line, gemeente="GM0153")) == []
    assert len(findings(check("WP410", plan("a", line, gemeente="Losser")))) == 1
    both = f"  - id: a\n    naam: a\n    gemeenten: [Enschede, Losser]\n    {line}\n"
    assert findings(check("WP410", both)) == [
        "plan 'a': stedelijk wonen in Losser; de bron noemt daarvoor Almelo, Enschede, Hengelo"
    ]
    region = f"  - id: a\n    naam: a\n    regio: Twente\n    {line}\n"
    assert undecided(check("WP410", region)) == ["gemeente van een plan met stedelijk wonen"]


def region(behoefte: str, positie: str = "positie: landelijk_lokaal") -> str:
    """A region of which Borne alone is not a city."""
    need = (
        f"      - {{id: b, soort: lokale_behoefte, gebruikt: true, gemeente: Borne, {behoefte}}}\n" if behoefte else ""
    )
    begin = GEMEENTEN.index("gemeenten:\n")
    return (
        GEMEENTEN[:begin]
        + need
        + "gemeenten:\n  - {naam: Enschede, code: GM0153, positie: stedelijk}\n"
        + f"  - {{naam: Borne, code: GM0147, {positie}}}\n"
    )


@pytest.mark.parametrize(
    ("behoefte", "outcome"),
    [
        ("woningen: 101", "found"),
        ("woningen: 100", "silent"),
        ("woningen_min: 101, woningen_max: 110", "found"),
        ("woningen_min: 90, woningen_max: 110", "undecided"),
    ],
)
def test_rural_municipality_against_its_own_need(check: Judge, behoefte: str, outcome: str) -> None:
    # Hard 60 + soft 40 = 100.
    text = plan("a", "planstatus: 1A", "restant: 60") + plan("b", "planstatus: 3", "restant: 40")
    outcomes = check("WP411", text, gemeenten=region(behoefte))
    assert len(findings(outcomes)) == (outcome == "found")
    assert len(undecided(outcomes)) == (outcome == "undecided")


def test_rural_municipality_without_what_is_needed_to_judge(check: Judge) -> None:
    text = plan("a", "planstatus: 1A", "restant: 60")
    assert undecided(check("WP411", text, gemeenten=region(""))) == ["lokale behoefte van een landelijke gemeente"]
    assert undecided(check("WP411", text, gemeenten=region("woningen: 9", "aliassen: [Bo]"))) == [
        "positie van een gemeente in de regio"
    ]
    assert check("WP411", text, gemeenten=region("woningen: 999", "positie: stedelijk")) == []
    # One plan without a number, or a regional aggregate, may hold what is missing.
    more = plan("b", "planstatus: 1A")
    assert undecided(check("WP411", text + more, gemeenten=region("woningen: 99"))) == [
        "plancapaciteit of behoefte van een landelijke gemeente"
    ]
    whole = (
        "  - id: w\n    naam: w\n    regio: Twente\n    soort: verzamelpost\n    planstatus: hard\n    restant: 900\n"
    )
    assert len(undecided(check("WP411", text + whole, gemeenten=region("woningen: 99")))) == 1
