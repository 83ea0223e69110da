"""The template in a real office suite: what an official types there is what comes out of the import."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import GEMEENTEN
from tests.office.conftest import PIPE
from woonplan.cli.run import run
from woonplan.exchange.cells import letter
from woonplan.load import load

pytestmark = pytest.mark.office
FILL = Path(__file__).with_name("fill.py")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "data" / "plannen").mkdir()
    (tmp_path / "data" / "plannen" / "aa.yaml").write_text(
        "versie: 1\npeildatum: 2025-01-01\nstatusdefinitie: basisset-2022\nsoort_aantal: bruto\nplannen:\n"
        "  - id: hof\n    naam: Hof\n    gemeente: Aa\n    vertrouwelijkheid: openbaar\n    planstatus: 2A\n"
        "    woningen: 40\n    gerealiseerd: 0\n    bijgewerkt: 2025-01-01\n    bron: nota\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(
    office: str, path: Path, cells: list[tuple[str, str, str]], formulas: list[str] | None = None
) -> dict[str, Any]:
    done = subprocess.run(
        [office, str(FILL), PIPE, str(path), json.dumps(cells), json.dumps(formulas or [])],
        capture_output=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr.decode()
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_filled_in_with_an_office_suite_and_imported(
    home: Path, office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--format", "xlsx", "--gemeente", "Aa", "--peildatum", "2026-01-01"]) == 0
    path = home / "aa-2026.xlsx"
    heads = {c.value: letter(c.column) for c in openpyxl.load_workbook(path)["plannen"][1]}
    new = {"naam": "Molenhof", "gemeente": "Aa", "planstatus": "3. In voorbereiding", "plantype": "Verdichting",
           "vertrouwelijkheid": "Openbaar", "woningen": "120", "gerealiseerd": "0", "oplevering 2027": "80",
           "oplevering onbekend": "40", "eengezins": "50", "meergezins": "70", "bijgewerkt": "2026-01-05"}  # fmt: skip
    cells = [("plannen", f"{heads[kop]}4", text) for kop, text in new.items()]
    cells += [("plannen", f"{heads['gerealiseerd']}3", "15"), ("stand", "B1", "2026-02-01")]
    seen = typed(office, path, cells)
    assert seen["protected"]
    assert seen["locked"] == {"B1": True, "B3": False}
    assert seen["lists"][f"{heads['planstatus']}4"] == "LIST"
    assert seen["lists"][f"{heads['woningen']}4"] == "WHOLE"
    capsys.readouterr()
    assert run(["import", "aa-2026.xlsx"]) == 0, capsys.readouterr().err
    shown = capsys.readouterr().out
    assert "alle plannen       2 plannen  restant 145" in shown
    assert "hard               1 plan     restant 25" in shown
    assert "1 nieuw, 1 gewijzigd, 0 gelijk, 0 verdwenen" in shown
    loaded = load(home / "data")
    assert loaded.errors == ()
    assert loaded.dataset is not None
    assert loaded.dataset.stand.kop.peildatum == "2026-02-01"
    plans = {plan.id: plan for plan in loaded.dataset.stand.plannen}
    molenhof = plans["aa-molenhof"]
    assert (molenhof.woningen, molenhof.oplevering) == (120, {"2027": 80, "onbekend": 40})
    assert molenhof.bijgewerkt == "2026-01-05"
    assert (plans["hof"].woningen, plans["hof"].gerealiseerd) == (40, 15)


GOOD = {"naam": "Hof", "gemeente": "Aa", "planstatus": "hard", "woningen": "40", "gerealiseerd": "10",
        "oplevering 2027": "30", "eengezins": "15", "meergezins": "25", "start": "2026"}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "coloured"),
    [
        ({}, set()),
        ({"gerealiseerd": "50", "oplevering 2027": ""}, {"woningen", "gerealiseerd"}),
        ({"oplevering 2027": "20"}, {"oplevering 2027"}),
        ({"meergezins": "35"}, {"eengezins", "meergezins"}),
        ({"woningtype onbekend": "5", "meergezins": "15"}, {"eengezins", "meergezins", "woningtype onbekend"}),
        ({"meergezins": "15"}, set()),
        ({"planstatus": ""}, {"planstatus"}),
        ({"naam": ""}, {"naam"}),
        ({"start": "'twintig"}, {"start"}),
        ({"woningen": "40.5", "eengezins": "", "meergezins": "", "oplevering 2027": ""}, {"woningen"}),
        ({"precisie": "circa", "meergezins": "30"}, set()),
    ],
)
def test_what_is_wrong_is_coloured_while_it_is_typed(
    home: Path, office: str, change: dict[str, str], coloured: set[str]
) -> None:
    del home
    assert run(["init", "--format", "xlsx", "--gemeente", "Aa", "--peildatum", "2026-01-01", "--output", "x.xlsx"]) == 0
    sheet = openpyxl.load_workbook("x.xlsx")["plannen"]
    heads = {c.value: letter(c.column) for c in sheet[1]}
    cells = [("plannen", f"{heads[kop]}4", text) for kop, text in {**GOOD, **change}.items() if text]
    rules = [(str(area.sqref), rule.formula[0]) for area in sheet.conditional_formatting for rule in area.rules]
    # A rule is written for row 2; this is what it asks of row 4.
    asked: dict[str, set[str]] = {}
    for area, formula in rules:
        moved = re.sub(r"(\$[A-Z]+)2\b", r"\g<1>4", f"={formula.lstrip('=')}")
        asked.setdefault(moved, set()).add(re.sub(r"\d+.*", "", area))
    seen = typed(office, Path("x.xlsx").resolve(), cells, list(asked))
    letters = {name for formula in seen["true"] for name in asked[formula]}
    # Of a block that does not add up every column is coloured; what nobody typed into is left out here.
    filled = {kop for kop, text in {**GOOD, **change}.items() if text} | coloured
    assert {kop for kop, name in heads.items() if name in letters and kop in filled} == coloured
