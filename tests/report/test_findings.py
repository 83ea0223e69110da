"""Findings as a table: in their order, with where each plan came from."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import GEMEENTEN, PLANNEN
from tests.report.documents import AGENDA
from woonplan.checks.registry import REGELS
from woonplan.checks.subject import Subject, run
from woonplan.diagnostics import Diagnostic, Place, Severity
from woonplan.load import load
from woonplan.report.findings import findings_document
from woonplan.tables.cell import Cell

RECORD = "  - {id: hof, naam: Het Hof, gemeente: Aa, planstatus: 2A, restant: 30, vindplaats: 'blad Plannen, rij 3'}\n"


def rows(findings: list[Diagnostic], *folders: Path) -> list[tuple[Cell, ...]]:
    datasets = [dataset for folder in folders if (dataset := load(folder).dataset)]
    (table,) = findings_document(findings, "2 bestanden", datasets).tables
    assert [column.key for column in table.columns][2:6] == ["gemeente", "plan", "naam", "bron"]
    assert table.notes == ("2 bestanden",)
    return [row.cells for row in table.rows]


def test_a_finding_on_a_plan_says_where_the_plan_came_from(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(PLANNEN + RECORD, encoding="utf-8")
    dataset = load(tmp_path).dataset
    assert dataset is not None
    (finding,) = (f for f in run(Subject(dataset, AGENDA.agenda), REGELS).findings if f.code == "WP407")
    (row,) = rows([finding], tmp_path)
    file = (tmp_path / "plannen.yaml").as_posix()
    assert row[:6] == ("waarschuwing", "WP407", "Aa", "hof", "Het Hof", "Nota, blad Plannen, rij 3")
    assert row[6:9] == (file, "6", str(RECORD.index("2A") + 1))
    assert row[9:] == (finding.message, finding.hint)


def test_a_plan_of_another_file_and_a_finding_on_no_plan_say_nothing_of_that(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(PLANNEN + RECORD, encoding="utf-8")
    other = Diagnostic("WP1", "a", Place("elders.yaml", 3, 4), "b", subject="hof")
    nowhere = Diagnostic("WP2", "c", severity=Severity.WAARSCHUWING)
    assert rows([other, nowhere], tmp_path) == [
        ("fout", "WP1", "", "hof", "", "", "elders.yaml", "3", "4", "a", "b"),
        ("waarschuwing", "WP2", "", "", "", "", "", "", "", "c", ""),
    ]
