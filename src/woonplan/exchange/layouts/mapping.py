"""Any other table, by a file that says which column is which field and which word is which value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.exchange import words
from woonplan.exchange.cells import Book, Cell, Worksheet, blank, shown
from woonplan.exchange.columns import FileColumn
from woonplan.exchange.fields import FIELDS, CellKind, field_of
from woonplan.exchange.headers import fold, own_key
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.draft import Draft
from woonplan.exchange.layouts.flat import Flat
from woonplan.exchange.layouts.layout import head_rows
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.reader import read
from woonplan.load.nearest import suggestion
from woonplan.rule import Example, Rule
from woonplan.yaml_io import YamlDocument, parse, read_text
from woonplan.yaml_io.record import scalar


def _kolommen(veld: str) -> str:
    return f"versie: 1\nkolommen:\n  Plan: naam\n  Aantal: {veld}\nvast:\n  gemeente: Borne\n"


WP628 = Rule(
    code="WP628",
    naam="kolommenbestand klopt niet",
    wat="Het bestand dat zegt bij welk veld elke kolom hoort, noemt iets dat er niet is.",
    waarom="Een kolom die bij geen veld hoort, zou ongemerkt wegvallen.",
    oplossing="Verbeter het kolommenbestand; --suggest-mapping maakt een nieuw.",
    fout=Example(_kolommen("wonigen"), 4, 11, file="kolommen.yaml"),
    goed=Example(_kolommen("woningen"), file="kolommen.yaml"),
)
"""A file of columns that names what is not there."""


SKIP = "overslaan"
"""What a column is mapped to that goes nowhere."""
KEY = "sleutel"
"""What a column is mapped to that holds what the other system calls a plan."""

_KEYS = ("versie", "blad", "koprij", "kolommen", "waarden", "onbekend", "vast")


@dataclass
class Kolommen:
    """What a mapping file says."""

    blad: str = ""
    koprij: int = 0
    kolommen: dict[str, str] = field(default_factory=dict)
    """Header, folded, to key."""
    waarden: dict[str, dict[str, str]] = field(default_factory=dict)
    """Key to text, folded, to what is to be read instead."""
    onbekend: frozenset[str] = frozenset()
    """Texts, folded, that say nothing."""
    vast: dict[str, str] = field(default_factory=dict)
    """Key to the value of every plan."""


def read_mapping(path: Path) -> tuple[Kolommen, list[Diagnostic]]:
    """Return what a mapping file says, and what is wrong with it."""
    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        return Kolommen(), [raw]
    document, findings = parse(raw)
    if document is None or not isinstance(document.value, dict):
        what = "het kolommenbestand hoort te beginnen met 'versie: 1' en 'kolommen:'"
        return Kolommen(), findings or [WP628.at(Place(raw.name, 1, 1), what)]
    reader = _MappingReader(document, findings)
    return reader.mapping(), findings


class _MappingReader:
    """Reads the parts of a mapping file and reports what they name that is not there."""

    def __init__(self, document: YamlDocument, findings: list[Diagnostic]) -> None:
        self.document = document
        self.findings = findings

    def wrong(self, path: tuple[str | int, ...], message: str, hint: str = "", *, key: bool = False) -> None:
        self.findings.append(WP628.at(self.document.place(path, key=key), message, hint))

    def mapping(self) -> Kolommen:
        """Return what the file says; what it names that is not there becomes a finding."""
        value = self.document.value
        raw: dict[str, object] = dict(value) if isinstance(value, dict) else {}
        for name in raw:
            if name not in _KEYS:
                self.wrong((name,), f"onbekende sleutel {quote(name)}", suggestion(name, _KEYS), key=True)
        found = Kolommen(blad=self._text(raw, "blad"), koprij=self._koprij(raw))
        for header, key in self._pairs(raw, ("kolommen",)):
            field = key if key in (SKIP, KEY) else self._key(key, ("kolommen", header), key=False)
            if field:
                found.kolommen[fold(header)] = field
        blocks = raw.get("waarden")
        for name in blocks if isinstance(blocks, dict) else ():
            field = self._key(name, ("waarden", name))
            found.waarden[field] = {fold(text): value for text, value in self._pairs(raw, ("waarden", name))}
        for name, text in self._pairs(raw, ("vast",)):
            if field := self._key(name, ("vast", name)):
                found.vast[field] = text
        unknown = raw.get("onbekend") or []
        if not isinstance(unknown, list):
            self.wrong(("onbekend",), "bij 'onbekend' hoort een lijst van woorden")
        found.onbekend = frozenset(fold(str(item)) for item in unknown) if isinstance(unknown, list) else frozenset()
        if not found.kolommen:
            self.wrong(("kolommen",), "er staan geen kolommen in", "Schrijf onder 'kolommen:' regels 'kop: veld'.")
        return found

    def _key(self, name: str, path: tuple[str, ...], *, key: bool = True) -> str:
        field = own_key(name)
        if field is None:
            hint = suggestion(name, [f.kop for f in FIELDS]) or "Een veld heet als een sleutel van een plan."
            self.wrong(path, f"{quote(name)} is geen veld van een plan", hint, key=key)
        return field or ""

    def _koprij(self, raw: Mapping[str, object]) -> int:
        koprij = raw.get("koprij", 0)
        if isinstance(koprij, int) and not isinstance(koprij, bool) and koprij >= 0:
            return koprij
        self.wrong(("koprij",), "koprij is het nummer van de rij met koppen, zoals 2")
        return 0

    def _text(self, raw: Mapping[str, object], name: str) -> str:
        value = raw.get(name, "")
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)
        self.wrong((name,), f"bij {quote(name)} hoort tekst")
        return ""

    def _pairs(self, raw: Mapping[str, object], path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        block: object = raw
        for step in path:
            block = block.get(step) if isinstance(block, dict) else None
        if block is None:
            return
        if not isinstance(block, dict):
            self.wrong(path, f"bij {quote(path[-1])} horen regels 'kop: veld'")
            return
        for name, value in block.items():
            if isinstance(value, str | int) and not isinstance(value, bool):
                yield name, str(value)
            elif value is None:
                continue  # a line of a draft that nobody filled in
            else:
                self.wrong((*path, name), f"bij {quote(name)} hoort een woord")


class Mapped(Flat):
    """A table whose columns and words a mapping file explains."""

    naam = "tabel volgens kolommenbestand"
    slug = "kolommenbestand"
    soort_aantal = "onbekend"
    statusdefinitie = "onbekend"

    def __init__(self, sheet: Worksheet, header: int, columns: list[FileColumn], mapping: Kolommen) -> None:
        super().__init__(sheet, header, columns)
        self.mapping = mapping

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield a plan per row, its words exchanged for those of the register."""
        for draft in super().drafts(asked):
            own = draft.cells.pop(KEY, None)
            draft.key = shown(own.value).strip() if own else draft.key
            for key, cell in list(draft.cells.items()):
                text = fold(shown(cell.value))
                if text in self.mapping.onbekend:
                    del draft.cells[key]
                elif (instead := self.mapping.waarden.get(key, {}).get(text)) is not None:
                    draft.cells[key] = Cell(instead, cell.row, cell.column)
            yield draft


