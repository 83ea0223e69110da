"""CBS 81955NED: housing stock and its mutations, as a bulk file and as the table on the web page.

The table ended in June 2025. Its successor 86098NED has other columns: it is recognised, and what its known columns say
is held against the register; a year of the register needs more than they give.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange.cells import Book, Row, Worksheet, blank, shown
from woonplan.load.context import Listed
from woonplan.load.sums.stock import TOLERANCE
from woonplan.rule import Example, Rule, csv_text


def _table(eindstand: int) -> str:
    mutations = "Nieuwbouw;Overige toevoeging;Sloop;Overige onttrekking;Correctie;Saldo voorraad"
    head = f"Regio's;Perioden;Beginstand voorraad;{mutations};Eindstand voorraad"
    return csv_text(head, f"Borne;2019;100;10;0;1;2;0;7;{eindstand}")


WP626 = Rule(
    code="WP626",
    naam="regel van het CBS past niet",
    wat="Een regel van een StatLine-tabel met de woningvoorraad is onvolledig, dubbel, of telt niet op.",
    waarom="De voorraad levert wat er sinds het begin van de periode gebouwd is; een fout verschuift de balans.",
    oplossing="Vergelijk de regel met StatLine.",
    fout=Example(_table(110), 2, 0, file="lijst.csv"),
    goed=Example(_table(107), file="lijst.csv"),
)
"""A row of the housing stock that does not fit."""


FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "beginstand": "beginstandvoorraad",
        "nieuwbouw": "nieuwbouw",
        "overige_toevoeging": "overigetoevoeging",
        "sloop": "sloop",
        "overige_onttrekking": "overigeonttrekking",
        "correctie": "correctie",
        "saldo": "saldovoorraad",
        "eindstand": "eindstandvoorraad",
    }
)
"""Field of the register to the name of its column, without spaces and number."""

_SUCCESSOR = {
    "nieuwbouwtotaal": "nieuwbouw",
    "sloop": "sloop",
    "saldovoorraad": "saldo",
    "eindstandvoorraad": "eindstand",
}
_ONLY_THERE = "toevoegingentotaal"
_HOMES = ("a045364", "woning", "woningen")
_YEAR = re.compile(r"(\d{4})(?:JJ00)?(\*{0,2})")
_NUMBER = re.compile(r"-?\d{1,9}")
_MISSING = (".", "x", "-", "")
_WEB_TITLE = 6
"""Rows in which the headers of the web table are looked for."""


@dataclass
class Stock:
    """What a table says: per municipality (its name in the register) and year the figures, None where unknown."""

    sheet: Worksheet
    naam: str
    years: dict[tuple[str, str], dict[str, int | None]] = field(default_factory=dict)
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)
    """Rows that are about something else, by what they are."""
    provisional: set[str] = field(default_factory=set)
    complete: bool = True
    """Whether the table has all that a year of the register needs."""


def recognise(book: Book) -> tuple[Worksheet, int, dict[str, int], bool] | None:
    """Return the sheet, the row of the headers, the column (from 1) of every name, and whether it is the successor."""
    for sheet in book.shown:
        for index, (number, row) in enumerate(sheet.rows[:_WEB_TITLE]):
            names = _names(row)
            # On the web page the subjects stand above the names of the dimensions.
            below = _names(sheet.rows[index + 1][1]) if index + 1 < len(sheet.rows) else {}
            if "eindstandvoorraad" not in names:
                continue
            if "perioden" in names:
                return sheet, number, names, _ONLY_THERE in names
            if "perioden" in below:
                return sheet, number + 1, {**below, **names}, _ONLY_THERE in names
    return None


def _names(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, value in enumerate(row, 1):
        if not blank(value):
            name = re.sub(r"_\d+$", "", shown(value).strip()).casefold().replace(" ", "")
            found.setdefault({"regios": "regio", "regio's": "regio"}.get(name, name), index)
    return found


def read_stock(book: Book, listed: Listed) -> Stock | None:
    """Return what a table of the housing stock says of the municipalities of the register; None for another file."""
    found = recognise(book)
    if found is None:
        return None
    sheet, header, columns, successor = found
    stock = Stock(sheet, "CBS 86098NED" if successor else "CBS 81955NED")
    names = _SUCCESSOR if successor else {column: key for key, column in FIELDS.items()}
    fields = {key: columns[name] for name, key in names.items() if name in columns}
    stock.complete = set(fields) == set(FIELDS)
    if not stock.complete:
        missing = ", ".join(key for key in FIELDS if key not in fields)
        message = (
            f"{stock.naam} herkend; van een voorraadjaar ontbreken hier: {missing}. Er wordt niets van geschreven; "
        )
        message += "wat er wel staat, is met het register vergeleken"
        stock.findings.append(WP626.at(sheet.place(header), message, severity=Severity.WAARSCHUWING))
    for number, row in sheet.rows:
        if number > header:
            _row(stock, number, row, columns, fields, listed)
    return stock


def _row(stock: Stock, number: int, row: Row, columns: dict[str, int], fields: dict[str, int], listed: Listed) -> None:
    text = {name: shown(row[i - 1]).strip() if len(row) >= i else "" for name, i in columns.items()}
    region = text.get("regio", "")
    if not region or not text.get("perioden"):
        stock.passed["regel zonder gebied of periode"] += 1
        return
    if "gebruiksfunctie" in columns and text["gebruiksfunctie"].casefold() not in _HOMES:
        stock.passed["ander gebruik dan wonen"] += 1
        return
    period = _YEAR.fullmatch(text["perioden"])
    if period is None:
        stock.passed["maand of kwartaal"] += 1
        return
    gemeente = listed.gemeenten.get(region.casefold())
    if gemeente is None:
        stock.passed[f"gebied buiten het register ({region})"] += 1
        return
    if period[2]:
        stock.provisional.add(period[1])
    values: dict[str, int | None] = {}
    for key, index in fields.items():
        cell = shown(row[index - 1]).strip() if len(row) >= index else ""
        if cell in _MISSING:
            values[key] = None
        elif _NUMBER.fullmatch(cell):
            values[key] = int(cell)
        else:
            message = f"{gemeente}, {period[1]}: {quote(cell)} is geen getal"
            stock.findings.append(WP626.at(stock.sheet.place(number, index), message))
            return
    year = (gemeente, period[1])
    if year in stock.years and stock.years[year] != values:
        message = f"{gemeente}, {period[1]} staat er al in rij {stock.rows[year]}, met andere getallen"
        stock.findings.append(WP626.at(stock.sheet.place(number), message))
        return
    stock.years[year] = values
    stock.rows[year] = number


def usable(stock: Stock) -> dict[tuple[str, str], dict[str, int]]:
    """Return the years that the register can hold; report those with something unknown, or that do not close."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for key, values in sorted(stock.years.items()) if stock.complete else ():
        place, name = stock.sheet.place(stock.rows[key]), f"{key[0]}, {key[1]}"
        year = {k: v for k, v in values.items() if v is not None}
        unknown = [k for k in FIELDS if k not in year]
        if unknown:
            message = (
                f"{name}: {', '.join(unknown)} is niet bekend; het register kan een jaar niet met een onbekend getal "
            )
            message += "bewaren, dus dit jaar blijft weg"
            stock.findings.append(WP626.at(place, message, severity=Severity.WAARSCHUWING))
            continue
        wrong = list(_wrong(year))
        for message in wrong:
            stock.findings.append(WP626.at(place, f"{name}: {message}"))
        if not wrong:
            found[key] = year
    return found


def _wrong(year: Mapping[str, int]) -> Iterator[str]:
    added = year["nieuwbouw"] + year["overige_toevoeging"] - year["sloop"] - year["overige_onttrekking"]
    added += year["correctie"]
    if added != year["saldo"]:
        yield f"de mutaties tellen op tot {added}, maar het saldo is {year['saldo']}"
    end = year["beginstand"] + year["saldo"]
    if abs(end - year["eindstand"]) > TOLERANCE:
        yield f"beginstand + saldo is {end}, maar de eindstand is {year['eindstand']}"
