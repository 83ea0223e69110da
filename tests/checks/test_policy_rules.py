"""The rules on policy, provenance and on status against phase: what triggers them, what does not, what is undecided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from woonplan.checks.examples import AGENDA, GEMEENTEN, KOP, files, lines_before
from woonplan.checks.judging import months_later
from woonplan.checks.registry import find_rule
from woonplan.checks.rule import Outcome, Rule, Subject, Undecided
from woonplan.diagnostics import Severity
from woonplan.load import load
from woonplan.load.agenda import load_agenda

ROOT = Path(__file__).parents[2]

CODES = (
    *("WP320", "WP321", "WP322", "WP323", "WP324"),
    *(f"WP4{number:02}" for number in range(1, 16)),
    *("WP504", "WP505", "WP506", "WP507"),
)

Check = Callable[..., list[Outcome]]


def rule(code: str) -> Rule:
    """The rule with this code."""
    found = find_rule(code)
    assert found is not None
    assert found.check is not None
    return found


def subject_in(folder: Path, plannen: Path | None = None, peildatum: str | None = None) -> Subject:
    """The register in a folder as the rules see it; it must be sound."""
    loaded = load(folder, plannen)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    path = folder / "agenda.yaml"
    if not path.exists():
        return Subject(loaded.dataset, peildatum=peildatum)
    agenda = load_agenda(path)
    assert agenda.findings == ()
    return Subject(loaded.dataset, agenda.agenda, agenda.invoer, peildatum=peildatum)


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Run one rule over records written in a test, in the register around the examples."""

    def run(
        code: str,
        plannen: str,
        *,
        kop: str = KOP,
        gemeenten: str = GEMEENTEN,
        agenda: str | None = AGENDA,
        peildatum: str | None = None,
        staart: str = "",
    ) -> list[Outcome]:
        (tmp_path / "gemeenten.yaml").write_text(gemeenten, encoding="utf-8")
        text = kop + plannen if plannen else f"{kop.rstrip()} []\n"
        (tmp_path / "plannen.yaml").write_text(text + staart, encoding="utf-8")
        if agenda is not None:
            (tmp_path / "agenda.yaml").write_text(agenda, encoding="utf-8")
        found = rule(code).check
        assert found is not None
        return list(found(subject_in(tmp_path, peildatum=peildatum)))

    return run


def plan(name: str, *lines: str, gemeente: str = "Borne") -> str:
    """A record with these lines; its lines in the file are 7 and on, after the head of six lines."""
    return "".join(
        f"{line}\n" for line in (f"  - id: {name}", f"    naam: {name}", f"    gemeente: {gemeente}")
    ) + "".join(f"    {line}\n" for line in lines)


def findings(outcomes: list[Outcome]) -> list[str]:
    """The messages of what was found."""
    return [o.message for o in outcomes if not isinstance(o, Undecided)]


def undecided(outcomes: list[Outcome]) -> list[str]:
    """What was missing where a rule could not judge."""
    return [o.missing for o in outcomes if isinstance(o, Undecided)]


def places(outcomes: list[Outcome]) -> list[tuple[int, int]]:
    """Line and column of what was found."""
    return [(o.place.line, o.place.column) for o in outcomes if not isinstance(o, Undecided) and o.place]


# Every rule's own examples


@pytest.mark.parametrize("code", CODES)
def test_wrong_example_is_reported_at_its_place(code: str, tmp_path: Path) -> None:
    found = rule(code)
    outcomes = _run_example(found, tmp_path, wrong=True)
    assert undecided(outcomes) == []
    assert places(outcomes) == [(found.fout.line + lines_before(found.fout), found.fout.column)]
    assert all(
        o.code == code and o.hint and o.severity is found.severity for o in outcomes if not isinstance(o, Undecided)
    )


@pytest.mark.parametrize("code", CODES)
def test_right_example_is_silent(code: str, tmp_path: Path) -> None:
    assert _run_example(rule(code), tmp_path, wrong=False) == []


def _run_example(found: Rule, folder: Path, *, wrong: bool) -> list[Outcome]:
    example = found.fout if wrong else found.goed
    for name, text in files(example).items():
        (folder / name).write_text(text, encoding="utf-8")
    assert found.check is not None
    return list(found.check(subject_in(folder, peildatum=example.peildatum)))


# WP401, the same site twice


def test_same_site_in_another_municipality_is_another_site(check: Check) -> None:
    text = plan("a", "locaties: [Markt]") + plan("b", "locaties: [Markt]", gemeente="Losser")
    assert check("WP401", text) == []


