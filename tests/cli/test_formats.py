"""Every command that answers with a document writes it in every format, twice the same."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import tomllib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.process import PROGRAM, ROOT, TIMEOUT, environment, inside, python, woonplan
from tests.conftest import quickly
from tests.render.docx.reading import acting
from tests.system import TERMINAL
from woonplan.cli.options import Format
from woonplan.cli.run import Exit
from woonplan.render.formats import BINARY, FORMATS, LIBRARIES, TABLE

COMMANDS = (
    ("gap",),
    ("gap", "--by", "gemeente", "--plannen", "data/plannen-2021.yaml"),
    ("gap", "--by", "status"),
    ("list", "acties"),
    ("list", "begrippen"),
    ("list", "bronnen"),
    ("list", "gemeenten"),
    ("list", "opgaven"),
    ("list", "plannen", "--plannen", "data/plannen-2021.yaml"),
    ("list", "regels"),
    ("list", "sleutelprojecten"),
    ("explain", "gap.saldo"),
    ("explain", "lokale_behoefte"),
    ("explain", "WP401"),
    ("reconcile", "--all"),
    ("gap", "--by", "jaar"),
    ("report", "2020"),
    ("report", "2020", "--soort", "ladder"),
    ("diff", "data/plannen.yaml", "data/plannen-2021.yaml"),
)


def _html(data: bytes) -> None:
    parser = HTMLParser()
    parser.feed(data.decode())
    parser.close()
    assert data.startswith(b"<!DOCTYPE html>")
    assert data.endswith(b"</html>\n")


def _xlsx(data: bytes) -> None:
    assert load_workbook(io.BytesIO(data)).sheetnames[-1] == "herkomst"


def _docx(data: bytes) -> None:
    assert acting(data) == []


def _csv(data: bytes) -> None:
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";" if b";" in data[:60] else ","))
    assert len({len(line) for line in lines}) == 1


OPENS: dict[str, Callable[[bytes], object]] = {
    "table": bytes.decode,
    "md": bytes.decode,
    "csv": _csv,
    "csv-nl": _csv,
    "json": json.loads,
    "xlsx": _xlsx,
    "docx": _docx,
    "html": _html,
}


def test_the_option_knows_every_format() -> None:
    assert {str(f) for f in Format} == {TABLE, *FORMATS, *BINARY} == set(OPENS)


_ALL = """
import json, sys
from woonplan.cli.run import run
folder, form = sys.argv[1:3]
for number, command in enumerate(json.loads(sys.argv[3])):
    code = run([*command, "--format", form, "--output", f"{folder}/{number}"])
    assert code == 0, command
"""
"""All commands in one process: starting up is most of the time of each."""


@pytest.mark.parametrize("form", quickly(OPENS, "table", "json", "html"))
def test_every_command_writes_every_format_twice_the_same(form: str, tmp_path: Path) -> None:
    # Elsewhere with another order of sets, and here.
    (tmp_path / "een").mkdir()
    done = python(_ALL, str(tmp_path / "een"), form, json.dumps(COMMANDS), TZ="Asia/Tokyo", PYTHONHASHSEED="1")
    assert (done.returncode, done.stdout, done.stderr) == (Exit.DONE, b"", b"")
    for number, command in enumerate(COMMANDS):
        done = inside(*command, "--format", form, "--output", str(tmp_path / "twee"))
        assert (done.returncode, done.stdout) == (Exit.DONE, b"")
        first, second = (tmp_path / "een" / str(number)).read_bytes(), (tmp_path / "twee").read_bytes()
        assert first == second, command
        assert len(first) > 100
        OPENS[form](first)


@pytest.mark.parametrize("form", quickly(OPENS, "table", "xlsx"))
def test_a_pipe_gets_what_a_file_gets(form: str, tmp_path: Path) -> None:
    path = tmp_path / "uit"
    # A file has everything, and so has every format but that of a screen.
    whole = ("--toelichting",) if form == "table" else ()
    piped = woonplan("gap", "--format", form, *whole)
    written = inside("gap", "--format", form, "--output", str(path))
    assert (piped.returncode, written.returncode) == (Exit.DONE, Exit.DONE)
    assert written.stdout == b""
    assert piped.stdout == path.read_bytes()


def _on_a_terminal(*args: str) -> tuple[int, bytes, bytes]:
    """Run with stdout on a terminal of its own; return the exit code, what stands on it, and stderr."""
    ours, theirs = os.openpty()
    try:
        done = subprocess.run(
            [*PROGRAM, *args],
            cwd=ROOT,
            env=environment(TERM="xterm"),
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            timeout=TIMEOUT,
            check=False,
        )
        os.set_blocking(ours, False)
        try:
            shown = os.read(ours, 100_000)
        except BlockingIOError:
            shown = b""
    finally:
        os.close(ours)
        os.close(theirs)
    return done.returncode, shown, done.stderr


@TERMINAL
def test_a_workbook_is_not_thrown_at_a_terminal(tmp_path: Path) -> None:
    code, shown, said = _on_a_terminal("gap", "--format", "xlsx")
    assert (code, shown) == (Exit.NO_WORK, b"")
    assert b"--output" in said
    path = tmp_path / "b.xlsx"
    code, shown, said = _on_a_terminal("gap", "--format", "xlsx", "--output", str(path))
    assert (code, shown) == (Exit.DONE, b"")
    _xlsx(path.read_bytes())


@pytest.mark.parametrize(("form", "extra"), [("xlsx", "excel"), ("docx", "word")])
def test_without_the_library_it_says_how_to_get_it(tmp_path: Path, form: str, extra: str) -> None:
    path = tmp_path / f"b.{form}"
    gone = "".join(f"sys.modules[{module!r}] = None; " for module in LIBRARIES[form].values())
    code = f"import sys; {gone}from woonplan.cli.run import run; sys.exit(run(sys.argv[1:]))"
    done = python(code, "gap", "--format", form, "--output", str(path))
    assert (done.returncode, done.stdout) == (Exit.NO_WORK, b"")
    # Of libraries that an index has, under the names that the extra of this program has for them.
    names = [*LIBRARIES[form]]
    assert f"met: python -m pip install {' '.join(names)}\n" in done.stderr.decode()
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {*names} <= {re.split("[<>=]", one)[0] for one in extras[extra]}
    assert b"Traceback" not in done.stderr
    assert not path.exists()
    assert python(code, "gap", "--format", "html").returncode == Exit.DONE


def test_of_libraries_only_what_is_lacking_is_named(tmp_path: Path) -> None:
    code = "import sys; sys.modules['font_lato'] = None; from woonplan.cli.run import run; sys.exit(run(sys.argv[1:]))"
    done = python(code, "gap", "--format", "docx", "--output", str(tmp_path / "b.docx"))
    assert "is font-lato nodig. Installeer het met: python -m pip install font-lato" in done.stderr.decode()


@pytest.mark.parametrize("form", quickly(OPENS, "table", "docx"))
def test_a_format_loads_no_library_of_another(form: str) -> None:
    others = sorted({m for other, found in LIBRARIES.items() if other != form for m in found.values()})
    code = (
        "import sys; from woonplan.cli.run import run; run(sys.argv[1:]);"
        f"sys.stderr.write(' '.join(m for m in sys.modules if m.split('.')[0] in {others}))"
    )
    target = ["--output", os.devnull] if form in BINARY else []
    assert python(code, "gap", "--format", form, *target).stderr == b""


def test_a_format_that_is_nearly_right_is_named() -> None:
    done = woonplan("gap", "--format", "xls")
    assert done.returncode == Exit.NO_WORK
    assert b"xlsx" in done.stderr
