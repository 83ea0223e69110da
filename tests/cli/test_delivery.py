"""The charts of a command, drawn when asked and as loose files; its tables as loose files in a folder."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.process import inside, woonplan


def test_gap_draws_only_when_asked() -> None:
    plain, drawn = inside("gap", "--toelichting"), inside("gap", "--grafiek")
    assert plain.returncode == drawn.returncode == 0
    assert "Van opgave naar saldo" not in plain.stdout.decode()
    assert "Van opgave naar saldo" in drawn.stdout.decode()
    # Every line without charts stands in the answer with them too.
    assert set(plain.stdout.splitlines()) <= set(drawn.stdout.splitlines())


def test_html_always_has_the_pictures() -> None:
    page = inside("gap", "--format", "html").stdout.decode()
    assert page.count("<figure") == 2


@pytest.mark.parametrize("command", [("gap",), ("report", "2020")])
def test_loose_files_for_a_document(tmp_path: Path, command: tuple[str, ...]) -> None:
    first, second = tmp_path / "een", tmp_path / "twee"
    done = [
        call(*command, "--charts", str(folder), "--format", "json")
        for folder, call in ((first, woonplan), (second, inside))
    ]
    assert [d.returncode for d in done] == [0, 0]
    names = sorted(path.name for path in first.iterdir())
    start = "-".join(command)
    assert {f"{start}-capaciteit.svg", f"{start}-saldo.svg"} <= set(names)
    for name in names:
        data = (first / name).read_bytes()
        assert ElementTree.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own output
        assert data == (second / name).read_bytes()
    assert b"Geschreven: " in done[0].stderr


def test_commands_do_not_write_over_the_charts_of_each_other(tmp_path: Path) -> None:
    written: dict[str, bytes] = {}
    for command in (
        ("gap",),
        ("gap", "--by", "gemeente"),
        ("gap", "--by", "jaar"),
        ("report", "2020"),
        ("report", "2019"),
    ):
        assert inside(*command, "--charts", str(tmp_path)).returncode == 0
        now = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert now.items() >= written.items()
        assert len(now) > len(written), command
        written = now


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    done = inside("gap", "--charts", str(tmp_path / "bestand"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "x"


MARKS = {"csv": ",", "csv-nl": ";"}


def _tables(*command: str) -> dict[str, dict[str, object]]:
    content = json.loads(inside(*command, "--format", "json").stdout)
    return {table["naam"]: table for table in content["tabellen"]}


@pytest.mark.parametrize("form", MARKS)
def test_every_table_of_a_report_is_a_file(tmp_path: Path, form: str) -> None:
    done = inside("report", "2020", "--format", form, "--output", f"{tmp_path}/uit/")
    assert (done.returncode, done.stdout) == (0, b"")
    tables = _tables("report", "2020")
    found = {path.name: path.read_text(encoding="utf-8-sig") for path in (tmp_path / "uit").iterdir()}
    assert len(found) == len(tables) > 10
    assert sorted(found) == sorted(f"report-2020-{name.replace('_', '-')}.csv" for name in tables)
    for name, table in tables.items():
        lines = list(csv.reader(found[f"report-2020-{name.replace('_', '-')}.csv"].splitlines(), delimiter=MARKS[form]))
        assert lines[0][0] == "sleutel"
        assert [line[0] for line in lines[1:]] == [row["sleutel"] for row in table["rijen"]]
        # Its own columns and no others: as many as it takes for one table.
        keys = {column["sleutel"] for column in table["kolommen"]}
        assert all(any(head == key or head.startswith(f"{key}_") for key in keys) for head in lines[0][1:])


def test_twice_the_same_and_in_a_folder_that_is_there(tmp_path: Path) -> None:
    before: dict[str, bytes] = {}
    for _ in range(2):
        assert inside("report", "2020", "--format", "csv-nl", "--output", str(tmp_path)).returncode == 0
        now = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert before in ({}, now)
        before = now
    assert all(content.startswith(b"\xef\xbb\xbfsleutel;") for content in before.values())


def test_years_do_not_write_over_each_other(tmp_path: Path) -> None:
    for command in (("report", "2020"), ("report", "2019"), ("gap",), ("list", "plannen"), ("explain", "gap.saldo")):
        before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert inside(*command, "--format", "csv", "--output", f"{tmp_path}/").returncode == 0
        now = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert now.items() >= before.items()
        assert len(now) > len(before)
    assert (tmp_path / "explain-uitleg.csv").exists() or (tmp_path / "uitleg.csv").exists()


@pytest.mark.parametrize("there", [b"naam;aantal\r\nmijn;1\r\n", b"", b"sleutels;1\r\n"])
def test_what_is_not_ours_is_not_written_over_and_then_nothing_is(tmp_path: Path, there: bytes) -> None:
    theirs = tmp_path / "report-2020-voorraad.csv"
    theirs.write_bytes(there)
    done = inside("report", "2020", "--format", "csv-nl", "--output", f"{tmp_path}/")
    assert done.returncode == 2
    assert "report-2020-voorraad.csv" in done.stderr.decode()
    assert "er is niets geschreven" in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == [theirs.name]
    assert theirs.read_bytes() == there


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    done = inside("report", "2020", "--format", "csv", "--output", f"{tmp_path}/bestand/uit/")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Fout: ")


@pytest.mark.parametrize("form", ["json", "html", "md", "table", "xlsx", "docx"])
def test_one_file_cannot_be_a_folder(tmp_path: Path, form: str) -> None:
    done = inside("gap", "--format", form, "--output", f"{tmp_path}/uit/")
    assert done.returncode == 2
    assert "is een map; geef de naam van een bestand" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_findings_too(tmp_path: Path) -> None:
    inside("check", "--format", "csv-nl", "--output", f"{tmp_path}/")
    assert [path.suffix for path in tmp_path.iterdir()] == [".csv"]
    done = inside("check", "--format", "sarif", "--output", f"{tmp_path}/sarif/")
    assert (done.returncode, (tmp_path / "sarif").exists()) == (2, False)
