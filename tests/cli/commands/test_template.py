"""`woonplan init --format xlsx`: a template for one municipality or for all of them, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.conftest import GEMEENTEN, PLANNEN
from woonplan.cli.run import run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    text = PLANNEN + "  - {id: hof, naam: Hof, gemeente: Aa, planstatus: 2A, woningen: 30, gerealiseerd: 0}\n"
    text += "  - {id: post, naam: Post, gemeente: Aa, soort: verzamelpost, planstatus: hard, restant: 3}\n"
    (tmp_path / "data" / "plannen.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_for_one_municipality_with_the_plans_it_had(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--format", "xlsx", "--gemeente", "GM0001", "--peildatum", "2026-01-01"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Geschreven:",
        "  aa-2026.xlsx",
        "Niet in het sjabloon: 1 records die er niet in passen, zoals verzamelposten; zij blijven staan.",
        "  -> Ingevuld terug? woonplan import aa-2026.xlsx --dry-run",
    ]
    sheet = openpyxl.load_workbook(here / "aa-2026.xlsx")["plannen"]
    assert [sheet.cell(row, 2).value for row in (2, 3, 4)] == ["VOORBEELD (deze rij telt niet mee)", "Hof", None]
    assert run(["init", "--format", "xlsx", "--gemeente", "Aa", "--peildatum", "2026"]) == 2
    assert "dit bestaat al: aa-2026.xlsx" in capsys.readouterr().err


def test_for_all_at_once_and_under_a_name_of_its_own(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--format", "xlsx", "--output", "sjablonen"]) == 0
    assert sorted(p.name for p in (here / "sjablonen").iterdir()) == ["aa-2020.xlsx", "bee-2020.xlsx"]
    assert run(["init", "--format", "xlsx", "--gemeente", "Bee", "--output", "mijn.xlsx"]) == 0
    assert (here / "mijn.xlsx").exists()
    del capsys


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--gemeente", "Beee"], "'Beee' staat niet in het register. Bedoelt u 'Bee'?"),
        (["--data", "elders"], "geen register in 'elders'"),
        (["--peildatum", "morgen"], "--peildatum is geen datum"),
        (["--output", "data/gemeenten.yaml/x"], "kan niet gemaakt worden"),
    ],
)
def test_wrong_use(here: Path, capsys: pytest.CaptureFixture[str], args: list[str], said: str) -> None:
    before = sorted(here.rglob("*"))
    assert run(["init", "--format", "xlsx", *args]) == 2
    assert said in capsys.readouterr().err
    assert sorted(here.rglob("*")) == before


def test_without_a_date_or_with_another_format(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "data" / "plannen.yaml").unlink()
    assert run(["init", "--format", "xlsx"]) == 2
    assert "geef met --peildatum" in capsys.readouterr().err
    assert run(["init", "--format", "docx"]) == 2
    assert "formaat 'docx' bestaat niet" in capsys.readouterr().err
    text = GEMEENTEN[: GEMEENTEN.index("gemeenten:")] + "gemeenten: []\n"
    (here / "data" / "gemeenten.yaml").write_text(text, encoding="utf-8")
    assert run(["init", "--format", "xlsx"]) == 2
    assert "geen gemeenten" in capsys.readouterr().err


def test_without_the_library(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    del here

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("woonplan.exchange.files.xlsx.import_module", missing)
    assert run(["init", "--format", "xlsx"]) == 2
    assert "python -m pip install XlsxWriter" in capsys.readouterr().err
