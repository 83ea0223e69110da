"""Numbers of the calculation as cells, and the rows that tables share: of a figure, and of a group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.capacity.sums import Sums
from woonplan.calc.gap.groups import UNASSIGNED, Group, Grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.model.base import slug
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number, exactly
from woonplan.report.words import NO_TARGET, group_key, group_label, where_from
from woonplan.tables.cell import Cell, Json, Value, number_json
from woonplan.tables.look import BALANCE, COUNT, HOMES, YEARS, Look
from woonplan.tables.table import Column, Kind, Row, Style

T = TypeVar("T")

ENDS = ("ondergrens", "bovengrens")
"""The ends of the target, in the order of the ends of a figure."""

FIGURES = (
    Column("onderdeel", "onderdeel"),
    Column("ondergrens", "ondergrens", Kind.AMOUNT),
    Column("bovengrens", "bovengrens", Kind.AMOUNT),
    Column("bron", "bron", drop=1),
)
"""The columns of a table with a figure in each row (``figure_row``)."""

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


def records(sums: Sums) -> Value:
    """Return the number of records in sums."""
    return count(sums.records, partial(records_figure, sums))


def when(condition: object, *items: T) -> tuple[T, ...]:
    """Return what is there in some cases only, a column, a row or a note: nothing where the condition does not hold."""
    return items if condition else ()


def at_ends(key: str, header: str, kind: Kind = Kind.AMOUNT, *, term: bool = False) -> tuple[Column, ...]:
    """Return the columns of a quantity at the low and at the high end of the target."""
    return tuple(Column(f"{key}_{end}", f"{header} {end}".strip(), kind, term=term) for end in ENDS)


def by_class(sums: Sums) -> tuple[Value, ...]:
    """Return what is hard, what is soft, what does not count, and that of which it is not known."""
    return tuple(value(figure) for figure in (sums.hard, sums.zacht, sums.telt_niet, sums.onbekend))


def against_target(group: Group) -> tuple[Cell, ...]:
    """Return the target of a group and its balance, at both ends; words where it has none of its own."""
    none = "" if group.key == UNASSIGNED else NO_TARGET
    return (*both(group.doel, none=none), *balance(group.saldo, none))


def figure_row(dataset: Dataset, figure: Figure, look: Look = HOMES, style: Style = Style.NORMAL, key: str = "") -> Row:
    """Return the row of a figure at both ends of the target, with where it is from; its name is its key without one."""
    return Row(key or figure.name, (figure.label, *both(figure, look), where_from(dataset, figure)), style)


def group_row(view: View, found: Grouped, group: Group, *cells: Cell) -> Row:
    """Return the row of one of the groups, or of their total: its name, and the cells."""
    style = Style.TOTAL if group is found.total else Style.NORMAL
    names = view.names(group.key) or (slug(group_key(group)),)
    return Row(group_key(group), (group_label(group.key, found.by), *cells), style, names, rest=group.key == UNASSIGNED)


def named(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return figures by their names."""
    return {figure.name: figure for figure in figures}


def exact_json(number: Number) -> Json:
    """Return an exact number for machines; None where a division has no outcome."""
    return number_json(number, YEARS) if number.applies else None
