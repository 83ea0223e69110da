"""Exact numbers as cells: rounded to whole homes, as a percentage, as years, and exact for machines."""

from __future__ import annotations

from woonplan.calc.measure import Measure
from woonplan.numerals import rounded
from woonplan.tables import Amount, Cell, Exact, Json, Unit, fraction_json

NOT_APPLICABLE = "niet van toepassing"


def whole(measure: Measure | None, *, signed: bool = False) -> Cell:
    """Return a number of homes (a year) as a cell, rounded to the nearest whole one; None where it does not apply."""
    if measure is None:
        return None
    low, high = (None if bound is None else rounded(bound) for bound in (measure.low, measure.high))
    return Amount(low, high, measure.circa, measure.unknown, measure.blank, signed)


def percentage(measure: Measure | None) -> Cell:
    """Return a share (1 is 100%) as a percentage with one decimal: 104,4%."""
    return _exact(measure and measure.times(100), Unit.PERCENT, 1)


def years(measure: Measure | None) -> Cell:
    """Return a number of years with two decimals: 5,22 jaar."""
    return _exact(measure, Unit.YEAR, 2)


def _exact(measure: Measure | None, unit: Unit, places: int) -> Cell:
    if measure is None:
        return NOT_APPLICABLE
    return Exact(measure.low, measure.high, unit, places, measure.circa, measure.unknown, measure.blank)


def exact_json(measure: Measure | None) -> Json:
    """Return an exact number for machines: both bounds as a fraction, the mark, and what is unknown."""
    if measure is None:
        return None
    low, high = (None, None) if measure.blank else (measure.low, measure.high)
    bounds = {"min": fraction_json(low), "max": fraction_json(high)}
    return {**bounds, "circa": measure.circa, "onbekend": measure.unknown}
