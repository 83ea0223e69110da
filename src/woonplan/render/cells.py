"""Cells as a Dutch reader expects them: 8.300, ca. 8.300, tekort 1.900, ca. 41,5%."""

from __future__ import annotations

from woonplan.numerals import decimal, dutch
from woonplan.render.safe import safe
from woonplan.tables import Amount, Cell, Exact, Unit

UNKNOWN = "onbekend"


def cell_text(cell: Cell) -> str:
    """Return a cell as a reader sees it."""
    if cell is None:
        return ""
    if isinstance(cell, Amount | Exact):
        return number_text(cell)
    return dutch(cell) if isinstance(cell, int) else safe(cell)


def number_text(number: Amount | Exact) -> str:
    """Return a number in words: its bounds, the mark ``ca.``, and how many records are unknown."""
    if number.blank:
        return UNKNOWN if number.unknown < 2 else f"{UNKNOWN} ({dutch(number.unknown)})"
    known = _exact(number) if isinstance(number, Exact) else _signed(number) if number.signed else _plain(number)
    return f"{known} (+ {dutch(number.unknown)} onbekend)" if number.unknown else known


def unit_text(unit: Unit) -> str:
    """Return what stands behind a number with this unit; only a per cent sign stands against it."""
    return unit if unit is Unit.PERCENT else f" {unit}"


def _plain(amount: Amount) -> str:
    low, high, about = amount.low, amount.high, "ca. " if amount.circa else ""
    if low is not None and high is not None:
        between = "-" if low >= 0 else " tot "
        return f"{about}{dutch(low)}" if low == high else f"{about}{dutch(low)}{between}{dutch(high)}"
    if low is not None:
        return f"{about}{dutch(low)} of meer"
    return UNKNOWN if high is None else f"hoogstens {about}{dutch(high)}"


def _exact(number: Exact) -> str:
    low, high = (None if bound is None else decimal(bound, number.places) for bound in (number.low, number.high))
    about, unit = "ca. " if number.circa else "", unit_text(number.unit)
    if low is not None and high is not None:
        return f"{about}{low}{unit}" if low == high else f"{about}{low} tot {high}{unit}"
    if low is not None:
        return f"{about}{low}{unit} of meer"
    return UNKNOWN if high is None else f"hoogstens {about}{high}{unit}"


def _signed(amount: Amount) -> str:
    low, high = amount.low, amount.high
    if low is None or high is None:
        return _open_signed(amount)
    if low == high:
        return _side(low, amount)
    if low >= 0 or high <= 0:
        small, large = sorted((abs(low), abs(high)))
        word = "over" if low >= 0 else "tekort"
        return f"{word} {'ca. ' if amount.circa else ''}{dutch(small)}-{dutch(large)}"
    return f"{_side(low, amount)} tot {_side(high, amount)}"


def _open_signed(amount: Amount) -> str:
    low, high, about = amount.low, amount.high, "ca. " if amount.circa else ""
    if low is not None:
        return f"{_side(low, amount)} of meer" if low >= 0 else f"tekort hoogstens {about}{dutch(-low)}"
    if high is not None:
        text = f"over hoogstens {about}{dutch(high)}" if high > 0 else f"hoogstens {about}0"
        return f"{_side(high, amount)} of meer" if high < 0 else text
    return UNKNOWN


def _side(number: int, amount: Amount) -> str:
    about = "ca. " if amount.circa else ""
    if number == 0:
        return f"{about}0"
    return f"{'tekort' if number < 0 else 'over'} {about}{dutch(abs(number))}"
