"""The template: lists, colours and explanation for who fills it in, and the way back without a difference."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import GEMEENTEN
from tests.exchange.conftest import Importing, found, records, register, write
from woonplan.exchange.fields import FIELDS
from woonplan.exchange.job import Choice
from woonplan.exchange.register.gemeenten import listed_of
from woonplan.exchange.template.prefilled import before
from woonplan.exchange.template.workbook import Sjabloon, template

PLANS = """\
versie: 1
peildatum: 2025-07-01
statusdefinitie: basisset-2022
soort_aantal: bruto
plannen:
  - id: hof
    naam: Hof
    gemeente: Aa
    plaats: Aadorp
    locaties: [Kade, Steeg]
    vertrouwelijkheid: openbaar
    opmerkingen: "regel 1\\nregel 2"
    planstatus: 2A
    projectfase: realisatie_tot_eerste_woning
    knelpunten: [nuts, spuitzones_milieu]
    realisatiekans: 80
    prioriteit: true
    woningen: 40
    gerealiseerd: 0
    sloop: 3
    oplevering: {2026: 20, 2027-2029: 15, onbekend: 5}
    start: 2026
    plantype: verdichting
    opdrachtgever: meerdere
    woningtype: {eengezins: 0, meergezins: 40}
    zorg: {nultreden: 10, onbekend: 30}
    bijgewerkt: 2025-06-30
    strategie: stedelijk_wonen
    herkomst: opgave_gemeente
    bron: nota
  - {id: post, naam: Post, gemeente: Aa, soort: verzamelpost, planstatus: hard, restant: 10, bron: nota}
  - {id: dam, naam: Dam, gemeente: Bee, planstatus: zacht, restant: 7, bijgewerkt: 2025, bron: nota}