def apply(book: Book, mapping: Kolommen, path: str) -> list[Mapped] | Diagnostic:
    """Return the sheets of a book as the mapping explains them, or why it does not fit."""
    sheets = [s for s in book.sheets if s.name == mapping.blad] if mapping.blad else book.shown
    found: list[Mapped] = []
    for sheet in sheets:
        header = _header(sheet, mapping)
        if header is None:
            continue
        number, texts = header
        columns = []
        for index, text in enumerate(texts, 1):
            key = mapping.kolommen.get(fold(text), "") if text else ""
            columns.append(
                FileColumn(index, text, "" if key == SKIP else key, "wordt overgeslagen" if key == SKIP else "")
            )
        width = max((len(row) for _, row in sheet.rows), default=0)
        columns += [FileColumn(i, "") for i in range(len(columns) + 1, width + 1)]
        found.append(Mapped(sheet, number, columns, mapping))
    if found:
        return found
    what = f"geen blad van {quote(book.name)} heeft de koppen die {quote(path)} noemt"
    return WP628.at(Place(book.name), what, "Controleer 'blad', 'koprij' en de koppen onder 'kolommen'.")


def _header(sheet: Worksheet, mapping: Kolommen) -> tuple[int, list[str]] | None:
    rows = head_rows(sheet)
    if mapping.koprij:
        return next(((n, texts) for n, texts in rows if n == mapping.koprij), None)
    best = max(rows, key=lambda item: _hits(item[1], mapping), default=None)
    return best if best and _hits(best[1], mapping) else None


