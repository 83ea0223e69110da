"""A number with the way it came about: the derivation is the value that was computed with, not a text beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import overload

from woonplan.model.change import change
from woonplan.model.gemis import ALL_KNOWN, Gemis
from woonplan.model.number import Bound, Number, Way, exactly, margin, total
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
    homes = homes.of(name)
    return Figure(name, label, Op.GEGEVEN, (homes, homes), origin=origin)


def target(name: str, label: str, number: Number, origin: Origin | None = None) -> Figure:
    """Return a target: its low end is the lowest number of the source, its high end the highest.

    An open end stays open: a target of "at least 14,100" has no highest number.
    """
    low, high = number.low, number.high
    ends = (number.bounded(low, high if low is None else low), number.bounded(low if high is None else high, high))
    return Figure(name, label, Op.GEGEVEN, ends, origin=origin)


def added(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum of ``parts``; no parts give 0."""
    low = total(part.low for part in parts)
    high = low if all(p.low is p.high for p in parts) else total(p.high for p in parts)
    return Figure(name, label, Op.SOM, (low, high), tuple(parts))


def together(name: str, label: str, parts: Sequence[Figure]) -> Figure:
    """Return the sum of sums of records: what is unknown in any of them is counted beside it; no parts give 0.

    Sums over no records are no parts: their 0 says nothing, so it must not look like a known number beside an unknown.
    """
    filled = [part for part in parts if part.low.known or part.low.missing or not part.low.zero]
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
    """Return ``whole`` minus every one of ``less``, end by end.

    It is unknown where the whole is, or where all that is taken off is unknown and can only lower it.
    """
    low, high = (_difference(whole.ends[end], [part.ends[end] for part in less]) for end in (0, 1))
    return Figure(name, label, Op.VERSCHIL, (low, high), (whole, *less))


def _difference(whole: Number, less: Sequence[Number]) -> Number:
    left = total((whole, *(-part for part in less)))
    nothing = bool(less) and all(part.blank for part in less)
    # Deliveries that nobody counted are no part that says how large the rest is.
    nothing = nothing and any(lack.gemis is not Gemis.OPLEVERING for part in less for lack in part.missing)
    # The bounds of what is unknown mean nothing; kept, they would come back in the next sum.
    return Number(circa=left.circa, missing=left.missing, way=left.way) if whole.blank or nothing else left


def changed(name: str, label: str, new: Figure, old: Figure) -> Figure:
    """Return what changes ``old`` into ``new``, end by end and count by count."""
    low, high = (change(before, after) for before, after in zip(old.ends, new.ends, strict=True))
    return Figure(name, label, Op.WIJZIGING, (low, high), (new, old))


def remainder(name: str, label: str, whole: Figure, *less: Figure) -> Figure:
    """Return what is left of ``whole`` after ``less``, at the least 0: a stock of homes cannot be negative.

    A part without a number does not make the rest unknown: nothing may be left, or all that the others leave.
    """
    low, high = (left_over(whole.ends[end], [part.ends[end] for part in less]) for end in (0, 1))
    return Figure(name, label, Op.REST, (low, high), (whole, *less))


def left_over(whole: Number, less: Sequence[Number]) -> Number:
    """Return the number of ``remainder`` for one end."""
    if whole.blank:
        return whole
    known = [part for part in less if not part.blank]
    left = (whole - total(known) if known else whole).clipped()
    return left if len(known) == len(less) else left.bounded(0, left.high)


def share(
    name: str,
    label: str,
    whole: Figure,
    ratio: tuple[int, int],
    origin: Origin | None = None,
    *,
    circa: bool = False,
) -> Figure:
    """Return ``whole`` times a ratio, exactly: what is shown of it is rounded, and rounding is no uncertainty.

    ``circa`` says that the source calls the ratio itself approximate.
    """
    low, high = (end.times(Fraction(*ratio)) for end in whole.ends)
    if circa:
        low, high = (
            end if end.blank else replace(end, circa=True, marge=margin(int(end.high or 0))) for end in (low, high)
        )
    return Figure(name, label, Op.AANDEEL, (low, high), (whole,), ratio, origin)


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
    """Return a figure without its part below 0: what may only lower it then means nothing more."""
    low, high = (replace(end, way=Way.UP) if end.blank else _clipped(end) for end in whole.ends)
    return Figure(name, label, Op.NIET_ONDER_NUL, (low, high), (whole,))


def _clipped(number: Number) -> Number:
    found = number.clipped()
    over = found.high == 0 and not found.way & Way.UP
    return replace(found, missing=ALL_KNOWN, way=Way.NONE) if over else found


