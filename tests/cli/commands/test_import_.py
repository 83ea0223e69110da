"""`woonplan import`: what it says and where, what it writes, and what it leaves alone."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from tests.cli.process import PROGRAM, environment
from tests.conftest import GEMEENTEN
from tests.exchange.books import nieuwekaart, saved, workbook
from woonplan.cli.run import run

HEADS = ["naam", "gemeente", "planstatus", "woningen", "gerealiseerd"]
GOOD = [HEADS, ["Hof", "Aa", "2A", 30, 10], ["Wal", "Bee", "3", 40, 0]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a register without plans, and a good list beside it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    saved(workbook(GOOD, "Plannen"), tmp_path / "lijst.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


ASKED = ["--peildatum", "2026-01-01", "--vertrouwelijkheid", "openbaar"]


def test_what_it_says_and_what_runs_after_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del here
    assert run(["import", "lijst.xlsx", *ASKED]) == 0
    shown = capsys.readouterr()
    assert shown.err == "lijst.xlsx: tabel van woonplan (blad Plannen, koppen in rij 1)\n"
    assert shown.out.splitlines() == [
        "2 plannen ingelezen:",
        "  alle plannen       2 plannen  restant 60",
        "  hard               1 plan     restant 20",
        "  zacht              1 plan     restant 40",
        "In het register: 2 nieuw, 0 gewijzigd, 0 gelijk, 0 verdwenen.",
        "Geschreven:",
        "  data/gemeenten.yaml",
        "  data/plannen/aa.yaml",
        "  data/plannen/bee.yaml",
        "  data/plannen/import.json",
        "  -> Daarna: woonplan check data en woonplan gap --data data",
    ]
    assert run(["check", "data"]) == 0
    assert run(["gap", "--data", "data"]) == 0
    assert run(["report", "2026", "--data", "data"]) == 0
    capsys.readouterr()
    assert run(["explain", "aa-hof", "--data", "data"]) == 0
    assert "lijst.xlsx, blad Plannen, rij 2" in capsys.readouterr().out


def test_a_dry_run_says_what_would_change_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(here)
    assert run(["import", "lijst.xlsx", *ASKED, "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "Zou schrijven:" in out
    assert re.search(r"^nieuw +Aa +Hof +aa-hof +\+20 +0 +planstatus 2A, 30 woningen", out, re.MULTILINE)
    assert files(here) == before
    run(["import", "lijst.xlsx", *ASKED])
    rows = [HEADS, ["Hof", "Aa", "1A", 35, 10], ["Dam", "Bee", "3", 5, 0]]
    saved(workbook(rows, "Plannen"), here / "later.xlsx")
    capsys.readouterr()
    assert run(["import", "later.xlsx", *ASKED, "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^andere status, groter +Aa +Hof .* woningen 30 -> 35; planstatus 2A -> 1A", out, re.MULTILINE)
    assert "In Dal verandert hard met +5 woningen, zacht met -35" in out
    assert re.search(
        r"^andere status +Bee +Wal .* telt mee ja -> nee; .*staat niet meer in later.xlsx$", out, re.MULTILINE
    )
    # All of it is what `diff` says once it is written.
    shutil.copytree("data", "was")
    run(["import", "later.xlsx", *ASKED])
    capsys.readouterr()
    assert run(["diff", "was/plannen", "data/plannen"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] in out.splitlines()
    assert [line for line in out.splitlines() if line.startswith(("oude stand", "verschil"))] == [
        line for line in said if line.startswith(("oude stand", "verschil"))
    ]


def test_mistakes_are_said_at_once_in_the_words_of_a_spreadsheet(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [*GOOD, ["Dam", "Beee", "2A", "ca. 30", None], ["Ee", "Aa", "9", 3, 0]]
    saved(workbook(rows, "Plannen"), here / "fout.xlsx")
    before = files(here)
    assert run(["import", "fout.xlsx", *ASKED]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "fout.xlsx: tabel van woonplan (blad Plannen, koppen in rij 1)",
        "fout.xlsx, blad Plannen, rij 4, kolom B: WP609 fout ('Dam'): kolom 'gemeente': gemeente 'Beee' bestaat niet",
        "  -> Bedoelt u 'Bee'?",
        "fout.xlsx, blad Plannen, rij 4, kolom D: WP604 fout ('Dam'): kolom 'woningen': 'ca. 30' is tekst, geen getal",
        "  -> Schrijf 30 en zet 'circa' in de kolom precisie, of gebruik woningen minimaal en maximaal.",
        "fout.xlsx, blad Plannen, rij 5, kolom C: WP608 fout ('Ee'): kolom 'planstatus': '9' is geen "
        "planologische status",
        "  -> Kies uit: 1A, 1B, 1C, 2A, 2B, 2C, 3, 4A, 4B, 5A, 5B, hard, zacht of onbekend.",
        "4 plannen gelezen, waarvan 2 met een fout. 3 fouten, 0 keer let op. Er is niets geschreven.",
    ]
    assert files(here) == before


def test_partial_writes_the_good_rows_and_a_workbook_of_the_others(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(workbook([*GOOD, ["Dam", "Aa", "2A", "veel", 0]], "Plannen"), here / "fout.xlsx")
    assert run(["import", "fout.xlsx", *ASKED, "--partial"]) == 1
    assert "Afgekeurde rijen, met de reden erbij: fout-afgekeurd.xlsx" in capsys.readouterr().out
    assert (here / "data" / "plannen" / "bee.yaml").exists()
    sheet = openpyxl.load_workbook(here / "fout-afgekeurd.xlsx").active
    assert sheet["A2"].value == "Dam"
    assert "'veel' is tekst" in sheet["F2"].value
    # It is never overwritten unasked.
    assert run(["import", "fout.xlsx", *ASKED, "--partial"]) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert run(["import", "fout.xlsx", *ASKED, "--partial", "--afgekeurd", "rest.xlsx"]) == 1
    assert (here / "rest.xlsx").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["lijst.xlsx"], "geen peildatum"),
        (["lijst.xlsx", "--peildatum", "gisteren"], "--peildatum is geen datum"),
        (["lijst.xlsx", *ASKED[:2], "--vertrouwelijkheid", "geheim"], "kent alleen openbaar, regio"),
        (["lijst.xlsx", *ASKED, "--afgekeurd", "x.xlsx"], "hoort bij --partial"),
        (["lijst.xlsx", *ASKED, "--data", "elders"], "geen register in 'elders'"),
        (["er-niet.xlsx", *ASKED], "kan niet gelezen worden: dit bestaat niet"),
        (["data", *ASKED], "is een map"),
        (["data/gemeenten.yaml", *ASKED], "geen indeling die herkend wordt"),
        (["lijst.xlsx", *ASKED, "--mapping", "er-niet.yaml"], "bestaat niet"),
        (["lijst.xlsx", *ASKED, "--veld", "kleur=rood"], "is geen veld met een waarde"),
        (["lijst.xlsx", *ASKED, "--verborgen", "soms"], "keuze 'soms' bestaat niet"),
        (["lijst.xlsx", *ASKED, "--conflict", "mij"], "keuze 'mij' bestaat niet"),
    ],
)
def test_wrong_use_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str], args: list[str], said: str) -> None:
    before = files(here)
    assert run(["import", *args]) == 2
    assert said in capsys.readouterr().err
    assert files(here) == before


def test_a_draft_of_a_mapping_goes_to_the_screen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(workbook([["Project", "Waar", "Aantal"], ["Hof", "Aa", 3]], "Lijst"), here / "vreemd.xlsx")
    assert run(["import", "vreemd.xlsx", "--suggest-mapping"]) == 0
    draft = capsys.readouterr().out
    assert "  Waar: gemeente  # 'Aa'" in draft
    (here / "k.yaml").write_text(
        draft.replace("Project:", "Project: naam").replace("Aantal:", "Aantal: restant"), encoding="utf-8"
    )
    assert run(["import", "vreemd.xlsx", *ASKED, "--mapping", "k.yaml"]) == 0
    assert run(["import", "er-niet.xlsx", "--suggest-mapping"]) == 2


def test_several_files_at_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "kaart.csv").write_text(
        nieuwekaart("7;V;Bee;Kaartplan;Verdichting;1A Onherroepelijk;5;0;5;0;0;0;5;0;0;5;0;0;2020;"), encoding="utf-8"
    )
    assert run(["import", "lijst.xlsx", "kaart.csv", *ASKED]) == 0
    assert "3 plannen ingelezen:" in capsys.readouterr().out


def test_without_the_library_it_says_how_to_install_it(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del here

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("woonplan.exchange.files.xlsx.import_module", missing)
    assert run(["import", "lijst.xlsx", *ASKED]) == 2
    assert capsys.readouterr().err == (
        "Fout: om een werkmap te lezen is een extra pakket nodig. Installeer het met: python -m pip install openpyxl.\n"
    )


def test_help_is_dutch_and_starting_loads_no_workbook_library(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del here
    assert run(["import", "--help"]) == 0
    text = capsys.readouterr().out
    assert "Lees plannen in uit Excel" in text
    assert "Dag waarop de aantallen golden" in text
    code = "import sys; from woonplan.cli.run import run; run(['import', '--help'])\n"
    code += "sys.exit(bool({'openpyxl', 'xlsxwriter'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=False)
    assert done.returncode == 0


def test_a_folder_that_cannot_be_written_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "dicht").write_text("", encoding="utf-8")
    assert run(["import", "lijst.xlsx", *ASKED, "--output", "dicht/plannen"]) == 2
    assert "kan niet gemaakt worden" in capsys.readouterr().err


@pytest.mark.deep
def test_killed_at_any_moment_every_file_is_old_or_new(here: Path) -> None:
    rows = [HEADS, *([f"Plan {n}", "Aa" if n % 2 else "Bee", "2A", n, 0] for n in range(1, 1500))]
    saved(workbook(rows, "Plannen"), here / "oud.xlsx")
    saved(workbook([HEADS, *([r[0], r[1], r[2], r[3] + 1, 0] for r in rows[1:])], "Plannen"), here / "nieuw.xlsx")
    assert run(["import", "oud.xlsx", *ASKED]) == 0
    old = files(here / "data")
    command = [*PROGRAM, "import", "nieuw.xlsx", *ASKED]
    begin = time.monotonic()
    subprocess.run(command, cwd=here, env=environment(), capture_output=True, check=True)
    took = time.monotonic() - begin
    new = files(here / "data")
    assert {name for name in old if old[name] != new[name]} == {
        "gemeenten.yaml",
        "plannen/aa.yaml",
        "plannen/bee.yaml",
        "plannen/import.json",
    }
    for step in range(12):
        for name, content in old.items():
            (here / "data" / name).write_bytes(content)
        process = subprocess.Popen(
            command, cwd=here, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        # Most of the moments lie at the end, where the files are written.
        time.sleep(took * (0.75 + 0.03 * step))
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = {name: content for name, content in files(here / "data").items() if not name.endswith(".tmp")}
        assert set(left) == set(old)
        assert all(content in (old[name], new[name]) for name, content in left.items())
    # What was cut short is finished by the same command.
    subprocess.run(command, cwd=here, env=environment(), capture_output=True, check=True)
    assert {k: v for k, v in files(here / "data").items() if not k.endswith(".tmp")} == new


def test_an_empty_plan_file_makes_room_and_that_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plannen = here / "data" / "plannen.yaml"
    plannen.write_text("versie: 1\npeildatum: 2026-01-01\nplannen: []\n", encoding="utf-8")
    assert run(["import", "lijst.xlsx", *ASKED, "--dry-run"]) == 0
    assert "  data/plannen.yaml was leeg en zou heten data/plannen.yaml.leeg" in capsys.readouterr().out
    assert plannen.exists()
    assert run(["import", "lijst.xlsx", *ASKED]) == 0
    assert "  data/plannen.yaml was leeg en heet nu data/plannen.yaml.leeg" in capsys.readouterr().out
    assert not plannen.exists()
    assert run(["gap", "--data", "data"]) == 0


def test_an_empty_plan_file_that_cannot_make_room_is_said(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "data" / "plannen.yaml").write_text("versie: 1\npeildatum: 2026\nplannen: []\n", encoding="utf-8")

    def refuse(self: Path, target: Path) -> Path:
        del self, target
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "rename", refuse)
    assert run(["import", "lijst.xlsx", *ASKED]) == 2
    assert "'data/plannen.yaml' kan geen andere naam krijgen: u hebt er geen rechten voor." in capsys.readouterr().err


def test_sums_are_said_as_all_other_numbers(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        HEADS,
        ["Hof", "Aa", "2A", 1200, None],
        ["Wal", "Aa", "2A", None, None],
        ["Wei", "Aa", "2A", None, None],
        ["Dam", "Bee", None, None, None],
    ]
    saved(workbook(rows, "Plannen"), here / "lijst.xlsx")
    assert run(["import", "lijst.xlsx", *ASKED, "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  hard               3 plannen  restant min. 0 (2 plannen zonder aantal)" in lines
    assert "  onbekend           1 plan     restant onbekend" in lines
