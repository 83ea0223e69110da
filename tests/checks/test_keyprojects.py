"""Key projects: the minimum of homes in each, and how many there are."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, key_project, places, plan, undecided, urban
from woonplan.checks.examples import AGENDA, KOP
from woonplan.checks.subject import Undecided


@pytest.mark.parametrize(("homes", "reported"), [(199, True), (200, False)])
def test_minimum_of_an_urban_key_project(check: Judge, homes: int, reported: bool) -> None:
    outcomes = check("WP402", key_project("a", f"woningen: {homes}"))
    assert bool(findings(outcomes)) is reported
    assert undecided(outcomes) == []


def test_urban_projects_are_not_added_up_and_radial_ones_are_per_municipality(check: Judge) -> None:
    # Urban: 150 and 150 are each below 200. Radial in Borne: 150 + 50 = 200 is enough; in Losser 150 is not.
    text = (
        key_project("a", "woningen: 150")
        + key_project("b", "woningen: 150")
        + key_project("c", "woningen: 150", "radialen")
        + key_project("d", "woningen: 50", "radialen")
        + key_project("e", "woningen: 150", "radialen", gemeente="Losser")
    )
    assert findings(check("WP402", text)) == [
        "plan 'a': het sleutelproject heeft 150 woningen; bij versnelling is het minimum 200 per project",
        "plan 'b': het sleutelproject heeft 150 woningen; bij versnelling is het minimum 200 per project",
        "plan 'e': het sleutelgebied langs de radialen in Losser heeft 150 woningen; bij versnelling is het minimum "
        "200 "
        "per gemeente",
    ]


def test_thematic_projects_are_added_up_per_theme_over_municipalities(check: Judge) -> None:
    # Flexwonen: 120 + 79 = 199, below; Zorg: 120 + 80 = 200, enough. Letter case of a theme does not matter.
    def thema(name: str, homes: int, thema: str, gemeente: str) -> str:
        return key_project(
            name, f"woningen: {homes}", "thematisch", f"thema: {thema}", "doel: versnelling", gemeente=gemeente
        )

    text = (
        thema("a", 120, "Flexwonen", "Borne")
        + thema("b", 79, "flexwonen", "Losser")
        + thema("c", 120, "Zorg", "Borne")
        + thema("d", 80, "Zorg", "Losser")
    )
    assert findings(check("WP402", text)) == [
        "plan 'a': het sleutelgebied 'Flexwonen' heeft 199 woningen; bij versnelling is het minimum 200 per thema"
    ]


def test_vitality_has_no_minimum(check: Judge) -> None:
    text = key_project("a", "woningen: 5", "thematisch", "thema: Kernen", "doel: vitaliteit")
    assert check("WP402", text) == []


def test_unknown_homes_leave_a_unit_undecided_unless_the_rest_is_enough(check: Judge) -> None:
    # Borne: 199 known and one unknown; Losser: 200 known and one unknown; Almelo: at least 30.
    text = (
        key_project("a", "woningen: 199", "radialen")
        + key_project("b", "plaats: Borne", "radialen")
        + key_project("c", "woningen: 200", "radialen", gemeente="Losser")
        + key_project("d", "plaats: Losser", "radialen", gemeente="Losser")
        + key_project("e", "woningen: 30\n    precisie: minimaal", "radialen", gemeente="Almelo")
    )
    assert check("WP402", text) == [Undecided("WP402", "aantal woningen")] * 2


def test_a_range_below_the_minimum_is_reported_and_one_around_it_undecided(check: Judge) -> None:
    below = key_project("a", "woningen_min: 100\n    woningen_max: 199")
    around = key_project("b", "woningen_min: 100\n    woningen_max: 200")
    outcomes = check("WP402", below + around)
    assert findings(outcomes) == [
        "plan 'a': het sleutelproject heeft 100 tot 199 woningen; bij versnelling is het minimum 200 per project"
    ]
    assert undecided(outcomes) == ["aantal woningen"]


def test_a_thematic_project_without_purpose_is_undecided(check: Judge) -> None:
    text = key_project("a", "woningen: 30", "thematisch", "thema: Kernen")
    assert check("WP402", text) == [Undecided("WP402", "doel van een sleutelproject")]


def test_what_is_left_says_nothing_of_what_was_delivered(check: Judge) -> None:
    assert undecided(check("WP402", key_project("a", "restant: 150"))) == ["aantal woningen"]
    assert check("WP402", key_project("a", "restant: 200")) == []


@pytest.mark.parametrize(("number", "reported"), [(4, True), (5, False), (10, False), (11, True)])
def test_number_of_urban_key_projects(check: Judge, number: int, reported: bool) -> None:
    assert bool(findings(check("WP403", urban(number)))) is reported


def test_the_finding_names_what_was_counted_and_stands_at_the_first_too_many(check: Judge) -> None:
    # A head of six lines and ten records of seven: the eleventh begins on line 77 and says its kind on line 82.
    outcomes = check("WP403", urban(11) + key_project("r", "plaats: Borne", "radialen"))
    assert findings(outcomes) == [
        "plan 'p10': de regio heeft 11 stedelijke sleutelprojecten; afgesproken is 5 tot 10. Sleutelgebieden zijn niet "
        "meegeteld (1 langs de radialen, 0 thematisch)"
    ]
    assert places(outcomes) == [(82, 7)]


def test_no_key_projects_at_all_or_an_incomplete_file_is_undecided(check: Judge) -> None:
    assert undecided(check("WP403", plan("a"))) == ["sleutelprojecten van de regio"]
    kop = KOP.replace("plannen:", "volledig: false\nplannen:")
    assert undecided(check("WP403", urban(4), kop=kop)) == ["sleutelprojecten buiten dit register ('volledig: false')"]
    assert len(findings(check("WP403", urban(11), kop=kop))) == 1


DESIGNATED = AGENDA + ("  - {id: rand, naam: Rand, soort: radialen, gemeente: Borne, doel: versnelling}\n")


def test_a_plan_names_a_project_that_was_designated(check: Judge) -> None:
    right = plan("noord", "sleutelproject: {id: kade, soort: stedelijk}", gemeente="Enschede")
    wrong = plan("zuid", "sleutelproject:", "  soort: stedelijk", "  id: Kade", gemeente="Enschede")
    outcomes = check("WP422", right + wrong, agenda=DESIGNATED)
    assert findings(outcomes) == ["plan 'zuid': sleutelproject 'Kade' is niet aangewezen"]
    # At the id, on the sixth line of the second plan.
    assert places(outcomes) == [(16, 11)]
    (outcome,) = outcomes
    assert not isinstance(outcome, Undecided)
    assert outcome.hint == "Bedoelt u 'kade'?"


def test_a_plan_is_of_the_kind_of_the_project_that_it_is(check: Judge) -> None:
    # By its own id, without naming it.
    text = plan("rand", "sleutelproject: {soort: stedelijk}") + plan("kade", "sleutelproject: {soort: stedelijk}")
    assert findings(check("WP422", text, agenda=DESIGNATED)) == [
        "plan 'rand': de soort is stedelijk, en in de afspraak is 'rand' radialen"
    ]


def test_without_a_list_nothing_is_designated(check: Judge) -> None:
    agenda = AGENDA.partition("sleutelprojecten:")[0]
    assert check("WP422", plan("zuid", "sleutelproject: {id: kade, soort: stedelijk}"), agenda=agenda) == []