"""


@pytest.fixture
def made(data: Path) -> openpyxl.Workbook:
    """The template for Aa, with the plans of last year."""
    (data / "plannen").mkdir()
    (data / "plannen" / "aa.yaml").write_text(PLANS, encoding="utf-8")
    return opened(data)


def opened(data: Path, peildatum: str = "2026-01-01") -> openpyxl.Workbook:
    old = before(data, listed_of(data), ["Aa"])
    return openpyxl.load_workbook(io.BytesIO(template(Sjabloon(("Aa",), peildatum, old.plans, old.periods))))


def heads(book: openpyxl.Workbook) -> dict[str, int]:
    return {cell.value: cell.column for cell in book["plannen"][1]}


def fill(book: openpyxl.Workbook, row: int, **values: Any) -> None:
    for kop, value in values.items():
        book["plannen"].cell(row, heads(book)[kop.replace("_", " ")], value)


def test_the_same_register_gives_the_same_bytes(data: Path, made: openpyxl.Workbook) -> None:
    del made
    old = before(data, listed_of(data), ["Aa"])
    one, two = (template(Sjabloon(("Aa",), "2026-01-01", old.plans, old.periods)) for _ in range(2))
    assert one == two
    assert openpyxl.load_workbook(io.BytesIO(one)).properties.created.year == 1980


def test_columns_years_and_periods(made: openpyxl.Workbook) -> None:
    columns = heads(made)
    assert list(columns)[:3] == ["id", "naam", "gemeente"]
    assert [k.removeprefix("oplevering ") for k in columns if k.startswith("oplevering ")] == [
        "2026", "2027", "2027-2029", *(str(year) for year in range(2028, 2036)), "onbekend"]  # fmt: skip
    assert {f.kop for f in FIELDS if f.sjabloon and f.key != "oplevering"} <= set(columns)


def test_lists_notes_colours_and_protection(made: openpyxl.Workbook) -> None:
    sheet = made["plannen"]
    assert sheet.protection.sheet
    columns = heads(made)
    assert sheet.cell(1, 2).protection.locked
    assert (
        not sheet.cell(3, columns["woningen"]).protection.locked or not sheet.column_dimensions["N"].protection.locked
    )
    assert sheet.cell(1, columns["woningen"]).comment.text.startswith("Alle woningen")
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    kinds = {
        kop: next((r for ref, r in rules.items() if sheet.cell(2, n).coordinate in ref), None)
        for kop, n in columns.items()
    }
    assert kinds["planstatus"] is not None
    assert kinds["planstatus"].type == "list"
    assert kinds["woningen"] is not None
    assert (kinds["woningen"].type, kinds["woningen"].formula1) == ("whole", "0")
    assert kinds["bijgewerkt"] is not None
    assert kinds["bijgewerkt"].type == "date"
    lists = {column[0].value: [c.value for c in column if c.value][1:] for column in made["lijsten"].columns}
    assert lists["gemeente"] == ["Aa"]
    assert lists["plantype"][:2] == ["Pand Transformatie", "Transformatiegebied"]
    assert "2A. Vastgesteld" in lists["planstatus"]
    # What the register cannot hold is not offered.
    assert not {"Vervallen", "Realisatie"} & {*lists["projectfase"]}
    assert made["lijsten"].sheet_state == "hidden"
    formulas = [rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules]
    assert len(formulas) > 30
    assert any("SUM(" in formula for formula in formulas)


def test_a_sheet_explains_every_column_and_the_words_behind_it(made: openpyxl.Workbook) -> None:
    told = {row[0]: row[1] for row in made["uitleg"].iter_rows(values_only=True) if row[0]}
    assert set(heads(made)) - {"id", "controle"} <= set(told)
    assert "1A, 1B, 2A of 2B" in told["hard"]


def test_what_was_there_comes_back_without_a_difference(
    data: Path, tmp_path: Path, made: openpyxl.Workbook, importing: Importing
) -> None:
    path = tmp_path / "aa-2026.xlsx"
    made.save(path)
    text = (data / "plannen" / "aa.yaml").read_bytes()
    out = importing(path, peildatum=None)
    assert not out.errors
    assert out.result.peildatum == "2026-01-01"
    assert out.merged is not None
    assert (out.merged.same, out.merged.changes) == (1, [])
    write(out)
    assert (data / "plannen" / "aa.yaml").read_bytes() == text.replace(b"2025-07-01", b"2026-01-01")


def test_what_is_filled_in_comes_out_and_only_that_changes(
    data: Path, tmp_path: Path, made: openpyxl.Workbook, importing: Importing
) -> None:
    fill(made, 3, gerealiseerd=10, oplevering_2026=10)
    fill(
        made,
        4,
        naam="Nieuw",
        gemeente="Aa",
        planstatus="3. In voorbereiding",
        woningen=25,
        gerealiseerd=0,
        eengezins=25,
    )
    path = tmp_path / "aa-2026.xlsx"
    made.save(path)
    out = importing(path, peildatum=None, fixed=["vertrouwelijkheid=openbaar"])
    # The record is as it was when the template was made, so this is no conflict.
    assert not out.errors
    write(out)
    plans = {plan.id: plan for plan in register(data).stand.plannen}
    assert set(plans) == {"hof", "post", "dam", "aa-nieuw"}
    hof = plans["hof"]
    assert (hof.gerealiseerd, hof.oplevering) == (10, {"2026": 10, "2027-2029": 15, "onbekend": 5})
    # What the template has no column for stays.
    assert (str(hof.strategie), str(hof.herkomst)) == ("stedelijk_wonen", "opgave_gemeente")
    assert plans["aa-nieuw"].vindplaats == "blad plannen, rij 4 (woningen N4, gerealiseerd R4)"
    again = importing(path, peildatum=None, fixed=["vertrouwelijkheid=openbaar"])
    assert again.files == {}


def test_a_record_that_changed_since_the_template_was_made_is_a_conflict(
    data: Path, tmp_path: Path, made: openpyxl.Workbook, importing: Importing
) -> None:
    fill(made, 3, gerealiseerd=10, oplevering_2026=10)
    path = tmp_path / "aa-2026.xlsx"
    made.save(path)
    plans = data / "plannen" / "aa.yaml"
    plans.write_text(plans.read_text(encoding="utf-8").replace("plaats: Aadorp", "plaats: Anderdorp"), encoding="utf-8")
    assert "plaats: register 'Anderdorp', bestand 'Aadorp'" in found(importing(path, peildatum=None), 622)[0].message
    assert not importing(path, peildatum=None, choice=Choice.BESTAND).errors


def test_an_empty_template_says_that_there_are_no_plans(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = tmp_path / "aa.xlsx"
    opened(data).save(path)
    out = importing(path, peildatum=None)
    assert records(out) == {}
    assert not out.errors
    assert out.files == {}


def test_a_reference_date_that_somebody_spoilt(data: Path, tmp_path: Path, importing: Importing) -> None:
    book = opened(data, "2026")
    assert book["stand"]["B1"].value == "2026"
    book["stand"]["B1"] = "vorig jaar"
    fill(book, 3, naam="Hof", gemeente="Aa", planstatus="hard", restant=3)
    path = tmp_path / "aa.xlsx"
    book.save(path)
    out = importing(path, peildatum=None)
    assert "'vorig jaar' is geen datum" in found(out, 607)[0].message
    assert out.blocked


def test_templates_of_different_dates_are_not_one_state(data: Path, tmp_path: Path, importing: Importing) -> None:
    paths = []
    for year in ("2025", "2026"):
        book = opened(data, year)
        fill(book, 3, naam=f"Hof {year}", gemeente="Aa", planstatus="hard", restant=3)
        paths.append(tmp_path / f"aa-{year}.xlsx")
        book.save(paths[-1])
    out = importing(*paths, peildatum=None)
    assert "verschillende peildata" in found(out, 624)[0].message
    assert out.blocked


def test_the_gemeenten_of_the_fixture_are_those_of_the_register(data: Path) -> None:
    assert listed_of(data).own_names == ("Aa", "Bee")
    assert "GM0001" in GEMEENTEN
