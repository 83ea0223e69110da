"""The one place that knows how the program is run and what its JSON looks like."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from tests.worlds.questions import Question
from tests.worlds.register import Register, write

AT_LEAST = ("ten minste", "tenminste")
"""The words that mark cells, or the heading of a table, as what is known to belong there."""
TABLES = {"balans": "balans", "toets": "toets", "groepen": "groepen", "capaciteit": "groepen"}
"""The names of tables that answer the same questions."""


class Cell(NamedTuple):
    """A number of a table: its ends (None: open or unknown), what is counted beside it, and whether more may belong."""

    low: Fraction | int | None
    high: Fraction | int | None
    unknown: int
    marked: bool
    shown: str
    sides: frozenset[int] = frozenset()
    """Where it says that what is counted beside it may move it: 1 up, -1 down."""

    @property
    def opened(self) -> bool:
        return self.unknown > 0 or self.marked


class Answer(NamedTuple):
    """What the program did: its exit code, and the cells by table, row and column."""

    code: int
    cells: dict[tuple[str, str, str], Cell]
    errors: tuple[str, ...] = ()


class _Exit(BaseException):
    """Stands for the end of the process."""


def _leave(code: int) -> None:
    raise _Exit(code)


@contextlib.contextmanager
def _process(words: list[str]) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    streams = tuple(io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    before = sys.stdout, sys.stderr, sys.argv, os._exit
    sys.stdout, sys.stderr, sys.argv = (*streams, ["woonplan", *words])
    os._exit = _leave  # type: ignore[assignment]
    try:
        yield streams[0], streams[1]
    finally:
        sys.stdout, sys.stderr, sys.argv, os._exit = before  # type: ignore[assignment]
        # The program leaves the collector off, since its process ends; this one goes on.
        gc.unfreeze()
        gc.enable()


def run(words: list[str]) -> tuple[int, str, str]:
    """Run the program in this process; its exit code and what it wrote."""
    from woonplan.__main__ import main

    with _process(words) as (out, err):
        try:
            code = main()
        except (_Exit, SystemExit) as end:
            code = end.args[0] if end.args else 0
        texts = []
        for stream in (out, err):
            stream.flush()
            texts.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return int(code or 0), texts[0], texts[1]


def ask(question: Question, register: Register, folder: Path) -> Answer:
    """Put a question; the register stands in the folder already."""
    words = question.options(register)
    code, out, err = run([*words, "--data", str(folder), "--format", "json"])
    if not out.lstrip().startswith("{"):
        return Answer(code, {}, (err.strip(),))
    return Answer(code, dict(cells(json.loads(out))))


def cells(document: dict[str, Any]) -> Iterator[tuple[tuple[str, str, str], Cell]]:
    """Every number of every table of a document."""
    for table in document["tabellen"]:
        name = TABLES.get(table["naam"], table["naam"])
        heads = {column["sleutel"]: column["kop"] for column in table["kolommen"]}
        headed = _at_least(table["titel"], *table["opmerkingen"])
        for row in table["rijen"]:
            for column, value in row["cellen"].items():
                cell = _cell(value, headed or _at_least(heads.get(column, "")))
                if cell is not None:
                    yield (name, row["sleutel"], column), cell


def _cell(value: Any, headed: bool) -> Cell | None:
    if not isinstance(value, dict) or "min" not in value:
        return None
    count = sum(value["zonder"].values())
    words = [word for key, word in value.items() if isinstance(word, str) and key != "eenheid"]
    ends = [_number(value.get("bekend", value)[end]) for end in ("min", "max")]
    shown = f"{ends[0]}..{ends[1]}" + (f" (+{count})" if count else "") + "".join(f" {word}" for word in words)
    # An end that is not said for certain is one that what has no number may move.
    sides = frozenset(side for end, side in (("min", -1), ("max", 1)) if count and value[end] is None)
    return Cell(ends[0], ends[1], count, headed or _at_least(*words), shown, sides)


def _number(value: Any) -> Fraction | int | None:
    if isinstance(value, dict):
        return Fraction(value["teller"], value["noemer"])
    return None if value is None else int(value)


def _at_least(*texts: str) -> bool:
    return any(word in text.lower() for text in texts for word in AT_LEAST)


class Findings(NamedTuple):
    """What `check` found of numbers: errors by code, and the records with a warning on sums and years."""

    errors: tuple[str, ...]
    warned: frozenset[str]


def check(folder: Path) -> Findings:
    """Check the register in the folder."""
    _, out, _ = run(["check", str(folder), "--format", "json"])
    errors, warned = [], set()
    for finding in json.loads(out)["bevindingen"]:
        if finding["ernst"] == "fout" and finding["code"] < "WP4":
            errors.append(f"{finding['code']} {finding['melding']}")
        elif finding["ernst"] == "waarschuwing" and finding["code"].startswith("WP3"):
            warned.add(str(finding["plan"]))
    return Findings(tuple(errors), frozenset(warned))


def fields() -> frozenset[str]:
    """The fields of a plan that the program knows, from its own schema."""
    _, out, _ = run(["schema", "plannen"])
    return frozenset(json.loads(out)["definitions"]["Plan"]["properties"])


def put(register: Register, folder: Path) -> None:
    """Put the register where the program reads it."""
    write(register, folder)
