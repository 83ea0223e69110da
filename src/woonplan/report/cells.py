"""Numbers of the calculation as cells: at which end of the target, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from woonplan.calc.number.figure import Figure
from woonplan.model.number import Number, exactly
from woonplan.tables import BALANCE, COUNT, HOMES, YEARS, Cell, Json, Look, Value, number_json

ENDS = ("ondergrens", "bovengrens")
"""The ends of the target, in the order of the ends of a figure."""

NOT_APPLICABLE = "niet van toepassing"


def value(figure: Figure, end: int = 0, look: Look = HOMES, *, instead: str = NOT_APPLICABLE) -> Value:
    """Return a figure at one end of the target; ``instead`` are the words where it has no outcome there."""
    return Value(figure.ends[end], look, derivation=figure, instead=instead)


def maybe(figure: Figure | None, end: int = 0, look: Look = HOMES) -> Cell:
    """Return the same, or nothing where there is no figure."""
    return None if figure is None else value(figure, end, look)


def both(figure: Figure | None, look: Look = HOMES, none: Cell = None) -> tuple[Cell, Cell]:
    """Return a figure at the low and at the high end of the target; ``none`` twice where there is no figure."""
    return (none, none) if figure is None else (value(figure, 0, look), value(figure, 1, look))


def balance(figure: Figure | None, none: Cell = None) -> tuple[Cell, Cell]:
    """Return the same for a number that is a shortage below 0 and a surplus above it."""
    return both(figure, BALANCE, none)


def count(number: int, figure: Callable[[], Figure]) -> Value:
    """Return a number of things that were counted before, with how to make the figure that names each of them."""
    return Value(exactly(number), COUNT, derivation=figure)


def named(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return figures by their names."""
    return {figure.name: figure for figure in figures}


def exact_json(number: Number) -> Json:
    """Return an exact number for machines; None where a division has no outcome."""
    return number_json(number, YEARS) if number.applies else None
