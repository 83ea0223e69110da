"""`woonplan report` as users run it: the state of the year, every kind in every format, and what is refused."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, quickly
from woonplan.cli import completion
from woonplan.cli.options import Format
from woonplan.cli.run import run
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.formats import BINARY
from woonplan.report.yearly.report import Rapport

DATA = str(ROOT / "data")


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert run(["report", *arguments, "--data", DATA, "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    result: dict[str, object] = json.loads(shown.out)
    return result


@pytest.mark.parametrize("form", quickly(Format, *(f for f in Format if f not in BINARY)))
@pytest.mark.parametrize("soort", list(Rapport))
def test_every_kind_in_every_format(tmp_path: Path, soort: Rapport, form: Format) -> None:
    target = tmp_path / "uit"
    arguments = ["report", "2020", "--data", DATA, "--soort", str(soort), "--format", str(form)]
    assert run([*arguments, "--output", str(target)]) == 0
    if form in BINARY:
        assert zipfile.is_zipfile(target)
    else:
        assert "Twente" in target.read_text("utf-8") or form in (Format.CSV, Format.CSV_NL)


@pytest.mark.parametrize(("jaar", "peildatum"), [("2019", "2020-01-01"), ("2020", "2021"), ("2021", "2021")])
def test_the_state_that_belongs_to_the_year(capsys: pytest.CaptureFixture[str], jaar: str, peildatum: str) -> None:
    found = answered(capsys, jaar)
    assert found["peildatum"] == peildatum
    assert (found["jaar"], found["soort"], found["vertrouwelijkheid"]) == (int(jaar), "jaar", "openbaar")


def test_another_state_is_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    found = answered(capsys, "2020", "--plannen", f"{DATA}/plannen.yaml")
    assert found["peildatum"] == "2020-01-01"
    assert "12 maanden ouder dan eind 2020" in str(found["opmerkingen"])


def test_a_year_before_every_state(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "2018", "--data", DATA]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "geen stand van eind 2018 of eerder" in shown.err
    assert "--plannen" in shown.err
    assert "plannen-2021.yaml (2021)" in shown.err


@pytest.mark.parametrize("jaar", ["2022", "2150"])
@pytest.mark.parametrize("plannen", [None, "plannen.yaml"])
def test_a_year_of_which_nothing_is_known(capsys: pytest.CaptureFixture[str], jaar: str, plannen: str | None) -> None:
    chosen = ("--plannen", f"{DATA}/{plannen}") if plannen else ()
    assert run(["report", jaar, "--data", DATA, *chosen]) == 2
    assert capsys.readouterr() == ("", f"Fout: over {jaar} staat niets in het register; wel over 2019-2021.\n")
    # The years that it names can be asked.
    for known in ("2019", "2020", "2021"):
        assert run(["report", known, "--data", DATA, *chosen, "--format", "csv"]) == 0


def test_a_year_with_a_stock_and_no_state_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "examples" / "data", tmp_path / "data")
    (tmp_path / "data" / "plannen.yaml").unlink()
    arguments = ["--data", str(tmp_path / "data"), "--plannen", str(tmp_path / "data" / "plannen-2023.yaml")]
    # The stock is known up to 2023, and the state is of 1 January of it: the end of 2022.
    assert run(["report", "2023", *arguments, "--format", "csv"]) == 0
    capsys.readouterr()
    assert run(["report", "2024", *arguments]) == 2
    assert "wel over 2022-2023." in capsys.readouterr().err


def test_two_states_of_one_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copy(tmp_path / "data" / "plannen-2021.yaml", tmp_path / "data" / "plannen-kopie.yaml")
    assert run(["report", "2020", "--data", str(tmp_path / "data")]) == 2
    assert "meer dan een stand hoort bij eind 2020" in capsys.readouterr().err


def test_a_folder_is_a_state_and_an_unreadable_file_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    (data / "plannen-oud").mkdir()
    (data / "plannen-2021.yaml").rename(data / "plannen-oud" / "alle.yaml")
    (data / "plannen-kapot.yaml").write_text("peildatum: [\n", encoding="utf-8")
    (data / "plannen-vreemd.yaml").write_text("peildatum: morgen\n", encoding="utf-8")
    assert run(["report", "2020", "--data", str(data), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["peildatum"] == "2021"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--soort", "jaren"], "'jaren' bestaat niet"),
        (["--vertrouwelijkheid", "geheim"], "'geheim' bestaat niet"),
        (["--gemeente", "Enschede"], "--gemeente zegt niets over 'jaar'"),
        (["--vergelijk", "x.yaml"], "--vergelijk zegt niets over 'jaar'"),
        (["--soort", "raad", "--gemeente", "Enschde"], "Enschede"),
        (["--opgave", "x"], "bestaat niet"),
        (["--plannen", "weg.yaml"], "weg.yaml"),
    ],
)
def test_what_is_refused(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(["report", "2020", "--data", DATA, *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("jaar", ["20x0", "1", "99999", "-5", ""])
def test_a_year_is_a_year(capsys: pytest.CaptureFixture[str], jaar: str) -> None:
    assert run(["report", jaar, "--data", DATA]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_without_a_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "2020", "--data", str(tmp_path)]) == 2
    assert "geen register" in capsys.readouterr().err


def test_warnings_do_not_name_what_is_hidden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "data" / "gemeenten.yaml").read_text(encoding="utf-8")
    (tmp_path / "gemeenten.yaml").write_text(text, encoding="utf-8")
    # The part is larger than its circa whole: a warning that names both numbers.
    plans = (
        "versie: 1\npeildatum: 2020-01-01\nbron: woonagenda\nsoort_aantal: bruto\nplannen:\n"
        "  - {id: geheel, naam: Geheel, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100, "
        "precisie: circa, vertrouwelijkheid: openbaar}\n"
        "  - {id: geheim, naam: Geheim, gemeente: Borne, planstatus: 1A, restant: 117, onderdeel_van: geheel}\n"
    )
    (tmp_path / "plannen.yaml").write_text(plans, encoding="utf-8")
    arguments = ["report", "2019", "--data", str(tmp_path), "--format", "md"]
    assert run([*arguments, "--vertrouwelijkheid", "gemeente"]) == 0
    assert "117" in capsys.readouterr().err
    assert run(arguments) == 0
    shown = capsys.readouterr()
    assert "117" not in shown.out
    # That there is a warning at all may be about what is hidden.
    assert shown.err == ""


def test_net_of_demolition(capsys: pytest.CaptureFixture[str]) -> None:
    examples = ["--data", str(ROOT / "examples" / "data")]
    assert run(["report", "2023", "--netto", "--format", "json", *examples]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["parameters"]["netto"] is True
    hard = [table for table in found["tabellen"] if table["naam"] == "capaciteit"]
    number = next(row for row in hard[0]["rijen"] if row["sleutel"] == "totaal")["cellen"]["hard"]
    assert run(["explain", "report.2023.capaciteit.totaal.hard", "--netto", *examples]) == 0
    # The table and the explanation of its number are one calculation: of some plans the demolition is not known, so net
    # is at most what is known: 1,729, and 172 of plans that may be hard.
    assert number == {"min": None, "max": 1901, "circa": True, "zonder": {}}
    assert "(ca. ten hoogste 1.729) + (0 tot 172) = (ca. ten hoogste 1.901)" in capsys.readouterr().out


@pytest.mark.parametrize("soort", ["rijk", "inventaris"])
def test_net_says_nothing_about_a_report_that_has_both(capsys: pytest.CaptureFixture[str], soort: str) -> None:
    assert run(["report", "2020", "--data", DATA, "--soort", soort, "--netto"]) == 2
    assert f"--netto zegt niets over '{soort}'; wel over: jaar, ladder, midterm, raad." in capsys.readouterr().err


def test_completion_offers_what_there_is() -> None:
    assert completion.RAPPORT("") == [str(soort) for soort in Rapport]
    assert completion.VERTROUWELIJKHEID("") == [str(level) for level in Vertrouwelijkheid]


def key_numbers(found: dict[str, object]) -> dict[str, dict[str, object]]:
    tables = found["tabellen"]
    assert isinstance(tables, list)
    return {row["sleutel"]: row["cellen"] for row in tables[0]["rijen"]}


def test_the_state_before_is_found_in_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    found = answered(capsys, "2020")
    assert "verschil_ondergrens" in key_numbers(found)["hard"]
    # What the report is made from names it too, and says of which.
    assert "data/plannen.yaml" in str(found["invoer"])
    # Of the first state there is none before it.
    assert "verschil_ondergrens" not in key_numbers(answered(capsys, "2019"))["hard"]


def test_states_that_count_alike_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "2023", "--data", str(ROOT / "examples" / "history"), "--format", "json"]) == 0
    found = key_numbers(json.loads(capsys.readouterr().out))
    # The same change as `diff` gives.
    history = ROOT / "examples" / "history"
    arguments = ["--data", str(history), "--vertrouwelijkheid", "openbaar", "--format", "json"]
    assert run(["diff", str(history / "plannen-2023.yaml"), *arguments]) == 0
    totals = json.loads(capsys.readouterr().out)["tabellen"][0]["rijen"]
    (whole,) = (row["cellen"] for row in totals if row["sleutel"] == "verschil")
    assert whole["hard"]["min"] not in (0, None)
    for name, column in (("hard", "hard"), ("zacht", "zacht"), ("saldo", "saldo_bovengrens")):
        assert found[name]["verschil_bovengrens"] == whole[column]


@pytest.mark.parametrize("damage", ["plannen: [\n", "plannen:\n  - {id: x}\n"])
def test_a_state_before_that_cannot_be_used_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    (data / "plannen.yaml").write_text(f"versie: 1\npeildatum: 2020-01-01\n{damage}", encoding="utf-8")
    assert run(["report", "2020", "--data", str(data), "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "verschil_ondergrens" not in key_numbers(json.loads(shown.out))["hard"]


def test_two_states_before_of_one_date_are_no_state_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    shutil.copy(data / "plannen.yaml", data / "plannen-kopie.yaml")
    assert run(["report", "2020", "--data", str(data), "--format", "json"]) == 0
    assert "verschil_ondergrens" not in key_numbers(json.loads(capsys.readouterr().out))["hard"]


def test_a_change_in_a_report_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--data", str(ROOT / "examples" / "history"), "--format", "json"]
    assert run(["explain", "report.2023.kerncijfers.hard.verschil", *arguments]) == 0
    assert "plannen-2023.yaml" in capsys.readouterr().out
