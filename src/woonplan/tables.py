"""The one thing between results and formats: tables of typed cells, with their notes and the facts about the run.

Values only. A report builds these, a renderer prints them; neither knows the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from itertools import compress

from woonplan.calc.number.figure import Figure
from woonplan.model.change import Change
from woonplan.model.gemis import apart, counts, lacking
from woonplan.model.number import Bound, Number, Way
from woonplan.numerals import fraction_json, rounded

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


class Unit(StrEnum):
    """What an exact number counts; the value is what stands behind it."""

    PERCENT = "%"
    YEAR = "jaar"
    EURO = "euro"


@dataclass(frozen=True, slots=True)
class Look:
    """How a number is written: homes as whole numbers, an exact number (41.5%) with decimals and a unit.

    A ``signed`` number is read as a shortage below 0 and a surplus above it.
    """

    unit: Unit | None = None
    places: int = 0
    """How many decimals are shown; an exact number is not rounded before that."""
    times: int = 1
    """What the number is multiplied by to be shown: a share is shown per cent."""
    down: bool = False
    """Whether it is rounded down, and not to the nearest."""
    signed: bool = False
    told: bool = False
    """Whether the table says once that its numbers are approximate, so that none says it itself."""
    short: bool = False
    """Whether what a number lacks is told beside the table, so that its cell is the number alone."""
    bare: bool = False
    """Whether it is a plain number to all readers: how many things there are, which is never a range."""
    change: bool = False
    """Whether it says by how much something changed: each end of it with a sign of its own."""

    def shown(self, bound: Bound | None) -> Bound | None:
        """Return a bound as it is shown; None is open."""
        if bound is None:
            return None
        exact = bound * self.times
        if self.down:
            return Fraction(exact // 1)
        return exact if self.unit else rounded(exact)


HOMES = Look()
COUNT = Look(bare=True)
BALANCE = Look(signed=True)
CHANGE = Look(change=True)
PERCENT = Look(Unit.PERCENT, places=1, times=100)
WHOLE_PERCENT = Look(Unit.PERCENT, times=100, down=True)
YEARS = Look(Unit.YEAR, places=2)
EUROS = Look(Unit.EURO, places=2)


@dataclass(frozen=True, slots=True)
class Value:
    """A number in a cell, with how it came about: the derivation is that of the number that is shown."""

    number: Number
    """What is shown: a figure at one end of the target."""
    look: Look = HOMES
    derivation: Figure | Callable[[], Figure] = field(kw_only=True, compare=False, repr=False)
    """The figure, or how to make it for who asks: of 50,000 records that takes longer than to count them."""
    instead: str = field(default="", kw_only=True)
    """What stands there in words where a division has no outcome."""

    @property
    def figure(self) -> Figure:
        """The number at both ends of the target with its parts and sources."""
        return self.derivation() if callable(self.derivation) else self.derivation

    @property
    def low(self) -> Bound | None:
        """The low bound as it is shown (inclusive); None is open."""
        return self.look.shown(self.number.low)

    @property
    def high(self) -> Bound | None:
        """The high bound as it is shown (inclusive); None is open."""
        return self.look.shown(self.number.high)

    @property
    def unit(self) -> Unit | None:
        """What stands behind it; None for homes and counts."""
        return self.look.unit

    @property
    def circa(self) -> bool:
        """Whether a source called a number in it approximate."""
        return self.number.circa and not self.look.told

    @property
    def reach(self) -> tuple[int | Fraction | None, int | Fraction | None]:
        """Between what it lies (inclusive), whatever has no number in it turns out to be; None is open."""
        low, high = self.number.reach
        return self.look.shown(low), self.look.shown(high)

    @property
    def lacking(self) -> str:
        """What in it has no number, counted; not what stands in another row, which its table says once."""
        if not isinstance(self.number, Change):
            return lacking(self.number.missing, placed=False)
        more, fewer = (lacking(lacks, placed=False) for lacks in (self.number.missing, self.number.fewer))
        return ", ".join(filter(None, (more and f"{more} erbij", fewer and f"{fewer} minder")))

    @property
    def opened(self) -> tuple[int, int]:
        """Of a change: how many records more leave its low and its high end open (below 0: fewer)."""
        return self.number.opened if isinstance(self.number, Change) else (0, 0)

    @property
    def apart(self) -> str:
        """The same where it may raise the number as well as lower it; empty where it goes one way."""
        return apart(self.number.missing) if self.number.way is Way.BOTH else ""

    @property
    def rounding(self) -> bool:
        """Whether a shortage or surplus is no more than what is approximate in it may be off: it is neither."""
        return self.look.signed and self.number.rounding

    @property
    def zonder(self) -> Mapping[str, int]:
        """How many of each kind of what has no number in it."""
        return zonder(self.number)

    @property
    def blank(self) -> bool:
        """Whether nothing at all is known: then the bounds mean nothing."""
        return self.number.blank


class Key(str):
    """A word of a closed list (`sociale_huur`), or several with commas between: readers see it with spaces."""

    __slots__ = ()


def words(text: str) -> str:
    """Return a text as readers see it; machine formats have keys as they are in the register."""
    return text.replace("_", " ") if isinstance(text, Key) else text


Cell = str | Value | None
"""Text, a number with its derivation, or None where a column does not apply."""


def shown(cell: Cell) -> Cell:
    """Return a cell as readers see it: words in place of a division without an outcome."""
    return cell.instead if isinstance(cell, Value) and not cell.number.applies else cell


def zonder(number: Number) -> dict[str, int]:
    """Return how many of each kind of what has no number there are in a number; of a change how many more or fewer."""
    found = Counter(counts(number.missing))
    if isinstance(number, Change):
        found.subtract(counts(number.fewer))
    return {gemis.value[0]: count for gemis, count in found.items() if count}


def number_json(number: Number, look: Look = HOMES) -> dict[str, Json]:
    """Return a number for machines: between what it lies, whatever the missing ones are, and how many there are.

    Where those may move an end, `bekend` is what the others are together; both are None where nothing is known.
    """
    write = fraction_json if look.unit else _whole
    low, high = (write(look.shown(bound)) for bound in number.reach)
    found: dict[str, Json] = {"min": low, "max": high, "circa": number.circa, "zonder": zonder(number)}
    if look.signed:
        found["binnen_afronding"] = number.rounding
    if isinstance(number, Change):
        found["open"] = list(number.opened)
    elif number.missing and not number.blank:
        found["bekend"] = {"min": write(look.shown(number.low)), "max": write(look.shown(number.high))}
    return found


def _whole(bound: Bound | None) -> Json:
    return None if bound is None else int(bound)


class Kind(StrEnum):
    """What a column holds; machine formats give a number its own columns for both bounds and what is unknown."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its machine name, its Dutch header, what it holds, and when it may go.

    On a narrow screen what says nothing in any row goes first, then the column with the highest ``drop``; one with 0
    never goes, nor does a ``term`` of what a row adds up, or its outcome: without it the others read as another sum. An
    ``optional`` column is left out of what people read when it holds nothing but 0; machine formats always have it.
    """

    key: str
    header: str
    kind: Kind = Kind.TEXT
    drop: int = 0
    optional: bool = False
    term: bool = False
    some: bool = False
    """Whether a blank in it means that there is nothing to say of that row, so that no word is ever said for all."""


class Style(StrEnum):
    """What a row is in the table."""

    NORMAL = "normal"
    DETAIL = "detail"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell per column; ``key`` names it for machines (``gap.hard``).

    ``names`` are what it is called in the address of a number, the first where it differs from that of other rows:
    a municipality has a name, a code and aliases. Without any it is called by its key.
    """

    key: str
    cells: tuple[Cell, ...]
    style: Style = Style.NORMAL
    names: tuple[str, ...] = ()
    rest: bool = False
    """Whether it holds what has no place in the other rows (not assigned, without a year): they set the scale of bars.
    """


