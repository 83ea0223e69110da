"""Whole numbers as a Dutch reader expects them: 8.300, ca. 8.300, tekort 1.900."""

from __future__ import annotations

from woonplan.tables import Amount

UNKNOWN = "onbekend"


def dutch(number: int) -> str:
    """Return a whole number with points between thousands; not by ``locale``, which runners do not have installed."""
    return f"{number:,}".replace(",", ".")


def amount_text(amount: Amount) -> str:
    """Return an amount in words: its bounds, the mark ``ca.``, and how many records are unknown."""
    if amount.blank:
        return UNKNOWN if amount.unknown < 2 else f"{UNKNOWN} ({dutch(amount.unknown)})"
    known = _signed(amount) if amount.signed else _plain(amount)
    return f"{known} (+ {dutch(amount.unknown)} onbekend)" if amount.unknown else known


def _plain(amount: Amount) -> str:
    low, high, about = amount.low, amount.high, "ca. " if amount.circa else ""
    if low is not None and high is not None:
        between = "-" if low >= 0 else " tot "
        return f"{about}{dutch(low)}" if low == high else f"{about}{dutch(low)}{between}{dutch(high)}"
    if low is not None:
        return f"{about}{dutch(low)} of meer"
    return UNKNOWN if high is None else f"hoogstens {about}{dutch(high)}"


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
