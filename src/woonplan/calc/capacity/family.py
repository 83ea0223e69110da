"""An aggregate with its parts as one: what of some of them counts, with its derivation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from woonplan.calc.capacity.slots import ANY_YEAR
from woonplan.calc.capacity.transport import Transport
from woonplan.calc.number.bounds import at_least, perhaps
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.sums import counted, remainder, subtracted
from woonplan.calc.target.period import Period
from woonplan.model.number import NOTHING, Number, between
from woonplan.model.restant import Years


class Member(NamedTuple):
    """A part of an aggregate: all of it, and what of it is inside the period, with their derivation."""

    name: str
    gemeenten: tuple[str, ...]
    everything: Figure
    inside: Figure

    @property
    def late(self) -> bool:
        """Whether some of it is outside the period."""
        inside, everything = self.inside.low, self.everything.low
        return inside is not everything and inside != everything and not inside.blank

    @property
    def outside(self) -> Figure | None:
        """What of it is outside the period; nothing where all of it is inside."""
        if not self.late:
            return None
        name, label = f"{self.everything.name}.buiten", f"{self.everything.label}, buiten de periode"
        return remainder(name, label, self.everything, self.inside)


@dataclass(frozen=True)
class Family:
    """The homes of an aggregate with its parts, or what they demolish."""

    name: str
    base: Figure
    """The homes of the aggregate: those inside the period where it has years of its own (``dated``), else all."""
    rest: tuple[str, str]
    """What is left beside the parts: its name in a formula, and the words for it."""
    named: Mapping[str, Member]
    """The parts by name."""
    dated: bool
    """Whether its own years say what is inside the period; else its parts do."""
    transport: Transport[Years] | None
    """When all of them come; None where the aggregate has no number."""
    bounding: bool = True
    """Whether the parts are no more than the aggregate: not where that grows with them, or counts something else."""
    period: Period | None = None
    gross: bool = True
    """Whether its number is one of homes, which cannot be less than its parts."""

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The parts, in their order."""
        return tuple(self.named.values())

    def of(self, members: Iterable[Member]) -> Family:
        """Return the same with these parts."""
        return replace(self, named={member.name: member for member in members})

    @cached_property
    def everybody(self) -> frozenset[str]:
        """The aggregate, for its rest, and all of its parts."""
        return frozenset({self.name, *(member.name for member in self.members)})

    def inside(self, records: Collection[str]) -> Figure:
        """Return what of one part, or of the rest with some of them, is inside the period together."""
        if self.name not in records and len(records) == 1:
            (name,) = records
            return self.named[name].inside
        return self.bounded(self._inside(records), records)

    def bounded(self, figure: Figure, records: Collection[str]) -> Figure:
        """Return a figure of what is inside the period with the ends that all of the aggregate leaves it."""
        if self.transport is None or not self.bounding:
            return figure
        return self.transport.bounded(figure, records, self._sure, self._may)

    def room(self, member: Member) -> Figure:
        """Return what a part without a number is inside the period: no more than the others leave of the aggregate."""
        if self.transport is None or not self.bounding:
            return member.inside
        name, label = member.inside.name, member.inside.label
        everything = counted(name, label, [slot.derive() for slot in self.transport.slots(self.name)])
        return self.bounded(perhaps(name, label, everything), {member.name})

    def _inside(self, records: Collection[str]) -> Figure:
        """Return the same as it follows from the numbers of each: where none may be in two times, that is all."""
        here = [member for member in self.members if member.name in records]
        known = [member.inside if self.dated else member.everything for member in self.members]
        start, whole = self.base, len(here) == len(self.members)
        if whole and here and self.gross:
            start = at_least(start.name, start.label, start, *known)
        taken = [
            figure if member.name not in records else None if self.dated else member.outside
            for member, figure in zip(self.members, known, strict=True)
        ]
        less = [figure for figure in taken if figure is not None]
        name = (start.name, start.label) if whole else self.rest
        found = (remainder if self.gross else subtracted)(*name, start, *less) if less else start
        if whole or not here or not self.gross:
            return found
        # An approximate whole may be larger than its number: its parts here are here, whatever the others leave.
        return at_least(*name, found, *(member.inside for member in here))

    def _sure(self, _: Years, years: Years) -> bool:
        return years is None or self.period is None or self.period.holds(*years)

    def _may(self, _: Years, years: Years) -> bool:
        return years is None or self.period is None or self.period.touches(*years)

    @cached_property
    def late(self) -> frozenset[str]:
        """The parts of which homes may be outside the period, and the aggregate where any of its homes may."""
        parts = {member.name for member in self.members if member.late or self._may_be_late({member.name})}
        whole = any(member.late for member in self.members) or self._may_be_late(self.everybody)
        return frozenset({*parts, self.name} if whole else parts)

    def _may_be_late(self, records: Collection[str]) -> bool:
        if self.transport is None or self.period is None:
            return False
        return self.transport.ends(records, lambda *at: not self._sure(*at))[1] != 0

    def when(self, records: Collection[str], *, numbered: bool, apart: bool) -> dict[Years, Number] | None:
        """Return what of one part, of the rest, or of all of them comes when; None where a part stands for itself.

        Years that the aggregate names are its own; homes without a year lie where its parts say, and those of a part in
        the years of the aggregate: in all of them together, or (``apart``) so many in each. A part without a number has
        none, or (``numbered``) what the others leave.
        """
        if self.name in records:
            return {None: self.base.low} if self.transport is None else self._of_whole(self.transport, records)
        if self.transport is None or not self.bounding:
            return None
        return self._of_part(self.transport, records, numbered=numbered, apart=apart)

    def _of_whole(self, transport: Transport[Years], records: Collection[str]) -> dict[Years, Number]:
        found: dict[Years, Number] = {}
        for of, homes in transport.own(self.name).items():
            if len(records) > 1 and of is not None:
                found[of] = found.get(of, NOTHING) + homes
                continue
            for at in transport.times(records) if of is None else (of,):
                pick = _coming(at, of)
                ends = transport.ends(records, pick)
                if ends != (0, 0) or _year(at) in (None, of):
                    found[_year(at)] = found.get(_year(at), NOTHING) + homes.bounded(*ends)
        return found

    def _of_part(
        self, transport: Transport[Years], records: Collection[str], *, numbered: bool, apart: bool
    ) -> dict[Years, Number]:
        (record,) = records
        own = {_year(time): homes for time, homes in transport.own(record).items()}
        if None not in own:
            return own
        named = transport.own(self.name)
        undated = own.pop(None)
        if undated.blank and numbered:
            undated = between(0, None)
        span = _span(named)
        if undated.blank or len(named) == 1 or (span is not None and not apart):
            low, high = transport.ends(records, _always)
            dated = sum(homes.low or 0 for homes in own.values())
            if not undated.blank:
                undated = undated.bounded((low or 0) - dated, None if high is None else high - dated)
            own[span] = own[span] + undated if span in own else undated
            return own
        found = {}
        for at in transport.times(records):
            pick = _coming(at)
            found[_year(at)] = undated.bounded(*transport.ends(records, pick))
        return found


def _coming(at: Years, *of: Years) -> Callable[[Years, Years], bool]:
    """Return what picks the homes that come at a time, of any time of the aggregate or of one."""
    return lambda home, time: _year(time) == _year(at) and (not of or home in of)


def _always(*_: object) -> bool:
    return True


def _year(time: Years) -> Years:
    return None if time == ANY_YEAR else time


def _span(times: Mapping[Years, Number]) -> Years:
    """Return the years that all homes of an aggregate lie in; None where some of them have no year."""
    years = [time for time in times if time is not None]
    if not years or None in times:
        return None
    return min(first for first, _ in years), max(last for _, last in years)
