"""The one thing between results and formats: tables of typed cells, with their notes and the facts about the run.

Values only. A report builds these, a renderer prints them; neither knows the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A whole number as it is known: bounds (inclusive, ``None`` is open), mark ``circa``, and what is unknown.

    ``signed`` numbers are read as a shortage below 0 and a surplus above it. ``blank`` says that nothing at all is
    known: then the bounds mean nothing. ``unknown`` counts the records that have no number.
    """

    low: int | None
    high: int | None
    circa: bool = False
    unknown: int = 0
    blank: bool = False
    signed: bool = False


class Unit(StrEnum):
    """What an exact number counts; the value is what stands behind it."""

    PERCENT = "%"
    YEAR = "jaar"
    EURO = "euro"


@dataclass(frozen=True, slots=True)
class Exact:
    """A number with decimals as it is known: exact bounds (inclusive, ``None`` is open) in a unit, 83/2 for 41.5%.

    ``places`` is how many decimals are shown; nothing is rounded before that. ``circa``, ``unknown`` and ``blank`` mean
    what they mean of an amount.
    """

    low: Fraction | None
    high: Fraction | None
    unit: Unit
    places: int
    circa: bool = False
    unknown: int = 0
    blank: bool = False


Cell = str | int | Amount | Exact | None
"""Text, a plain whole number (a count), an amount, an exact number, or None where a column does not apply."""


def fraction_json(value: Fraction | None) -> Json:
    """Return an exact number for machines; None where there is none."""
    return None if value is None else {"teller": value.numerator, "noemer": value.denominator}


class Kind(StrEnum):
    """What a column holds; machine formats give a number its own columns for both bounds and what is unknown."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its machine name, its Dutch header, what it holds, and when it may go.

    On a narrow screen the column with the highest ``drop`` goes first; one with 0 never goes. An ``optional`` column is
    left out of what people read when it holds nothing but 0; machine formats always have it.
    """

    key: str
    header: str
    kind: Kind = Kind.TEXT
    drop: int = 0
    optional: bool = False


class Style(StrEnum):
    """What a row is in the table."""

    NORMAL = "normal"
    DETAIL = "detail"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell per column; ``key`` names it for machines (``gap.hard``)."""

    key: str
    cells: tuple[Cell, ...]
    style: Style = Style.NORMAL


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table with the notes that belong to it alone."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def readable(table: Table) -> Table:
    """Return the table without the optional columns that hold nothing but 0."""
    keep = [
        i
        for i, column in enumerate(table.columns)
        if not column.optional or any(_says_something(row.cells[i]) for row in table.rows)
    ]
    columns = tuple(table.columns[i] for i in keep)
    rows = tuple(replace(row, cells=tuple(row.cells[i] for i in keep)) for row in table.rows)
    return replace(table, columns=columns, rows=rows)


def _says_something(cell: Cell) -> bool:
    if isinstance(cell, Amount | Exact):
        return bool(cell.unknown or cell.circa or cell.low != 0 or cell.high != 0)
    return bool(cell)


@dataclass(frozen=True, slots=True)
class Passage:
    """Something explained: a title, and what is said of it under short labels.

    ``level`` is its depth under the first passage (0); ``name`` names it for machines.
    """

    name: str
    title: str
    items: tuple[tuple[str, str], ...]
    level: int = 0


class ChartKind(StrEnum):
    """How a chart is drawn."""

    STACKED = "stacked"
    """Bars of stacked series beside a band (capacity against the target)."""
    WATERFALL = "waterfall"
    """Steps towards a level, one panel per category (the gap at both ends of the target).

    The series are the steps, in order. One with role `doel` is the level: drawn from 0, it moves nothing. One with role
    `saldo`, `tekort` or `over` is the distance between the level and what the steps before it reach.
    """
    LINES = "lines"
    """Series over years, with a reference line (the trajectory and the required pace)."""
    HEAT = "heat"
    """A grid of categories and series (the municipalities)."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: a value per category; None is unknown, which has its own look and is never 0.

    ``role`` says what it is, so that a renderer can give it the same colour and pattern everywhere: `hard`, `zacht`,
    `onbekend`, `gerealiseerd`, `doel`, `extra`, `saldo`, `tekort`, `over`.

    ``cells`` holds what the table says at each value (``ca. 8.300``, a range, ``geen opgave``): it is shown in place of
    the bare number. Text in it is a place where the series does not apply, which is not the same as unknown.
    """

    name: str
    values: tuple[int | None, ...]
    role: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers that stand in a table of the same document.

    ``band`` is a range that is drawn behind the series (the target: low and high, both inclusive); ``description`` says
    in words what the picture shows, for those who do not see it. ``band_name`` is what the band is called.
    """

    name: str
    title: str
    description: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    band: tuple[int, int] | None = None
    unit: str = "woningen"
    band_name: str = "doel"


class NoteKind(StrEnum):
    """Why a note is there; the value is the word that users read before it."""

    AANNAME = "Aanname"
    LET_OP = "Let op"
    BRON = "Bron"


@dataclass(frozen=True, slots=True)
class Note:
    """One remark under the tables."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What one command answers: tables, passages, remarks, and facts for machines (inputs, parameters, results)."""

    title: str
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Mapping[str, Json] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    charts: tuple[Chart, ...] = ()
