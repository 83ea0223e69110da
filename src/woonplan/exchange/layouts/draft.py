"""One plan as its file gives it: its cells by field, the values read from them, and what was found on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange.cells import Cell, Worksheet, blank, ref, shown
from woonplan.exchange.job import Given
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.reader import reader
from woonplan.load.context import Listed
from woonplan.rule import Example, Rule, csv_text

WP609 = Rule(
    code="WP609",
    naam="gemeente van een rij bestaat niet",
    wat="De gemeente van een rij staat niet in gemeenten.yaml: een tikfout, of een gemeente buiten het gebied.",
    waarom="Een plan zonder gemeente telt nergens mee.",
    oplossing="Schrijf de naam zoals in gemeenten.yaml, of de CBS-code.",
    fout=Example(csv_text("naam;gemeente;woningen", "Beekstraat;Born;30"), 2, 2, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;woningen", "Beekstraat;Borne;30"), file="lijst.csv"),
)
"""A municipality that the register does not have."""


WP613 = Rule(
    code="WP613",
    naam="rij telt niet op",
    wat="De delen van een rij (jaren, woningtypen, prijsklassen) zijn samen iets anders dan hun totaal.",
    waarom="Welke van de twee klopt, weet alleen wie het bestand maakte.",
    oplossing="Verbeter het totaal of de delen; wat niet bekend is hoort in de kolom voor onbekend.",
    fout=Example(
        csv_text("naam;gemeente;woningen;eengezins;meergezins", "Beekstraat;Borne;30;20;20"), 2, 4, file="lijst.csv"
    ),
    goed=Example(
        csv_text("naam;gemeente;woningen;eengezins;meergezins", "Beekstraat;Borne;40;20;20"), file="lijst.csv"
    ),
)
"""Parts of a row that do not add up."""


WP618 = Rule(
    code="WP618",
    naam="gegeven ontbreekt",
    wat="Iets dat een plan of een stand nodig heeft, staat niet in het bestand en is niet opgegeven.",
    waarom="Zonder gemeente of peildatum telt een plan nergens mee; zonder vertrouwelijkheid ziet niemand anders het.",
    oplossing="Vul het in, of geef het met --veld SLEUTEL=WAARDE.",
    fout=Example(csv_text("naam;planstatus;woningen", "Beekstraat;2A;30"), 2, 0, file="lijst.csv"),
    goed=Example(csv_text("naam;planstatus;woningen;gemeente", "Beekstraat;2A;30;Borne"), file="lijst.csv"),
)
"""Something that is needed and not given."""


def _pivot(first: str, second: str) -> str:
    rows = (f"Beekstraat;Borne;{first};Verdichting;Nieuwbouw;30", f"Beekstraat;Borne;{second};Verdichting;Sloop;3")
    return csv_text("Plannaam;Gemeente;Status Planologisch;Plantype;Woningtype;2026", *rows)


WP619 = Rule(
    code="WP619",
    naam="rijen van een plan spreken elkaar tegen",
    wat="Een plan staat op meer rijen, en een gegeven van het hele plan verschilt tussen die rijen.",
    waarom="Welke rij geldt, zou anders van hun volgorde afhangen.",
    oplossing="Maak de rijen gelijk.",
    fout=Example(_pivot("2A", "3"), 3, 3, file="lijst.csv"),
    goed=Example(_pivot("2A", "2A"), file="lijst.csv"),
)
"""Rows of one plan that disagree."""


@dataclass
class Draft:
    """One plan: where it stands, what is in its cells, and what they say."""

    sheet: Worksheet
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
        self, rule: Rule, cell: Cell | None, message: str, hint: str = "", severity: Severity | None = None
    ) -> None:
        """Note a finding at a cell, or at the row as a whole."""
        place = self.sheet.place(cell.row, cell.column) if cell else self.sheet.place(self.rows[0])
        name = self.label(cell) if cell else ""
        text = f"kolom {quote(name)}: {message}" if name else message
        self.findings.append(rule.at(place, text, hint, severity=severity)._replace(subject=self.naam))

    def fill(self) -> None:
        """Read every cell that is a field of the register; what is wrong with one becomes a finding."""
        values = self.values
        for key, cell in self.cells.items():
            if "/" in key:
                continue
            value = reader(key)(cell.value)
            if value.__class__ is Problem:
                self.say(value.rule, cell, value.message, value.hint)
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

    def place_gemeente(self, asked: Given) -> None:
        """Put the municipality in the words of the register, or report that it does not have it."""
        name = self.values.get("gemeente")
        if name is None:
            return
        listed = asked.listed
        text = str(name).strip()
        found = municipality(text, listed)
        region = text.removesuffix("(regio)").strip()
        if found is None and text != region and region in listed.regios:
            del self.values["gemeente"]
            self.values["regio"] = region
        elif found is None and len(parts := several(text, listed)) > 1:
            del self.values["gemeente"]
            self.values["gemeenten"] = parts
        elif found is None:
            hint = listed.suggest(text, listed.names) or "Een naam die erop lijkt is er ook niet; zie gemeenten.yaml."
            self.say(WP609, self.cells.get("gemeente"), f"gemeente {quote(text)} bestaat niet", hint)
        else:
            self.values["gemeente"] = found


def municipality(text: str, listed: Listed) -> str | None:
    """Return the name that the register has for a name, an alias, a CBS code or the digits of one; None for others."""
    found = listed.gemeenten.get(text.casefold())
    if found is None and text.isdecimal() and len(text) <= CODE_DIGITS:
        found = listed.gemeenten.get(f"gm{text.zfill(CODE_DIGITS)}")
    return found


def several(text: str, listed: Listed) -> list[str]:
    """Return the names of municipalities with a comma or semicolon between them; none where one is not known."""
    found = [municipality(part.strip(), listed) for part in re.split("[,;]", text)]
    return [] if None in found else list(dict.fromkeys(name for name in found if name))


CODE_DIGITS = 4
"""Digits of a CBS code of a municipality, after GM."""
