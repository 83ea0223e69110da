"""The Dutch guide: every command in it does its work, in the order in which it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.process import ROOT, inside
from woonplan.cli.options import Format

GUIDE = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\$ )?(woonplan .*)$", GUIDE, re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the reader has it, in which what one command writes is there for the next."""
    folder = tmp_path_factory.mktemp("handleiding")
    for name in ("data", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.xdist_group("guide")
def test_every_command_does_its_work(folder: Path) -> None:
    assert len(COMMANDS) > 25
    for line in COMMANDS:
        done = inside(*shlex.split(line)[1:], cwd=folder)
        assert done.returncode == 0, (line, done.stderr.decode())
        assert b"Traceback" not in done.stderr
        if "--output" in line:
            # What it was to write is there, and not empty.
            written = folder / shlex.split(line)[shlex.split(line).index("--output") + 1]
            paths = list(written.iterdir()) if written.is_dir() else [written]
            assert paths
            assert all(path.stat().st_size for path in paths)
        else:
            assert done.stdout, line


def test_every_kind_of_user_has_a_page() -> None:
    pages = re.split(r"^## ", GUIDE, flags=re.MULTILINE)[1:]
    assert [page.partition("\n")[0] for page in pages] == [
        "Voor de onderzoeker",
        "Voor de ambtenaar van een gemeente",
        "Voor de beleidsmedewerker",
        "Voor de beheerder van het register",
    ]
    for page in pages:
        assert "```" in page
        # A page is a page: what takes more belongs in a page of its own.
        assert page.count("\n") < 80


def test_every_link_of_the_guide_leads_somewhere() -> None:
    headings = {re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)$", GUIDE, re.M)}
    for target in re.findall(r"\]\(([^)\s]+)\)", GUIDE):
        assert target[1:] in headings if target.startswith("#") else (ROOT / "docs" / target).is_file(), target


def test_the_formats_of_a_council_paper_are_in_it() -> None:
    assert {f"--format {form}" for form in (Format.DOCX, Format.XLSX, Format.HTML, Format.CSV_NL)} <= set(
        re.findall(r"--format [a-z-]+", GUIDE)
    )
