"""Figures without a document, invented ones among real ones, and confidential plans in a public file."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan
from woonplan.checks.examples import GEMEENTEN, KOP

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
def test_number_without_source(check: Judge, lines: list[str], number: int) -> None:
    assert len(findings(check("WP504", plan("a", *lines), kop=NO_SOURCE))) == number
    assert check("WP504", plan("a", *lines)) == []


def test_control_total_without_source(check: Judge) -> None:
    staart = "controle:\n  - {id: hard, klassen: [hard], woningen: 4}\n"
    text = plan("a", "planstatus: 1A", "restant: 4", "bron: nota")
    assert findings(check("WP504", text, kop=NO_SOURCE, staart=staart)) == [
        "controletotaal 'hard': woningen zonder bron"
    ]
    assert check("WP504", text, staart=staart) == []


def test_a_fictional_register_needs_no_sources_and_may_be_fictional(check: Judge) -> None:
    invented = GEMEENTEN.replace("versie: 1\n", "versie: 1\nfictief: true\n")
    text = plan("a", "woningen: 4", "herkomst: fictief")
    assert check("WP504", text, kop=NO_SOURCE, gemeenten=invented) == []
    assert check("WP505", text, gemeenten=invented) == []


def test_fictional_figures_are_found_wherever_they_stand(check: Judge) -> None:
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


def test_stock_without_source(check: Judge) -> None:
    year = (
        "{beginstand: 10, nieuwbouw: 1, overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, correctie: 0, "
        "saldo: 1, eindstand: 11}"
    )
    gemeenten = GEMEENTEN.replace("code: GM0141}", f"code: GM0141, voorraad: {{'2020': {year}}}}}")
    assert findings(check("WP507", "", gemeenten=gemeenten)) == ["woningvoorraad van gemeente 'Almelo' zonder bron"]
    sourced = gemeenten.replace("gemeenten:\n", "voorraadbron: {bron: nota}\ngemeenten:\n")
    assert check("WP507", "", gemeenten=sourced) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [("vertrouwelijkheid: openbaar", 0), ("vertrouwelijkheid: provincie", 1), ("plaats: Borne", 1)],
)
def test_confidential_plan_in_a_public_file(check: Judge, line: str, number: int) -> None:
    public = KOP.replace("bron: nota\n", "bron: nota\nopenbaar: true\n")
    assert len(findings(check("WP506", plan("a", line), kop=public))) == number
    assert check("WP506", plan("a", line)) == []
