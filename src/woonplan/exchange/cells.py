"""Cells as a spreadsheet has them: values, what has no value, and places as a person counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.rule import Rule, situation

WP601 = Rule(
    code="WP601",
    naam="bestand niet te lezen",
    wat="Het bestand is er niet, is beschadigd, versleuteld, te groot, of van een soort die niet gelezen wordt.",
    waarom="Wie een half bestand inleest, mist plannen zonder dat iemand het merkt.",
    oplossing="Open het in Excel of LibreOffice, sla het op als .xlsx en probeer opnieuw.",
    fout=situation("lijst.xlsx is opgeslagen met een wachtwoord."),
    goed=situation("lijst.xlsx is opgeslagen zonder wachtwoord."),
)
"""A file of others that cannot be read."""


LETTERS = 26


class Fault(NamedTuple):
    """A cell without a value to read: an error (``#REF!``), or a formula whose outcome was not stored."""

    text: str
    formula: bool


Value = None | bool | int | float | str | date | datetime | time | timedelta | Fault
"""What a cell can hold. None is no cell, an empty text is a cell that holds nothing: some products mean 0 by that."""

Row = Sequence[Value]


class Cell(NamedTuple):
    """One value with its place: row and column from 1."""

    value: Value
    row: int
    column: int


class MergedCells(NamedTuple):
    """Merged cells: first and last row and column, all inclusive and from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Worksheet:
    """One sheet: its rows with something in them, by number (from 1), and what is odd about it."""

    book: str
    """Name of the file, as users see it."""
    name: str
    """Name of the sheet; empty in a file that has no sheets."""
    rows: list[tuple[int, Row]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    filtered: str = ""
    """Cells of the filter that is on, empty without one."""
    merged: tuple[MergedCells, ...] = ()

    @property
    def file(self) -> str:
        """The file and the sheet, as they stand in front of a place."""
        return f"{self.book}, blad {self.name}" if self.name else self.book

    def place(self, row: int, column: int = 0) -> Place:
        """Return the place of a cell, or of a whole row where the column is 0."""
        return Place(self.file, row, column)

    def where(self, rows: Sequence[int]) -> str:
        """Return where rows stand, as `vindplaats` says it."""
        numbers = listed(rows)
        noun = "rij" if len(set(rows)) == 1 else "rijen"
        return f"blad {self.name}, {noun} {numbers}" if self.name else f"{noun} {numbers}"

    def filled_down(self) -> None:
        """Give every cell inside a merged area the value of its first cell, as the spreadsheet shows it."""
        by_row = dict(self.rows)
        for area in self.merged:
            first = by_row.get(area.top, ())
            value = first[area.left - 1] if len(first) >= area.left else None
            for number in range(area.top, min(area.bottom, area.top + MOST_MERGED) + 1):
                row = list(by_row.get(number, ()))
                row += [None] * (area.right - len(row))
                row[area.left - 1 : area.right] = [value] * (area.right - area.left + 1)
                by_row[number] = tuple(row)
        self.rows = sorted(by_row.items())


MOST_MERGED = 1000
"""Rows of one merged area that are filled: more is no table."""


@dataclass
class Book:
    """One file: its sheets, its checksum, and what was found while it was opened."""

    name: str
    sha256: str
    sheets: list[Worksheet]
    findings: list[Diagnostic] = field(default_factory=list)

    @property
    def shown(self) -> list[Worksheet]:
        """The sheets that a person sees."""
        return [sheet for sheet in self.sheets if not sheet.hidden]


def letter(column: int) -> str:
    """Return the letters of a column (from 1): 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def ref(row: int, column: int) -> str:
    """Return a cell as a spreadsheet names it: F12."""
    return f"{letter(column)}{row}"


def listed(numbers: Sequence[int]) -> str:
    """Return row numbers in words, runs of them as one: ``3-5, 9``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs)


def shown(value: Value) -> str:
    """Return a value as a person sees it in the cell."""
    match value:
        case None:
            return ""
        case bool():
            return "WAAR" if value else "ONWAAR"
        case float():
            return f"{value:.15g}".replace(".", ",")
        case date():
            return f"{value.day}-{value.month}-{value.year}"
        case _:
            return value.text if isinstance(value, Fault) else str(value)


def blank(value: Value) -> bool:
    """Whether a cell holds nothing to see."""
    return value is None or (isinstance(value, str) and not value.strip())


def unreadable(file: str, what: str, hint: str = "", row: int = 0) -> Diagnostic:
    """Return the finding that a file cannot be read, or not from a row on."""
    return WP601.at(Place(file, row), f"{quote(file)} {what}", hint)
