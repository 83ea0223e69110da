"""One plan as its file gives it: its cells by field, the values read from them, and what was found on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange import rules
from woonplan.exchange.cells import Cell, Sheet, blank, ref, shown
from woonplan.exchange.rules import Regel
from woonplan.exchange.values import Problem, reader
from woonplan.load.context import Known


class Hidden(StrEnum):
    """What is read of what a person does not see."""

    MEE = "mee"
    """Hidden sheets and hidden rows."""
    RIJEN = "rijen"
    """Hidden rows, and no hidden sheets."""
    WEG = "weg"
    """Neither."""


@dataclass(frozen=True)
class Asked:
    """What the user gave beside the file."""

    known: Known
    """The names of the register."""
    peildatum: str | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Values for plans whose file has none, by field."""
    hidden: Hidden | None = None
    """Which hidden sheets and rows count; None where nobody said."""
    partial: bool = False
    """Whether the good rows are written while others are wrong."""


@dataclass
class Draft:
    """One plan: where it stands, what is in its cells, and what they say."""

    sheet: Sheet
    rows: tuple[int, ...]
    cells: dict[str, Cell] = field(default_factory=dict)
    """By field of the register, or in the terms of its format (`woningen/totaal`)."""
    label: Callable[[Cell], str] = str
    """What a cell is the value of, as its file says it."""
    key: str = ""
    """What its own system calls it; empty where the file does not say."""
    basis: str = ""
    """Digest of the record that its row was made from; empty where it was not made from one."""
    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    @property
    def naam(self) -> str:
        """Its name, also where it was not read yet."""
        if "naam" in self.values:
            return str(self.values["naam"])
        cell = self.cells.get("naam")
        return shown(cell.value).strip() if cell else ""

    @property
    def wrong(self) -> bool:
        """Whether something stands in the way of writing it."""
        return any(finding.severity is Severity.FOUT for finding in self.findings)

    def say(
        self, rule: Regel, cell: Cell | None, message: str, hint: str = "", severity: Severity | None = None
    ) -> None:
        """Note a finding at a cell, or at the row as a whole."""
        place = self.sheet.place(cell.row, cell.column) if cell else self.sheet.place(self.rows[0])
        name = self.label(cell) if cell else ""
        text = f"kolom {quote(name)}: {message}" if name else message
        self.findings.append(rule.at(place, text, hint, severity=severity, subject=self.naam))

    def fill(self) -> None:
        """Read every cell that is a field of the register; what is wrong with one becomes a finding."""
        values = self.values
        for key, cell in self.cells.items():
            if "/" in key:
                continue
            value = reader(key)(cell.value)
            if value.__class__ is Problem:
                self.say(value.rule, cell, value.message, value.hint, value.severity)
                value = value.value
            if value is not None:
                values[key] = value

    def refs(self, keys: Iterable[str]) -> str:
        """Return the cells of some fields as a spreadsheet names them: ``N15, O15``."""
        return ", ".join(ref(cell.row, cell.column) for key in keys if (cell := self.cells.get(key)))

    def empty(self, key: str) -> bool:
        """Whether a field has no cell, or one with nothing in it."""
        cell = self.cells.get(key)
        return cell is None or blank(cell.value)

    def broken(self, keys: Sequence[str]) -> bool:
        """Whether one of these cells holds something that could not be read."""
        return any(
            key in self.cells and self.cells[key].value not in (None, "") and key not in self.values for key in keys
        )

    def parts(self, block: str) -> dict[str, int]:
        """Return the numbers of a block that were read, by field."""
        begin = f"{block}."
        return {key: value for key, value in self.values.items() if key.startswith(begin)}

    def drop(self, keys: Iterable[str]) -> None:
        """Take parts of a block out: they are unknown."""
        for key in keys:
            del self.values[key]

    def drop_zeros(self, parts: Mapping[str, int]) -> None:
        """Take the zeros out of a block that adds up: they say no more than that the others are all."""
        self.drop([key for key, value in parts.items() if value == 0])

    def place_gemeente(self, asked: Asked) -> None:
        """Put the municipality in the words of the register, or report that it does not have it."""
        name = self.values.get("gemeente")
        if name is None:
            return
        known = asked.known
        text = str(name).strip()
        found = municipality(text, known)
        region = text.removesuffix("(regio)").strip()
        if found is None and text != region and region in known.regios:
            del self.values["gemeente"]
            self.values["regio"] = region
        elif found is None and len(parts := several(text, known)) > 1:
            del self.values["gemeente"]
            self.values["gemeenten"] = parts
        elif found is None:
            hint = known.suggest(text, known.names) or "Een naam die erop lijkt is er ook niet; zie gemeenten.yaml."
            self.say(rules.GEMEENTE, self.cells.get("gemeente"), f"gemeente {quote(text)} bestaat niet", hint)
        else:
            self.values["gemeente"] = found


def municipality(text: str, known: Known) -> str | None:
    """Return the name that the register has for a name, an alias, a CBS code or the digits of one; None for others."""
    found = known.gemeenten.get(text.casefold())
    if found is None and text.isdecimal() and len(text) <= CODE_DIGITS:
        found = known.gemeenten.get(f"gm{text.zfill(CODE_DIGITS)}")
    return found


def several(text: str, known: Known) -> list[str]:
    """Return the names of municipalities with a comma or semicolon between them; none where one is not known."""
    found = [municipality(part.strip(), known) for part in re.split("[,;]", text)]
    return [] if None in found else list(dict.fromkeys(name for name in found if name))


CODE_DIGITS = 4
"""Digits of a CBS code of a municipality, after GM."""
