"""All findings of all files in one run, in the order of their places."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.confidential import not_public


def test_everything_at_once_sorted_by_place(register: Register) -> None:
    loaded = register("  - {id: a, naam: A, gemeente: Loser}\n  - {id: a, naam: B, gemeente: Bee, start: 0}\n")
    assert [(f.code, f.place.line if f.place else 0) for f in loaded.findings] == [
        ("WP201", 6),
        ("WP202", 7),
        ("WP104", 7),
    ]


def test_findings_of_both_files_in_one_run_sorted(register: Register) -> None:
    loaded = register(
        "  - {id: a, naam: A, gemeente: Cee, woningen: 2.000}\n  - {id: b, naam: B, gemeente: Cee}\n",
        gemeenten=GEMEENTEN.replace("tot: 2030-01-01", "tot: 2019").replace("    bron: nota\n", "    bron: x\n"),
    )
    places = [(f.code, f.place.file.rpartition("/")[2], f.place.line) for f in loaded.findings if f.place]
    assert places == [
        ("WP203", "gemeenten.yaml", 9),
        ("WP312", "gemeenten.yaml", 11),
        ("WP201", "plannen.yaml", 6),
        ("WP103", "plannen.yaml", 6),
        ("WP201", "plannen.yaml", 7),
    ]


WRONG = """\
  - id: a
    naam: A
    gemeente: Cee
    planstatus: 1D
    woningen_min: 40
    woningen_max: 30
    bron: notta
"""


def test_a_wrong_value_hides_nothing_else_of_its_record(register: Register) -> None:
    codes = [f.code for f in register(WRONG).findings]
    assert codes == ["WP201", "WP105", "WP301", "WP203"]


def test_a_wrong_head_hides_nothing_of_the_records(register: Register) -> None:
    kop = PLANNEN.replace("2020-01-01", "1-7-2020").replace("versie: 1", "versie: 3")
    codes = [f.code for f in register(WRONG, kop=kop).findings]
    assert codes == ["WP104", "WP108", "WP201", "WP105", "WP301", "WP203"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Nothing is said that follows from what could not be read.
        ("gemeente: [Aa]", ["WP106"]),
        ("gemeente: Aa, telt_mee: false, reden: [x]", ["WP106"]),
        ("gemeente: Aa, telt_mee: nee, reden: x", ["WP111"]),
        ("gemeente: Aa, woningen: 100, gerealiseerd: 0, precisie: cirka, oplevering: {2026: 98}", ["WP105"]),
        ("gemeente: Aa, woningen: 30, gerealiseerd: 3O, oplevering: {2026: 40}", ["WP103"]),
        ("gemeenten: [Aa, {b: 1}], verdeling: {Aa: 1, Bee: 2}", ["WP106"]),
        ("gemeente: Aa, onderdeel_van: rest, planstatus: 1D", ["WP105"]),
        # What does not, is.
        ("gemeente: Aa, onderdeel_van: rust, planstatus: 1D", ["WP105", "WP204"]),
        ("gemeente: Aa, start: 20, woningen_min: 4, woningen_max: 3", ["WP104", "WP301"]),
        ("gemeente: Aa, start: 20, woningen: 4, gerealiseerd: 5", ["WP104", "WP303"]),
        ("gemeente: Aa, wonigen: 4, woningen: 4, gerealiseerd: 5", ["WP101", "WP303"]),
    ],
)
def test_what_follows_from_what_cannot_be_read(register: Register, lines: str, expected: list[str]) -> None:
    whole = "  - {id: rest, naam: R, soort: verzamelpost, regio: Dal, planstatus: zacht, restant: 100}\n"
    assert sorted(f.code for f in register(f"  - {{id: a, naam: A, {lines}}}\n{whole}").findings) == sorted(expected)


def test_an_id_that_is_none_still_names_the_record(register: Register) -> None:
    first, second = register("  - {id: beek straat, naam: A, gemeente: Cee}\n").findings
    assert (first.code, second.code) == ("WP110", "WP201")
    assert second.message == "plan 'beek straat': gemeente 'Cee' bestaat niet"
    loaded = register("  - {naam: A, gemeente: Cee}\n  - {naam: B, gemeente: Cee}\n")
    assert [f.code for f in loaded.findings] == ["WP102", "WP201"] * 2
    assert loaded.dataset is None


def test_who_may_see_the_plans_is_said_once_for_a_file(register: Register) -> None:
    kop = PLANNEN.replace("plannen:\n", "vertrouwelijkheid: openbaar\nplannen:\n")
    plans = "  - {id: a, naam: A, gemeente: Aa}\n  - {id: b, naam: B, gemeente: Aa, vertrouwelijkheid: regio}\n"
    loaded = register(plans, kop=kop)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    assert [str(plan.vertrouwelijkheid) for plan in loaded.dataset.stand.plannen] == ["openbaar", "regio"]
    assert not_public(loaded.dataset) == 1


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("volledig: false\nvolledig_reden: te laat", []),
        ("onvolledig: {Aa: te laat, GM0002: geen tijd}", []),
        ("volledig: false\nonvolledig: {Aa: te laat}", []),
        ("volledig_reden: te laat", ["WP225"]),
        ("volledig: true\nonvolledig: {Aa: te laat}", ["WP225"]),
        ("onvolledig: {Aaa: te laat}", ["WP201"]),
    ],
)
def test_who_did_not_report(register: Register, lines: str, codes: list[str]) -> None:
    kop = PLANNEN.replace("plannen:\n", f"{lines}\nplannen:\n")
    loaded = register("  - {id: a, naam: A, gemeente: Aa}\n", kop=kop)
    assert [finding.code for finding in loaded.findings] == codes
