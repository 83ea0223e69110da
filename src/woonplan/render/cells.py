"""Cells as a Dutch reader expects them: 8.300, min. ca. 8.300, tekort 1.900 tot 2.100, ca. 41,5%."""

from __future__ import annotations

from fractions import Fraction

from woonplan.numerals import decimal, dutch, whole, with_sign
from woonplan.render.safe import safe
from woonplan.tables.cell import Cell, Value, words
from woonplan.tables.look import HOMES, Look, Unit

UNKNOWN = "onbekend"

ROUNDING = "binnen de afronding"
"""A difference that what is approximate in it may have made: no shortage and no surplus."""

Bound = int | Fraction


def cell_text(cell: Cell) -> str:
    """Return a cell as a reader sees it."""
    if cell is None:
        return ""
    return number_text(cell) if isinstance(cell, Value) else safe(words(cell))


def number_text(cell: Value) -> str:
    """Return a number in words: between what it lies, and what has no number and may still change it.

    What may only raise or only lower it leaves one end, with `min.` or `max.`; what may do either stands behind it.
    """
    if not cell.number.applies:
        return cell.instead
    if cell.look.change:
        return _change_text(cell)
    if cell.blank:
        return UNKNOWN
    if cell.apart:
        known = bounds_text(cell.low, cell.high, cell.look, circa=cell.circa)
        return f"{known} ?" if cell.look.short else f"{known}, zonder {cell.apart}"
    known = bounds_text(*cell.reach, cell.look, circa=cell.circa)
    if cell.rounding:
        difference = bounds_text(*cell.reach, HOMES, circa=cell.circa)
        return ROUNDING if cell.look.short else f"{ROUNDING} ({difference})"
    return f"{known} ({cell.lacking})" if cell.lacking and known != UNKNOWN and not cell.look.short else known


def _change_text(cell: Value) -> str:
    """Return a change in words: `+130`, `laagste +50, hoogste -40`, `+130 (1 plan zonder aantal minder)`."""
    low, high = (with_sign(bound, opened) for bound, opened in zip((cell.low, cell.high), cell.opened, strict=True))
    about = "ca. " if cell.circa else ""
    text = f"{about}{low}" if low == high else f"laagste {about}{low}, hoogste {about}{high}"
    if not cell.lacking:
        return text
    if cell.look.short:
        return f"{text} ?"
    return cell.lacking if (low, high) == ("0", "0") else f"{text} ({cell.lacking})"


def bounds_text(low: Bound | None, high: Bound | None, look: Look, *, circa: bool) -> str:
    """Return what is known of a number in words."""
    if low is None and high is None:
        return UNKNOWN
    about = "ca. " if circa else ""
    if look.signed:
        return _signed(whole(low), whole(high), about)
    unit = unit_text(look.unit) if look.unit else ""
    ends = [_written(bound, look) for bound in (low, high) if bound is not None]
    if None in (low, high):
        return f"{'min.' if high is None else 'max.'} {about}{ends[0]}{unit}"
    # What is written alike is one number to a reader.
    return f"{about}{' tot '.join(dict.fromkeys(ends))}{unit}"


def unit_text(unit: Unit) -> str:
    """Return what stands behind a number with this unit; only a per cent sign stands against it."""
    return unit if unit is Unit.PERCENT else f" {unit}"


def _written(bound: Bound, look: Look) -> str:
    return decimal(Fraction(bound), look.places) if look.unit else dutch(int(bound))


def _signed(low: int | None, high: int | None, about: str) -> str:
    """Return a shortage below 0 and a surplus above it: `tekort 345 tot 1.900`, `tekort 4.000 tot over 1.000`."""
    if low is None or high is None:
        number = low if low is not None else high or 0
        word = "tekort" if number < 0 or (number == 0 and low is None) else "over"
        # A shortage is largest where the number is lowest.
        least = (low is not None) is (word == "over")
        return f"{word} {'min.' if least else 'max.'} {about}{dutch(abs(number))}"
    if low == high:
        return _side(low, about)
    if low >= 0 or high <= 0:
        small, large = sorted((abs(low), abs(high)))
        return f"{'over' if low >= 0 else 'tekort'} {about}{dutch(small)} tot {dutch(large)}"
    return f"{_side(low, about)} tot {_side(high, about)}"


def _side(number: int, about: str) -> str:
    if number == 0:
        return f"{about}0"
    return f"{'tekort' if number < 0 else 'over'} {about}{dutch(abs(number))}"
