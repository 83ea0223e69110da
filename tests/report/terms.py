"""Reading the terms of a printed derivation, and arithmetic with them, written once more.

Nothing of the program's arithmetic is used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass(frozen=True)
class Term:
    """A number as the text gives it: bounds (None is open), the mark `ca.`, unknown records; or nothing known."""

    low: Fraction | int | None = 0
    high: Fraction | int | None = 0
    circa: bool = False
    unknown: int = 0
    blank: bool = False


def nothing(unknown: int) -> Term:
    return Term(unknown=unknown, blank=True)


# The language of the lines.

WHOLE = r"(?:0|[1-9]\d{0,2}(?:\.\d{3})*)"
NUMBER = rf"-?(?:{WHOLE}/{WHOLE}|{WHOLE}(?: {WHOLE}/{WHOLE})?)"
KNOWN = re.compile(
    rf"(?P<about>ca\. )?(?:(?P<all>alles)|hoogstens (?P<most>{NUMBER})|(?P<low>{NUMBER})"
    rf"(?:(?P<more> of meer)| tot (?P<high>{NUMBER}))?)(?: \+ (?P<unknown>[1-9]\d*) onbekend)?"
)
TERM = re.compile(rf"onbekend|alles|\([^()]*\)|(?:ca\. )?{NUMBER}")


def exact(text: str) -> Fraction:
    """Read `2.000`, `2.222 2/9` or `141/200`; a fraction must be reduced, and less than 1 beside a whole number."""
    *units, last = text.removeprefix("-").replace(".", "").split(" ")
    value = Fraction(last)
    if "/" in last:
        assert (str(value), value < 1) == (last, True) or not units, text
        assert str(value) == last, text
        assert value < 1, text
    value += sum(map(int, units))
    return -value if text.startswith("-") else value


def read_term(text: str) -> Term:
    """Read one term; anything that is not exactly one term fails."""
    if text == "onbekend":
        return nothing(1)
    several = re.fullmatch(r"\(onbekend: ([1-9]\d*)\)", text)
    if several:
        return nothing(int(several[1]))
    inside = text[1:-1] if text.startswith("(") else text
    found = KNOWN.fullmatch(inside)
    assert found, text
    # Within a formula only one plain number may stand without parentheses.
    plain = found["all"] or (found["low"] and not (found["more"] or found["high"]))
    plain = plain and not found["unknown"] and not inside.startswith("-")
    assert text.startswith("(") != bool(plain), text
    low = exact(found["low"]) if found["low"] else None
    high = low
    if found["most"]:
        high = exact(found["most"])
    elif found["high"]:
        high = exact(found["high"])
        assert low is not None
        assert low < high, text
    elif found["more"] or found["all"]:
        high = None
    return Term(low, high, bool(found["about"]), int(found["unknown"] or 0))


def read_terms(text: str) -> tuple[list[Term], str]:
    """Read `a + b` or `a - b - c`: the terms and the one sign between them (empty for one term)."""
    found = TERM.match(text)
    assert found, text
    values, sign, at = [read_term(found.group())], "", found.end()
    while at < len(text):
        assert text[at : at + 3] in (" + ", " - "), text
        assert sign in ("", text[at + 1]), text
        sign = text[at + 1]
        found = TERM.match(text, at + 3)
        assert found, text
        values.append(read_term(found.group()))
        at = found.end()
    return values, sign


# Arithmetic, written once more.


def add(values: Iterable[Term], *, quantities: bool) -> Term:
    """Add; one unknown record is counted, one unknown quantity makes the whole unknown."""
    low: Fraction | int | None = 0
    high: Fraction | int | None = 0
    unknown, circa, some, lost = 0, False, False, False
    for value in values:
        unknown += value.unknown
        if value.blank:
            lost = True
            continue
        some = True
        circa = circa or value.circa
        low = None if low is None or value.low is None else low + value.low
        high = None if high is None or value.high is None else high + value.high
    if unknown and (not some or (quantities and lost)):
        return nothing(unknown)
    # What has no bound at all is not approximate either: the text has no mark at `alles`.
    return Term(low, high, circa and not (low is None and high is None), unknown)


def minus(value: Term) -> Term:
    low = None if value.high is None else -value.high
    high = None if value.low is None else -value.low
    return replace(value, low=low, high=high)


def subtract(values: Sequence[Term]) -> Term:
    return add([values[0], *map(minus, values[1:])], quantities=True)


def rest_of(values: Sequence[Term]) -> Term:
    """What is left, at least 0; a part without a number may be nothing, or all that the others leave."""
    value = subtract([values[0], *(part for part in values[1:] if not part.blank)])
    if value.blank:
        return value
    low = 0 if any(part.blank for part in values[1:]) else max(value.low or 0, 0)
    return replace(value, low=low, high=None if value.high is None else max(value.high, 0))


def times(value: Term, numerator: int, denominator: int, *, circa: bool) -> Term:
    if value.blank:
        return value
    low = None if value.low is None else value.low * numerator // denominator
    high = None if value.high is None else -(-value.high * numerator // denominator)
    return replace(value, low=low, high=high, circa=value.circa or circa)


def piece_of(value: Term, number: int, count: int) -> Term:
    """One of a number of whole pieces; what does not divide goes to the first ones."""
    if value.blank:
        return value
    low, high = (
        None if bound is None else sum(int(home) % count == number - 1 for home in range(int(bound)))
        for bound in (value.low, value.high)
    )
    return replace(value, low=low, high=high)


def scale(value: Term, factor: Fraction) -> Term:
    """Multiply exactly: nothing is rounded to whole homes."""
    low = None if value.low is None else value.low * factor
    high = None if value.high is None else value.high * factor
    return value if value.blank else replace(value, low=low, high=high)


def above_zero(value: Term) -> Term:
    if value.blank:
        return value
    return replace(value, low=max(value.low or 0, 0), high=None if value.high is None else max(value.high, 0))


def highest(value: Term, remark: str) -> Term:
    """The upper end as one number, with its unknown records or without; nothing known without them is 0."""
    if remark == "hoogste":
        return value if value.blank else replace(value, low=value.high)
    return Term() if value.blank else replace(value, low=value.high, unknown=0)


def divide(above: Term, below: Term) -> Term | None:
    """Divide by a number above 0: the least and the most that any pair in both ranges gives; None for 0 or less."""
    if not below.blank and below.high is not None and below.high <= 0:
        return None
    if above.blank or below.blank:
        return nothing(above.unknown + below.unknown)
    # Divided by as much as can be, and by as little; next to 0 there is no bound.
    least = Fraction(below.low) if below.low is not None and below.low > 0 else None
    most = Fraction(below.high) if below.high is not None else None
    low = _bound(above.low, at_zero=most, beyond=least)
    high = _bound(None if above.high is None else -above.high, at_zero=most, beyond=least)
    circa, unknown = above.circa or below.circa, above.unknown + below.unknown
    return Term(low, None if high is None else -high, circa, unknown)


def _bound(bound: Fraction | int | None, *, at_zero: Fraction | None, beyond: Fraction | None) -> Fraction | None:
    if bound is None:
        return None
    if bound >= 0:
        return Fraction(0) if at_zero is None else bound / at_zero
    return None if beyond is None else bound / beyond
