"""Homes whose place is open, and years that are not in the register: one look in every table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, ROOT, Register
from tests.report.documents import year_of
from woonplan.calc.question import By
from woonplan.calc.report.ladder import Ligging
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.render.cells import cell_text
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.groups import grouped_document
from woonplan.report.gap.pace import pace_document
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.tables.document import Document

OPEN = "niet bekend in welke rij de woningen horen; een rij waar die bij kunnen horen, "
LEAST = "geeft ten minste wat er staat ('min.'), of 'onbekend' waar niets is toegewezen."

PLANS = """\
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 100, plantype: verdichting, strategie: stedelijk_wonen,
     vertrouwelijkheid: openbaar}
  - {id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 70, vertrouwelijkheid: openbaar}
  - {id: ab, naam: AB, gemeenten: [Aa, Bee], planstatus: 3, restant: 50, vertrouwelijkheid: openbaar}
"""
PLACED = GEMEENTEN.replace("code: GM0001", "code: GM0001, positie: stedelijk")


def loaded(register: Register) -> Dataset:
    found = register(PLANS, gemeenten=PLACED).dataset
    assert found is not None
    return found


def texts(document: Document, name: str) -> dict[str, list[str]]:
    table = next(table for table in document.tables if table.name == name)
    keys = [column.key for column in table.columns]
    at = [keys.index(key) for key in ("hard", "zacht")]
    return {row.key: [cell_text(row.cells[i]) for i in at] for row in table.rows}


def notes(document: Document, name: str) -> list[str]:
    return [n for table in document.tables if table.name == name for n in table.notes if OPEN in n]


@pytest.mark.parametrize(
    ("by", "rows", "records"),
    [
        # Of the plan in both, the municipalities have none or all of 50 soft homes.
        (
            By.GEMEENTE,
            {"Aa": ["100", "onbekend"], "Bee": ["70", "onbekend"], "niet_toegewezen": ["0", "50"]},
            "1 plan",
        ),
        # Bee has no position: its 70 hard homes may be of any.
        (By.POSITIE, {"stedelijk": ["min. 100", "onbekend"], "niet_toegewezen": ["70", "50"]}, "2 plannen"),
        (By.PLANTYPE, {"verdichting": ["min. 100", "onbekend"], "niet_toegewezen": ["70", "50"]}, "2 plannen"),
        (By.STRATEGIE, {"stedelijk_wonen": ["min. 100", "onbekend"], "niet_toegewezen": ["70", "50"]}, "2 plannen"),
        (By.SLEUTELSOORT, {"radialen": ["onbekend", "onbekend"], "niet_toegewezen": ["170", "50"]}, "3 plannen"),
    ],
)
def test_rows_give_at_least_what_is_known_to_be_theirs(
    register: Register, by: By, rows: dict[str, list[str]], records: str
) -> None:
    document = grouped_document(View(loaded(register)), by)
    found = texts(document, "groepen")
    assert {key: found[key] for key in rows} == rows
    assert found["totaal"] == ["170", "50"]
    assert notes(document, "groepen") == [f"van {records} is {OPEN}{LEAST}"]
    # Once, and in the words of the picture too.
    assert not [note for note in document.notes if OPEN in note.text]
    assert f"van {records} is {OPEN}" in document.charts[0].description


def test_a_report_says_it_as_the_balance_does(register: Register) -> None:
    dataset = loaded(register)
    report = yearly_document(year_of(dataset), Rapport.JAAR)
    own = grouped_document(View(dataset), By.GEMEENTE)
    assert notes(report, "capaciteit") == notes(own, "groepen") != []
    assert texts(report, "capaciteit") == texts(own, "groepen")
    assert notes(report, "ligging") == [f"van 2 plannen is {OPEN}{LEAST}"]
    assert texts(report, "ligging")[str(Ligging.BINNEN)] == ["min. 100", "onbekend"]
    state = yearly_document(year_of(dataset), Rapport.RIJK)
    # The plan in both is no hard one.
    assert notes(state, "rijk") == []


def test_net_of_demolition_more_may_be_less(register: Register) -> None:
    document = grouped_document(View(loaded(register)).asking(netto=True), By.PLANTYPE)
    (note,) = notes(document, "groepen")
    assert "wat er bekend bij hoort ('zonder')" in note


def test_where_everything_has_its_place_nothing_is_said(register: Register) -> None:
    plans = "".join(f"{line}\n" for line in PLANS.splitlines()[:3])
    found = register(plans, gemeenten=PLACED).dataset
    assert found is not None
    assert notes(grouped_document(View(found), By.GEMEENTE), "groepen") == []


def test_positions_that_no_source_gives_are_not_empty(shipped_2021: Dataset) -> None:
    found = texts(grouped_document(View(shipped_2021), By.POSITIE), "groepen")
    assert found == {
        "stedelijk": ["onbekend", "onbekend"],
        "landelijk_regionaal": ["onbekend", "onbekend"],
        "landelijk_lokaal": ["onbekend", "onbekend"],
        "niet_toegewezen": ["7.929", "11.629"],
        "totaal": ["7.929", "11.629"],
    }


def at(day: str, tmp_path: Path) -> View:
    """The shipped state of 2021 as if it were of another day."""
    (tmp_path / "gemeenten.yaml").write_bytes((ROOT / "data" / "gemeenten.yaml").read_bytes())
    text = (ROOT / "data" / "plannen-2021.yaml").read_text(encoding="utf-8")
    assert text.count("peildatum: 2021\n") == 1
    (tmp_path / "plannen.yaml").write_text(text.replace("peildatum: 2021\n", f"peildatum: {day}\n"), encoding="utf-8")
    found = load(tmp_path).dataset
    assert found is not None
    return View(found)


def rows(document: Document, name: str) -> dict[str, list[str]]:
    table = next(table for table in document.tables if table.name == name)
    return {row.key: [cell_text(cell) for cell in row.cells[1:3]] for row in table.rows}


def test_years_without_statistics_are_named_as_years(tmp_path: Path) -> None:
    view = at("2025-01-01", tmp_path)
    lacking = "zonder de onbekende oplevering 2021-2024 (14 gemeenten)"
    found = rows(gap_document(view), "balans")
    assert found["saldo"] == [f"over ca. 1.655, {lacking}", f"tekort ca. 345, {lacking}"]
    pace = pace_document(view)
    assert rows(pace, "schema")["schema.stand"] == [f"tekort ca. 7.903, {lacking}", f"tekort ca. 8.903, {lacking}"]
    everything = [cell_text(c) for d in (gap_document(view), pace) for t in d.tables for r in t.rows for c in r.cells]
    assert not [text for text in everything if "+" in text and "onbekend" in text]
    assert [note.text for note in pace.notes if lacking in note.text] == [
        f"wat is opgeleverd, en elk saldo ermee, is {lacking}."
    ]


def test_a_day_within_a_year_leaves_a_range(tmp_path: Path) -> None:
    view = at("2020-05-20", tmp_path)
    # By hand from the stock of 2020: at most 1.719 + 789 and a correction of 4, at least -(208 + 176) and one of -31.
    found = rows(gap_document(view), "balans")
    assert found["gerealiseerd"] == ["-415 tot 2.512", "-415 tot 2.512"]
    assert found["saldo"] == ["tekort ca. 857 tot over ca. 2.070", "tekort ca. 2.857 tot over ca. 70"]
    pace = pace_document(view)
    assert not [text for cells in rows(pace, "schema").values() for text in cells if "onbekend" in text]
    assert rows(pace, "voorraad")["dekking.hard"] == ["ca. 37,6 tot 52,2%", "ca. 34,2 tot 47,5%"]
