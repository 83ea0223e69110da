"""Exact numbers in words and cells: rounded to whole homes, with decimals, as a percentage, and exact for machines."""

from __future__ import annotations

from fractions import Fraction

from woonplan.calc.measure import Measure, rounded
from woonplan.report.words import dutch_number
from woonplan.tables import Amount, Cell, Json

UNKNOWN = "onbekend"


def whole(measure: Measure | None, *, signed: bool = False) -> Cell:
    """Return a number of homes (a year) as a cell, rounded to the nearest whole one; None where it does not apply."""
    if measure is None:
        return None
    low, high = (None if bound is None else rounded(bound) for bound in (measure.low, measure.high))
    return Amount(low, high, measure.circa, measure.unknown, measure.blank, signed)


def decimal(value: Fraction, places: int) -> str:
    """Return a number with ``places`` decimals (at least 1), rounded to the nearest, in Dutch: 5,22."""
    scaled = rounded(abs(value) * 10**places)
    units, rest = divmod(scaled, 10**places)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{dutch_number(units)},{rest:0{places}d}"


def percentage(measure: Measure | None) -> str:
    """Return a share (1 is 100%) as a percentage with one decimal: 104,4%."""
    return _text(measure and measure.times(100), 1, "%")


def years(measure: Measure | None) -> str:
    """Return a number of years with two decimals: 5,22 jaar."""
    return _text(measure, 2, " jaar")


def _text(measure: Measure | None, places: int, unit: str) -> str:
    if measure is None:
        return "niet van toepassing"
    if measure.blank:
        return UNKNOWN
    about = "ca. " if measure.circa else ""
    low, high = (None if bound is None else decimal(bound, places) for bound in (measure.low, measure.high))
    if low is not None and high is not None:
        text = f"{about}{low}{unit}" if low == high else f"{about}{low} tot {high}{unit}"
    elif low is not None:
        text = f"{about}{low}{unit} of meer"
    else:
        text = UNKNOWN if high is None else f"hoogstens {about}{high}{unit}"
    return f"{text} (+ {dutch_number(measure.unknown)} onbekend)" if measure.unknown else text


def exact_json(measure: Measure | None) -> Json:
    """Return an exact number for machines: both bounds as a fraction, the mark, and what is unknown."""
    if measure is None:
        return None
    low, high = (None, None) if measure.blank else (measure.low, measure.high)
    return {"min": _fraction(low), "max": _fraction(high), "circa": measure.circa, "onbekend": measure.unknown}


def _fraction(value: Fraction | None) -> Json:
    return None if value is None else {"teller": value.numerator, "noemer": value.denominator}
