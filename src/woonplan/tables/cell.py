"""What stands in a cell of a table: text, or a number with how it came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from woonplan.calc.number.figure import Figure
from woonplan.model.change import Change
from woonplan.model.gemis import apart, counts, lacking
from woonplan.model.number import Bound, Number, Way
from woonplan.numerals import fraction_json, whole
from woonplan.tables.look import HOMES, Look, Unit


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


def says_something(cell: Cell) -> bool:
    """Return whether a cell holds anything but 0 or nothing."""
    if isinstance(cell, Value) and isinstance(cell.number, Change):
        return not cell.number.nothing
    if isinstance(cell, Value):
        return bool(cell.zonder or cell.circa or (cell.low, cell.high) != (0, 0))
    return bool(cell)


def zonder(number: Number) -> dict[str, int]:
    """Return how many of each kind of what has no number there are in a number; of a change how many more or fewer."""
    found = Counter(counts(number.missing))
    if isinstance(number, Change):
        found.subtract(counts(number.fewer))
    return {gemis.value[0]: count for gemis, count in found.items() if count}


Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


def number_json(number: Number, look: Look = HOMES) -> dict[str, Json]:
    """Return a number for machines: between what it lies, whatever the missing ones are, and how many there are.

    Where those may move an end, `bekend` is what the others are together; both are None where nothing is known.
    """
    write = fraction_json if look.unit else whole
    low, high = (write(look.shown(bound)) for bound in number.reach)
    found: dict[str, Json] = {"min": low, "max": high, "circa": number.circa, "zonder": zonder(number)}
    if look.signed:
        found["binnen_afronding"] = number.rounding
    if isinstance(number, Change):
        found["open"] = list(number.opened)
    elif number.missing and not number.blank:
        found["bekend"] = {"min": write(look.shown(number.low)), "max": write(look.shown(number.high))}
    return found
