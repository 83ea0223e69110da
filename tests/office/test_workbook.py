"""Every workbook in a real office suite: worked out anew, each cell is what was written."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from tests.cli.process import ROOT, inside
from tests.cli.test_formats import COMMANDS
from tests.office.conftest import PIPE

pytestmark = pytest.mark.office
RECALCULATE = Path(__file__).with_name("recalculate.py")

EXAMPLES = (
    ("report", "2023", "--data", "examples/data"),
    ("report", "2023", "--data", "examples/data", "--soort", "midterm"),
    ("report", "2023", "--data", "examples/data", "--vertrouwelijkheid", "gemeente"),
    ("gap", "--data", "examples/data"),
    ("gap", "--data", "examples/data", "--by", "gemeente"),
    ("gap", "--data", "examples/data", "--by", "jaar"),
    ("gap", "--data", "examples/data", "--by", "status", "--netto"),
    ("list", "plannen", "--data", "examples/data"),
    ("list", "gemeenten", "--data", "examples/data"),
)


def recalculated(office: str, *paths: Path) -> list[dict[str, Any]]:
    """Return the cells of workbooks after all formulas were worked out, and how many charts their sheets have."""
    done = subprocess.run(
        [office, str(RECALCULATE), PIPE, *map(str, paths)], capture_output=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def stored(path: Path) -> dict[str, dict[tuple[int, int], Any]]:
    """Return the values that stand in a workbook, those of formulas too."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value not in (None, "")}
        for sheet in book.worksheets
    }


def formulas(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(archive.read(n).count(b"<f>") for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))


def test_every_cell_of_every_workbook_is_what_was_written(office: str, tmp_path: Path) -> None:
    paths = []
    for number, command in enumerate((*COMMANDS, *EXAMPLES)):
        path = tmp_path / f"{number}.xlsx"
        done = inside(*command, "--format", "xlsx", "--output", str(path), cwd=ROOT)
        assert done.returncode == 0, (command, done.stderr)
        paths.append(path)
    count = charts = 0
    for path, seen in zip(paths, recalculated(office, *paths), strict=True):
        written = stored(path)
        assert list(written) == list(seen["cells"])
        for sheet, cells in written.items():
            found = {
                (i, j): value
                for i, row in enumerate(seen["cells"][sheet], 1)
                for j, value in enumerate(row, 1)
                if value != ""
            }
            assert found == cells, (path.name, sheet)
        count += formulas(path)
        charts += sum(seen["charts"].values())
    assert count > 150
    assert charts > 20


def test_a_formula_that_gives_another_number_is_found(office: str, tmp_path: Path) -> None:
    path = tmp_path / "anders.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("blad")
    sheet.write_number(0, 0, 2)
    sheet.write_formula(0, 1, "=A1+A1", None, 5)
    book.close()
    (seen,) = recalculated(office, path)
    assert stored(path)["blad"][1, 2] == 5
    assert seen["cells"]["blad"] == [[2, 4]]


@pytest.mark.parametrize(
    "command", [("report", "2020"), ("report", "2023", "--data", "examples/data", "--soort", "midterm")]
)
def test_a_report_has_few_sheets_and_prints(office: str, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "r.xlsx"
    assert inside(*command, "--format", "xlsx", "--output", str(path), cwd=ROOT).returncode == 0
    (seen,) = recalculated(office, path)
    assert len(seen["cells"]) <= 9
    assert next(iter(seen["cells"])) == "Samenvatting"
    assert seen["charts"]["Samenvatting"] >= 3
