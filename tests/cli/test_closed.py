"""Files and folders that the user may not read or make: said in Dutch, by the program itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from woonplan.cli.run import run


@pytest.mark.parametrize(
    "args",
    [
        ("check", "data"),
        ("check", "--config", "data"),
        ("gap", "--data", "data"),
        ("gap", "--plannen", "data"),
        ("gap", "--charts", "data"),
        ("report", "2020", "--vergelijk", "data", "--soort", "midterm"),
        ("diff", "data"),
        ("init", "data"),
        ("schema", "--output", "data"),
        ("gap", "--output", "data"),
    ],
    ids=" ".join,
)
def test_typer_reports_no_path(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    # Answered by hand: whoever runs the tests as root may read everything.
    monkeypatch.setattr(os, "access", lambda *_args: False)
    run(list(args))
    shown = capsys.readouterr()
    assert "not readable" not in shown.err
    assert "Error" not in shown.err


def test_a_folder_that_may_not_be_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(tmp_path)
    (tmp_path / "perm").mkdir()
    monkeypatch.setattr(Path, "stat", refuse)
    assert run(["gap", "--data", "perm"]) == 2
    assert capsys.readouterr().err == "Fout: de map 'perm' mag niet gelezen worden. Geef uzelf leesrechten op de map.\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("schema", "--output", "bestand"), "map 'bestand' kan niet gemaakt worden: er staat al een bestand met"),
        (("schema", "--output", "bestand/a"), "map 'bestand/a' kan niet gemaakt worden: een deel van het pad is geen"),
        (("init", "bestand"), "map 'bestand/data' kan niet gemaakt worden: een deel van het pad is geen map."),
        (("gap", "--output", "bestand/a.md"), "Fout"),
    ],
    ids=str,
)
def test_a_folder_that_cannot_be_made(
    args: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    assert run(list(args)) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert not [word for word in ("exists", "directory", "denied", "Not a") if word in shown]
