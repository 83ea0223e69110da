"""DIWI: columns by section, header and subheader; blocks put together; nothing that its flags say taken for a fact."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.exchange.books import saved
from tests.exchange.conftest import Importing, cells, found, records


def on(year: int, month: int, day: int) -> datetime:
    """Return a date as a workbook holds it: without a time zone."""
    return datetime.combine(date(year, month, day), datetime.min.time())


PROJECT = (
    "Identificatie nr",
    "Naam",
    "Eigenaar",
    "Vertrouwelijkheid",
    "Plan soort",
    "In programmering",
    "Project status",
    "3 Definitie",
    "6 Realisatie",
    "4a Opgenomen in de visie",
    "3 In voorbereiding",
    "2a Vastgesteld",
    "Gemeente",
)
DAY = on(2027, 7, 1)
EARLY = on(2025, 11, 15)
BLOCKS = (
    ("Opleverdatum", EARLY),
    ("Opleverdatum", DAY),
    ("Koopwoning", None),
    ("Huur woningcorporatie", None),
    ("Eigendom type onbekend", None),
    ("Koopprijs waarde", "250000-350000"),
    ("Eengezins woning", None),
    ("Meergezins woning", None),
    ("Woning type onbekend", None),
    ("Fysiek voorkomen", "Appartement"),
    ("Maatwerk woning eigenschap", "bouw_gerealiseerd"),
)


def diwi(*rows: dict[Any, Any], gap: int = 0) -> openpyxl.Workbook:
    """Return a workbook of blocks; ``gap`` shifts all columns, since they move between files."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    columns: list[tuple[str, str, Any]] = [("Projectgegevens", name, None) for name in PROJECT]
    columns += [("Woning aantallen", name, None) for name in ("Bouw", "Sloop")]
    columns += [("Bouw gegevens", name, sub) for name, sub in BLOCKS]
    columns += [("Sloop gegevens", name, sub) for name, sub in (("Opleverdatum", DAY), ("Eengezins woning", None))]
    columns += [("Controle Bouw totalen", "Mutatie gegevens", None)]
    sheet.cell(1, 1, 0)
    before = ""
    for index, (section, header, sub) in enumerate(columns, 2 + gap):
        if section != before:
            sheet.cell(2, index, section)
            before = section
        sheet.cell(4, index, header)
        sheet.cell(5, index, sub)
    for number, row in enumerate(rows, 6):
        for key, value in row.items():
            wanted = key if isinstance(key, tuple) else ("Projectgegevens", key, None)
            index = columns.index(wanted) + 2 + gap
            sheet.cell(number, index, value)
    return book


def bouw(header: str, sub: Any = None) -> tuple[str, str, Any]:
    return ("Bouw gegevens", header, sub)


def project(naam: str, **fields: Any) -> dict[Any, Any]:
    return {
        "Identificatie nr": 4101,
        "Naam": naam,
        "Vertrouwelijkheid": "Extern woonregio",
        "Plan soort": "Herstructurering",
        "Project status": "Actief",
        "Gemeente": "Aa",
        "3 In voorbereiding": on(2024, 2, 1),
        "2a Vastgesteld": on(2026, 5, 1),
        **fields,
    }


BUILT = {
    ("Woning aantallen", "Bouw", None): 40,
    bouw("Opleverdatum", DAY): 40,
    bouw("Koopwoning"): 15,
    bouw("Huur woningcorporatie"): 25,
    bouw("Eengezins woning"): 10,
    bouw("Meergezins woning"): 30,
}
GONE = {("Woning aantallen", "Sloop", None): 12, ("Sloop gegevens", "Opleverdatum", DAY): 12}


@pytest.mark.parametrize("gap", [0, 7])
def test_blocks_of_a_project_are_one_plan_wherever_the_columns_stand(
    tmp_path: Path, importing: Importing, gap: int
) -> None:
    path = saved(diwi(project("Kade") | BUILT, project("Kade") | GONE, gap=gap), tmp_path / "diwi.xlsx")
    out = importing(path)
    assert out.recognised == ["diwi.xlsx: DIWI (blad Data, koppen in rij 4)"]
    assert records(out) == {
        "Kade": {
            "naam": "Kade",
            "gemeente": "Aa",
            "vertrouwelijkheid": "regio",
            "planstatus": "3",
            "woningen": 40,
            "sloop": 12,
            "oplevering": {"2027": 40},
            "sloop_jaar": {"2027": 12},
            "plantype": "herstructurering",
            "woningtype": {"eengezins": 10, "meergezins": 30},
            "betaalbaarheid": {"huur_onbekend": 25, "koop_onbekend": 15},
        }
    }
    assert out.result.plans[0].rows == (6, 7)
    assert out.result.plans[0].key == "4101"


