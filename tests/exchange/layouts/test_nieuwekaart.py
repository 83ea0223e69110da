"""De Nieuwe Kaart: signs, balancing cells, two generations of words, and phases hidden in names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.books import NIEUWEKAART, dbf, nieuwekaart, saved, workbook
from tests.exchange.conftest import Importing, cells, found, records, register, write
from woonplan.exchange.sums import demolition, remaining

ROWS = (
    "1;Veld;Aa;Molenhof;Verdichting;1A Onherroepelijk;24;0;24;0;0;0;24;0;0;8;16;0;27-1-2020;opgave gemeente",
    '2;Veld;Aa;"Hof ""De Eik"", fase 2";Sloop/nieuwbouw (woningen);2B vastgesteld + Uitwerkingsplicht;18;-22;0;0;0;18;0;0;18;0;0;18;2020;',  # noqa: E501 - as it stands in the file
    "3;Veld;Bee;Esrand;Uitleg;3 plan/besluit in voorbereiding;120;0;20;60;40;0;90;30;0;36;84;0;16-4-2020;",
    "4;Veld;Bee;Dok;Functieverandering Kantoren;2C vastgesteld + Wijzigingebevoegdheid;60;0;0;60;0;0;45;30;-15;20;40;0;2020;",  # noqa: E501 - as it stands in the file
    "5;Veld;Bee;Vervallen - Toren;Verdichting;Status onbekend;35;0;0;0;0;35;0;0;35;0;0;35;2020;",
    "6;Veld;Bee;Afgerond - Kamp;Onbekend;1A Onherroepelijk;0;-3;0;0;0;0;0;0;0;0;0;0;2020;",
)


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    path = tmp_path / "kaart.csv"
    path.write_text(nieuwekaart(*ROWS), encoding="utf-8", newline="")
    return path


def test_what_is_left_by_class_and_demolition_turned_positive(csv: Path, importing: Importing) -> None:
    out = importing(csv)
    assert out.recognised == ["kaart.csv: De Nieuwe Kaart (koppen in rij 1)"]
    assert not out.errors
    assert [(name, count, homes.low, homes.high) for name, count, homes in remaining(out.result.plans)] == [
        ("alle plannen", 6, 257, 257),
        ("hard", 3, 42, 42),
        ("zacht", 2, 180, 180),
        ("onbekend", 1, 35, 35),
    ]
    count, homes = demolition(out.result.plans)
    assert (count, homes.low) == (2, 25)


def test_a_row_is_read_field_by_field(csv: Path, importing: Importing) -> None:
    plans = records(importing(csv))
    assert plans["Molenhof"] == {
        "naam": "Molenhof",
        "gemeente": "Aa",
        "planstatus": "1A",
        "restant": 24,
        "sloop": 0,
        "oplevering": {"2020-2024": 24},
        "plantype": "verdichting",
        "woningtype": {"eengezins": 24},
        "betaalbaarheid": {"huur_onbekend": 8, "koop_onbekend": 16},
        "herkomst": "opgave_gemeente",
        "bijgewerkt": "2020-01-27",
    }
    eik = plans['Hof "De Eik", fase 2']
    assert (eik["sloop"], eik["oplevering"], eik["bijgewerkt"]) == (22, {"onbekend": 18}, "2020")
    assert plans["Esrand"]["oplevering"] == {"2020-2024": 20, "2025-2029": 60, "2030-2050": 40}


def test_a_negative_balancing_cell_makes_that_split_unknown_and_says_both_numbers(
    csv: Path, importing: Importing
) -> None:
    out = importing(csv)
    (finding,) = found(out, 613)
    assert cells([finding]) == [(5, 15)]
    assert "-15" in finding.message
    assert "75" in finding.message
    assert "(G5) is 60" in finding.message
    dok = records(out)["Dok"]
    assert dok["restant"] == 60
    assert "woningtype" not in dok
    assert dok["betaalbaarheid"] == {"huur_onbekend": 20, "koop_onbekend": 40}


def test_building_or_area_is_not_guessed(csv: Path, importing: Importing) -> None:
    out = importing(csv)
    assert found(out, 617) == []
    assert records(out)["Dok"]["plantype"] == "transformatie"


def test_a_phase_in_the_name_is_a_phase_and_with_homes_left_a_finding(csv: Path, importing: Importing) -> None:
    out = importing(csv)
    plans = records(out)
    assert plans["Afgerond - Kamp"]["projectfase"] == "afgerond"
    assert "oplevering" not in plans["Afgerond - Kamp"]
    (finding,) = found(out, 616)
    assert cells([finding]) == [(6, 4)]
    assert "G6 heeft nog 35 woningen" in finding.message
    assert plans["Vervallen - Toren"]["restant"] == 35


def test_the_same_in_a_workbook_and_in_a_dbase_table(csv: Path, tmp_path: Path, importing: Importing) -> None:
    import csv as reader

    lines = list(reader.reader(csv.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    typed = [
        lines[0],
        *([int(v) if v.lstrip("-").isdecimal() and i != 18 else v for i, v in enumerate(r)] for r in lines[1:]),
    ]
    sheet = saved(workbook([*typed]), tmp_path / "kaart.xlsx")
    fields = [(name[:10], "N" if 6 <= i <= 17 else "C", 60) for i, name in enumerate(NIEUWEKAART.split(";"))]
    table = tmp_path / "kaart.dbf"
    table.write_bytes(dbf(fields, lines[1:]))
    expected = records(importing(csv))
    assert records(importing(sheet)) == expected
    assert records(importing(table)) == expected


def test_gap_check_and_report_run_on_what_was_written(csv: Path, data: Path, importing: Importing) -> None:
    write(importing(csv, fixed=["vertrouwelijkheid=openbaar"]))
    dataset = register(data)
    assert sum(plan.restant or 0 for plan in dataset.stand.plannen) == 257
    plan = dataset.stand.plan("bee-esrand")
    assert plan is not None
    assert plan.vindplaats == "rij 4 (restant G4, sloop H4, kenmerk 3)"
    bron = dataset.bron(plan.bron)
    assert bron is not None
    assert bron.titel == "kaart.csv"
    assert len(bron.sha256 or "") == 64


def test_periods_that_do_not_add_up_are_an_error(tmp_path: Path, importing: Importing) -> None:
    path = tmp_path / "kaart.csv"
    path.write_text(
        nieuwekaart("1;Veld;Aa;Hof;Verdichting;1A Onherroepelijk;24;0;20;0;0;0;24;0;0;24;0;0;2020;"), encoding="utf-8"
    )
    out = importing(path)
    assert out.blocked
    (finding,) = found(out, 613)
    assert "tellen op tot 20, maar Aantalrest (G2) is 24" in finding.message
    assert out.files == {}
