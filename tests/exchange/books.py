"""Invented files in the layouts of others, made here so that every test says what is in its file."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

BASE = (
    "ID",
    "Plannaam",
    "Plaatsnaam",
    "Gemeente",
    "Regio",
    "Provincie",
    "Plantype",
    "Vertrouwelijkheid",
    "Status Project",
    "Status Planologisch",
    "Knelpunten",
    "Woonmilieu",
    "Studentenwoningen",
    "Opdrachtegever",
    "Opdrachtgever Naam",
    "Sleutelproject",
    "Opmerkingen",
)
GROUPS: Mapping[str, tuple[str, ...]] = {
    "nieuwbouw": ("Nieuwbouw",),
    "woningtype": ("Eengezins", "Meergezins", "Onbekend"),
    "wonen en zorg": ("Nultreden", "Geclusterd", "Zorggeschikt", "Onbekend", "Regulier"),
    "flexwoningen": ("Flexwoningen", "Regulier permanent"),
    "betaalbaarheid": (
        "Sociale huur",
        "Huur middenhuur",
        "Huur dure huur",
        "Huur onbekend",
        "Koop betaalbare koop",
        "Koop dure koop",
        "Koop onbekend",
        "Onbekend Koop of Huur",
    ),
    "sloop": ("Sloop",),
}
YEARS = tuple(str(year) for year in range(2024, 2044))


def label(group: str, category: str) -> str:
    """Return the header of a category: an unknown one has its group in front."""
    return f"{group.capitalize()} Onbekend" if category == "Onbekend" else category


LABELS = tuple(label(group, category) for group, names in GROUPS.items() for category in names)

Numbers = Mapping[str, Mapping[str, int]]
"""Of a category (by its header) what it has: ``totaal``, ``gerealiseerd``, and years."""


def base(naam: str, **fields: Any) -> dict[str, Any]:
    """Return the base columns of a plan of Planmonitor Wonen."""
    return {
        "ID": f"id-{naam}",
        "Plannaam": naam,
        "Plaatsnaam": "Aadorp",
        "Gemeente": "Aa",
        "Regio": "Dal",
        "Provincie": "Veld",
        "Plantype": "Verdichting",
        "Vertrouwelijkheid": "Openbaar",
        "Status Project": "Ontwerp",
        "Status Planologisch": "2A. Vastgesteld",
        "Knelpunten": "Geen",
        "Woonmilieu": "Dorps",
        "Studentenwoningen": 0,
        "Opdrachtegever": "Gemeente",
        "Opdrachtgever Naam": "",
        "Sleutelproject": "nee",
        "Opmerkingen": "",
        **fields,
    }


def rest(numbers: Mapping[str, int]) -> int:
    """Return what is left of a category, as the product computes it: the sum of its years."""
    return sum(n for key, n in numbers.items() if key.isdecimal())


def eenvoudig(plans: Iterable[tuple[dict[str, Any], Numbers]]) -> list[list[Any]]:
    """Return the list with rests: no cell for what was never filled in, an empty text for what adds up to 0."""
    rows: list[list[Any]] = [[*BASE, *LABELS]]
    for fields, numbers in plans:
        values: list[Any] = [fields[name] for name in BASE]
        values += [(rest(numbers[name]) or "") if name in numbers else None for name in LABELS]
        rows.append(values)
    return rows


def uitgebreid(plans: Iterable[tuple[dict[str, Any], Numbers]]) -> list[list[Any]]:
    """Return the list with everything, in which zero and absent are both an empty text."""
    measures = ("Totaal", "Gerealiseerd", "Restcapaciteit", *YEARS)
    rows: list[list[Any]] = [[*BASE, *(f"{name} {measure}" for name in LABELS for measure in measures)]]
    for fields, numbers in plans:
        values: list[Any] = [fields[name] for name in BASE]
        for name in LABELS:
            own = numbers.get(name, {})
            total, done = own.get("totaal", 0), own.get("gerealiseerd", 0)
            values += [total or "", done or "", (total - done) or "", *(own.get(year) or "" for year in YEARS)]
        rows.append(values)
    return rows


def draaitabel(plans: Iterable[tuple[dict[str, Any], Numbers]]) -> list[list[Any]]:
    """Return the pivot: twenty rows a plan, a planned 0 as 0 and absence as an empty text."""
    rows: list[list[Any]] = [[*BASE, "Woningtype", *YEARS]]
    for fields, numbers in plans:
        for name in LABELS:
            own = numbers.get(name, {})
            rows.append([*(fields[b] for b in BASE), name, *(own.get(year, "") for year in YEARS)])
    return rows


def een_plan(numbers: Numbers, *, fields: Mapping[str, Any] | None = None, first: int = 1) -> openpyxl.Workbook:
    """Return the matrix of one plan; with fields above it the headers stand lower, as in the product's example."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Molenhof"
    for row, (name, value) in enumerate((fields or {}).items(), 1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, value)
    heads = ("", "Groepnaam", "Totalen", "Check", "Gerealiseerd", "Restcapaciteit", *YEARS, "Check")
    for column, text in enumerate(heads, 1):
        sheet.cell(first, column, text)
    row = first
    for group, names in GROUPS.items():
        top = row + 1
        for name in names:
            row += 1
            own = numbers.get(label(group, name), {})
            sheet.cell(row, 1, name)
            sheet.cell(row, 2, group if row == top else None)
            sheet.cell(row, 3, own.get("totaal"))
            sheet.cell(row, 5, own.get("gerealiseerd"))
            sheet.cell(row, 6, f"==C{row}-E{row}")
            for column, year in enumerate(YEARS, 7):
                sheet.cell(row, column, "" if group == "sloop" else own.get(year, ""))
        if row > top:
            sheet.merge_cells(start_row=top, end_row=row, start_column=2, end_column=2)
    return book


