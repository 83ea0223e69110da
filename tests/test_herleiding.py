"""docs/herleiding.md: every line of the source has a place in the program, which prints what the page names."""

from __future__ import annotations

import csv
import io
import re
import shlex
from collections import Counter, defaultdict
from itertools import groupby
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from woonplan.checks.registry import REGELS
from woonplan.cli.run import run

TEXT = (ROOT / "docs" / "herleiding.md").read_text(encoding="utf-8")
AGENDA = (ROOT / "data" / "agenda.yaml").read_text(encoding="utf-8")
HOW = ("shown", "checked", "tracked", "not computed")
NOT_COMPUTED = "list niet-berekenbaar --format csv"
LAST_LINE = 2054


class Row(NamedTuple):
    """An entry: number, lines of the source, what they say, what the program does, where, and what it prints."""

    nr: str
    lines: str
    says: str
    how: str
    where: str
    prints: str

    @property
    def command(self) -> str:
        """The command that shows it; a rule is shown by what explains it."""
        inside = self.where.strip("`")
        return f"explain {inside}" if inside.startswith("WP") else inside.removeprefix("woonplan ")


def rows(text: str) -> list[Row]:
    found = re.findall(r"^\| ([A-Z]\d.*) \|$", text, flags=re.MULTILINE)
    return [Row(*re.split(r" (?<!\\)\| ", line)) for line in found]


ROWS = rows(TEXT)
BY_COMMAND: dict[str, list[Row]] = defaultdict(list)
for one in ROWS:
    BY_COMMAND[one.command].append(one)


def shown(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    assert run(shlex.split(command)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", BY_COMMAND)
def test_every_command_prints_what_it_names(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = " ".join(shown(command, capsys, monkeypatch).split())
    assert [row for row in BY_COMMAND[command] if row.prints.replace(r"\|", "|") not in printed] == []


def test_every_row_says_what_is_done_with_it_and_where() -> None:
    assert {row.how for row in ROWS} == set(HOW)
    assert [row for row in ROWS if not (row.says and row.prints)] == []
    assert [row for row in ROWS if not re.fullmatch(r"`woonplan .+`|WP\d{3}", row.where)] == []
    assert {row.where for row in ROWS if row.where.startswith("WP")} <= {rule.code for rule in REGELS}


def test_the_agreement_that_a_rule_rests_on_is_in_the_agenda() -> None:
    named = [name for row in ROWS if row.where.startswith("WP") for name in re.findall(r"\w+(?:-\w+)+", row.prints)]
    assert named
    assert [name for name in named if f"- id: {name}\n" not in AGENDA] == []


def test_every_line_is_one_of_the_text() -> None:
    for row in ROWS:
        for span in row.lines.split(", "):
            first, *last = [int(number) for number in span.split("-")]
            assert 1 <= first <= max([first, *last]) == [first, *last][-1] <= LAST_LINE, row


def test_no_entry_of_a_section_is_missing() -> None:
    """The heading of a section says which numbers are in it; a letter behind one is a further sentence of the same."""
    for section in TEXT.split("\n## ")[1:]:
        first, last = re.findall(r"\(([A-Z]\d+)-([A-Z]\d+)\)", section.splitlines()[0])[0]
        numbers = [row.nr for row in rows(section)]
        assert len(set(numbers)) == len(numbers)
        wanted = [f"{first[0]}{number:02}" for number in range(1, int(last[1:]) + 1)]
        assert [number for number, _ in groupby(numbers, key=lambda nr: nr.rstrip("abcdef"))] == wanted


def test_the_counts_are_those_of_the_table() -> None:
    counts = Counter(row.how for row in ROWS)
    words = ", ".join(f"{counts[how]} {how}" for how in HOW)
    assert f"\n{len(ROWS)} entries: {words}.\n" in TEXT


def test_what_is_not_computed_is_what_the_register_says_so_of(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {row["sleutel"] for row in csv.DictReader(io.StringIO(shown(NOT_COMPUTED, capsys, monkeypatch)))}
    assert {row.prints for row in ROWS if row.how == "not computed"} == given
    assert {row.command for row in ROWS if row.how == "not computed"} == {NOT_COMPUTED}


@pytest.mark.parametrize("listed", ["acties", "sleutelprojecten"])
def test_everything_that_is_listed_is_traced(
    listed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    traced = {row.lines for row in ROWS}
    cells = csv.DictReader(io.StringIO(shown(f"list {listed} --format csv", capsys, monkeypatch)))
    places = {place for cell in cells for place in re.findall(r"\(r\. ([\d-]+)\)$", cell["bron"] or "")}
    assert places
    assert places - traced == set()
