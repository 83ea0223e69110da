"""All findings of all files in one run, in the order of their places."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.confidential import not_public


def test_everything_at_once_sorted_by_place(register: Register) -> None:
    loaded = register("  - {id: a, naam: A, gemeente: Loser}\n  - {id: a, naam: B, gemeente: Bee, start: 0}\n")
    assert [(f.code, f.place.line if f.place else 0) for f in loaded.findings] == [("WP201", 6), ("WP104", 7)]


def test_findings_of_both_files_in_one_run_sorted(register: Register) -> None:
    loaded = register(
        "  - {id: a, naam: A, gemeente: Cee, woningen: 2.000}\n  - {id: b, naam: B, gemeente: Cee}\n",
        gemeenten=GEMEENTEN.replace("tot: 2030-01-01", "tot: 2019").replace("    bron: nota\n", "    bron: x\n"),
    )
    places = [(f.code, f.place.file.rpartition("/")[2], f.place.line) for f in loaded.findings if f.place]
    assert places == [
        ("WP203", "gemeenten.yaml", 9),
        ("WP312", "gemeenten.yaml", 11),
        ("WP103", "plannen.yaml", 6),
        ("WP201", "plannen.yaml", 7),
    ]


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