def workbook(rows: Sequence[Sequence[Any]], title: str = "Blad1") -> openpyxl.Workbook:
    """Return a workbook with one sheet of these rows; a date gets the look of one."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column, value)
                if isinstance(value, date):
                    cell.number_format = "d-m-yyyy"
    return book


def saved(book: openpyxl.Workbook, path: Path) -> Path:
    """Write a workbook and return where."""
    book.save(path)
    return path


def content(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


NIEUWEKAART = (
    "OBJECTID;Provincie;Gem_naam;Plannaam;Plantype;Planstatus;Aantalrest;Sloop;OP202024;Op202529;Op20302050;OPLONB;"
    "WTYPGGB;WTYPAPP;WTYPONB;HUUR;KOOP;HRKPONB;datum;schatting"
)


def nieuwekaart(*rows: str) -> str:
    """Return a csv in the layout of De Nieuwe Kaart."""
    return "\r\n".join((NIEUWEKAART, *rows)) + "\r\n"


def dbf(fields: Sequence[tuple[str, str, int]], records: Sequence[Sequence[str]]) -> bytes:
    """Return a dBase table: fields as name, kind and length, records as texts; one that begins with `*` is deleted."""
    length = 1 + sum(size for _, _, size in fields)
    head = struct.pack("<BBBBIHH20x", 3, 120, 5, 1, len(records), 32 + 32 * len(fields) + 1, length)
    for name, kind, size in fields:
        head += struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), size, 0)
    body = b""
    for record in records:
        deleted = record[0].startswith("*")
        values = (record[0].removeprefix("*"), *record[1:])
        texts = zip(values, fields, strict=True)
        body += (b"*" if deleted else b" ") + b"".join(t.encode("latin-1").ljust(size) for t, (_, _, size) in texts)
    return head + b"\r" + body + b"\x1a"


DIWI_SECTIONS = {"Projectgegevens": 2, "Woning aantallen": 30, "Bouw gegevens": 33, "Sloop gegevens": 50}
