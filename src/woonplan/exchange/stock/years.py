"""Housing stock into `gemeenten.yaml`: years are added, and what the register says otherwise is shown first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.exchange.job import Choice
from woonplan.exchange.register.comparison import WP622, comparable
from woonplan.exchange.register.writing import says
from woonplan.exchange.stock import cbs
from woonplan.exchange.stock.cbs import WP626
from woonplan.yaml_io import RawFile, YamlDocument
from woonplan.yaml_io.edit import WP627, Edit, Item, NotEditable, applied, block_end, items, line_end, lines_of
from woonplan.yaml_io.record import scalar

GEMEENTEN, VOORRAAD = "gemeenten", "voorraad"
BRON = "voorraadbron"


@dataclass
class Stocked:
    """What would change in the stock of the register."""

    data: bytes | None = None
    """The file with the changes, None where nothing changes."""
    lines: list[str] = field(default_factory=list)
    """The changes in words."""
    findings: list[Diagnostic] = field(default_factory=list)
    same: int = 0


def stocked(raw: RawFile, document: YamlDocument, stock: cbs.Stock, bron: str, choice: Choice | None) -> Stocked:
    """Return the register's file of municipalities with the years of a table in it.

    Args:
        raw: The text of `gemeenten.yaml`.
        document: The same, parsed.
        stock: What the table says.
        bron: Id of the document of the table, for a register that names no source of its stock.
        choice: Which side wins where a year is there with other figures; None makes that an error.
    """
    out = Stocked()
    gemeenten = document.at((GEMEENTEN,))
    years = cbs.usable(stock)
    out.findings += stock.findings
    if not isinstance(gemeenten, list):
        return out
    lines = lines_of(raw.text)
    changed: dict[int, dict[str, dict[str, int]]] = {}
    for number, gemeente in enumerate(gemeenten):
        if not isinstance(gemeente, dict):
            continue
        naam = str(gemeente.get("naam"))
        old = gemeente.get(VOORRAAD)
        wanted = _wanted(out, stock, naam, old if isinstance(old, dict) else {}, years, choice)
        if wanted:
            changed[number] = wanted
    if not stock.complete or not changed:
        return out
    try:
        there = items(document, (GEMEENTEN,), lines)
        edits = [
            e for number, wanted in changed.items() for e in _edits(document, number, wanted, there[number], lines)
        ]
    except NotEditable:
        message = f"in {quote(raw.name)} kan de voorraad niet bijgewerkt worden zonder iets anders te raken"
        hint = "Schrijf 'voorraad:' met elk jaar op een eigen regel."
        out.findings.append(WP627.at(document.place((GEMEENTEN,), key=True), message, hint))
        return out
    value: dict[str, Any] = dict(document.value) if isinstance(document.value, dict) else {}
    expected = {**value, GEMEENTEN: [_with(g, changed.get(n, {})) for n, g in enumerate(gemeenten)]}
    if BRON in value:
        out.lines.append(
            f"de bron van de voorraad ('{BRON}' in {quote(raw.name)}) is niet gewijzigd; ga na of zij klopt"
        )
    else:
        at = document.place((GEMEENTEN,), key=True).line - 1
        while at and lines[at - 1].lstrip().startswith("#"):
            at -= 1
        end = line_end(lines)
        text = f"{BRON}:{end}  bron: {scalar(bron)}{end}  vindplaats: {scalar(_where(stock))}{end}{end}"
        edits.append(Edit(at, at, text))
        expected[BRON] = {"bron": bron, "vindplaats": _where(stock)}
    text = applied(lines, edits)
    if not says(text, expected):
        message = f"{quote(raw.name)} zou door deze wijziging iets anders gaan zeggen en is niet gewijzigd"
        out.findings.append(WP627.at(Place(raw.name), message))
        return out
    out.data = text.encode()
    return out


def _where(stock: cbs.Stock) -> str:
    numbers = sorted(stock.rows.values())
    return stock.sheet.where(range(numbers[0], numbers[-1] + 1))


def _with(gemeente: Any, years: Mapping[str, Any]) -> Any:
    if not years or not isinstance(gemeente, dict):
        return gemeente
    old = gemeente.get(VOORRAAD)
    return {**gemeente, VOORRAAD: {**(old if isinstance(old, dict) else {}), **years}}


def _wanted(
    out: Stocked,
    stock: cbs.Stock,
    naam: str,
    old: Mapping[str, Any],
    years: Mapping[tuple[str, str], dict[str, int]],
    choice: Choice | None,
) -> dict[str, dict[str, int]]:
    """Return the years of one municipality that are written; note what changes, and report what contradicts."""
    wanted: dict[str, dict[str, int]] = {}
    for (gemeente, year), values in stock.years.items():
        if gemeente != naam:
            continue
        there = old.get(year)
        known = {k: v for k, v in values.items() if v is not None}
        if isinstance(there, dict):
            differs = [k for k, v in known.items() if comparable(there.get(k)) != str(v)]
            if not differs:
                out.same += 1
                continue
            told = "; ".join(f"{k}: register {there.get(k)}, bestand {known[k]}" for k in differs)
            out.lines.append(f"{naam} {year}: {told}")
            if choice is None:
                place = stock.sheet.place(stock.rows[naam, year])
                severity = None if stock.complete else Severity.WAARSCHUWING
                message = f"{naam}, {year} staat anders in het register: {told}"
                out.findings.append(WP622.at(place, message, severity=severity))
            if choice is not Choice.BESTAND:
                continue
        elif (naam, year) in years:
            out.lines.append(f"{naam} {year}: nieuw, eindstand {values['eindstand']}")
        if (naam, year) in years:
            wanted[year] = years[naam, year]
    out.findings += _breaks(stock, naam, {**old, **wanted}, wanted)
    return wanted


def _breaks(stock: cbs.Stock, naam: str, years: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield years that do not begin with the homes that the year before ended with: the register would be wrong."""
    for year, values in sorted(years.items()):
        before = years.get(str(int(year) - 1)) if year.isdecimal() else None
        near = [name for name in (year, str(int(year) - 1)) if name in wanted] if before else []
        if near and isinstance(before, dict) and str(before.get("eindstand")) != str(values.get("beginstand")):
            message = f"{naam}, {year}: beginstand {values.get('beginstand')} is niet de eindstand van het jaar ervoor "
            place = stock.sheet.place(stock.rows[naam, near[0]])
            yield WP626.at(place, f"{message}({before.get('eindstand')})", "Lees ook de jaren ernaast in.")