def at_least(name: str, label: str, whole: Figure, *parts: Figure) -> Figure:
    """Return a whole that is at least what its parts are together.

    A whole that is approximate is the larger of the two; one without a number is what is known to be in it, and more.
    """
    low, high = (_at_least(whole.ends[end], total(part.ends[end] for part in parts)) for end in (0, 1))
    if (low, high) == whole.ends:
        return whole
    return Figure(name, label, Op.MINSTENS, (low, high), (whole, *parts))


def _at_least(whole: Number, inside: Number) -> Number:
    if whole.blank:
        return Number(inside.low, inside.low, inside.circa, inside.known, whole.missing, whole.way, inside.marge)
    if inside.known == 0 or inside.low is None or (whole.low is not None and whole.low >= inside.low):
        raised = whole.low
    else:
        raised = inside.low
    high = whole.high
    if whole.circa and high is not None and inside.known:
        # Parts without a number change nothing of it.
        high = None if inside.high is None else max(high, inside.high)
    return whole.bounded(raised, high)


def perhaps(name: str, label: str, whole: Figure, *, known: bool = True) -> Figure:
    """Return what counts of homes that may count or not: none, some or all of them (see ``perhaps_of``)."""
    low, high = (perhaps_of(end, known=known) for end in whole.ends)
    return Figure(name, label, Op.NIETS_TOT_ALLES, (low, high), (whole,), origin=whole.origin)


def perhaps_of(homes: Number, *, known: bool = True) -> Number:
    """Return the number of ``perhaps`` for one end.

    Without ``known``, or where there are no homes, it says nothing beside what is unknown.
    """
    if homes.blank:
        return homes
    least = None if homes.low is None else min(homes.low, 0)
    most = None if homes.high is None else max(homes.high, 0)
    some = known and not homes.low == 0 == homes.high
    return Number(least, most, homes.circa, homes.known if some else 0, homes.missing, homes.way, homes.marge)


def or_less(name: str, label: str, whole: Figure) -> Figure:
    """Return what is left of a figure of which something unknown is taken off: it, or less."""
    low, high = (end if end.blank else end.bounded(None, end.high) for end in whole.ends)
    return Figure(name, label, Op.OF_MINDER, (low, high), (whole,))


def highest(name: str, label: str, whole: Figure) -> Figure:
    """Return the upper end of a figure alone, with what is unknown in it."""
    low, high = (end if end.blank else end.bounded(end.high, end.high) for end in whole.ends)
    return Figure(name, label, Op.HOOGSTE, (low, high), (whole,))


def lowest(name: str, label: str, whole: Figure) -> Figure:
    """Return the lower end of a figure alone, with what is unknown in it."""
    low, high = (end if end.blank else end.bounded(end.low, end.low) for end in whole.ends)
    return Figure(name, label, Op.LAAGSTE, (low, high), (whole,))


def at_most(name: str, label: str, whole: Figure, most: Figure) -> Figure:
    """Return a number that is at the most another one."""
    low, high = (_at_most(end, limit) for end, limit in zip(whole.ends, most.ends, strict=True))
    if (low, high) == whole.ends:
        return whole
    return Figure(name, label, Op.HOOGSTENS, (low, high), (whole, most))


def _at_most(number: Number, limit: Number) -> Number:
    if number.blank or limit.high is None:
        return number
    low, high = (bound if bound is None else min(bound, limit.high) for bound in (number.low, number.high))
    return number.bounded(low, high)


def spanning(name: str, label: str, least: Figure, most: Figure) -> Figure:
    """Return what lies between two figures: ``least`` at the least, ``most`` at the most."""
    low, high = (b if b.blank else b.bounded(a.low, b.high) for a, b in zip(least.ends, most.ends, strict=True))
    return Figure(name, label, Op.VAN_TOT, (low, high), (least, most))


def piece(whole: Figure, name: str, label: str, index: int, count: int) -> Figure:
    """Return one (``index``, from 0) of ``count`` whole pieces of a figure that are as even as can be."""
    low, high = (piece_of(end, index, count) for end in whole.ends)
    return Figure(name, label, Op.STUK, (low, high), (whole,), (index + 1, count), whole.origin)


def piece_of(homes: Number, index: int, count: int) -> Number:
    """Return one of ``count`` whole pieces of a number of homes; what does not divide goes to the first of them."""
    if homes.blank:
        return homes
    low, high = (None if bound is None else _even(bound, index, count) for bound in (homes.low, homes.high))
    return homes.bounded(low, high)


def _even(bound: Bound, index: int, count: int) -> Bound:
    if bound < 0:
        return -_even(-bound, index, count)
    return bound // count + (index < bound % count)
