"""Findings as lines that somebody with a spreadsheet understands."""

from __future__ import annotations

from woonplan.diagnostics import Place, Severity
from woonplan.exchange.columns import WP603
from woonplan.exchange.register.writing import WP624
from woonplan.exchange.values.numbers import WP604
from woonplan.exchange.wording import counted, finding_lines


def test_the_same_of_several_rows_is_said_once_with_all_of_them() -> None:
    findings = [
        WP603.at(Place("x.xlsx, blad A", row, 5), "kolom 'K': niets")._replace(subject=f"P{row}")
        for row in (2, 3, 4, 9)
    ]
    findings.append(WP604.at(Place("x.xlsx, blad A", 3, 2), "'x' is tekst", "Schrijf 3.")._replace(subject="P3"))
    assert list(finding_lines(findings)) == [
        "x.xlsx, blad A, rijen 2-4, 9, kolom E: WP603 let op: kolom 'K': niets",
        f"  -> {WP603.oplossing}",
        "x.xlsx, blad A, rij 3, kolom B: WP604 fout ('P3'): 'x' is tekst",
        "  -> Schrijf 3.",
    ]
    assert counted(findings) == "1 fout, 4 keer let op"


def test_places_without_a_row_and_in_yaml() -> None:
    findings = [
        WP624.at(Place("data/plannen/aa.yaml", 3, 5), "b"),
        WP624.at(Place("x.csv"), "c"),
        WP624.at(None, "a"),
        WP624.at(Place("x.csv", 4), "d", severity=Severity.WAARSCHUWING),
    ]
    lines = [line for line in finding_lines(findings) if not line.startswith("  ->")]
    assert lines == [
        "WP624 fout: a",
        "data/plannen/aa.yaml:3:5: WP624 fout: b",
        "x.csv: WP624 fout: c",
        "x.csv, rij 4: WP624 let op: d",
    ]