def _hits(texts: list[str], mapping: Kolommen) -> int:
    return sum(fold(text) in mapping.kolommen for text in texts if text)


def suggest(book: Book, asked: Given) -> str:
    """Return a mapping file for a table that is not recognised, drafted from its headers and values.

    What is not certain is left empty behind the column, with values as a comment: nothing is guessed into the register.
    """
    sheet = max(book.shown or book.sheets, key=lambda s: len(s.rows))
    number, texts = max(head_rows(sheet), key=lambda item: sum(bool(t) for t in item[1]), default=(1, []))
    own = ", ".join(field.key for field in FIELDS if field.sjabloon and "." not in field.key)
    lines = [
        f"# Kolommen van {quote(book.name)[1:-1]}. Vul achter elke kop het veld in; {SKIP} laat een kolom weg.",
        f"# Velden: {own},",
        f"# oplevering 2026, eengezins, sociale huur, ...; {KEY} is het nummer van het plan in het andere systeem.",
        "versie: 1",
        *([f"blad: {scalar(sheet.name)}"] if sheet.name else []),
        f"koprij: {number}",
        "kolommen:",
    ]
    odd: dict[str, list[str]] = {}
    for index, text in enumerate(texts, 1):
        if text:
            values = _values(sheet, number, index)
            key = own_key(text) or _by_values(values, asked)
            few = ", ".join(quote(value, 30) for value in list(dict.fromkeys(values))[:3])
            lines.append(f"  {scalar(text)}:{f' {key}' if key else ''}{f'  # {few}' if few else ''}")
            if key and (unread := _unread(key, values)):
                odd[key] = unread[:50]
    if odd:
        lines.append("waarden:")
        for key, texts in odd.items():
            lines += [f"  {key}:", *(f"    {scalar(text)}:" for text in texts)]
    return "\n".join((*lines, "onbekend: [onbekend, n.v.t.]")) + "\n"


def _values(sheet: Worksheet, header: int, index: int) -> list[str]:
    return [
        shown(row[index - 1]).strip()
        for number, row in sheet.rows
        if number > header and len(row) >= index and not blank(row[index - 1])
    ]


def _by_values(column: list[str], asked: Given) -> str:
    """Return the field that most values of a column belong to, empty where that is not plain."""
    distinct = list(dict.fromkeys(column))[:200]
    if not distinct:
        return ""

    def share(test: object) -> float:
        return sum(bool(test(text)) for text in distinct) / len(distinct)  # type: ignore[operator]

    if share(lambda text: text.casefold() in asked.listed.gemeenten) > 0.5:
        return "gemeente"
    status = next(f for f in FIELDS if f.kind is CellKind.STATUS)
    if share(lambda text: not isinstance(read(status, text), Problem) and not text.isdecimal()) > 0.5:
        return "planstatus"
    for key in ("plantype", "projectfase", "vertrouwelijkheid", "opdrachtgever"):
        if share(lambda text, key=key: words.find(key, text)) > 0.5:
            return key
    return ""


def _unread(key: str, column: list[str]) -> list[str]:
    """Return the different values of a column that its field does not know."""
    known = field_of(key)
    if known.kind not in (CellKind.WOORD, CellKind.STATUS, CellKind.JA_NEE):
        return []
    return [text for text in dict.fromkeys(column) if isinstance(read(known, text), Problem)]
