"""Damaged files of every kind: an answer in words, never an exception, and no register that is worse than before."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import GEMEENTEN
from tests.exchange.books import base, content, dbf, draaitabel, een_plan, eenvoudig, nieuwekaart, uitgebreid, workbook
from tests.exchange.diwi_books import BUILT, GONE, diwi, project
from tests.exchange.layouts.planmonitor.test_lists import HOF, KLAAR, SCHEEF
from tests.exchange.layouts.test_flat import HEADS, row
from tests.exchange.layouts.test_nieuwekaart import ROWS
from tests.exchange.stock.test_cbs import BLOCK, FLOW, bulk, web
from woonplan.cli.run import run
from woonplan.exchange.template.workbook import Sjabloon, template
from woonplan.load import load

REGISTER = GEMEENTEN.replace(FLOW, BLOCK)
HAND = """\
versie: 1
peildatum: 2026-01-01
statusdefinitie: basisset-2022
soort_aantal: bruto
plannen:
  # met de hand
  - {id: bee-eigen, naam: 'Eigen', gemeente: Bee, planstatus: 3,  woningen: 12, gerealiseerd: 0, bron: nota}
"""
PLANS = ((base("Hof"), HOF), (base("Klaar"), KLAAR))
CELLS: tuple[Any, ...] = (
    None, "", " ", "x", "=A1", "#REF!", "ca. 30", "1.200", 1e300, -1, 0, 2**70, 1.5, True, "\u202e", "🏠", "\n", "'",
    '"', "- a: b", "2A", "Aa", "Bee", "onbekend", "ja", "2026", 46027, "5-1-2026", "Totaal", "naam", "a" * 5000,
    "VOORBEELD", "{}", "%s",
)  # fmt: skip


@cache
def seeds() -> list[tuple[str, bytes]]:
    """Return a good file of every layout."""
    flat = workbook([HEADS, row("Hof"), row("Wal", gemeente="Bee"), row("Dam", planstatus="zacht")], "Plannen")
    filled = openpyxl.load_workbook(io.BytesIO(template(Sjabloon(("Aa",), "2026-01-01"))))
    values = {"naam": "Hof", "gemeente": "Aa", "planstatus": "2A. Vastgesteld", "restant": 30}
    for cell in filled["plannen"][1]:
        filled["plannen"].cell(3, cell.column, values.get(cell.value))
    fields = [("PLANNAAM", "C", 40), ("GEM_NAAM", "C", 20), ("PLANSTATUS", "C", 20), ("AANTALREST", "N", 8)]
    return [
        ("eenvoudig.xlsx", content(workbook(eenvoudig(PLANS)))),
        ("scheef.xlsx", content(workbook(eenvoudig([(base("Scheef"), SCHEEF)])))),
        ("uitgebreid.xlsx", content(workbook(uitgebreid(PLANS[:1])))),
        ("draaitabel.xlsx", content(workbook(draaitabel(PLANS[:1])))),
        ("plan.xlsx", content(een_plan(HOF, fields=base("Hof"), first=18))),
        ("diwi.xlsx", content(diwi(project("Kade") | BUILT, project("Kade") | GONE))),
        ("tabel.xlsx", content(flat)),
        ("sjabloon.xlsx", content(filled)),
        ("kaart.csv", nieuwekaart(*ROWS).encode()),
        ("kaart.dbf", dbf(fields, [("Hof", "Aa", "1A", "12"), ("Wal", "Bee", "3", "7")])),
        ("cbs.csv", bulk().encode()),
        ("web.csv", web().encode()),
    ]


def spoilt_bytes(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with a few changed, lost, doubled or put in."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(out) + 1)
        kind = dice.randrange(4)
        if kind == 0 and at < len(out):
            out[at] = dice.randrange(256)
        elif kind == 1:
            del out[at : at + dice.choice((1, 4, 50))]
        elif kind == 2:
            out[at:at] = out[at : at + dice.choice((1, 10, 200))]
        else:
            out[at:at] = dice.choice(
                (b"<", b">", b"&", b";", b'"', b"\0", b"</c>", b"<c/>", b"9", b"-", b"\xff", b"\r\n")
            )
    return bytes(out)


def spoilt_part(data: bytes, dice: random.Random) -> bytes:
    """Return a workbook with one of its parts spoilt: the container stays whole."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = dice.choice([n for n in names if "sheet" in n or "shared" in n] if dice.random() < 0.7 else names)
        for name in names:
            text = old.read(name)
            if name == chosen and dice.random() < 0.05:
                continue
            new.writestr(name, spoilt_bytes(text, dice) if name == chosen else text)
    return buffer.getvalue()