def test_every_further_record_on_a_site_is_reported_once(check: Check) -> None:
    # Three records on one site: the second and the third each point back to the first. A site named twice in one
    # record is no second plan.
    text = "".join(plan(name, "locaties: [Kade, 'KADE ']") for name in "abc")
    outcomes = check("WP401", text)
    assert findings(outcomes) == [
        "plan 'b': locatie 'Kade' staat ook bij plan 'a'",
        "plan 'c': locatie 'Kade' staat ook bij plan 'a'",
    ]


def test_a_part_and_its_aggregate_share_a_site_but_two_parts_do_not(check: Check) -> None:
    text = (
        plan("samen", "soort: verzamelpost", "planstatus: hard", "restant: 90", "locaties: [Kade]")
        + plan("a", "planstatus: 1A", "restant: 10", "onderdeel_van: samen", "locaties: [Kade]")
        + plan("b", "planstatus: 1A", "restant: 20", "onderdeel_van: samen", "locaties: [Kade]")
    )
    assert findings(check("WP401", text)) == ["plan 'b': locatie 'Kade' staat ook bij plan 'a'"]


def test_a_record_that_does_not_count_is_reported_with_that_remark(check: Check) -> None:
    text = plan("a", "locaties: [Kade]") + plan("b", "locaties: [Kade]", "telt_mee: false", "reden: dubbel")
    assert findings(check("WP401", text)) == [
        "plan 'b': locatie 'Kade' staat ook bij plan 'a' (alleen 'a' telt mee, dus in de sommen is er geen "
        "dubbeltelling)"
    ]


def test_a_site_without_municipality_is_undecided(check: Check) -> None:
    text = "  - id: a\n    naam: a\n    regio: Twente\n    locaties: [Kade]\n"
    assert check("WP401", text) == [Undecided("WP401", "gemeente bij een locatie")]


def test_a_plan_in_two_municipalities_meets_plans_in_both(check: Check) -> None:
    text = "  - id: a\n    naam: a\n    gemeenten: [Borne, Losser]\n    locaties: [Kade]\n" + plan(
        "b", "locaties: [kade]", gemeente="Losser"
    )
    assert findings(check("WP401", text)) == ["plan 'b': locatie 'kade' staat ook bij plan 'a'"]


CENTRUM = "  - id: %s\n    naam: %s\n    gemeente: %s\n"
KEY = "    sleutelproject: {soort: stedelijk, doel: versnelling}\n"


def test_without_sites_the_name_is_the_site(check: Check) -> None:
    text = CENTRUM % ("a", "Centrum", "Borne") + KEY + CENTRUM % ("b", "CENTRUM", "Borne") + KEY
    outcomes = check("WP401", text)
    assert findings(outcomes) == ["plan 'b': naam 'CENTRUM' staat ook bij plan 'a'"]
    # The second record begins on line 11, below four lines of the first; its name has column 11.
    assert places(outcomes) == [(12, 11)]
    assert undecided(outcomes) == []


def test_a_name_is_no_site_beside_sites_or_in_another_municipality(check: Check) -> None:
    text = (
        CENTRUM % ("a", "Centrum", "Borne")
        + "    locaties: [Markt]\n"
        + CENTRUM % ("b", "Centrum", "Borne")
        + CENTRUM % ("c", "Centrum", "Losser")
    )
    assert check("WP401", text) == []


@pytest.mark.parametrize("first", ["name", "site"])
def test_a_name_is_compared_with_the_sites_of_others(check: Check, first: str) -> None:
    named, sited = CENTRUM % ("a", "Centrum", "Borne") + KEY, plan("b", "locaties: [Centrum]")
    outcomes = check("WP401", named + sited if first == "name" else sited + named)
    assert findings(outcomes) == [
        "plan 'b': locatie 'Centrum' staat ook bij plan 'a'"
        if first == "name"
        else "plan 'a': naam 'Centrum' staat ook bij plan 'b'"
    ]
    assert undecided(outcomes) == []


def test_aggregates_of_one_name_are_no_site(check: Check) -> None:
    text = "".join(
        CENTRUM % (name, "Overige plannen", "Borne") + f"    soort: verzamelpost\n    planstatus: {status}\n"
        for name, status in (("a", "hard"), ("b", "zacht"))
    )
    assert check("WP401", text) == []


def test_a_key_project_without_sites_that_is_not_found_elsewhere_is_undecided(check: Check) -> None:
    # An ordinary plan is not: most have no sites, and their names were compared.
    text = CENTRUM % ("a", "Centrum", "Borne") + KEY + CENTRUM % ("b", "Kade", "Borne")
    assert check("WP401", text) == [Undecided("WP401", "locaties van een sleutelproject")]
    region = "  - id: c\n    naam: Kernen\n    regio: Twente\n" + KEY
    assert check("WP401", region) == [Undecided("WP401", "locaties van een sleutelproject")]


