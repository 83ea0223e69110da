"""What may come when, of homes that an aggregate and its parts hold together: the least of it, and the most.

Every home of a part is one of the aggregate, at a time that both of them name; what no part has is the rest. So many
homes at each time of the aggregate, so many at each time of a part, and what may go into what: the ends of a number
of such homes are those of a transport problem with bounds on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Generic, NamedTuple, TypeVar

from woonplan.calc.capacity.circulation import Arc, cheapest
from woonplan.calc.number.bounds import at_most, highest, lowest, perhaps, spanning
from woonplan.calc.number.figure import Figure, Op, Parts, given, origin_of
from woonplan.calc.number.sums import added, subtracted, tallied
from woonplan.model.number import NOTHING, Bound, Number
from woonplan.model.restant import Years

ANY_YEAR = (1, 9998)
"""When homes come that may be in any year, outside the period as well."""

T = TypeVar("T", bound=Hashable)
"""A time, or a place: what homes of a part and of an aggregate have in common."""

Counts = Callable[[T, T], bool]
"""Whether homes are asked for, by the time of the aggregate that they are of and by when they come."""


class Bounds(NamedTuple):
    """So many homes, at the least and at the most; None where that is open."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Slot(Generic[T]):
    """The homes of one record at one time, with their derivation."""

    record: str
    time: T
    figure: Figure
    homes: Bounds = field(init=False)
    """How many there are: any number where none is known."""

    def __post_init__(self) -> None:
        """Say once how many there are: it is asked again for every other part."""
        homes = self.figure.low
        bounds = Bounds(0, None) if homes.blank else Bounds(int(homes.low or 0), _whole(homes.high))
        object.__setattr__(self, "homes", bounds)


class Supply(NamedTuple):
    """The homes of some slots together: how many slots, and how many of them without a high end."""

    slots: int
    low: int
    high: int
    is_open: int

    @property
    def bounds(self) -> Bounds:
        """Between what they are."""
        return Bounds(self.low, None if self.is_open else self.high)

    def without(self, some: Supply) -> Supply:
        """Return the same without some of them."""
        return Supply(*(every - one for every, one in zip(self, some, strict=True)))


def _whole(bound: Bound | None) -> int | None:
    return None if bound is None else int(bound)


class Apart(Enum):
    """What two times have in common that no home can have both of."""

    NOTHING = 0


NEVER = Apart.NOTHING


def meet(one: Years, two: Years) -> Years | Apart:
    """Return when homes come that come at both of two times: those without years come at the other."""
    if one is None or two is None:
        return two if one is None else one
    both = (max(one[0], two[0]), min(one[1], two[1]))
    return both if both[0] <= both[1] else NEVER


def common(one: frozenset[str], two: frozenset[str]) -> frozenset[str] | Apart:
    """Return where homes lie that lie in both of two groups of municipalities."""
    return one & two or NEVER


