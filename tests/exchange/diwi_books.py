"""Invented workbooks in the layout of DIWI: projects, their blocks, and columns that move."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import openpyxl


def on(year: int, month: int, day: int) -> datetime:
    """Return a date as a workbook holds it: without a time zone."""
    return datetime.combine(date(year, month, day), datetime.min.time())


PROJECT = (
    "Identificatie nr",
    "Naam",
    "Eigenaar",
    "Vertrouwelijkheid",
    "Plan soort",
    "In programmering",
    "Project status",
    "3 Definitie",
    "6 Realisatie",
    "4a Opgenomen in de visie",
    "3 In voorbereiding",
    "2a Vastgesteld",
    "Gemeente",
)
DAY = on(2027, 7, 1)
EARLY = on(2025, 11, 15)
BLOCKS = (
    ("Opleverdatum", EARLY),
    ("Opleverdatum", DAY),
    ("Koopwoning", None),
    ("Huur woningcorporatie", None),
    ("Eigendom type onbekend", None),
    ("Koopprijs waarde", "250000-350000"),
    ("Eengezins woning", None),
    ("Meergezins woning", None),
    ("Woning type onbekend", None),
    ("Fysiek voorkomen", "Appartement"),
    ("Maatwerk woning eigenschap", "bouw_gerealiseerd"),
)


def diwi(*rows: dict[Any, Any], gap: int = 0) -> openpyxl.Workbook:
    """Return a workbook of blocks; ``gap`` shifts all columns, since they move between files."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    columns: list[tuple[str, str, Any]] = [("Projectgegevens", name, None) for name in PROJECT]
    columns += [("Woning aantallen", name, None) for name in ("Bouw", "Sloop")]
    columns += [("Bouw gegevens", name, sub) for name, sub in BLOCKS]
    columns += [("Sloop gegevens", name, sub) for name, sub in (("Opleverdatum", DAY), ("Eengezins woning", None))]
    columns += [("Controle Bouw totalen", "Mutatie gegevens", None)]
    sheet.cell(1, 1, 0)
    before = ""
    for index, (section, header, sub) in enumerate(columns, 2 + gap):
        if section != before:
            sheet.cell(2, index, section)
            before = section
        sheet.cell(4, index, header)
        sheet.cell(5, index, sub)
    for number, row in enumerate(rows, 6):
        for key, value in row.items():
            wanted = key if isinstance(key, tuple) else ("Projectgegevens", key, None)
            index = columns.index(wanted) + 2 + gap
            sheet.cell(number, index, value)
    return book


def bouw(header: str, sub: Any = None) -> tuple[str, str, Any]:
    return ("Bouw gegevens", header, sub)


def project(naam: str, **fields: Any) -> dict[Any, Any]:
    return {
        "Identificatie nr": 4101,
        "Naam": naam,
        "Vertrouwelijkheid": "Extern woonregio",
        "Plan soort": "Herstructurering",
        "Project status": "Actief",
        "Gemeente": "Aa",
        "3 In voorbereiding": on(2024, 2, 1),
        "2a Vastgesteld": on(2026, 5, 1),
        **fields,
    }


BUILT = {
    ("Woning aantallen", "Bouw", None): 40,
    bouw("Opleverdatum", DAY): 40,
    bouw("Koopwoning"): 15,
    bouw("Huur woningcorporatie"): 25,
    bouw("Eengezins woning"): 10,
    bouw("Meergezins woning"): 30,
}
GONE = {("Woning aantallen", "Sloop", None): 12, ("Sloop gegevens", "Opleverdatum", DAY): 12}