def _edits(
    document: YamlDocument, number: int, wanted: Mapping[str, dict[str, int]], item: Item, lines: list[str]
) -> list[Edit]:
    path = (GEMEENTEN, number)
    gemeente = document.at(path)
    old = gemeente.get(VOORRAAD) if isinstance(gemeente, dict) else None
    end = line_end(lines)
    if not isinstance(old, dict) or not old:
        if (isinstance(gemeente, dict) and VOORRAAD in gemeente) or "{" in lines[item.start].partition("-")[2][:2]:
            raise NotEditable
        key = " " * (document.place((*path, "naam"), key=True).column - 1)
        rows = "".join(f"{key}  {_line(year, wanted[year])}{end}" for year in sorted(wanted))
        return [Edit(item.end, item.end, f"{key}{VOORRAAD}:{end}{rows}")]
    starts = {year: document.place((*path, VOORRAAD, year), key=True) for year in old}
    if len({place.line for place in starts.values()}) < len(starts):
        raise NotEditable  # a block between braces
    column = next(iter(starts.values())).column
    edits = []
    last = max(place.line for place in starts.values()) - 1
    for year in sorted(wanted):
        text = f"{' ' * (column - 1)}{_line(year, wanted[year])}{end}"
        if year in starts:
            at = starts[year].line - 1
            edits.append(Edit(at, _end(lines, at, column, item), text))
            continue
        later = [place.line - 1 for name, place in starts.items() if name > year]
        at = min(later) if later else _end(lines, last, column, item)
        edits.append(Edit(at, at, text))
    return edits


def _end(lines: list[str], start: int, column: int, item: Item) -> int:
    return min(block_end(lines, start, column - 1), item.end)


def _line(year: str, values: Mapping[str, int]) -> str:
    return f"{year}: {{{', '.join(f'{key}: {values[key]}' for key in cbs.FIELDS)}}}"