# WP402, the minimum of a key project


def key_project(name: str, homes: str, soort: str = "stedelijk", *lines: str, gemeente: str = "Borne") -> str:
    extra = [f"  {line}" for line in lines] or ["  doel: versnelling"]
    return plan(name, homes, "sleutelproject:", f"  soort: {soort}", *extra, gemeente=gemeente)


@pytest.mark.parametrize(("homes", "reported"), [(199, True), (200, False)])
def test_minimum_of_an_urban_key_project(check: Check, homes: int, reported: bool) -> None:
    outcomes = check("WP402", key_project("a", f"woningen: {homes}"))
    assert bool(findings(outcomes)) is reported
    assert undecided(outcomes) == []


def test_urban_projects_are_not_added_up_and_radial_ones_are_per_municipality(check: Check) -> None:
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


def test_thematic_projects_are_added_up_per_theme_over_municipalities(check: Check) -> None:
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


def test_vitality_has_no_minimum(check: Check) -> None:
    text = key_project("a", "woningen: 5", "thematisch", "thema: Kernen", "doel: vitaliteit")
    assert check("WP402", text) == []


def test_unknown_homes_leave_a_unit_undecided_unless_the_rest_is_enough(check: Check) -> None:
    # Borne: 199 known and one unknown; Losser: 200 known and one unknown; Almelo: at least 30.
    text = (
        key_project("a", "woningen: 199", "radialen")
        + key_project("b", "plaats: Borne", "radialen")
        + key_project("c", "woningen: 200", "radialen", gemeente="Losser")
        + key_project("d", "plaats: Losser", "radialen", gemeente="Losser")
        + key_project("e", "woningen: 30\n    precisie: minimaal", "radialen", gemeente="Almelo")
    )
    assert check("WP402", text) == [Undecided("WP402", "aantal woningen")] * 2


def test_a_range_below_the_minimum_is_reported_and_one_around_it_undecided(check: Check) -> None:
    below = key_project("a", "woningen_min: 100\n    woningen_max: 199")
    around = key_project("b", "woningen_min: 100\n    woningen_max: 200")
    outcomes = check("WP402", below + around)
    assert findings(outcomes) == [
        "plan 'a': het sleutelproject heeft 100 tot 199 woningen; bij versnelling is het minimum 200 per project"
    ]
    assert undecided(outcomes) == ["aantal woningen"]


def test_a_thematic_project_without_purpose_is_undecided(check: Check) -> None:
    text = key_project("a", "woningen: 30", "thematisch", "thema: Kernen")
    assert check("WP402", text) == [Undecided("WP402", "doel van een sleutelproject")]


def test_what_is_left_says_nothing_of_what_was_delivered(check: Check) -> None:
    assert undecided(check("WP402", key_project("a", "restant: 150"))) == ["aantal woningen"]
    assert check("WP402", key_project("a", "restant: 200")) == []


# WP403, the number of key projects


def urban(number: int, gemeente: str = "Enschede") -> str:
    return "".join(key_project(f"p{i}", "plaats: Enschede", gemeente=gemeente) for i in range(number))


@pytest.mark.parametrize(("number", "reported"), [(4, True), (5, False), (10, False), (11, True)])
def test_number_of_urban_key_projects(check: Check, number: int, reported: bool) -> None:
    assert bool(findings(check("WP403", urban(number)))) is reported


def test_the_finding_names_what_was_counted_and_stands_at_the_first_too_many(check: Check) -> None:
    # A head of six lines and ten records of seven: the eleventh begins on line 77 and says its kind on line 82.
    outcomes = check("WP403", urban(11) + key_project("r", "plaats: Borne", "radialen"))
    assert findings(outcomes) == [
        "plan 'p10': de regio heeft 11 stedelijke sleutelprojecten; afgesproken is 5 tot 10. Sleutelgebieden zijn niet "
        "meegeteld (1 langs de radialen, 0 thematisch)"
    ]
    assert places(outcomes) == [(82, 7)]


def test_no_key_projects_at_all_or_an_incomplete_file_is_undecided(check: Check) -> None:
    assert undecided(check("WP403", plan("a"))) == ["sleutelprojecten van de regio"]
    kop = KOP.replace("plannen:", "volledig: false\nplannen:")
    assert undecided(check("WP403", urban(4), kop=kop)) == ["sleutelprojecten buiten dit register ('volledig: false')"]
    assert len(findings(check("WP403", urban(11), kop=kop))) == 1


# WP404, extension


