"""What lies in the folder of a register and is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, PLANNEN
from woonplan.diagnostics import Severity
from woonplan.load import load

RECORD = "  - {id: a, naam: A, gemeente: Aa}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "gemeenten.yaml", GEMEENTEN)
    put(tmp_path, "plannen/aa.yaml", PLANNEN + RECORD)
    return tmp_path


def put(folder: Path, name: str, text: str = "versie: 1\n") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def named(folder: Path, plannen: Path | None = None) -> dict[str, str]:
    """What is said of each file that is not read, by its name in the folder."""
    loaded = load(folder, plannen)
    assert {(f.code, f.severity) for f in loaded.findings} <= {("WP007", Severity.WAARSCHUWING)}
    return {Path(f.place.file).relative_to(folder).as_posix(): f.message for f in loaded.findings if f.place}


def test_a_register_alone_has_none(folder: Path) -> None:
    assert named(folder) == {}
    assert load(folder).besides == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plannen/noord/b.yaml", "de map 'noord' wordt niet gelezen"),
        ("plannen/c.csv", "'c.csv' wordt niet gelezen: een register staat in YAML-bestanden"),
        ("plannen/Lijst.XLSX", "'Lijst.XLSX' wordt niet gelezen"),
        ("agenda.yml", "'agenda.yml' wordt niet gelezen: dit bestand heet 'agenda.yaml'"),
        ("Bekend.yaml", "'Bekend.yaml' wordt niet gelezen: dit bestand heet 'bekend.yaml'"),
        ("gemeenten.YAML", "'gemeenten.YAML' wordt niet gelezen: 'gemeenten.yaml' staat ernaast"),
        ("noord.yaml", "'noord.yaml' wordt niet gelezen: geen bestand van een register heet zo"),
        ("archief/plannen.yaml", "de map 'archief' wordt niet gelezen"),
    ],
)
def test_what_may_hold_plans_is_named(folder: Path, name: str, said: str) -> None:
    put(folder, name)
    ((where, message),) = named(folder).items()
    assert name.startswith(where)
    assert message.startswith(said)


def test_a_state_with_the_name_of_the_usual_one_is_named(tmp_path: Path) -> None:
    put(tmp_path, "gemeenten.yaml", GEMEENTEN)
    put(tmp_path, "plannen.yml", PLANNEN + RECORD)
    # Alone it is the state.
    assert named(tmp_path) == {}
    assert load(tmp_path).records == 1
    put(tmp_path, "plannen.yaml", PLANNEN + RECORD)
    assert list(named(tmp_path)) == ["plannen.yml"]


def test_the_folder_of_a_state_elsewhere_is_looked_at_too(folder: Path) -> None:
    put(folder, "plannen-2021/aa.yaml", PLANNEN + RECORD)
    put(folder, "plannen-2021/oud/aa.yaml")
    assert named(folder) == {}
    assert list(named(folder, folder / "plannen-2021")) == ["plannen-2021/oud"]


def test_pages_and_hidden_files_are_no_finding(folder: Path) -> None:
    for name in ("README.md", "kaart.png", ".git/config.yaml", "._plannen.yaml", "tekst/brief.docx"):
        put(folder, name)
    # Another register is none of this one.
    put(folder, "voorbeeld/gemeenten.yaml", GEMEENTEN)
    assert named(folder) == {}
    assert load(folder).besides == ((folder / "README.md").as_posix(), (folder / "kaart.png").as_posix())


def test_what_import_remembers_is_no_stray_file(folder: Path) -> None:
    put(folder, "plannen/import.json", "{}")
    assert named(folder) == {}
    put(folder, "plannen/anders.json", "{}")
    assert [*named(folder)] == ["plannen/anders.json"]