class Transport(Generic[T]):
    """The homes of an aggregate and its parts, by when each of them says that they come."""

    def __init__(
        self,
        whole: Sequence[Slot[T]],
        parts: Iterable[Sequence[Slot[T]]],
        meet: Callable[[T, T], T | Apart],
        rest: Mapping[T, T] | None = None,
    ) -> None:
        """Begin with the times of all of them.

        Args:
            whole: The homes of the aggregate, once by every time.
            parts: Those of its parts.
            meet: What two times have in common.
            rest: When homes come that no part has, where that is not the time of the aggregate.
        """
        self._whole = [*whole]
        self._parts = {slots[0].record: [*slots] for slots in parts if slots}
        times: dict[T, list[Slot[T]]] = {}
        for slot in (slot for slots in self._parts.values() for slot in slots):
            times.setdefault(slot.time, []).append(slot)
        self._slots = times
        self._times = {time: _sums(slots) for time, slots in times.items()}
        self._sure = sum(tally.low for tally in self._times.values())
        self._meet = meet
        self._cells_of: dict[T, tuple[tuple[T, T], ...]] = {}
        self._found: dict[tuple[Arc, ...], tuple[int, list[int] | None]] = {}
        self._rest = {slot.time: (rest or {}).get(slot.time, slot.time) for slot in whole}

    def own(self, record: str) -> dict[T, Number]:
        """Return the homes of one record by the times that it names itself."""
        return {slot.time: slot.figure.low for slot in self.slots(record)}

    def slots(self, record: str) -> Sequence[Slot[T]]:
        """Return the homes of one record, once by every time that it names."""
        return self._whole if record == self._whole[0].record else self._parts.get(record, ())

    def times(self, records: Collection[str]) -> list[T]:
        """Return when homes of some records (the aggregate for its rest) may come."""
        found = [slot.time for record, slots in self._parts.items() if record in records for slot in slots]
        cells = dict.fromkeys(at for time in dict.fromkeys(found) for _, at in self._cells(time))
        if self._whole[0].record in records:
            cells |= dict.fromkeys(self._rest.values())
        return [*cells]

    def ends(self, records: Collection[str], sure: Counts[T], may: Counts[T]) -> tuple[Bound | None, Bound | None]:
        """Return how many homes of some records are asked for, at the least (by ``sure``) and at the most (``may``)."""
        if self._apart(records, sure, may):
            slots = [slot for record in records for slot in self._parts.get(record, ())]
            least = _sums(slot for slot in slots if sure(slot.time, slot.time)).low
            return least, _sums(slot for slot in slots if may(slot.time, slot.time)).bounds.high
        low, _ = self._solved(records, sure, 1)
        most, _ = self._solved(records, may, -1)
        return low or 0, None if most is None else -most

    def bounded(self, figure: Figure, records: Collection[str], sure: Counts[T], may: Counts[T]) -> Figure:
        """Return a figure of some records with the ends that all of them together leave; itself where it has those."""
        homes = figure.low
        if homes.blank or self._apart(records, sure, may):
            return figure
        (low, below), (most, above) = (self._solved(records, counts, sign) for counts, sign in ((sure, 1), (may, -1)))
        high = None if most is None else -most
        if (homes.low, homes.high) == (low, high) or below is None or above is None:
            return figure
        name, label = figure.name, figure.label
        upper = self._end(f"{name}.hoogstens", f"{label}, hoogstens", records, above, -1)
        lower = self._end(f"{name}.minstens", f"{label}, ten minste", records, below, 1)
        if high == 0:
            room = given(f"{name}.ruimte", f"{label}, ruimte in de verzamelpost", NOTHING, origin_of(figure))
            return at_most(name, label, figure, room)
        if high is not None and low == high and (homes.low or 0) >= high:
            return at_most(name, label, figure, upper)
        if not lower.parts and lower.op is Op.SOM:
            return perhaps(name, label, upper)
        return spanning(name, label, lower, upper)

    def _apart(self, records: Collection[str], sure: Counts[T], may: Counts[T]) -> bool:
        """Whether what is asked of some parts follows from those alone, whatever the others are."""
        if self._whole[0].record in records:
            return False
        slots = [slot for record in records for slot in self._parts.get(record, ())]
        for time in {slot.time for slot in slots}:
            cells = self._cells(time)
            if not cells or len({(sure(of, at), may(of, at)) for of, at in ((time, time), *cells)}) > 1:
                return False
        return all(slot.homes.low == slot.homes.high for slot in slots) or self._spare(slots)

    def _spare(self, slots: Sequence[Slot[T]]) -> bool:
        """Whether an aggregate with one time has room for all that some homes of its parts may be."""
        most = self._whole[0].homes.high
        if len(self._whole) > 1 or most is None:
            return len(self._whole) == 1
        mine = _sums(slots)
        return not mine.is_open and self._sure - mine.low + mine.high <= most

    def _cells(self, time: T) -> Sequence[tuple[T, T]]:
        """Return the times of the aggregate that homes of a part can be of, and when they then come."""
        if time not in self._cells_of:
            found = ((slot.time, self._meet(time, slot.time)) for slot in self._whole)
            self._cells_of[time] = tuple((of, at) for of, at in found if not isinstance(at, Apart))
        return self._cells_of[time]

    def _solved(self, records: Collection[str], counts: Counts[T], sign: int) -> tuple[int | None, Signs[T] | None]:
        """Return the least of homes that are asked for (``sign`` 1) or less the most (-1), and what bounds it.

        None for an end that is open, and for bounds where the times do not fit each other.
        """
        mine: dict[T, list[Slot[T]]] = {}
        for slot in (slot for record in records for slot in self._parts.get(record, ())):
            mine.setdefault(slot.time, []).append(slot)
        groups = {(True, time): _sums(slots) for time, slots in mine.items()}
        for time, every in self._times.items():
            others = every.without(groups[True, time]) if time in mine else every
            if others.slots:
                groups[False, time] = others
        rest = self._whole[0].record in records
        bounds = [slot.homes for slot in self._whole] + [group.bounds for group in groups.values()]
        known = sum(bound.low + (bound.high or 0) for bound in bounds)
        arcs = [Arc(at, 0, *bound, 0) for at, bound in enumerate(bounds[: len(self._whole)], 1)]
        arcs += [Arc(0, at, *bound, 0) for at, bound in enumerate(bounds[len(self._whole) :], len(arcs) + 1)]
        for at, slot in enumerate(self._whole, 1):
            arcs.append(Arc(0, at, 0, None, sign * (rest and counts(slot.time, self._rest[slot.time]))))
        places = {slot.time: at for at, slot in enumerate(self._whole, 1)}
        for at, (own, time) in enumerate(groups, len(self._whole) + 1):
            for of, when in self._cells(time):
                arcs.append(Arc(at, places[of], 0, None, sign * (own and counts(of, when))))
        # Parts of one size and time are alike.
        net = tuple(arcs)
        if net not in self._found:
            self._found[net] = cheapest(net, len(bounds) + 1, 3 * known + 1)
        cost, levels = self._found[net]
        signs = None
        if levels is not None:
            weights = [arc.cost + levels[arc.tail] - levels[arc.head] for arc in arcs[: len(bounds)]]
            signs = Signs(weights[: len(self._whole)], dict(zip(groups, weights[len(self._whole) :], strict=True)))
        return None if abs(cost) > known else cost, signs

    def _end(self, name: str, label: str, records: Collection[str], signs: Signs[T], side: int) -> Figure:
        """Return the figure of one end: the least (``side`` 1), or the most (-1)."""
        weighed = zip(signs.whole, self._whole, strict=True)
        terms = [(weight, _bound(slot, weight)) for weight, slot in weighed if weight]
        for (own, time), weight in signs.parts.items():
            if weight:
                terms += [(weight, figure) for figure in self._terms(name, label, records, (own, time), weight)]
        plus, minus = ([f for weight, f in terms for _ in range(weight * sign)] for sign in (side, -side))
        whole = plus[0] if len(plus) == 1 else added(name, label, plus)
        return subtracted(name, label, whole, *minus) if minus else whole

    def _terms(
        self, name: str, label: str, records: Collection[str], group: tuple[bool, T], weight: int
    ) -> Sequence[Figure]:
        """Return the ends of the homes at one time of some parts, or of all others: each, or where many as one sum."""
        own, time = group
        # Of what may be 0 nothing is in an end for certain.
        slots = [s for s in self._slots[time] if (weight < 0 or s.homes.low) and (s.record in records) is own]
        if len(slots) <= FEW:
            return [_bound(slot, weight) for slot in slots]
        ends = [slot.homes.low if weight > 0 else slot.homes.high for slot in slots]
        homes = (replace(slot.figure.low, low=end, high=end) for slot, end in zip(slots, ends, strict=True))
        figures = Parts(len(slots), lambda: (_bound(slot, weight) for slot in slots))
        return [tallied(f"{name}.anderen", f"{label}: de andere onderdelen", homes, figures)]


FEW = 3
"""So many other parts are named in a formula; more are one sum."""


class Signs(NamedTuple, Generic[T]):
    """What an end is made of: the low ends of what has a sign above 0, less the high ends of what has one below 0."""

    whole: list[int]
    parts: dict[tuple[bool, T], int]


def _bound(slot: Slot[Any], weight: int) -> Figure:
    """Return the end of the homes of a slot that a sign asks for."""
    own = slot.figure
    if own.low.single:
        return own
    if weight > 0:
        return lowest(f"{own.name}.minstens", f"{own.label}, ten minste", own)
    return highest(f"{own.name}.hoogstens", f"{own.label}, hoogstens", own)


def _sums(slots: Iterable[Slot[Any]]) -> Supply:
    known = low = high = is_open = 0
    for slot in slots:
        homes = slot.homes
        known += 1
        low += homes.low
        is_open += homes.high is None
        high += homes.high or 0
    return Supply(known, low, high, is_open)
