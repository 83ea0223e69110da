"""`woonplan gap --by jaar` as users run it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.process import inside
from tests.conftest import GEMEENTEN, PLANNEN
from woonplan.calc.question import By
from woonplan.cli import completion

STATE_2021 = ("--plannen", "data/plannen-2021.yaml")


def lines(*args: str, **extra: str) -> list[str]:
    done = inside("gap", "--by", "jaar", "--toelichting", *args, **extra)
    assert (done.returncode, done.stderr) == (0, b"")
    return [" ".join(line.split()) for line in done.stdout.decode().splitlines()]


def test_table_of_2020() -> None:
    found = lines()
    assert "2025 onbekend onbekend ca. 2.000 ca. 2.200" in found
    assert "verzamelposten zonder jaar ca. 8.300 ca. 5.800" in found
    assert "2021-2029 1-1-2021 tot 1-1-2030 9 18.000 ca. 2.222 ca. 2.444" in found
    assert "2020-2030 1-1-2020 tot 1-1-2031 11 22.000 ca. 1.818 ca. 2.000" in found


def test_table_of_2021() -> None:
    found = lines(*STATE_2021)
    assert "2020 2.097 ca. 2.000 ca. 2.200" in found
    assert "voor of achter op schema over ca. 97 tekort ca. 103" in found
    # 2,097 + 19,558 = 21,655 of 20,000 and 22,000.
    assert "dekking, opgeleverd + hard + zacht ca. 108,3% ca. 98,4%" in found


def test_both_ends_stay_on_a_narrow_screen() -> None:
    text = inside("gap", "--by", "jaar", "--toelichting", *STATE_2021, COLUMNS="60").stdout.decode()
    assert max(map(len, text.splitlines())) <= 60
    heads = [" ".join(line.split()) for line in text.splitlines() if "ondergrens bovengrens" in " ".join(line.split())]
    # Five tables, of which the first and the third are in two parts each.
    assert heads == [
        "jaar ondergrens bovengrens",
        "t/m jaar opgeleverd + hard + zacht ondergrens bovengrens",
        "telling jaren ondergrens bovengrens opgeleverd",
        "over ondergrens bovengrens",
        "onderdeel ondergrens bovengrens",
        "onderdeel ondergrens bovengrens",
    ]


def test_another_reading_is_the_chosen_one() -> None:
    found = lines("--telling", "2021-2029")
    assert any(line.startswith("2021-2029 (gekozen)") for line in found)
    # 8,300 / (20,000 / 9) = 3.735 years.
    assert "jaren voorraad, hard: alle capaciteit ca. 3,74 jaar ca. 3,40 jaar" in found


GEBIED = GEMEENTEN.replace("woningen_min: 1000, woningen_max: 1200", "woningen: 1600").replace(
    "  - {naam: Bee, code: GM0002}\n", ""
)
PLAN = (
    "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 1600, oplevering: {2020-2024: 500, 2025-2029: 1100}}\n"
)


@pytest.fixture
def planning_resource(tmp_path: Path) -> tuple[str, ...]:
    """A target of 1,600 in ten years, and one plan of 1,600 homes of which 500 come in the first five."""
    (tmp_path / "gemeenten.yaml").write_text(GEBIED, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(PLANNEN + PLAN, encoding="utf-8")
    return ("--data", str(tmp_path), "--buffer", "5")


def test_planning_resource(planning_resource: tuple[str, ...]) -> None:
    # 1,600 in 10 years is 800 in five; x 1.05 = 840, 168 a year; 500 / 168 = 2.98 years, and 1,600 / 168 = 9.52.
    found = lines(*planning_resource)
    assert "jaren voorraad, hard: in de komende 5 jaar 2,98 jaar 2,98 jaar" in found
    assert "jaren voorraad, hard + zacht: in de komende 5 jaar 2,98 jaar 2,98 jaar" in found
    assert "jaren voorraad, hard: alle capaciteit 9,52 jaar 9,52 jaar" in found
    assert any("van 1-1-2020 tot 1-1-2025" in line for line in found)


def test_planning_resource_for_machines(planning_resource: tuple[str, ...]) -> None:
    done = inside("gap", "--by", "jaar", "--format", "json", *planning_resource)
    pace = json.loads(done.stdout)["resultaat"]["tempo"]["tien"]
    assert pace["komende_jaren"] == {"jaren": 5, "van": "2020-01-01", "tot": "2025-01-01"}
    for end in ("ondergrens", "bovengrens"):
        supply = pace[end]["voorraad"]["hard"]
        homes, years = supply["komende_jaren"]["aanbod"], supply["komende_jaren"]["jaren"]
        assert (homes["min"], homes["max"]) == ({"teller": 500, "noemer": 1},) * 2
        # 500 / 168 = 125 / 42.
        assert (years["min"], years["max"]) == ({"teller": 125, "noemer": 42},) * 2
        assert supply["jaren"]["min"] == {"teller": 200, "noemer": 21}


def test_planning_resource_explained(planning_resource: tuple[str, ...]) -> None:
    done = inside("explain", "gap.jaar.voorraad.hard_komende_jaren", *planning_resource)
    found = [" ".join(line.split()) for line in done.stdout.decode().splitlines()]
    assert "beide grenzen 500 / 168 = 2 41/42" in found
    assert "in de tabel 2,98 jaar" in found
    assert "hard komende jaren = som van 1 plan" in found
    assert any(line.startswith("p 500; P, 2020-2024; Nota;") for line in found)


def test_a_register_without_years_shows_the_whole_range() -> None:
    # 8,300 and 14,100 without a year, against 2,000 and 2,200 a year.
    found = lines()
    assert "jaren voorraad, hard: in de komende 5 jaar ca. 0,00 tot 4,15 jaar ca. 0,00 tot 3,77 jaar" in found
    assert "jaren voorraad, hard + zacht: in de komende 5 jaar ca. 0,00 tot 7,05 jaar ca. 0,00 tot 6,41 jaar" in found


def test_json_is_exact() -> None:
    done = inside("gap", "--by", "jaar", "--format", "json")
    found = json.loads(done.stdout)
    assert found["per"] == "jaar"
    assert found["resultaat"]["tempo"]["2021-2029"]["ondergrens"]["per_jaar"]["min"] == {"teller": 20000, "noemer": 9}
    assert found["tabellen"][0]["naam"] == "traject"


def test_csv_has_every_table_and_both_ends() -> None:
    done = inside("gap", "--by", "jaar", "--format", "csv", *STATE_2021)
    found = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert list(dict.fromkeys(row["tabel"] for row in found)) == [
        "traject",
        "cumulatief",
        "tempo",
        "schema",
        "voorraad",
    ]
    total = next(row for row in found if row["sleutel"] == "jaar.totaal")
    assert (total["hard_min"], total["nodig_ondergrens_min"], total["nodig_bovengrens_max"]) == (
        "7929",
        "20000",
        "22000",
    )
    coverage = next(row for row in found if row["sleutel"] == "dekking.hard")
    # 2,097 + 7,929 = 10,026 of 22,000.
    parts = [f"uitkomst_bovengrens_{part}" for part in ("min", "max", "circa", "zonder", "eenheid")]
    assert [coverage[part] for part in parts] == ["45.6", "45.6", "ja", "", "%"]
    dutch = inside("gap", "--by", "jaar", "--format", "csv-nl", *STATE_2021).stdout.decode("utf-8-sig")
    lines = csv.DictReader(io.StringIO(dutch), delimiter=";")
    assert next(row for row in lines if row["sleutel"] == "dekking.hard")["uitkomst_bovengrens_min"] == "45,6"


def test_the_workbook_has_numbers_for_years_and_shares(tmp_path: Path) -> None:
    target = tmp_path / "pad.xlsx"
    assert inside("gap", "--by", "jaar", "--format", "xlsx", "--output", str(target)).returncode == 0
    sheet = load_workbook(target)["voorraad"]
    found = {row[0].value: row[1:5] for row in sheet.iter_rows()}
    years, shares = found["jaren voorraad, hard: alle capaciteit"], found["dekking, hard + zacht"]
    coming = found["jaren voorraad, hard: in de komende 5 jaar"]
    # 8,300 / 2,000 and / 2,200; 14,100 / 20,000 and / 22,000. Lowest and highest of each end: all has no year.
    assert [cell.value for cell in years] == pytest.approx([4.15, 4.15, 8300 / 2200, 8300 / 2200], rel=1e-12)
    assert [cell.value for cell in shares] == pytest.approx([0.705, 0.705, 14100 / 22000, 14100 / 22000], rel=1e-12)
    assert [cell.value for cell in coming] == pytest.approx([0, 4.15, 0, 8300 / 2200], rel=1e-12)
    assert {cell.number_format for cell in years} == {'"ca. "0.00" jaar";"ca. -"0.00" jaar"'}
    assert {cell.number_format for cell in shares} == {'"ca. "0.0%;"ca. -"0.0%'}


def test_the_gate_judges_the_same_balance() -> None:
    # 14,100 of 20,000 in 2020; 2,097 + 19,558 = 21,655 of 20,000 in 2021.
    assert inside("gap", "--by", "jaar", "--fail-on", "tekort-ondergrens").returncode == 1
    assert inside("gap", "--by", "jaar", *STATE_2021, "--fail-on", "tekort-ondergrens").returncode == 0


def test_a_buffer_is_refused_where_the_target_holds_one() -> None:
    done = inside("gap", "--by", "jaar", "--tegen", "behoefte", "--buffer", "30")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "telt dat dubbel" in done.stderr.decode()
    assert any("buffer van 30,0%" in line for line in lines("--buffer", "30"))


@pytest.mark.parametrize("option", [("--spreid",), ("--buffer", "5")])
def test_options_of_the_years_need_the_years(option: tuple[str, ...]) -> None:
    for by in ((), ("--by", "gemeente")):
        done = inside("gap", *by, *option)
        assert (done.returncode, done.stdout) == (2, b"")
        assert "horen bij --by jaar" in done.stderr.decode()


def test_an_unknown_grouping_names_the_years_too() -> None:
    done = inside("gap", "--by", "jaarr")
    assert done.returncode == 2
    assert "Bedoelt u 'jaar'?" in done.stderr.decode()


def test_every_grouping_that_is_offered_can_be_asked_for() -> None:
    assert completion.BY("") == [*map(str, By), "jaar"]
    for by in completion.BY(""):
        done = inside("gap", "--by", by)
        assert (done.returncode, done.stderr) == (0, b""), by


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--by", "flex", "--by", "status"), "--by twee keer: eerst de rijen"),
        (("--by", "status", "--by", "plantype", "--by", "flex"), "--by twee keer: eerst de rijen"),
        (("--by", "gemeente", "--by", "positie"), "--by twee keer: eerst de rijen"),
        (("--by", "gemeente", "--by", "jaar"), "--by jaar gaat niet samen"),
        (("--by", "gemeente", "--by", "flex", "--top", "3"), "--sort en --top horen niet bij een kruistabel"),
    ],
)
def test_a_cross_table_that_cannot_be_made(args: tuple[str, ...], said: str) -> None:
    done = inside("gap", *args)
    assert done.returncode == 2
    assert said in done.stderr.decode("utf-8")


def test_the_rows_of_a_cross_table_are_municipalities() -> None:
    orders = (("gemeente", "flex"), ("flex", "gemeente"))
    shown = [inside("gap", "--by", one, "--by", other, "--format", "csv") for one, other in orders]
    assert [done.returncode for done in shown] == [0, 0]
    assert shown[0].stdout == shown[1].stdout
