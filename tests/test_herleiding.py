"""docs/herleiding.md: every command in it prints what it names."""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from woonplan.cli.run import run

TEXT = (ROOT / "docs" / "herleiding.md").read_text(encoding="utf-8")
HOW = {"toont", "controleert", "volgt", "niet"}


class Regel(NamedTuple):
    """A row: the lines of the source, what they say, how the program has it, by which command, and what that prints."""

    regels: str
    wat: str
    hoe: str
    opdracht: str
    toont: str


def rows() -> list[Regel]:
    found = (line.strip().strip("|").split(" | ") for line in TEXT.splitlines() if re.match(r"\| \d", line))
    return [Regel(*(cell.strip() for cell in cells)) for cells in found]


ROWS = rows()
BY_COMMAND: dict[str, list[Regel]] = defaultdict(list)
for one in ROWS:
    BY_COMMAND[one.opdracht.strip("`").removeprefix("woonplan ")].append(one)


@pytest.mark.parametrize("command", BY_COMMAND)
def test_every_command_prints_what_it_names(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(shlex.split(command)) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert [row for row in BY_COMMAND[command] if row.toont not in shown] == []


def test_the_lines_are_those_of_the_text_in_their_order() -> None:
    spans = [tuple(int(number) for number in row.regels.split("-")) for row in ROWS]
    assert spans
    assert all(1 <= span[0] <= span[-1] <= 2054 for span in spans)
    for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]:
        starts = [int(start) for start in re.findall(r"^\| (\d+)", part, flags=re.MULTILINE)]
        assert starts == sorted(starts)


def test_every_row_says_how_the_program_has_it() -> None:
    assert {row.hoe for row in ROWS} <= HOW
    assert all(row.wat and row.toont for row in ROWS)
