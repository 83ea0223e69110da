"""A number with the way it came about: the derivation is the value that was computed with, not a text beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import overload

from woonplan.model.number import NOTHING, Number, exactly, total
from woonplan.model.source import Provenance

ONE = exactly(1)


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
    AANDEEL = "aandeel"
    STUK = "stuk"
    REST = "rest"
    MAAL = "maal"
    """One part times a ratio, exact: homes a year."""
    QUOTIENT = "quotient"
    NIET_ONDER_NUL = "niet_onder_nul"
    HOOGSTE = "hoogste"
    """The upper end of one part, as one number, with its unknown records beside it."""
    HOOGSTE_BEKEND = "hoogste_bekend"
    """The upper end of what is known of one part; its unknown records are counted elsewhere."""


@dataclass(frozen=True, slots=True)
class Origin:
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


@dataclass(frozen=True, slots=True)
class Figure:
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
    return Figure(name, label, Op.GEGEVEN, (homes, homes), origin=origin)


def target(name: str, label: str, number: Number, origin: Origin | None = None) -> Figure:
    """Return a target: its low end is the lowest number of the source, its high end the highest.

    An open end stays open: a target of "at least 14,100" has no highest number.
    """
    low, high = number.low, number.high
    ends = (number.bounded(low, high if low is None else low), number.bounded(low if high is None else high, high))
    return Figure(name, label, Op.GEGEVEN, ends, origin=origin)


def added(name: str, label: str, parts: Sequence[Figure], *, keep_blank: bool = False) -> Figure:
    """Return the sum of ``parts`` (see ``total`` for ``keep_blank``); no parts give 0."""
    low = total((part.low for part in parts), keep_blank=keep_blank)
    high = low if all(p.low is p.high for p in parts) else total((p.high for p in parts), keep_blank=keep_blank)
    return Figure(name, label, Op.SOM, (low, high), tuple(parts))


def together(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum of sums of records: what is unknown in any of them is counted beside it; no parts give 0.

    Sums over no records are no parts: their 0 says nothing, so it must not look like a known number beside an unknown.
    """
    filled = [part for part in parts if part.low.known or part.low.unknown]
    return replace(added(name, label, filled), op=Op.SAMEN)


def counted(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum over records: wholly unknown ones are counted beside it; no records give 0."""
    return replace(added(name, label, parts), op=Op.RECORDS)


def tallied(name: str, label: str, homes: Iterable[Number], parts: Sequence[Figure]) -> Figure:
    """Return the sum over records of which the numbers are at hand, and the parts can still be made."""
    whole = total(homes)
    return Figure(name, label, Op.RECORDS, (whole, whole), parts)


def each(name: str, label: str, records: Iterable[Figure]) -> Figure:
    """Return the number of records: one for each, whatever its homes."""
    return counted(name, label, ones(records))


def ones(records: Iterable[Figure]) -> list[Figure]:
    """Return a figure of 1 for every record: the parts of a count."""
    return [given(f"{record.name}.record", record.label, ONE, origin_of(record)) for record in records]


def subtracted(name: str, label: str, whole: Figure, *less: Figure) -> Figure:
    """Return ``whole`` minus every one of ``less``, end by end."""
    low, high = whole.ends
    for part in less:
        low, high = low - part.low, high - part.high
    return Figure(name, label, Op.VERSCHIL, (low, high), (whole, *less))


def remainder(name: str, label: str, whole: Figure, *less: Figure) -> Figure:
    """Return what is left of ``whole`` after ``less``, at the least 0: a stock of homes cannot be negative.

    A part without a number does not make the rest unknown: nothing may be left, or all that the others leave.
    """
    low, high = (left_over(whole.ends[end], [part.ends[end] for part in less]) for end in (0, 1))
    return Figure(name, label, Op.REST, (low, high), (whole, *less))


def left_over(whole: Number, less: Sequence[Number]) -> Number:
    """Return the number of ``remainder`` for one end."""
    left = whole
    for part in less:
        if not part.blank:
            left = left - part
    left = left.clipped()
    if whole.blank or not any(part.blank for part in less):
        return left
    return left.bounded(0, left.high)


def share(
    name: str,
    label: str,
    whole: Figure,
    ratio: tuple[int, int],
    origin: Origin | None = None,
    *,
    circa: bool = False,
) -> Figure:
    """Return ``whole`` times a ratio; where that is no whole number, both whole numbers around it are its bounds.

    ``circa`` says that the source calls the ratio itself approximate.
    """
    low, high = (_scaled(end, *ratio, circa) for end in whole.ends)
    return Figure(name, label, Op.AANDEEL, (low, high), (whole,), ratio, origin)


def _scaled(homes: Number, numerator: int, denominator: int, circa: bool) -> Number:
    low, high = homes.low, homes.high
    return Number(
        None if low is None else low * numerator // denominator,
        None if high is None else -(-high * numerator // denominator),
        homes.circa or circa,
        homes.known,
        homes.unknown,
    )


def times(name: str, label: str, whole: Figure, factor: Fraction | int) -> Figure:
    """Return ``whole`` times a factor of at least 0, exactly: the outcome need not be whole."""
    ratio = Fraction(factor)
    low, high = (end.times(factor) for end in whole.ends)
    return Figure(name, label, Op.MAAL, (low, high), (whole,), (ratio.numerator, ratio.denominator))


def quotient(name: str, label: str, above: Figure, below: Figure) -> Figure:
    """Return a division; it has no outcome at an end where what is divided by is 0 or less."""
    low, high = (have.over(need) for have, need in zip(above.ends, below.ends, strict=True))
    return Figure(name, label, Op.QUOTIENT, (low, high), (above, below))


def at_least_zero(name: str, label: str, whole: Figure) -> Figure:
    """Return a figure without its part below 0."""
    low, high = (end if end.blank else end.clipped() for end in whole.ends)
    return Figure(name, label, Op.NIET_ONDER_NUL, (low, high), (whole,))


def highest(name: str, label: str, whole: Figure, *, known: bool = False) -> Figure:
    """Return the upper end of a figure alone, with its unknown records or (``known``) of what is known."""
    low, high = (_highest(end, known=known) for end in whole.ends)
    return Figure(name, label, Op.HOOGSTE_BEKEND if known else Op.HOOGSTE, (low, high), (whole,))


def _highest(number: Number, *, known: bool) -> Number:
    if number.blank:
        return NOTHING if known else number
    return Number(number.high, number.high, number.circa, number.known, 0 if known else number.unknown)


def piece(whole: Figure, name: str, label: str, index: int, count: int) -> Figure:
    """Return one (``index``, from 0) of ``count`` whole pieces of a figure that are as even as can be."""
    low, high = (piece_of(end, index, count) for end in whole.ends)
    return Figure(name, label, Op.STUK, (low, high), (whole,), (index + 1, count), whole.origin)


def piece_of(homes: Number, index: int, count: int) -> Number:
    """Return one of ``count`` whole pieces of a number of homes; what does not divide goes to the first of them."""
    if homes.blank:
        return homes
    low, high = (
        None if bound is None else bound // count + (index < bound % count) for bound in (homes.low, homes.high)
    )
    return homes.bounded(low, high)
