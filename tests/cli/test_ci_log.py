"""What stands in a register, or was typed, never commands the CI log that shows it, on either stream."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import inside, python
from tests.conftest import GEMEENTEN, PLANNEN
from tests.render.test_ci_log import commands

EVIL = GEMEENTEN.replace("Aa,", '"::error::Aa",').replace("Dal", '"::error::Dal"').replace("Nota,", '"##[error]N",')
PLAN = '  - {id: p, naam: "x \\r\\n::error file=x::y", gemeente: Bee, planstatus: 1A, woningen: 30}\n'


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A folder with a register whose names are commands, in a folder whose name is one."""
    data = tmp_path / "::error::x"
    data.mkdir()
    (data / "gemeenten.yaml").write_text(EVIL, encoding="utf-8")
    (data / "plannen.yaml").write_text(PLANNEN + PLAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "args",
    [
        ("gap",),
        ("gap", "--by", "gemeente"),
        ("gap", "--by", "gemeente", "--format", "csv"),
        ("gap", "--by", "gemeente", "--format", "csv-nl"),
        ("gap", "--by", "gemeente", "--format", "md"),
        ("gap", "--by", "jaar", "--grafiek"),
        ("report", "2020"),
        ("report", "2020", "--format", "html"),
        ("diff", "::error::x"),
        ("diff", "::error::x", "--format", "md"),
        ("explain", "gap.hard"),
        ("explain", "p"),
        ("list", "plannen"),
        ("list", "gemeenten"),
        ("list", "bronnen"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("extra", [{}, {"COLUMNS": "40"}, {"FORCE_COLOR": "1"}], ids=str)
def test_no_answer_commands(evil: Path, args: tuple[str, ...], extra: dict[str, str]) -> None:
    done = inside(*args, "--data", "::error::x", cwd=evil, GITHUB_ACTIONS="true", **extra)
    assert done.returncode == 0, done.stderr
    assert commands(done.stdout.decode("utf-8")) == commands(done.stderr.decode("utf-8")) == []


@pytest.mark.parametrize("form", ["text", "concise"])
def test_no_finding_commands(evil: Path, form: str) -> None:
    (evil / "::error::x" / "plannen.yaml").write_text(PLANNEN + PLAN + "  - {id: q}\n", encoding="utf-8")
    done = inside("check", "::error::x", "--format", form, cwd=evil)
    assert done.returncode == 1
    assert done.stdout.startswith(b"\\x3a:error::x/plannen.yaml:7:")
    assert commands(done.stdout.decode("utf-8")) == commands(done.stderr.decode("utf-8")) == []
    done = inside("gap", "--data", "::error::x", cwd=evil)
    assert done.stderr.startswith(b"\\x3a:error::x/plannen.yaml:7:")


@pytest.mark.parametrize(
    "args",
    [
        ("gap", "--format", "\n::error::x"),
        ("gap", "--by", "\n::error::x"),
        ("gap", "\n::error::x"),
        ("\n::error::x",),
        ("--\n::error::x",),
        ("check", "--select", "\n::error::x"),
        ("explain", "\n::error::x\x1b[31m##[error]y"),
        ("init", "::error::map"),
        ("schema", "--output", "::error::map"),
        ("gap", "--charts", "::error::map"),
    ],
    ids=repr,
)
def test_nothing_that_was_typed_commands(evil: Path, args: tuple[str, ...]) -> None:
    (evil / "::error::x").rename(evil / "data")
    done = inside(*args, cwd=evil)
    assert done.returncode == (0 if "map" in args[-1] else 2), done.stderr
    for stream in (done.stdout, done.stderr):
        assert commands(stream.decode("utf-8")) == []
        assert b"\x1b" not in stream


CRASH = """
import sys
import woonplan.cli.session as session
from woonplan.cli.run import run

def load(*_args):
    raise ZeroDivisionError("kapot \\x1b[31m\\n::error::x ##[error]y \\u2264")

session.load = load
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("args", [("gap",), ("gap", "--debug")])
def test_the_text_of_a_crash_is_shown(args: tuple[str, ...]) -> None:
    done = python(CRASH, *args, PYTHONIOENCODING="ascii")
    stderr = done.stderr.decode("ascii")
    assert (done.returncode, commands(stderr)) == (2, [])
    assert "\x1b" not in stderr
    if "--debug" in args:
        assert "Traceback (most recent call last):\n" in stderr
        assert "\nZeroDivisionError: kapot \\x1b[31m\n\\x3a:error::x \\x23#[error]y \\u2264\n" in stderr