def extension(year: str, *lines: str) -> str:
    return plan(
        "a", "woningen: 40", "gerealiseerd: 0", "plantype: uitbreiding_overig", f"oplevering: {{{year}: 40}}", *lines
    )


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
def test_extension_within_five_years(check: Check, year: str, peildatum: str, outcome: str) -> None:
    outcomes = check("WP404", extension(year), peildatum=peildatum)
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == (["jaar van oplevering"] if outcome == "undecided" else [])


@pytest.mark.parametrize(("score", "reported"), [("positief", False), ("negatief", True), ("niet_getoetst", True)])
def test_only_a_positive_score_lets_extension_pass(check: Check, score: str, reported: bool) -> None:
    assert bool(findings(check("WP404", extension("2025", f"afwegingskader: {score}")))) is reported


def test_extension_needs_plantype_and_years(check: Check) -> None:
    assert undecided(check("WP404", plan("a", "woningen: 40"))) == ["plantype"]
    assert undecided(check("WP404", plan("a", "plantype: uitbreiding_uitleg"))) == ["jaar van oplevering"]
    # A start after the term is enough to know that nothing is delivered in it.
    assert check("WP404", plan("a", "plantype: uitbreiding_uitleg", "start: 2029")) == []
    assert check("WP404", plan("a", "plantype: verdichting")) == []


def test_extension_that_is_built_or_stands_outside_the_sums_is_not_judged(check: Check) -> None:
    built = plan("a", "woningen: 40", "gerealiseerd: 40", "plantype: uitbreiding_uitleg")
    outside = plan("b", "plantype: uitbreiding_uitleg", "telt_mee: false", "reden: vervallen")
    whole = plan("c", "soort: verzamelpost", "restant: 9", "plantype: uitbreiding_uitleg")
    assert check("WP404", built + outside + whole) == []


def test_a_key_project_outside_the_sums_is_judged(check: Check) -> None:
    text = extension("2025", "telt_mee: false", "reden: in verzamelpost", "sleutelproject: {soort: stedelijk}")
    assert len(findings(check("WP404", text))) == 1


