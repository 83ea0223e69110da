"""A register as it will be: what is written goes before what is there, and what goes is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, PLANNEN
from woonplan.load import load
from woonplan.load.overlay import Overlay

ONE = "  - {id: a, naam: A, gemeente: Aa, restant: 3}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(PLANNEN + ONE, encoding="utf-8")
    return tmp_path


def ids(source: Overlay) -> list[str]:
    dataset = load(source).dataset
    assert dataset is not None
    return [plan.id for plan in dataset.stand.plannen]


def test_it_reads_as_the_disk_would(folder: Path) -> None:
    later = (PLANNEN + ONE.replace("id: a", "id: b")).encode()
    assert ids(Overlay(folder, {})) == ["a"]
    assert ids(Overlay(folder, {folder / "plannen.yaml": later})) == ["b"]
    assert (folder / "plannen.yaml").read_text(encoding="utf-8") == PLANNEN + ONE
    # A folder that is still to be made, in place of a file that goes.
    moved = {folder / "plannen" / "aa.yaml": later, folder / "plannen.yaml": None}
    assert ids(Overlay(folder, moved)) == ["b"]
    assert [one.name for one in sorted(Overlay(folder, moved).iterdir())] == ["gemeenten.yaml", "plannen"]
    inside = Overlay(folder, moved) / "plannen"
    assert (inside.exists(), inside.is_dir(), [one.as_posix() for one in inside.iterdir()]) == (
        True,
        True,
        [(folder / "plannen" / "aa.yaml").as_posix()],
    )


def test_what_goes_is_not_there(folder: Path) -> None:
    gone = Overlay(folder / "plannen.yaml", {folder / "plannen.yaml": None})
    assert not gone.exists()
    with pytest.raises(FileNotFoundError):
        gone.stat()
    found = load(Overlay(folder, {folder / "plannen.yaml": None}))
    assert found.dataset is None
    assert [finding.code for finding in found.errors] == ["WP001"]
