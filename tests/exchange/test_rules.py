"""The findings of import: every kind explained once, used, and said in the words of a spreadsheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from woonplan.cli.run import run
from woonplan.diagnostics import Place
from woonplan.exchange import rules
from woonplan.exchange.rules import LET_OP, REGELS, Regel
from woonplan.exchange.wording import counted, finding_lines

SOURCE = Path(rules.__file__).parent
NAMES = [name for name, value in vars(rules).items() if isinstance(value, Regel)]


def test_codes_are_in_order_and_each_once() -> None:
    numbers = [regel.number for regel in REGELS]
    assert numbers == sorted(set(numbers))
    assert all(regel.code == f"WP{regel.number}" and 600 < regel.number < 700 for regel in REGELS)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_used(name: str) -> None:
    used = [
        path.name
        for path in SOURCE.glob("*.py")
        if path.name != "rules.py" and f"rules.{name}" in path.read_text("utf-8")
    ]
    assert used


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
def test_every_rule_says_what_is_wrong_and_what_to_do(regel: Regel) -> None:
    assert re.fullmatch(r"[a-z][^.]*", regel.naam)
    assert regel.wat.endswith(".")
    assert regel.oplossing.endswith(".")


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
def test_every_rule_can_be_asked_for(regel: Regel, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", regel.code.lower()]) == 0
    assert f"{regel.code}: {regel.naam}" in capsys.readouterr().out
    assert run(["explain", "WP699"]) == 2


def test_the_same_of_several_rows_is_said_once_with_all_of_them() -> None:
    findings = [
        rules.KOLOM.at(Place("x.xlsx, blad A", row, 5), "kolom 'K': niets", subject=f"P{row}") for row in (2, 3, 4, 9)
    ]
    findings.append(rules.GEEN_GETAL.at(Place("x.xlsx, blad A", 3, 2), "'x' is tekst", "Schrijf 3.", subject="P3"))
    assert list(finding_lines(findings)) == [
        "x.xlsx, blad A, rijen 2-4, 9, kolom E: WP603 let op: kolom 'K': niets",
        f"  -> {rules.KOLOM.oplossing}",
        "x.xlsx, blad A, rij 3, kolom B: WP604 fout ('P3'): 'x' is tekst",
        "  -> Schrijf 3.",
    ]
    assert counted(findings) == "1 fout, 4 keer let op"


def test_places_without_a_row_and_in_yaml() -> None:
    findings = [
        rules.STAND.at(Place("data/plannen/aa.yaml", 3, 5), "b"),
        rules.STAND.at(Place("x.csv"), "c"),
        rules.STAND.at(None, "a"),
        rules.STAND.at(Place("x.csv", 4), "d", severity=LET_OP),
    ]
    lines = [line for line in finding_lines(findings) if not line.startswith("  ->")]
    assert lines == [
        "WP624 fout: a",
        "data/plannen/aa.yaml:3:5: WP624 fout: b",
        "x.csv: WP624 fout: c",
        "x.csv, rij 4: WP624 let op: d",
    ]