# WP405, infill


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
def test_infill_that_starts_within_five_years(check: Check, lines: list[str], outcome: str) -> None:
    outcomes = check("WP405", plan("a", "plantype: verdichting", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


def test_infill_needs_a_plantype(check: Check) -> None:
    assert undecided(check("WP405", plan("a", "start: 2025"))) == ["plantype"]
    assert check("WP405", plan("a", "start: 2025", "plantype: uitbreiding_uitleg")) == []


# WP406, hard plans built by the agreed year


def hard(*lines: str, status: str = "1A") -> str:
    return plan("a", f"planstatus: {status}", "woningen: 30", *lines)


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
def test_hard_plan_of_the_first_state(check: Check, lines: list[str], outcome: str) -> None:
    outcomes = check("WP406", hard(*lines), kop=STAND_2021)
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


def test_a_later_state_must_say_since_when_a_plan_is_hard(check: Check) -> None:
    late = ["gerealiseerd: 0", "oplevering: {2026: 30}"]
    assert undecided(check("WP406", hard(*late))) == ["sinds wanneer het plan hard is"]
    # Hard in 2020 is before the agreement of 2021; hard in 2021 is new hard capacity.
    assert len(findings(check("WP406", hard("jaar_hard: 2020", *late)))) == 1
    assert check("WP406", hard("jaar_hard: 2021", *late)) == []


def test_a_state_after_the_agreed_year_decides_by_what_is_left(check: Check) -> None:
    old = "jaar_hard: 2019"
    assert len(findings(check("WP406", hard(old, "gerealiseerd: 29"), kop=STAND_2026))) == 1
    assert check("WP406", hard(old, "gerealiseerd: 30"), kop=STAND_2026) == []
    assert undecided(check("WP406", hard(old), kop=STAND_2026)) == ["hoeveel er van het plan is opgeleverd"]


def test_judging_later_than_the_state_cannot_know_what_was_delivered_since(check: Check) -> None:
    text = hard("gerealiseerd: 0", "oplevering: {2025: 30}")
    assert check("WP406", text, kop=STAND_2021, peildatum="2025-12-31") == []
    assert undecided(check("WP406", text, kop=STAND_2021, peildatum="2026-01-01")) == [
        "wat er sinds de peildatum is opgeleverd"
    ]


def test_aggregates_and_unknown_status_are_undecided_and_soft_plans_silent(check: Check) -> None:
    whole = plan("a", "soort: verzamelpost", "planstatus: hard", "restant: 90")
    assert undecided(check("WP406", whole, kop=STAND_2021)) == ["welke plannen in een verzamelpost zitten"]
    assert undecided(check("WP406", hard(status="onbekend"), kop=STAND_2021)) == ["planstatus"]
    assert check("WP406", hard(status="3"), kop=STAND_2021) == []


# WP407 and WP408, tests of hard plans and the year of conversion


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
def test_hard_or_converting_plan_must_be_tested(check: Check, lines: list[str], outcome: str) -> None:
    outcomes = check("WP407", plan("a", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


def test_the_contradiction_of_the_source_is_named_for_a_plan_in_development(check: Check) -> None:
    message = findings(check("WP407", plan("a", "planstatus: 2B", "in_ontwikkeling: true")))[0]
    assert "r. 1681-1684" in message
    assert "r. 1115-1117" in message
    assert "r. 1681-1684" in rule("WP407").waarom
    assert "r. 1115-1117" in rule("WP407").waarom


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
def test_soft_plan_needs_a_year(check: Check, lines: list[str], outcome: str) -> None:
    outcomes = check("WP408", plan("a", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([] if outcome in ("found", "silent") else [outcome])


# WP409, flex contracts


@pytest.mark.parametrize(
    ("low", "high", "number"),
    [(1, 24, 0), (0, 24, 1), (1, 25, 1), (0, 25, 2), (24, 24, 0), (25, 36, 2)],
)
def test_length_of_flex_contracts(check: Check, low: int, high: int, number: int) -> None:
    flex = f"flex: {{flexwoningen: 20, contract_maanden_min: {low}, contract_maanden_max: {high}}}"
    assert len(findings(check("WP409", plan("a", flex)))) == number


def test_flex_homes_without_length_are_undecided(check: Check) -> None:
    missing = ["duur van de contracten van flexwoningen"]
    assert undecided(check("WP409", plan("a", "flex: {flexwoningen: 20}"))) == missing
    assert undecided(check("WP409", plan("a", "flex: {flexwoningen: 20, contract_maanden_min: 3}"))) == missing
    assert check("WP409", plan("a", "flex: {flexwoningen: 0}")) == []
    # The longest contract alone is enough to see that it is too long.
    text = plan("a", "flex: {flexwoningen: 20, contract_maanden_max: 36}")
    assert len(findings(check("WP409", text))) == 1


# WP410, stedelijk wonen


def test_stedelijk_wonen_in_its_cities_only(check: Check) -> None:
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


# WP411, rural municipalities


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
def test_rural_municipality_against_its_own_need(check: Check, behoefte: str, outcome: str) -> None:
    # Hard 60 + soft 40 = 100.
    text = plan("a", "planstatus: 1A", "restant: 60") + plan("b", "planstatus: 3", "restant: 40")
    outcomes = check("WP411", text, gemeenten=region(behoefte))
    assert len(findings(outcomes)) == (outcome == "found")
    assert len(undecided(outcomes)) == (outcome == "undecided")


def test_rural_municipality_without_what_is_needed_to_judge(check: Check) -> None:
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


# WP412 and WP413, WP415: what an inventory holds


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
def test_one_finding_per_plan_names_what_is_missing(check: Check, lines: tuple[str, ...], message: str | None) -> None:
    outcomes = check("WP412", plan("a", *lines))
    assert findings(outcomes) == ([message] if message else [])
    assert undecided(outcomes) == []


def test_woonmilieu_is_held_against_the_list_where_there_is_one(check: Check) -> None:
    assert check("WP413", plan("a", "woonmilieu: Dorps")) == []
    assert check("WP413", plan("a")) == []
    assert len(findings(check("WP413", plan("a", "woonmilieu: groen")))) == 1
    without = GEMEENTEN.replace("woonmilieus: [stedelijk, dorps, landelijk]\n", "")
    missing = undecided(check("WP413", plan("a", "woonmilieu: groen"), gemeenten=without))
    assert missing == ["lijst 'woonmilieus' in gemeenten.yaml"]


def test_priority_on_one_plan_is_enough_and_no_plans_is_undecided(check: Check) -> None:
    assert findings(check("WP415", plan("a") + plan("b", "prioriteit: true"))) == [
        "transformatiepotentie staat bij geen van de 2 plannen die meetellen"
    ]
    assert check("WP415", plan("a", "transformatiepotentie: false") + plan("b", "prioriteit: true")) == []
    whole = plan("a", "soort: verzamelpost", "restant: 4")
    assert undecided(check("WP415", whole)) == ["plannen die meetellen"]


# WP414, the yearly inventory


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
def test_state_and_the_first_of_july(check: Check, stand: str, peildatum: str | None, outcome: str) -> None:
    outcomes = check("WP414", plan("a"), kop=KOP.replace("2024-01-01", stand), peildatum=peildatum)
    assert len(findings(outcomes)) == (outcome == "found")
    assert undecided(outcomes) == ([f"precieze peildatum in {stand}"] if outcome == "undecided" else [])


# Agreements that are missing


@pytest.mark.parametrize(
    ("code", "text", "parameter"),
    [
        ("WP402", key_project("a", "woningen: 30"), "parameter sleutelproject-versnelling-minimum in agenda.yaml"),
        ("WP403", urban(11), "parameter sleutelprojecten-per-regio-minimum in agenda.yaml"),
        ("WP404", extension("2025"), "parameter uitbreiding-realisatie in agenda.yaml"),
        ("WP405", plan("a", "plantype: verdichting", "start: 2025"), "parameter inbreiding-start in agenda.yaml"),
        ("WP406", hard("gerealiseerd: 0"), "parameter harde-plannen-gerealiseerd in agenda.yaml"),
        ("WP409", plan("a", "flex: {flexwoningen: 4}"), "parameter flexcontract-minimum in agenda.yaml"),
        ("WP410", plan("a", "strategie: stedelijk_wonen"), "gemeentegroep stedelijk-wonen in agenda.yaml"),
        ("WP414", plan("a"), "parameter inventarisatie-maand in agenda.yaml"),
    ],
)
def test_without_the_agreement_a_rule_says_that_it_cannot_judge(
    check: Check, code: str, text: str, parameter: str
) -> None:
    peildatum = "2024-07-01" if code == "WP414" else None
    assert check(code, text, agenda=None, peildatum=peildatum) == [Undecided(code, parameter)]


def test_a_number_in_a_unit_that_the_rule_cannot_use_is_no_agreement(check: Check) -> None:
    agenda = AGENDA.replace("waarde: 200, eenheid: woningen", "waarde: 200, eenheid: procent")
    assert undecided(check("WP402", key_project("a", "woningen: 30"), agenda=agenda)) == [
        "parameter sleutelproject-versnelling-minimum in agenda.yaml"
    ]


def test_the_value_of_the_day_judged_counts_and_before_the_first_the_first(check: Check) -> None:
    # From 2030 the minimum is 20: 30 homes are enough then. In 2020, before the agreement, 200 counts.
    agenda = AGENDA.replace(
        "{vanaf: 2021, waarde: 200, eenheid: woningen}",
        "{vanaf: 2021, waarde: 200, eenheid: woningen}, {vanaf: 2030, waarde: 20, eenheid: woningen}",
    )
    text = key_project("a", "woningen: 30")
    assert len(findings(check("WP402", text, agenda=agenda, peildatum="2029-12-31"))) == 1
    assert check("WP402", text, agenda=agenda, peildatum="2030-01-01") == []
    assert len(findings(check("WP402", text, agenda=agenda, peildatum="2020-01-01"))) == 1


# Dates at the edge


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


@pytest.mark.parametrize("peildatum", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("code", CODES)
def test_no_date_or_year_breaks_a_rule(check: Check, code: str, peildatum: str) -> None:
    text = (
        extension("2199")
        + plan("b", "planstatus: 1A", "jaar_hard: 1900", "restant: 4", "oplevering: {2198-2199: 4}", "start: 2199")
        + plan("c", "plantype: verdichting", "start: 1900", "locaties: [Kade]")
    )
    agenda = AGENDA.replace("waarde: 5, eenheid: jaar", "waarde: 9999999, eenheid: jaar").replace(
        "waarde: 2025, eenheid: kalenderjaar", "waarde: 9999999, eenheid: kalenderjaar"
    )
    check(code, text, kop=KOP.replace("2024-01-01", "9999-12-31"), agenda=agenda, peildatum=peildatum)
    check(code, text, kop=KOP.replace("2024-01-01", "0001-01-01"), agenda=agenda, peildatum=peildatum)


# WP320 - WP324, status and phase


@pytest.mark.parametrize(
    ("oplevering", "number"),
    [
        ("2026: 30", 0),
        ("2025: 30", 1),
        ("2024-2025: 30", 1),
        ("2025-2026: 30", 0),
        ("onbekend: 30", 0),
        ("2025: 0, 2026: 30", 0),
    ],
)
def test_delivery_before_the_start_in_2026(check: Check, oplevering: str, number: int) -> None:
    text = plan("a", "woningen: 30", "gerealiseerd: 0", "start: 2026", f"oplevering: {{{oplevering}}}")
    assert len(findings(check("WP320", text))) == number


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["woningen: 30", "gerealiseerd: 29"], "found"),
        (["woningen: 30", "gerealiseerd: 30"], "silent"),
        (["restant: 1"], "found"),
        (["restant: 0"], "silent"),
        (["woningen: 30"], "undecided"),
        (["plaats: Borne"], "undecided"),
        (["oplevering: {2026: 4}"], "found"),
    ],
)
def test_finished_plan_with_homes_left(check: Check, lines: list[str], outcome: str) -> None:
    outcomes = check("WP321", plan("a", "projectfase: afgerond", *lines))
    assert len(findings(outcomes)) == (outcome == "found")
    assert len(undecided(outcomes)) == (outcome == "undecided")
    assert check("WP321", plan("a", "projectfase: ontwerp", *lines)) == []


@pytest.mark.parametrize(("start", "reported"), [(2033, False), (2034, True)])
def test_hard_plan_that_starts_after_the_period(check: Check, start: int, reported: bool) -> None:
    # The period ends at 1-1-2034.
    assert bool(findings(check("WP322", plan("a", "planstatus: 1A", f"start: {start}")))) is reported
    assert check("WP322", plan("a", "planstatus: 3", f"start: {start}")) == []


def test_hard_plan_without_a_period_to_hold_it_against(check: Check) -> None:
    begin, end = GEMEENTEN.index("opgaven:"), GEMEENTEN.index("gemeenten:\n")
    text = plan("a", "planstatus: 1A", "start: 2040")
    assert undecided(check("WP322", text, gemeenten=GEMEENTEN[:begin] + GEMEENTEN[end:])) == ["periode van de opgave"]


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        (["woningtype: {eengezins: 0, meergezins: 0}"], Severity.FOUT),
        (["zorg: {nultreden: 0, onbekend: 0}"], Severity.FOUT),
        (["oplevering: {2026: 0}"], Severity.FOUT),
        (["woningen: 0"], Severity.WAARSCHUWING),
        # One zero may be known, a number makes the total known, and demolition alone is a plan.
        (["betaalbaarheid: {sociale_huur: 0}"], None),
        (["woningtype: {eengezins: 0, meergezins: 4}"], None),
        (["woningtype: {eengezins: 0, meergezins: 0}", "restant: 0"], None),
        (["woningen: 0", "sloop: 12"], None),
        (["woningen: 0", "planstatus: 1A"], None),
        (["flex: {flexwoningen: 0, contract_maanden_min: 0}"], None),
    ],
)
def test_unknown_written_as_zero(check: Check, lines: list[str], severity: Severity | None) -> None:
    found = [o for o in check("WP323", plan("a", *lines)) if not isinstance(o, Undecided)]
    assert [o.severity for o in found] == ([] if severity is None else [severity])


def test_gross_and_net_are_mixed_within_a_class_only(check: Check) -> None:
    gross = plan("a", "planstatus: 1A", "restant: 10")
    net = plan("b", "planstatus: 1A", "restant: 10", "soort_aantal: netto")
    unknown = plan("c", "planstatus: 2A", "restant: 10", "soort_aantal: onbekend")
    soft = plan("d", "planstatus: 3", "restant: 10", "soort_aantal: netto")
    assert findings(check("WP324", gross + net + unknown + soft)) == [
        "bruto en netto staan in een som (hard: 1 bruto, 1 netto, 1 onbekend)"
    ]
    assert check("WP324", gross + soft) == []
    # Without demolition gross is net; a record outside the sums or without a number is not added up.
    no_demolition = plan("b", "planstatus: 1A", "restant: 10", "sloop: 0", "soort_aantal: bruto")
    outside = plan("c", "planstatus: 1A", "restant: 10", "telt_mee: false", "reden: proef", "soort_aantal: onbekend")
    empty = plan("d", "planstatus: 1A", "soort_aantal: onbekend")
    net_only = net.replace("id: b", "id: e")
    assert check("WP324", net_only + no_demolition + outside + empty) == []


# WP504 - WP507, provenance

NO_SOURCE = KOP.replace("bron: nota\n", "")


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["woningen: 4"], 1),
        (["oplevering: {onbekend: 4}"], 1),
        (["woningen: 4", "bron: nota"], 0),
        (["plaats: Borne"], 0),
        (["woningen: 4", "herkomst: aanname"], 0),
        (["woningen: 4", "herkomst: opgave_gemeente"], 1),
    ],
)
def test_number_without_source(check: Check, lines: list[str], number: int) -> None:
    assert len(findings(check("WP504", plan("a", *lines), kop=NO_SOURCE))) == number
    assert check("WP504", plan("a", *lines)) == []


