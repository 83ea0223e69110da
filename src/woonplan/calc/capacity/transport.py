"""What may come when, of homes that an aggregate and its parts hold together: the least of it, and the most.

Every home of a part is one of the aggregate, at a time that both of them name; what no part has is the rest. So many
homes at each time of the aggregate, so many at each time of a part, and what may go into what: the ends of a number
of such homes are those of a transport problem with bounds on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple

from woonplan.calc.capacity.circulation import Arc, cheapest
from woonplan.calc.capacity.slots import Apart, Slot, Supply, T, supplied
from woonplan.calc.number.bounds import at_most, perhaps, spanning
from woonplan.calc.number.figure import Figure, Op, Parts, given, origin_of
from woonplan.calc.number.sums import added, subtracted, tallied
from woonplan.model.number import NOTHING, Bound, Number

Counts = Callable[[T, T], bool]
"""Whether homes are asked for, by the time of the aggregate that they are of and by when they come."""

FEW = 3
"""So many other parts are named in a formula; more are one sum."""


class Query(NamedTuple, Generic[T]):
    """A question for the least (``sign`` 1) or the most (-1) of homes, the same for parts that are alike."""

    parts: tuple[tuple[T, Supply, tuple[bool, ...]], ...]
    """What some parts have at their times, and whether it is asked for in each of the cells of that time."""
    rest: tuple[bool, ...]
    """Whether the rest is asked for, at each time of the aggregate."""
    sign: int


class Signs(NamedTuple, Generic[T]):
    """What an end is made of: the low ends of what has a sign above 0, less the high ends of what has one below 0."""

    whole: list[int]
    parts: dict[tuple[bool, T], int]


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
        self._whole = whole
        self._parts = {slots[0].record: slots for slots in parts if slots}
        self._slots: dict[T, list[Slot[T]]] = {}
        for slot in (slot for slots in self._parts.values() for slot in slots):
            self._slots.setdefault(slot.time, []).append(slot)
        self._times = {time: supplied(slot.homes for slot in slots) for time, slots in self._slots.items()}
        self._sure = sum(every.low for every in self._times.values())
        self._meet = meet
        self._cells_of: dict[T, tuple[tuple[T, T], ...]] = {}
        self._found: dict[Query[T], tuple[int | None, Signs[T] | None]] = {}
        self._rest = {slot.time: (rest or {}).get(slot.time, slot.time) for slot in whole}

    def own(self, record: str) -> dict[T, Number]:
        """Return the homes of one record by the times that it names itself."""
        return {slot.time: slot.number for slot in self.slots(record)}

    def slots(self, record: str) -> Sequence[Slot[T]]:
        """Return the homes of one record, once by every time that it names."""
        return self._whole if self._is_whole({record}) else self._parts.get(record, ())

    def times(self, records: Collection[str]) -> list[T]:
        """Return when homes of some records (the aggregate for its rest) may come."""
        cells = dict.fromkeys(at for time in self._of(records) for _, at in self._cells(time))
        if self._is_whole(records):
            cells |= dict.fromkeys(self._rest.values())
        return [*cells]

    def ends(self, records: Collection[str], counts: Counts[T]) -> tuple[Bound | None, Bound | None]:
        """Return how many homes of some records are asked for, at the least and at the most."""
        mine = self._of(records)
        if self._apart(records, mine, counts):
            return supplied(homes for time, homes in mine.items() if counts(time, time)).bounds
        low, less = (self._solved(records, mine, counts, sign)[0] for sign in (1, -1))
        return low or 0, None if less is None else -less

    def bounded(self, figure: Figure, records: Collection[str], sure: Counts[T], may: Counts[T]) -> Figure:
        """Return a figure of some records with the ends that all of them together leave; itself where it has those.

        At the least it is what is asked for by ``sure``, at the most what is by ``may``.
        """
        homes, mine = figure.low, self._of(records)
        if homes.blank or self._apart(records, mine, sure, may):
            return figure
        low, below = self._solved(records, mine, sure, 1)
        less, above = self._solved(records, mine, may, -1)
        high = None if less is None else -less
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

    def _is_whole(self, records: Collection[str]) -> bool:
        """Whether the aggregate is among some records, for its rest."""
        return self._whole[0].record in records

    def _of(self, records: Collection[str]) -> dict[T, Supply]:
        """Return what the parts among some records have, by when they say that it comes."""
        found: dict[T, Supply] = {}
        for record in records if len(records) == 1 else filter(records.__contains__, self._parts):
            for slot in self._parts.get(record, ()):
                found[slot.time] = found[slot.time].with_(slot.homes) if slot.time in found else slot.homes
        return found

    def _apart(self, records: Collection[str], mine: Mapping[T, Supply], *asked: Counts[T]) -> bool:
        """Whether what is asked of some parts follows from those alone, whatever the others are."""
        if self._is_whole(records):
            return False
        # Loops, not generators: this is asked of every part.
        for time in mine:
            cells = self._cells(time)
            if not cells:
                return False
            for counts in asked:
                own = counts(time, time)
                for cell in cells:
                    if counts(*cell) != own:
                        return False
        return all(homes.exact for homes in mine.values()) or self._spare(mine.values())

    def _spare(self, mine: Iterable[Supply]) -> bool:
        """Whether an aggregate with one time has room for all that some homes of its parts may be."""
        most = self._whole[0].homes.bounds.high
        if len(self._whole) > 1 or most is None:
            return len(self._whole) == 1
        return self._sure + sum(homes.high - homes.low for homes in mine) <= most and not any(h.is_open for h in mine)

    def _cells(self, time: T) -> Sequence[tuple[T, T]]:
        """Return the times of the aggregate that homes of a part can be of, and when they then come."""
        if time not in self._cells_of:
            found = ((slot.time, self._meet(time, slot.time)) for slot in self._whole)
            self._cells_of[time] = tuple((of, at) for of, at in found if not isinstance(at, Apart))
        return self._cells_of[time]

    def _solved(
        self, records: Collection[str], mine: Mapping[T, Supply], counts: Counts[T], sign: int
    ) -> tuple[int | None, Signs[T] | None]:
        """Return the least of homes that are asked for (``sign`` 1) or less the most (-1), and what bounds it.

        None for an end that is open, and for bounds where the times do not fit each other.
        """
        rest = self._is_whole(records)
        asked = Query(
            tuple((time, homes, tuple(counts(*cell) for cell in self._cells(time))) for time, homes in mine.items()),
            tuple(rest and counts(*cell) for cell in self._rest.items()),
            sign,
        )
        if asked not in self._found:
            self._found[asked] = self._cheapest(asked)
        return self._found[asked]

    def _cheapest(self, asked: Query[T]) -> tuple[int | None, Signs[T] | None]:
        groups = {(True, time): homes for time, homes, _ in asked.parts}
        counted = {(True, time): which for time, _, which in asked.parts}
        for time, every in self._times.items():
            others = every.without(groups[True, time]) if (True, time) in groups else every
            if others.slots:
                groups[False, time] = others
        bounds = [slot.homes.bounds for slot in self._whole] + [group.bounds for group in groups.values()]
        known = sum(bound.low + (bound.high or 0) for bound in bounds)
        size = len(self._whole)
        arcs = [Arc(at, 0, *bound, 0) for at, bound in enumerate(bounds[:size], 1)]
        arcs += [Arc(0, at, *bound, 0) for at, bound in enumerate(bounds[size:], size + 1)]
        arcs += [Arc(0, at, 0, None, asked.sign * which) for at, which in enumerate(asked.rest, 1)]
        places = {slot.time: at for at, slot in enumerate(self._whole, 1)}
        for at, group in enumerate(groups, size + 1):
            cells = self._cells(group[1])
            for (of, _), which in zip(cells, counted.get(group, (False,) * len(cells)), strict=True):
                arcs.append(Arc(at, places[of], 0, None, asked.sign * which))
        cost, levels = cheapest(arcs, len(bounds) + 1, 3 * known + 1)
        signs = None
        if levels is not None:
            weights = [arc.cost + levels[arc.tail] - levels[arc.head] for arc in arcs[: len(bounds)]]
            signs = Signs(weights[:size], dict(zip(groups, weights[size:], strict=True)))
        return None if abs(cost) > known else cost, signs

    def _end(self, name: str, label: str, records: Collection[str], signs: Signs[T], side: int) -> Figure:
        """Return the figure of one end: the least (``side`` 1), or the most (-1)."""
        weighed = zip(signs.whole, self._whole, strict=True)
        terms = [(weight, slot.end(weight)) for weight, slot in weighed if weight]
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
            return [slot.end(weight) for slot in slots]
        ends = [bounds.low if weight > 0 else bounds.high for bounds in (slot.homes.bounds for slot in slots)]
        homes = (replace(slot.number, low=end, high=end) for slot, end in zip(slots, ends, strict=True))
        figures = Parts(len(slots), lambda: (slot.end(weight) for slot in slots))
        return [tallied(f"{name}.anderen", f"{label}: de andere onderdelen", homes, figures)]
