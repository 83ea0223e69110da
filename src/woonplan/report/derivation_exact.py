"""Exact numbers in a derivation: written as fractions, and rounded as the table rounds them.

A line holds all that is needed to compute it again: `20.000 / 9 = 2.222 2/9`, and in the table 2.222.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from woonplan.calc.derived import Derived, Shown
from woonplan.calc.measure import Made, Measure, Step
from woonplan.numerals import decimal, rounded
from woonplan.report.words import dutch_number

NO_OUTCOME = "niet van toepassing"

_REMARKS = {
    Step.NIET_ONDER_NUL: "niet onder 0",
    Step.HOOGSTE: "hoogste",
    Step.HOOGSTE_BEKEND: "hoogste van wat bekend is",
}
"""What an operation on one number does."""

_BETWEEN = {Step.SOM: " + ", Step.VERSCHIL: " - ", Step.QUOTIENT: " / "}


def fraction(value: Fraction) -> str:
    """Return an exact number: `2.000`, `2.222 2/9`, `141/200`."""
    units, rest = divmod(abs(value.numerator), value.denominator)
    part = f"{dutch_number(rest)}/{dutch_number(value.denominator)}" if rest else ""
    whole = dutch_number(units) if units or not rest else ""
    text = " ".join(word for word in (whole, part) if word)
    return f"-{text}" if value < 0 else text


def number(measure: Measure, write: Callable[[Fraction], str] = fraction) -> str:
    """Return a value as it stands in a formula: `8.300`, `ca. 8.300`, `(0 tot 30)`, `(12 + 2 onbekend)`.

    What is more than one plain number stands in parentheses, so that a formula can be read in one way only.
    """
    if measure.blank:
        return "onbekend" if measure.unknown < 2 else f"(onbekend: {measure.unknown})"
    about = "ca. " if measure.circa else ""
    low = None if measure.low is None else write(measure.low)
    high = None if measure.high is None else write(measure.high)
    if low is not None and low == high:
        text = f"{about}{low}"
    elif low is None and high is None:
        text = "alles"
    elif high is None:
        text = f"{about}{low} of meer"
    elif low is None:
        text = f"{about}hoogstens {high}"
    else:
        text = f"{about}{low} tot {high}"
    if measure.unknown:
        text += f" + {measure.unknown} onbekend"
    return text if low == high and not measure.unknown and not text.startswith("-") else f"({text})"


def derived_formula(found: Derived) -> str:
    """Return name and formula: `rest_per_jaar = rest / 9`, `dekking = beschikbaar / opgave`."""
    made = found.made[0]
    return f"{found.name} (gegeven)" if made is None else f"{found.name} = {_written(made, lambda part: part.name)}"


def worked_out(found: Derived, end: int) -> str:
    """Return one end (0 is low, 1 is high) worked out with its numbers in place."""
    outcome, made = found.ends[end], found.made[end]
    result = NO_OUTCOME if outcome is None else number(outcome)
    if made is None:
        return result
    if made.step in _REMARKS:
        return f"{number(made.parts[0])} = {result} ({_REMARKS[made.step]})"
    return f"{_written(made, number)} = {result}"


def _written(made: Made, write: Callable[[Measure], str]) -> str:
    first, *others = map(write, made.parts)
    if made.step is Step.MAAL:
        over, times = made.factor.denominator, made.factor.numerator
        return f"{first} / {over}" if times == 1 and over > 1 else f"{first} x {_ratio(made.factor)}"
    if made.step in _REMARKS:
        return f"{first}, {_REMARKS[made.step]}"
    return _BETWEEN[made.step].join((first, *others))


def _ratio(factor: Fraction) -> str:
    return str(factor.numerator) if factor.denominator == 1 else f"{factor.numerator}/{factor.denominator}"


def in_the_table(found: Derived) -> list[tuple[str, str]]:
    """Return the line with what the table shows, where that is not the exact number itself."""
    exact = found.shown is Shown.HEEL and all(_is_whole(end) for end in found.ends)
    if exact:
        return []
    low, high = (NO_OUTCOME if end is None else _shown(end, found.shown) for end in found.ends)
    return [("in de tabel", low if low == high else f"ondergrens {low}, bovengrens {high}")]


def _is_whole(measure: Measure | None) -> bool:
    bounds = (measure.low, measure.high) if measure is not None and not measure.blank else ()
    return all(bound is None or bound.denominator == 1 for bound in bounds)


def _shown(measure: Measure, shown: Shown) -> str:
    write, unit = {
        Shown.HEEL: (lambda value: dutch_number(rounded(value)), ""),
        Shown.PROCENT: (lambda value: decimal(value * 100, 1), "%"),
        Shown.HEEL_PROCENT: (lambda value: dutch_number(value * 100 // 1), "% (naar beneden afgerond)"),
        Shown.JAREN: (lambda value: decimal(value, 2), " jaar"),
        Shown.EURO: (lambda value: decimal(value, 2), " euro"),
    }[shown]
    return number(measure, write) + unit