def test_control_total_without_source(check: Check) -> None:
    staart = "controle:\n  - {id: hard, klassen: [hard], woningen: 4}\n"
    text = plan("a", "planstatus: 1A", "restant: 4", "bron: nota")
    assert findings(check("WP504", text, kop=NO_SOURCE, staart=staart)) == [
        "controletotaal 'hard': woningen zonder bron"
    ]
    assert check("WP504", text, staart=staart) == []


def test_a_fictional_register_needs_no_sources_and_may_be_fictional(check: Check) -> None:
    invented = GEMEENTEN.replace("versie: 1\n", "versie: 1\nfictief: true\n")
    text = plan("a", "woningen: 4", "herkomst: fictief")
    assert check("WP504", text, kop=NO_SOURCE, gemeenten=invented) == []
    assert check("WP505", text, gemeenten=invented) == []


def test_fictional_figures_are_found_wherever_they_stand(check: Check) -> None:
    gemeenten = GEMEENTEN.replace("woningen: 500}", "woningen: 500, herkomst: fictief}").replace(
        "code: GM0141}", "code: GM0141, herkomst: fictief}"
    )
    kop = KOP.replace("bron: nota\n", "bron: nota\nherkomst: fictief\n")
    outcomes = check("WP505", plan("a", "herkomst: fictief"), kop=kop, gemeenten=gemeenten)
    assert findings(outcomes) == [
        "plan 'a': het cijfer is verzonnen, maar het register is dat niet",
        "het bestand is verzonnen, maar het register is dat niet",
        "uitspraak 'ambitie' is verzonnen, maar het register is dat niet",
        "gemeente 'Almelo' is verzonnen, maar het register is dat niet",
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [("vertrouwelijkheid: openbaar", 0), ("vertrouwelijkheid: provincie", 1), ("plaats: Borne", 1)],
)
def test_confidential_plan_in_a_public_file(check: Check, line: str, number: int) -> None:
    public = KOP.replace("bron: nota\n", "bron: nota\nopenbaar: true\n")
    assert len(findings(check("WP506", plan("a", line), kop=public))) == number
    assert check("WP506", plan("a", line)) == []


