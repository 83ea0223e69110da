"""What the cells of a table show, and what a printed derivation says that they show."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from tests.report.reader import IN_THE_TABLE, NO_OUTCOME, Node, Outcome, ends_of, evaluate, is_exact, work_out
from tests.report.terms import Value, nothing, read_term
from woonplan.tables import Amount, Exact, Unit


def shown(node: Node) -> tuple[tuple[Outcome, str], tuple[Outcome, str]]:
    """Return what the table shows at both ends, with its unit: worked out, rounded here, and as the text says."""
    lines, rest = ends_of(node.passage)
    _, _, formula = node.passage.title.partition(" = ")
    outcomes = work_out(node, lines, rest, formula) if is_exact(formula) else evaluate(node)
    texts = [text for label, text in rest if label == IN_THE_TABLE]
    if not texts:
        return (outcomes[0], ""), (outcomes[1], "")
    both = re.fullmatch(r"ondergrens (.+), bovengrens (.+)", texts[0])
    found = []
    for text, outcome in zip(both.groups() if both else texts * 2, outcomes, strict=True):
        value, unit = read_shown(text)
        assert value == (outcome and rounded(outcome, *PLACES[unit], down=unit == DOWN)), (
            f"{node.passage.title}: {text}"
        )
        found.append((value, unit))
    return found[0], found[1]


DOWN = "% (naar beneden afgerond)"
PLACES = {"": (0, 1), "%": (1, 100), " jaar": (2, 1), " euro": (2, 1), DOWN: (0, 100)}
"""By unit: how many decimals a table shows, and of how much."""


def read_shown(text: str) -> tuple[Outcome, str]:
    if text == NO_OUTCOME:
        return None, ""
    number = re.fullmatch(r"(.+?)(| jaar| euro|%|% \(naar beneden afgerond\))", text)
    assert number, text
    return read_decimals(number[1]), number[2]


def read_decimals(text: str) -> Value:
    """Read a number with decimals, such as `ca. 1.004,15` and `(4,15 tot 5,00)`, as an exact one."""
    return read_term(DECIMALS.sub(lambda found: mixed(found[1], found[2]), text))


DECIMALS = re.compile(r"(-?[\d.]+),(\d+)")


def mixed(units: str, decimals: str) -> str:
    part = Fraction(int(decimals), 10 ** len(decimals))
    return units if not part else f"{units} {part}".replace("-0 ", "-").removeprefix("0 ")


def rounded(value: Value, places: int, scale_by: int, *, down: bool = False) -> Value:
    """Round to the nearest as the tables do, halves up (with decimals: away from 0), or down."""
    if value.blank:
        return value
    low, high = (
        None if bound is None else _rounded(Fraction(bound) * scale_by, places, down=down)
        for bound in (value.low, value.high)
    )
    return replace(value, low=low, high=high)


def _rounded(value: Fraction, places: int, *, down: bool) -> Fraction:
    size = 10**places
    if places and value < 0:
        return -_rounded(-value, places, down=down)
    return Fraction((value * size + (0 if down else Fraction(1, 2))) // 1, size)


def cell_value(cell: object) -> Value | None:
    if isinstance(cell, Exact):
        return exact_value(cell)[0]
    if not isinstance(cell, Amount):
        return None
    if cell.blank:
        return nothing(cell.unknown)
    return Value(cell.low, cell.high, cell.circa, cell.unknown)


UNITS = {Unit.PERCENT: "%", Unit.YEAR: " jaar", Unit.EURO: " euro"}


def exact_value(cell: Exact) -> tuple[Outcome, str]:
    """What a cell with a percentage or a number of years shows, with its unit."""
    unit = UNITS[cell.unit]
    if cell.blank:
        return nothing(cell.unknown), unit
    return rounded(Value(cell.low, cell.high, cell.circa, cell.unknown), cell.places, 1), unit
