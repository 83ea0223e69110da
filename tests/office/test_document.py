"""A document for Word in a real office suite: it opens, and its pages lie as its tables need."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.process import ROOT, inside

pytestmark = pytest.mark.office

COMMANDS = {
    "report": ("report", "2020"),
    "voorbeeld": ("report", "2023", "--data", "examples/data"),
    "gap": ("gap",),
    "plannen": ("list", "plannen", "--plannen", "data/plannen-2021.yaml"),
    "uitleg": ("explain", "gap.saldo"),
}


def pages(path: Path, folder: Path) -> list[tuple[int, int]]:
    """Return the sizes of the pages of a document (points), as an office suite lays it out."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is not installed"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=240)
    written = folder / f"{path.stem}.pdf"
    assert written.exists(), (done.stdout, done.stderr)  # without its writer the suite says nothing and makes nothing
    boxes = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", written.read_bytes(), re.DOTALL)
    return [(round(float(wide)), round(float(high))) for wide, high in boxes]


@pytest.mark.parametrize("name", COMMANDS)
def test_it_opens_and_its_pages_lie_as_its_tables_need(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.docx"
    assert inside(*COMMANDS[name], "--format", "docx", "--output", str(path), cwd=ROOT).returncode == 0
    found = pages(path, tmp_path)
    upright, on_its_side = (595, 842), (842, 595)
    assert set(found) <= {upright, on_its_side}
    # A list of wide rows lies on its side from its title on; an answer in short stands.
    assert found[0] == (on_its_side if name == "plannen" else upright)
    if name in ("gap", "uitleg"):
        assert on_its_side not in found
