"""Cells as a Dutch reader expects them: 8.300, ca. 8.300, tekort 1.900, ca. 41,5%."""

from __future__ import annotations

from fractions import Fraction

from woonplan.numerals import decimal, dutch
from woonplan.render.safe import safe
from woonplan.tables import Cell, Look, Unit, Value

UNKNOWN = "onbekend"

Bound = int | Fraction


def cell_text(cell: Cell) -> str:
    """Return a cell as a reader sees it."""
    if cell is None:
        return ""
    return number_text(cell) if isinstance(cell, Value) else safe(cell)


def number_text(cell: Value) -> str:
    """Return a number in words: its bounds, the mark ``ca.``, and how many records are unknown."""
    if not cell.number.applies:
        return cell.instead
    if cell.blank:
        return UNKNOWN if cell.unknown < 2 else f"{UNKNOWN} ({dutch(cell.unknown)})"
    known = bounds_text(cell.low, cell.high, cell.look, circa=cell.circa)
    return f"{known} (+ {dutch(cell.unknown)} onbekend)" if cell.unknown else known


def bounds_text(low: Bound | None, high: Bound | None, look: Look, *, circa: bool) -> str:
    """Return what is known of a number in words."""
    about = "ca. " if circa else ""
    if look.signed:
        return _signed(_whole(low), _whole(high), about)
    least, most = (None if bound is None else decimal(Fraction(bound), look.places) for bound in (low, high))
    unit = unit_text(look.unit) if look.unit else ""
    if least is not None and most is not None:
        between = " tot " if look.unit or least.startswith("-") else "-"
        known = least if least == most else f"{least}{between}{most}"
        return f"{about}{known}{unit}"
    if least is not None:
        return f"{about}{least}{unit} of meer"
    return UNKNOWN if most is None else f"hoogstens {about}{most}{unit}"


def unit_text(unit: Unit) -> str:
    """Return what stands behind a number with this unit; only a per cent sign stands against it."""
    return unit if unit is Unit.PERCENT else f" {unit}"


def _whole(bound: Bound | None) -> int | None:
    return None if bound is None else int(bound)


def _signed(low: int | None, high: int | None, about: str) -> str:
    if low is None or high is None:
        return _open_signed(low, high, about)
    if low == high:
        return _side(low, about)
    if low >= 0 or high <= 0:
        small, large = sorted((abs(low), abs(high)))
        return f"{'over' if low >= 0 else 'tekort'} {about}{dutch(small)}-{dutch(large)}"
    return f"{_side(low, about)} tot {_side(high, about)}"


def _open_signed(low: int | None, high: int | None, about: str) -> str:
    if low is not None:
        return f"{_side(low, about)} of meer" if low >= 0 else f"tekort hoogstens {about}{dutch(-low)}"
    if high is not None:
        text = f"over hoogstens {about}{dutch(high)}" if high > 0 else f"hoogstens {about}0"
        return f"{_side(high, about)} of meer" if high < 0 else text
    return UNKNOWN


def _side(number: int, about: str) -> str:
    if number == 0:
        return f"{about}0"
    return f"{'tekort' if number < 0 else 'over'} {about}{dutch(abs(number))}"
