"""A number with the way it came about: the derivation is the value that was computed with, not a text beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, overload

from woonplan.model.number import Number
from woonplan.model.source import Provenance


class Op(StrEnum):
    """How a figure follows from its parts.

    `records` is a sum over records, `som` over named quantities, and `samen` over sums of records: an unknown one among
    them is counted, and does not make the whole unknown.
    """

    GEGEVEN = "gegeven"
    SOM = "som"
    SAMEN = "samen"
    RECORDS = "records"
    VERSCHIL = "verschil"
    WIJZIGING = "wijziging"
    """What changes the second part into the first, end by end and count by count."""
    AANDEEL = "aandeel"
    STUK = "stuk"
    REST = "rest"
    MAAL = "maal"
    """One part times a ratio, exact: homes a year."""
    QUOTIENT = "quotient"
    NIET_ONDER_NUL = "niet_onder_nul"
    MINSTENS = "minstens"
    """The first part, and at the least what the others are together: a whole with what is known to be in it."""
    NIETS_TOT_ALLES = "niets_tot_alles"
    """What may be of one part: nothing, or all of it."""
    OF_MINDER = "of_minder"
    """One part or less: what is taken off it is not known."""
    HOOGSTE = "hoogste"
    """The upper end of one part, as one number, with what is unknown beside it."""
    LAAGSTE = "laagste"
    """The lower end of what is known of one part, as one number; what is unknown can only add to it."""
    HOOGSTENS = "hoogstens"
    """The first part, and at the most the second."""
    VAN_TOT = "van_tot"
    """Between the first part and the second."""


class Origin(NamedTuple):
    """Where a given figure stands: its source document, and the record in the register that holds it."""

    source: Provenance
    record: str
    """Name of the record (plan, statement, municipality) in the register."""
    path: tuple[str | int, ...] = ()
    """Place in the file of the record."""
    file: str = ""
    """The file, as users see it."""
    word: str | None = None
    """The word of the source for its precision, where it has one."""


class Figure(NamedTuple):
    """A named number at both ends of the target, with its parts: whole homes, or what was computed from them.

    ``ends`` holds the value at the low and at the high end. Capacity has the same value at both; a target has not.
    """

    name: str
    label: str
    op: Op
    ends: tuple[Number, Number]
    parts: Sequence[Figure] = ()
    ratio: tuple[int, int] | None = None
    """What a part was multiplied by (`aandeel`, `maal`): numerator and denominator. Of a piece (`stuk`): which and of
    how many."""
    origin: Origin | None = None

    @property
    def low(self) -> Number:
        """The value at the low end of the target."""
        return self.ends[0]

    @property
    def high(self) -> Number:
        """The value at the high end of the target."""
        return self.ends[1]


class Parts(Sequence[Figure]):
    """The parts of a sum over records, made when somebody asks where the sum comes from.

    A sum over 50,000 records is read for its number by most who ask for it; only its explanation needs a figure for
    every record.
    """

    __slots__ = ("_count", "_made", "_make")

    def __init__(self, count: int, make: Callable[[], Iterable[Figure]]) -> None:
        """Make the parts of a sum over ``count`` records; ``make`` returns exactly as many figures."""
        self._count = count
        self._make = make
        self._made: tuple[Figure, ...] | None = None

    @property
    def made(self) -> tuple[Figure, ...]:
        """All parts, in the order in which they were added."""
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Figure: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Figure]: ...
    def __getitem__(self, index: int | slice) -> Figure | Sequence[Figure]:
        return self.made[index]

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.made)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.made == tuple(other)

    def __hash__(self) -> int:
        return hash(self.made)


def origin_of(figure: Figure) -> Origin | None:
    """Return where the record of a figure stands, also when its number was computed from parts."""
    while figure.origin is None and figure.parts:
        figure = figure.parts[0]
    return figure.origin


def given(name: str, label: str, homes: Number, origin: Origin | None = None) -> Figure:
    """Return a figure that stands in the register, the same at both ends."""
    homes = homes.of(name)
    return Figure(name, label, Op.GEGEVEN, (homes, homes), origin=origin)


def target(name: str, label: str, number: Number, origin: Origin | None = None) -> Figure:
    """Return a target: its low end is the lowest number of the source, its high end the highest.

    An open end stays open: a target of "at least 14,100" has no highest number.
    """
    low, high = number.low, number.high
    ends = (number.bounded(low, high if low is None else low), number.bounded(low if high is None else high, high))
    return Figure(name, label, Op.GEGEVEN, ends, origin=origin)