Place = tuple[int, str]
"""A cell of a table: its row, counted from 0, and the key of its column."""

Terms = tuple[tuple[int, Place], ...]
"""What a number is the sum of: 1 or -1 for what is added and what is taken off, and where it stands."""


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table with the notes that belong to it alone.

    An ``implied`` table is not named in the address of a number: its rows and columns say enough. Another is called by
    its name there, or by one of ``names``.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    implied: bool = False
    names: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    """Columns whose numbers are drawn as bars in each row where there is room, all on one scale.

    Where every cell has its own bar, so has that of a balance, on a scale for all columns of balances.
    """
    detail: bool = False
    """Whether it is what stands behind the answer: folded away where that can be, and cut where there is no room."""
    theme: str = ""
    """The short heading that it stands under, with the tables and charts beside it that have the same (``themes``)."""
    sums: Mapping[Place, Terms] = field(default_factory=dict, compare=False, repr=False)
    """The numbers that follow from others in it by adding and taking off, for a program that can do that itself."""
    large: bool = False
    """Whether its rows are the few numbers that matter most: shown large where that can be."""


def readable(table: Table) -> Table:
    """Return the table without the optional columns that hold nothing but 0."""
    return _with(
        table,
        [not c.optional or any(says_something(r.cells[i]) for r in table.rows) for i, c in enumerate(table.columns)],
    )


