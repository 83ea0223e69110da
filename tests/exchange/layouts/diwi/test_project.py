"""DIWI: columns by section, header and subheader; blocks put together; nothing that its flags say taken for a fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exchange.books import saved
from tests.exchange.conftest import Importing, cells, found, records
from tests.exchange.diwi_books import BUILT, DAY, EARLY, GONE, bouw, diwi, on, project


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
            "restant": 40,
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


def test_what_is_left_is_said_only_when_all_dates_are_still_to_come(tmp_path: Path, importing: Importing) -> None:
    past = {("Woning aantallen", "Bouw", None): 24, bouw("Opleverdatum", EARLY): 24}
    out = importing(saved(diwi(project("Kade") | BUILT, project("Kade") | past), tmp_path / "diwi.xlsx"))
    plan = records(out)["Kade"]
    assert (plan["woningen"], plan["oplevering"]) == (64, {"2027": 40})
    assert "restant" not in plan


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


@pytest.mark.parametrize(
    ("changed", "number", "said"),
    [
        ({("Woning aantallen", "Bouw", None): "veertig"}, 604, "'veertig' is tekst"),
        ({bouw("Opleverdatum", DAY): 50}, 613, "de opleverdata tellen op tot 50, maar het blok heeft 40 woningen"),
        ({bouw("Koopwoning"): 16}, 613, "de eigendomstypen tellen op tot 41, maar het blok heeft 40 woningen"),
        ({bouw("Koopwoning"): "half"}, 604, "'half' is tekst"),
    ],
)
def test_blocks_that_do_not_add_up(
    tmp_path: Path, importing: Importing, changed: dict[Any, Any], number: int, said: str
) -> None:
    out = importing(saved(diwi(project("Kade") | BUILT | changed), tmp_path / "diwi.xlsx"))
    assert any(said in finding.message for finding in found(out, number))
    assert out.blocked


def test_a_date_without_homes_says_nothing(tmp_path: Path, importing: Importing) -> None:
    row = project("Kade") | BUILT | {bouw("Opleverdatum", EARLY): 0}
    plan = records(importing(saved(diwi(row), tmp_path / "diwi.xlsx")))["Kade"]
    assert (plan["oplevering"], plan["restant"]) == ({"2027": 40}, 40)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"6 Realisatie": on(2025, 1, 1)}, "of de eerste woning al is opgeleverd"),
        ({"Project status": "Afgebroken"}, "geen woord voor een vervallen plan"),
    ],
)
def test_a_phase_that_the_register_has_no_word_for_is_said(
    tmp_path: Path, importing: Importing, fields: dict[str, Any], said: str
) -> None:
    out = importing(saved(diwi(project("Kade", **fields) | BUILT), tmp_path / "diwi.xlsx"))
    assert any(said in finding.message for finding in found(out, 617))
    assert "projectfase" not in records(out)["Kade"]


def test_a_finished_project_is_finished(tmp_path: Path, importing: Importing) -> None:
    row = project("Kade", **{"Project status": "Afgerond", "6 Realisatie": on(2025, 1, 1)}) | BUILT
    assert records(importing(saved(diwi(row), tmp_path / "diwi.xlsx")))["Kade"]["projectfase"] == "afgerond"
