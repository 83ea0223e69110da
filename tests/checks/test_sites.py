"""The same site in two records."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, places, plan, undecided
from woonplan.checks.subject import Undecided


def test_same_site_in_another_municipality_is_another_site(check: Judge) -> None:
    text = plan("a", "locaties: [Markt]") + plan("b", "locaties: [Markt]", gemeente="Losser")
    assert check("WP401", text) == []


def test_every_further_record_on_a_site_is_reported_once(check: Judge) -> None:
    # Three records on one site: the second and the third each point back to the first. A site named twice in one
    # record is no second plan.
    text = "".join(plan(name, "locaties: [Kade, 'KADE ']") for name in "abc")
    outcomes = check("WP401", text)
    assert findings(outcomes) == [
        "plan 'b': locatie 'Kade' staat ook bij plan 'a'",
        "plan 'c': locatie 'Kade' staat ook bij plan 'a'",
    ]


def test_a_part_and_its_aggregate_share_a_site_but_two_parts_do_not(check: Judge) -> None:
    text = (
        plan("samen", "soort: verzamelpost", "planstatus: hard", "restant: 90", "locaties: [Kade]")
        + plan("a", "planstatus: 1A", "restant: 10", "onderdeel_van: samen", "locaties: [Kade]")
        + plan("b", "planstatus: 1A", "restant: 20", "onderdeel_van: samen", "locaties: [Kade]")
    )
    assert findings(check("WP401", text)) == [
        "plan 'b': locatie 'Kade' staat ook bij plan 'a' (tot 10 woningen tellen misschien dubbel)"
    ]


def test_a_record_that_does_not_count_is_reported_with_that_remark(check: Judge) -> None:
    text = plan("a", "locaties: [Kade]") + plan("b", "locaties: [Kade]", "telt_mee: false", "reden: dubbel")
    assert findings(check("WP401", text)) == [
        "plan 'b': locatie 'Kade' staat ook bij plan 'a' (alleen 'a' telt mee, dus in de sommen is er geen "
        "dubbeltelling)"
    ]


def test_a_site_without_municipality_is_undecided(check: Judge) -> None:
    text = "  - id: a\n    naam: a\n    regio: Twente\n    locaties: [Kade]\n"
    assert check("WP401", text) == [Undecided("WP401", "gemeente bij een locatie")]


def test_a_plan_in_two_municipalities_meets_plans_in_both(check: Judge) -> None:
    text = "  - id: a\n    naam: a\n    gemeenten: [Borne, Losser]\n    locaties: [Kade]\n" + plan(
        "b", "locaties: [kade]", gemeente="Losser"
    )
    assert findings(check("WP401", text)) == ["plan 'b': locatie 'kade' staat ook bij plan 'a'"]


CENTRUM = "  - id: %s\n    naam: %s\n    gemeente: %s\n"


KEY = "    sleutelproject: {soort: stedelijk, doel: versnelling}\n"


def test_without_sites_the_name_is_the_site(check: Judge) -> None:
    text = CENTRUM % ("a", "Centrum", "Borne") + KEY + CENTRUM % ("b", "CENTRUM", "Borne") + KEY
    outcomes = check("WP401", text)
    assert findings(outcomes) == ["plan 'b': naam 'CENTRUM' staat ook bij plan 'a'"]
    # The second record begins on line 11, below four lines of the first; its name has column 11.
    assert places(outcomes) == [(12, 11)]
    assert undecided(outcomes) == []


def test_a_name_is_no_site_beside_sites_or_in_another_municipality(check: Judge) -> None:
    text = (
        CENTRUM % ("a", "Centrum", "Borne")
        + "    locaties: [Markt]\n"
        + CENTRUM % ("b", "Centrum", "Borne")
        + CENTRUM % ("c", "Centrum", "Losser")
    )
    assert check("WP401", text) == []


@pytest.mark.parametrize("first", ["name", "site"])
def test_a_name_is_compared_with_the_sites_of_others(check: Judge, first: str) -> None:
    named, sited = CENTRUM % ("a", "Centrum", "Borne") + KEY, plan("b", "locaties: [Centrum]")
    outcomes = check("WP401", named + sited if first == "name" else sited + named)
    assert findings(outcomes) == [
        "plan 'b': locatie 'Centrum' staat ook bij plan 'a'"
        if first == "name"
        else "plan 'a': naam 'Centrum' staat ook bij plan 'b'"
    ]
    assert undecided(outcomes) == []


def test_aggregates_of_one_name_are_no_site(check: Judge) -> None:
    text = "".join(
        CENTRUM % (name, "Overige plannen", "Borne") + f"    soort: verzamelpost\n    planstatus: {status}\n"
        for name, status in (("a", "hard"), ("b", "zacht"))
    )
    assert check("WP401", text) == []


def test_a_key_project_without_sites_that_is_not_found_elsewhere_is_undecided(check: Judge) -> None:
    # An ordinary plan is not: most have no sites, and their names were compared.
    text = CENTRUM % ("a", "Centrum", "Borne") + KEY + CENTRUM % ("b", "Kade", "Borne")
    assert check("WP401", text) == [Undecided("WP401", "locaties van een sleutelproject")]
    region = "  - id: c\n    naam: Kernen\n    regio: Twente\n" + KEY
    assert check("WP401", region) == [Undecided("WP401", "locaties van een sleutelproject")]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("restant: 30", "restant: 20", " (tot 20 woningen tellen misschien dubbel)"),
        ("restant: 1", "woningen: 9", " (tot 1 woning telt misschien dubbel)"),
        ("restant: 30", "plaats: Borne", ""),
        ("restant: 30", "restant: 0", ""),
        (
            "restant: 30\n    oplevering: {2026: 30}",
            "restant: 30\n    oplevering: {2027-2028: 30}",
            " (evenveel woningen, in andere jaren: misschien twee fasen van een plan, en dan is er geen dubbeltelling)",
        ),
        (
            "restant: 30\n    oplevering: {2026: 30}",
            "restant: 20\n    oplevering: {2027: 20}",
            " (in andere jaren: misschien twee fasen van een plan, en dan is er geen dubbeltelling)",
        ),
        (
            "restant: 30\n    oplevering: {2026: 30}",
            "restant: 30\n    oplevering: {2025-2026: 30}",
            " (tot 30 woningen tellen misschien dubbel)",
        ),
        (
            "restant: 30\n    oplevering: {2026: 30}",
            "restant: 30\n    oplevering: {2027: 20, onbekend: 10}",
            " (tot 30 woningen tellen misschien dubbel)",
        ),
    ],
)
def test_how_many_homes_may_be_counted_twice(check: Judge, first: str, second: str, said: str) -> None:
    text = plan("a", "locaties: [Kade]", first) + plan("b", "locaties: [Kade]", second)
    assert findings(check("WP401", text)) == [f"plan 'b': locatie 'Kade' staat ook bij plan 'a'{said}"]