def test_stock_without_source(check: Check) -> None:
    year = (
        "{beginstand: 10, nieuwbouw: 1, overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, correctie: 0, "
        "saldo: 1, eindstand: 11}"
    )
    gemeenten = GEMEENTEN.replace("code: GM0141}", f"code: GM0141, voorraad: {{'2020': {year}}}}}")
    assert findings(check("WP507", "", gemeenten=gemeenten)) == ["woningvoorraad van gemeente 'Almelo' zonder bron"]
    sourced = gemeenten.replace("gemeenten:\n", "voorraadbron: {bron: nota}\ngemeenten:\n")
    assert check("WP507", "", gemeenten=sourced) == []


# The shipped data


def outcomes_of(name: str) -> list[Outcome]:
    subject = subject_in(ROOT / "data", ROOT / "data" / name)
    return [outcome for code in CODES if (found := rule(code).check) for outcome in found(subject)]


def test_shipped_register_of_2020_gives_the_known_warnings() -> None:
    outcomes = outcomes_of("plannen.yaml")
    found = [o for o in outcomes if not isinstance(o, Undecided)]
    assert [(o.code, o.subject, o.severity) for o in found] == [
        ("WP401", "sp-wierden-zuidbroek-flexwonen", Severity.WAARSCHUWING),
        ("WP401", "sp-losser-centrum-doelgroeponafhankelijk", Severity.WAARSCHUWING),
        ("WP402", "sp-hellendoorn-haarle", Severity.WAARSCHUWING),
    ]
    # Of 38 key projects 6 have no site: what they are is told by their name alone ("Rood-voor-rood"), and no other
    # record has it. 12 have a plantype (all infill), none a start, a status or a year; 10 urban projects and the
    # radial projects of 5 of the 6 municipalities have no number of homes.
    assert Counter((o.code, o.missing) for o in outcomes if isinstance(o, Undecided)) == {
        ("WP401", "locaties van een sleutelproject"): 6,
        ("WP402", "aantal woningen"): 15,
        ("WP404", "plantype"): 26,
        ("WP405", "plantype"): 26,
        ("WP405", "start"): 12,
        ("WP406", "planstatus"): 38,
        ("WP406", "welke plannen in een verzamelpost zitten"): 1,
        ("WP407", "planstatus"): 38,
        ("WP408", "planstatus"): 38,
        ("WP411", "positie van een gemeente in de regio"): 14,
        ("WP415", "plannen die meetellen"): 1,
    }


def test_shipped_register_of_2021_gives_no_findings() -> None:
    outcomes = outcomes_of("plannen-2021.yaml")
    assert findings(outcomes) == []
    assert Counter((o.code, o.missing) for o in outcomes if isinstance(o, Undecided)) == {
        ("WP403", "sleutelprojecten van de regio"): 1,
        ("WP406", "welke plannen in een verzamelpost zitten"): 14,
        ("WP411", "positie van een gemeente in de regio"): 14,
        ("WP415", "plannen die meetellen"): 1,
    }