def without(table: Table, *keys: str) -> Table:
    """Return the table without some of its columns."""
    return _with(table, [column.key not in keys for column in table.columns])


def _with(table: Table, keep: Sequence[bool]) -> Table:
    rows = tuple(replace(row, cells=tuple(compress(row.cells, keep))) for row in table.rows)
    return replace(table, columns=tuple(compress(table.columns, keep)), rows=rows)


def says_something(cell: Cell) -> bool:
    """Return whether a cell holds anything but 0 or nothing."""
    if isinstance(cell, Value) and isinstance(cell.number, Change):
        return not cell.number.nothing
    if isinstance(cell, Value):
        return bool(cell.zonder or cell.circa or (cell.low, cell.high) != (0, 0))
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
    slim: bool = False
    """Whether it is one bar among few lines of text, with its band under it and its numbers in the key."""
    says: str = ""
    """What there is to see in it, in one sentence for everybody; the numbers in it are those of the picture."""
    theme: str = ""
    """The heading that it stands under, as of a table."""
    table: str = ""
    """The name of the table whose bars show the same: where those are drawn, the picture says nothing more."""


class NoteKind(StrEnum):
    """Why a note is there; the value is the word that users read before it."""

    AANNAME = "Aanname"
    LET_OP = "Let op"
    BRON = "Bron"
    WEEGT = "!"
    """One of the few remarks under an answer that is short: what could move it most."""


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
    beside: Mapping[str, Figure] = field(default_factory=dict)
    """Numbers that stand in no cell, by their names: in a remark, or for machines only."""
    results: Mapping[str, Json] = field(default_factory=dict)
    """Facts that follow from the others: what came out."""
    address: str = ""
    """What the addresses of its numbers begin with: `gap`, `report.2020`."""
    answer: str = ""
    """What it comes to in one sentence; empty where nothing was asked that has one."""
    scope: str = ""
    """Of which state that is, and of whose plans."""
    following: tuple[str, ...] = ()
    """What to ask next: commands that work as they stand. Only an answer that is short has them.

    One that begins with an option (`--by gemeente`) is the command before it with that in place of its last option.
    """
    tables_named: bool = False
    """Whether each of its tables has a word in those addresses."""
    moving: tuple[str, ...] = ()
    """What could change the answer, what could most first: sentences under the first theme, ``BRIEF``."""
    missing: tuple[str, ...] = ()
    """What is not known and would be needed, in sentences that stand there too."""


BRIEF = "In het kort"
"""The theme that a document with themes begins with: the answer, the numbers that matter most, and one chart."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What stands under one heading of a document."""

    name: str
    """The heading; empty for what has none."""
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]


def themes(document: Document) -> tuple[Theme, ...]:
    """Return the charts and tables of a document by their headings, in the order in which those come up.

    What has no heading comes first. A document without any heading is one theme without a name.
    """
    parts: tuple[Table | Chart, ...] = (*document.tables, *document.charts)
    names = dict.fromkeys(("", *(part.theme for part in parts)))
    found = (
        Theme(
            name,
            tuple(chart for chart in document.charts if chart.theme == name),
            tuple(table for table in document.tables if table.theme == name),
        )
        for name in names
    )
    return tuple(theme for theme in found if theme.charts or theme.tables)
