"""Dates as precise as they are known, and years."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from woonplan.diagnostics import quote
from woonplan.exchange.cells import Value, shown
from woonplan.exchange.fields import PlanField
from woonplan.exchange.values.faults import Problem, Reading
from woonplan.exchange.values.numbers import whole
from woonplan.model.base import FIRST_YEAR, LAST_YEAR, is_date
from woonplan.rule import Example, Rule, csv_text

WP607 = Rule(
    code="WP607",
    naam="geen datum of jaar",
    wat="Waar een datum of jaar hoort staat tekst, iets onmogelijks, of een getal in een cel zonder datumopmaak.",
    waarom="Een getal als 46027 kan een datum zijn en ook iets heel anders.",
    oplossing="Geef de cel een datumopmaak, of schrijf dag-maand-jaar of alleen het jaar.",
    fout=Example(csv_text("naam;gemeente;bijgewerkt", "Beekstraat;Borne;gisteren"), 2, 3, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;bijgewerkt", "Beekstraat;Borne;5-1-2024"), file="lijst.csv"),
)
"""A cell that holds no date."""

_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_SERIAL = (1, 80_000)
"""Numbers that a spreadsheet may show as a date: 1900 to 2119."""


def year(field: PlanField, value: Value) -> Reading:
    """Return a year, also of a date."""
    if isinstance(value, date):
        return value.year
    number = whole(value, key=field.key)
    if isinstance(number, int) and not FIRST_YEAR <= number <= LAST_YEAR:
        return Problem(WP607, f"{quote(shown(value))} is geen jaar", "Schrijf alleen het jaar, zoals 2026.")
    return number


def day(value: Value) -> Reading:
    """Return a date as precise as it is known (``2026-01-05``, ``2026``), or a problem."""
    if isinstance(value, datetime | date):
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    text = shown(value).strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(value, text)
    if match := _DAY.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if is_date(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return text
    return Problem(WP607, f"{quote(shown(value))} is geen datum")


def _serial(value: float, text: str) -> Reading:
    if float(value).is_integer() and FIRST_YEAR <= value <= LAST_YEAR:
        return str(int(value))
    if _SERIAL[0] <= value < _SERIAL[1]:
        as_date = date(1899, 12, 30) + timedelta(days=int(value))
        hint = f"Als datum zou het {shown(as_date)} zijn. Geef de cel een datumopmaak."
        return Problem(WP607, f"{text} is een getal waar een datum hoort", hint)
    return Problem(WP607, f"{quote(text)} is geen datum")
