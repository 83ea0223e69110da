"""`check -`: a file as an editor has it, in the place that it will be saved in."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from woonplan.checks.examples import GEMEENTEN, KOP
from woonplan.cli.run import run

PLAN = "  - {id: a, naam: A, gemeente: %s, restant: 30}\n"
Buffer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def buffer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Buffer:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    Path("data/plannen.yaml").write_text(KOP + PLAN % "Borne", encoding="utf-8")

    def check(text: str, *args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = run(["check", "-", "--select", "WP2", *args])
        out, err = capsys.readouterr()
        return code, out, err

    return check


def test_the_file_stands_in_for_the_one_on_the_disk(buffer: Buffer) -> None:
    code, out, _ = buffer(KOP + PLAN % "Born", "--as", "data/plannen.yaml")
    assert code == 1
    assert out.startswith("data/plannen.yaml:7:32: WP201 fout: plan 'a': gemeente 'Born' bestaat niet")
    assert "    |   - {id: a, naam: A, gemeente: Born, restant: 30}\n" in out
    assert Path("data/plannen.yaml").read_text(encoding="utf-8") == KOP + PLAN % "Borne"
    assert buffer(KOP + PLAN % "Almelo", "--as", "data/plannen.yaml")[0] == 0
    assert run(["check", "--select", "WP2"]) == 0


def test_the_file_need_not_be_there_yet(buffer: Buffer) -> None:
    code, out, _ = buffer(KOP + PLAN % "Born", "--as", "data/plannen-2030.yaml")
    assert (code, out.split(":")[0]) == (1, "data/plannen-2030.yaml")
    assert not Path("data/plannen-2030.yaml").exists()


def test_another_file_of_the_register_and_nothing_of_others(buffer: Buffer) -> None:
    without = GEMEENTEN.replace("  - {naam: Borne, code: GM0147}\n", "")
    # The plan in Borne is wrong now, and that stands in another file.
    code, out, _ = buffer(without, "--as", "data/gemeenten.yaml", "--format", "concise")
    assert (code, len(out.splitlines())) == (0, 1)
    wrong = GEMEENTEN.replace("bron: nota", "bron: nata")
    assert buffer(wrong, "--as", "data/gemeenten.yaml", "--format", "concise")[1].startswith("data/gemeenten.yaml:")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "zeg met --as hoe het bestand van standaardinvoer heet"),
        (("data", "--as", "data/plannen.yaml"), "geef er geen andere paden bij"),
    ],
)
def test_wrong_use(buffer: Buffer, args: tuple[str, ...], said: str) -> None:
    code, out, err = buffer("", *args)
    assert (code, out) == (2, "")
    assert said in err


def test_a_name_is_for_standard_input(buffer: Buffer, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--as", "data/plannen.yaml"]) == 2
    assert "--as hoort bij een bestand van standaardinvoer" in capsys.readouterr().err
    assert buffer("a: [\n", "--as", "data/plannen.yaml", "--select", "WP0")[0] == 1
