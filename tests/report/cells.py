"""What the cells of a table show, and what a printed derivation says that they show."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from tests.report.reader import IN_THE_TABLE, NO_OUTCOME, Node, Outcome, ends_of, evaluate, is_exact, work_out
from tests.report.terms import NOTHING, Lacks, Term, lacks, read_term
from woonplan.model.change import Change
from woonplan.model.gemis import Gemis, Missing
from woonplan.tables.cell import Cell, Value
from woonplan.tables.look import Unit

Shown = tuple[Outcome, str]
"""A number with its unit."""


def shown(node: Node) -> tuple[Shown, Shown]:
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


def read_shown(text: str) -> Shown:
    if text == NO_OUTCOME:
        return None, ""
    number = re.fullmatch(r"(.+?)(| jaar| euro|%|% \(naar beneden afgerond\))", text)
    assert number, text
    return read_decimals(number[1]), number[2]


def read_decimals(text: str) -> Term:
    """Read a number with decimals, such as `ca. 1.004,15` and `(4,15 tot 5,00)`, as an exact one."""
    return read_term(DECIMALS.sub(lambda found: mixed(found[1], found[2]), text))


DECIMALS = re.compile(r"(-?[\d.]+),(\d+)")


def mixed(units: str, decimals: str) -> str:
    part = Fraction(int(decimals), 10 ** len(decimals))
    return units if not part else f"{units} {part}".replace("-0 ", "-").removeprefix("0 ")


def rounded(term: Term, places: int, scale_by: int, *, down: bool = False) -> Term:
    """Round to the nearest as the tables do, halves up (with decimals: away from 0), or down."""
    if term.blank:
        return term
    low, high = (
        None if bound is None else _rounded(Fraction(bound) * scale_by, places, down=down)
        for bound in (term.low, term.high)
    )
    return replace(term, low=low, high=high)


def _rounded(value: Fraction, places: int, *, down: bool) -> Fraction:
    size = 10**places
    if places and value < 0:
        return -_rounded(-value, places, down=down)
    return Fraction((value * size + (0 if down else Fraction(1, 2))) // 1, size)


UNITS = {None: "", Unit.PERCENT: "%", Unit.YEAR: " jaar", Unit.EURO: " euro"}


def seen(value: Value) -> Shown:
    """Return what a cell shows, with its unit."""
    if not value.number.applies:
        assert value.instead
        return None, ""
    # A note under the table says that its per cents are whole ones, rounded down.
    unit = DOWN if value.look.down else UNITS[value.unit]
    if isinstance(value.number, Change):
        return changed_term(value.number), unit
    if value.blank:
        return NOTHING, unit
    circa = value.circa and (value.low is not None or value.high is not None)
    return rounded(Term(value.low, value.high, circa, without(value)), value.look.places, 1), unit


def changed_term(number: Change) -> Term:
    """Return a change as the text writes it."""
    opened = number.opened
    low, high = (None if way else bound for way, bound in zip(opened, (number.low, number.high), strict=True))
    more, fewer = (without_of(lacks) for lacks in (number.missing, number.fewer))
    plain = low == high and not (more or fewer or any(opened))
    return Term(low, high, number.circa, more, fewer=fewer, opened=opened, change=not plain)  # type: ignore[arg-type]


def without(value: Value) -> Lacks:
    """Return what a cell is without, each in its own unit."""
    return without_of(value.number.missing)


def without_of(missing: Missing) -> Lacks:
    """Return what is missing, each in its own unit."""
    things = {(lack.gemis, lack.naam) for lack in missing}
    gemeenten, oplevering = (sum(gemis is kind for gemis, _ in things) for kind in (Gemis.GEMEENTE, Gemis.OPLEVERING))
    years = sorted({str(lack.jaar) for lack in missing if lack.jaar})
    named = "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    return lacks(len(things) - gemeenten - oplevering, gemeenten, oplevering, named)


def term_of(cell: Cell) -> Term:
    """Return the number in a cell."""
    assert isinstance(cell, Value), cell
    term, _ = seen(cell)
    assert term is not None
    return term