def test_the_status_is_the_latest_on_the_reference_date(tmp_path: Path, importing: Importing) -> None:
    path = saved(diwi(project("Kade", **{"3 Definitie": on(2024, 1, 1)}) | BUILT), tmp_path / "diwi.xlsx")
    assert records(importing(path))["Kade"]["planstatus"] == "3"
    later = records(importing(path, peildatum="2026-06"))["Kade"]
    assert (later["planstatus"], later["projectfase"]) == ("2A", "definitie")
    assert "peildatum" in found(importing(path, peildatum=None), 618)[0].message


def test_a_date_that_is_past_says_neither_delivered_nor_to_come(tmp_path: Path, importing: Importing) -> None:
    row = project("Oost") | {("Woning aantallen", "Bouw", None): 24, bouw("Opleverdatum", EARLY): 24}
    out = importing(saved(diwi(row), tmp_path / "diwi.xlsx"))
    plan = records(out)["Oost"]
    assert plan["woningen"] == 24
    assert not {"oplevering", "gerealiseerd", "restant"} & set(plan)
    (finding,) = found(out, 620)
    assert "24 op 15-11-2025" in finding.message
    assert (out.result.plans[0].left.low, out.result.plans[0].left.high) == (0, 24)


def test_a_realised_flag_is_unknown_and_said_once_with_its_cells(tmp_path: Path, importing: Importing) -> None:
    flag = {bouw("Maatwerk woning eigenschap", "bouw_gerealiseerd"): "Ja"}
    other = (
        project("Wal", **{"Identificatie nr": 4102})
        | BUILT
        | {bouw("Maatwerk woning eigenschap", "bouw_gerealiseerd"): "Nee"}
    )
    out = importing(saved(diwi(project("Kade") | BUILT | flag, other), tmp_path / "diwi.xlsx"))
    (finding,) = found(out, 620)
    assert "AA6: Ja, AA7: Nee" in finding.message
    assert all("gerealiseerd" not in plan for plan in records(out).values())


def test_what_is_not_understood_is_listed_with_values(tmp_path: Path, importing: Importing) -> None:
    row = (
        project("Kade", Eigenaar="a@b.invalid", **{"In programmering": 1})
        | BUILT
        | {bouw("Fysiek voorkomen", "Appartement"): 30}
    )
    out = importing(saved(diwi(row), tmp_path / "diwi.xlsx"))
    told = [finding.message for finding in found(out, 603)]
    assert any("'Eigenaar'" in text and "'a@b.invalid'" in text for text in told)
    assert any("'In programmering'" in text for text in told)
    assert any("'Fysiek voorkomen, Appartement'" in text for text in told)
    assert not any("Mutatie" in text for text in told)


def test_rows_of_one_project_that_disagree_are_an_error(tmp_path: Path, importing: Importing) -> None:
    second = project("Kade", Vertrouwelijkheid="Openbaar", **{"2a Vastgesteld": on(2025, 1, 1)}) | GONE
    out = importing(saved(diwi(project("Kade") | BUILT, second), tmp_path / "diwi.xlsx"))
    assert sorted(cells(found(out, 619))) == [(7, 5), (7, 13)]


def test_a_split_that_is_not_the_block_and_a_dropped_project(tmp_path: Path, importing: Importing) -> None:
    wrong = BUILT | {bouw("Eengezins woning"): 11}
    out = importing(saved(diwi(project("Kade", **{"Project status": "Afgebroken"}) | wrong), tmp_path / "diwi.xlsx"))
    assert "tellen op tot 41, maar het blok heeft 40" in found(out, 613)[0].message
    assert any("vervallen" in finding.message for finding in found(out, 617))


def test_a_row_without_a_number_is_skipped_and_said_and_prices_are_not_read_as_segments(
    tmp_path: Path, importing: Importing
) -> None:
    rows = (
        project("Kade") | BUILT | {bouw("Koopprijs waarde", "250000-350000"): 9},
        {"Naam": "Zonder nummer", "Gemeente": "Aa"},
    )
    out = importing(saved(diwi(*rows), tmp_path / "diwi.xlsx"))
    assert "geen Identificatie nr" in found(out, 612)[0].message
    assert "prijsklassen (V6)" in found(out, 617)[0].message
    assert set(records(out)) == {"Kade"}


def test_a_date_as_text_is_refused(tmp_path: Path, importing: Importing) -> None:
    out = importing(saved(diwi(project("Kade", **{"2a Vastgesteld": "1-1-2025"}) | BUILT), tmp_path / "diwi.xlsx"))
    assert cells(found(out, 607)) == [(6, 13)]