def spoilt_cells(data: bytes, dice: random.Random) -> bytes:
    """Return a workbook whose cells, rows, columns and sheets are not what they were."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for _ in range(dice.choice((1, 2, 4, 10))):
        sheet = dice.choice(book.worksheets)
        down, across = max(sheet.max_row, 1), max(sheet.max_column, 1)
        at = dice.randint(1, min(down + 1, 60)), dice.randint(1, min(across + 1, 60))
        kind = dice.randrange(9)
        if kind < 4:
            cell = sheet.cell(*at)
            if type(cell).__name__ != "MergedCell":
                cell.value = dice.choice(CELLS)
        elif kind == 4:
            sheet.delete_rows(at[0])
        elif kind == 5:
            sheet.delete_cols(at[1])
        elif kind == 6:
            sheet.insert_rows(at[0])
        elif kind == 7:
            sheet.row_dimensions[at[0]].hidden = True
        else:
            sheet.merge_cells(
                start_row=at[0],
                end_row=at[0] + dice.randint(0, 3),
                start_column=at[1],
                end_column=at[1] + dice.randint(0, 3),
            )
        if dice.random() < 0.03:
            sheet.sheet_state = dice.choice(("hidden", "visible"))
    if not any(sheet.sheet_state == "visible" for sheet in book.worksheets):
        book.worksheets[0].sheet_state = "visible"
    return content(book)


def mutated(name: str, data: bytes, dice: random.Random) -> bytes:
    ways: list[Callable[[bytes, random.Random], bytes]] = [spoilt_bytes]
    if name.endswith(".xlsx"):
        ways += [spoilt_part, spoilt_part, spoilt_cells, spoilt_cells]
    return dice.choice(ways)(data, dice)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def attack(folder: Path, capsys: pytest.CaptureFixture[str], start: int, count: int) -> list[int]:
    """Import so many spoilt files, each into a register of its own; return how often each exit code came."""
    files = seeds()
    codes = [0, 0, 0]
    for number in range(start, start + count):
        dice = random.Random(number)  # noqa: S311 - the same files every time
        name, data = dice.choice(files)
        home = folder / "r"
        shutil.rmtree(home, ignore_errors=True)
        (home / "data" / "plannen").mkdir(parents=True)
        (home / "data" / "gemeenten.yaml").write_text(REGISTER, encoding="utf-8")
        (home / "data" / "plannen" / "bee.yaml").write_text(HAND, encoding="utf-8")
        (home / name).write_bytes(mutated(name, data, dice))
        before = snapshot(home)
        args = ["import", str(home / name), "--data", str(home / "data"), "--peildatum", "2026-01-01"]
        partial = dice.random() < 0.3
        if partial:
            args += ["--partial", "--afgekeurd", str(home / "afgekeurd.xlsx")]
        if dice.random() < 0.3:
            args += ["--verborgen", dice.choice(("mee", "rijen", "weg"))]
        code = run(args)
        said = capsys.readouterr()
        assert code in ((0, 1, 2) if partial else (0, 2)), (number, name, said.err)
        assert "woonplan zelf" not in said.err, (number, name, said.err)
        codes[code] += 1
        after = snapshot(home)
        if code == 2:
            assert after == before, (number, name)
            continue
        # What people wrote is there to the letter, and the register can be computed with.
        assert HAND.split("plannen:\n")[1] in after["data/plannen/bee.yaml"].decode(), (number, name)
        lines = after["data/gemeenten.yaml"].decode().splitlines()
        assert [line for line in REGISTER.splitlines() if line not in lines] == [], (number, name)
        loaded = load(home / "data")
        assert loaded.errors == (), (number, name, loaded.errors)
    return codes


def test_spoilt_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = attack(tmp_path, capsys, 0, 60)
    assert all(codes[code] for code in (0, 2))


@pytest.mark.deep
def test_spoilt_files_at_length(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = attack(tmp_path, capsys, 1000, 5000)
    assert all(codes)


def test_the_files_are_good_before_they_are_spoilt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in seeds():
        home = tmp_path / name
        (home / "data").mkdir(parents=True)
        (home / "data" / "gemeenten.yaml").write_text(REGISTER, encoding="utf-8")
        (home / name).write_bytes(data)
        code = run(["import", str(home / name), "--data", str(home / "data"), "--peildatum", "2026-01-01"])
        assert (name, code) in ((name, 0), ("scheef.xlsx", 2)), capsys.readouterr().err
