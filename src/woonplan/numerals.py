"""Numbers as Dutch readers write them, 8.300 and 5,22 and 1 plan; not by ``locale``, which runners may not have."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def rounded(value: int | Fraction) -> int:
    """Return the nearest whole number, halves up: 2,222.2 is 2,222 and 2,444.4 is 2,444, as sources print them."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def whole(value: int | Fraction | None) -> int | None:
    """Return a number without what is behind its point; None where there is none."""
    return None if value is None else int(value)


def dutch(number: int) -> str:
    """Return a whole number with points between thousands."""
    return f"{number:,}".replace(",", ".")


def decimal(value: Fraction, places: int) -> str:
    """Return a number with ``places`` decimals (at least 0), rounded to the nearest, halves away from 0: 5,22."""
    return plain_decimal(value, places, ",", ".")


def plain_decimal(value: Fraction, places: int, mark: str = ".", thousands: str = "") -> str:
    """Return the same number as machines read it, with a decimal mark and what stands between thousands: 1234.50."""
    scaled = rounded(abs(value) * 10**places)
    units, rest = divmod(scaled, 10**places)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{units:,}".replace(",", thousands) + (f"{mark}{rest:0{places}d}" if places else "")


def fraction_json(value: int | Fraction | None) -> dict[str, int] | None:
    """Return an exact number for machines; None where there is none."""
    return None if value is None else {"teller": value.numerator, "noemer": value.denominator}


def plural(count: int, one: str, many: str) -> str:
    """Return the word that belongs to a number of things."""
    return one if count == 1 else many


def listing(words: Sequence[str]) -> str:
    """Return words as one phrase: `a`, `a en b`, `a, b en c`."""
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def amount(count: int, one: str, many: str) -> str:
    """Return a number of things with what they are: `1 record`, `12 records`."""
    return f"{count} {plural(count, one, many)}"


def with_sign(number: int | Fraction | None, opened: int) -> str:
    """Return the change of one end with its sign, in whole numbers, or how many records it opened: `+130`, `0`."""
    homes = int(number or 0)
    return open_ends(opened) if opened else f"{'+' if homes > 0 else ''}{dutch(homes)}"


def open_ends(more: int) -> str:
    """Return how many more (below 0: fewer) records leave an end of a sum open: `1 open eind meer`."""
    return f"{amount(abs(more), 'open eind', 'open einden')} {'meer' if more > 0 else 'minder'}"
