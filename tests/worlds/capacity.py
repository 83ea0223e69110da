"""Homes, net or gross, in some years, municipalities and classes: the sum of the groups of a register."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable

from tests.worlds.groups import UNDATED, Ends, InYears, Worlds
from tests.worlds.questions import Question, least
from tests.worlds.reading import KLASSEN, Group, Leaf, Read, read
from tests.worlds.register import Register
from tests.worlds.sizes import INF, entries
from tests.worlds.truth import Truth

CAPACITY = frozenset({"hard", "zacht"})
NOBODY: frozenset[str] = frozenset()
Row = Callable[[Leaf], int]


def every(_: Leaf) -> int:
    """The row of a total: every leaf belongs."""
    return 1


@dataclasses.dataclass(frozen=True)
class Cut:
    """What a cell counts: classes, years (`key` names them), municipalities that do and that may belong, and a row.

    `gaps` is how a municipality without plans belongs: 1 it does, 3 it may, 0 it does not.
    """

    klassen: frozenset[str]
    key: object
    years: InYears
    names: frozenset[str]
    maybe: frozenset[str] = NOBODY
    row: Row = every
    gaps: int = 1


class Asked:
    """A register that fits, and a question about it."""

    def __init__(self, found: Read, question: Question) -> None:
        self.found, self.question, self.register = found, question, found.register
        self.first, self.last = self.register.telling(question.telling)
        self.names = question.names(self.register)

    def inside(self, year: int) -> bool:
        """Whether homes of this year are inside the period: undated ones are, by the assumption."""
        return year == UNDATED or self.first <= year <= self.last

    def outside(self, year: int) -> bool:
        return not self.inside(year)

    def cut(self, *klassen: str, row: Row = every, gaps: int = 1) -> Cut:
        """All homes of some classes inside the period."""
        key = ("inside", self.first, self.last)
        return Cut(frozenset(klassen), key, self.inside, self.names, row=row, gaps=gaps)

    def count(self, cut: Cut) -> Truth:
        """The sum of a cell over all groups, and over the municipalities of which nothing is known."""
        total = Truth()
        for group in self.found.groups:
            weights = tuple(self._weight(group, leaf, cut) for leaf in group.leaves)
            if any(weights) and any((cut.names | cut.maybe) & leaf.places for leaf in group.leaves):
                total += self._net(group, weights, cut) if self.question.netto else self._gross(group, weights, cut)
        for name in cut.names | cut.maybe:
            total += self._gap(name, cut)
        return total

    def apart(self, cut: Cut) -> tuple[float, float]:
        """The most that may be demolished and the most that may be built of what a cut counts, each at its own time."""
        gone = come = 0.0
        for group in self.found.groups:
            weights = tuple(self._weight(group, leaf, cut) for leaf in group.leaves)
            if any(weights) and group.kind == "bruto":
                come += group.homes.ends(cut.key, weights, cut.years, cut.names | cut.maybe).far
                gone += group.demolition.ends((cut.key, "sloop"), weights, cut.years, cut.names | cut.maybe).far
        return gone, come

    def _weight(self, group: Group, leaf: Leaf, cut: Cut) -> int:
        weight = least(cut.row(leaf), self.question.weight(leaf))
        if not weight:
            return 0
        if group.klasse in cut.klassen:
            return weight
        if group.klasse == "onbekend" and self.question.klassen(leaf) & cut.klassen:
            return 3 if weight == 3 else 2
        return 0

    def _gap(self, name: str, cut: Cut) -> Truth:
        """A municipality without plans: any number of homes, in the classes that nothing covers."""
        if not cut.gaps or self.found.complete(name):
            return Truth()
        asked = {KLASSEN[status] for status in self.question.status} or CAPACITY
        number = sum(not self.found.covered(name, klasse) for klasse in cut.klassen & asked & CAPACITY)
        if not number:
            return Truth()
        may = cut.gaps == 3 or self.question.status or self.question.strategie or name in cut.maybe
        if may:
            return Truth(
                lo_far=-INF if self.question.netto else 0, hi_far=INF, direction=0 if self.question.netto else 1
            )
        return Truth(apart=number, direction=0) if self.question.netto else Truth(hi=INF, hi_far=INF, direction=1)

    def _gross(self, group: Group, weights: tuple[int, ...], cut: Cut) -> Truth:
        ends = group.homes.ends(cut.key, weights, cut.years, cut.names)
        far = group.homes.ends(cut.key, weights, cut.years, cut.names | cut.maybe).far if cut.maybe else ends.far
        is_open = INF in {ends.hi, far} or far != ends.hi
        known = any(
            weight in {1, 2} and leaf.numbered and (leaf.places <= cut.names or group.divided)
            for weight, leaf in zip(weights, group.leaves, strict=True)
        )
        core_hi, direction = _known(ends.hi, ends.lo), 1 if is_open else None
        return Truth(ends.lo, ends.hi, ends.lo, far, ends.lo, core_hi, 0, direction, int(known))

    def _net(self, group: Group, weights: tuple[int, ...], cut: Cut) -> Truth:
        if group.kind == "onbekend":
            # What is demolished for its homes may be in any year, but not outside a period that they are all inside.
            inside = any(map(cut.years, range(self.first, self.last + 1)))
            some = inside or group.homes.ends(cut.key, weights, cut.years, cut.names | cut.maybe).far > 0
            return Truth(apart=1, direction=0) if some and cut.names & group.leaves[-1].places else Truth()
        apart = 0
        if not group.leaves[-1].numbered:
            without = [bool(weight) and not leaf.numbered for weight, leaf in zip(weights, group.leaves, strict=True)]
            # Homes of a record without a number have no year either.
            apart = sum(without) if cut.years(UNDATED) else 0
            weights = tuple(0 if no else weight for no, weight in zip(without, weights, strict=True))
        open_status = group.klasse == "onbekend" and not self.question.status and cut.klassen != {"onbekend"}
        if open_status:
            weights = tuple(1 if weight == 2 else weight for weight in weights)
        (lo, hi), (lo_far, hi_far) = self._less(group, weights, cut)
        (core_lo, core_hi), _ = self._less(group, self._cored(group, weights), cut)
        if open_status:
            lo, hi, core_lo, core_hi = min(0, lo), max(0, hi), min(0, core_lo), max(0, core_hi)
            lo_far, hi_far = min(0, lo_far), max(0, hi_far)
        known = int(any(weight in {1, 2} for weight in weights))
        if (lo_far, hi_far) != (lo, hi):
            # How the demolition of a divided plan lies over its municipalities is not said anywhere.
            return Truth(lo, hi, lo_far, hi_far, core_lo, core_hi, apart, 0, known, loose=group.divided)
        direction = 0 if apart or (lo, hi) == (-INF, INF) else {(-INF, hi): -1, (lo, INF): 1}.get((lo, hi))
        return Truth(lo, hi, lo, hi, core_lo, core_hi, apart, direction, known)

    def _less(
        self, group: Group, weights: tuple[int, ...], cut: Cut
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """Homes less demolition at both ends, and the same with all that may belong to it."""
        built, more = _ends(group.homes, cut.key, weights, cut, frozenset())
        if group.kind == "netto" or not any(weights):
            # A net number may be homes in one place or time, and demolition in another.
            return (built.lo, built.hi), (-INF, INF) if more != built.hi else (built.lo, built.hi)
        loose = frozenset(at for at in range(len(weights)) if self._may_be_late(group, at))
        gone, gone_more = _ends(group.demolition, (cut.key, "sloop"), weights, cut, loose)
        return (built.lo - gone.hi, built.hi - gone.lo), (built.lo - gone_more, more - gone.lo)

    def _may_be_late(self, group: Group, at: int) -> bool:
        """Whether homes of a leaf may lie outside the period; undated demolition then may too."""
        whole = at == len(group.leaves) - 1
        weights = tuple(int(whole or place == at) for place in range(len(group.leaves)))
        key = ("outside", self.first, self.last)
        return group.homes.ends(key, weights, self.outside, frozenset(self.register.namen)).hi > 0

    def _cored(self, group: Group, weights: tuple[int, ...]) -> tuple[int, ...]:
        """The weights of what is known net: without the leaves that tell nothing of demolition."""
        if group.kind == "netto" or "sloop" in group.record or "sloop_jaar" in group.record:
            return weights
        tells = [not leaf.is_rest and ("sloop" in leaf.record or "sloop_jaar" in leaf.record) for leaf in group.leaves]
        return tuple(weight if told else 0 for weight, told in zip(weights, tells, strict=True))


def _ends(worlds: Worlds, key: object, weights: tuple[int, ...], cut: Cut, loose: frozenset[int]) -> tuple[Ends, float]:
    """The ends of an amount, and the most of it that may belong to the cell."""
    ends = worlds.ends(key, weights, cut.years, cut.names, loose)
    return ends, worlds.ends(key, weights, cut.years, cut.names | cut.maybe, loose).far


def _known(hi: float, lo: float) -> float:
    return lo if hi == INF else hi


def spread(found: Read) -> Read | None:
    """The register with its spans divided evenly; None where an aggregate with parts has spans, or no world is left."""
    register = copy.deepcopy(found.register)
    parts = {plan["onderdeel_van"] for plan in register.plannen if "onderdeel_van" in plan}
    for plan in register.plannen:
        for field in ("oplevering", "sloop_jaar"):
            if field in plan:
                divided = _divided(plan[field], register)
                if divided != plan[field] and (plan["id"] in parts or "onderdeel_van" in plan):
                    return None
                plan[field] = divided
    return read(register)


def _divided(years: dict[str, int], register: Register) -> dict[str, int]:
    whole: dict[str, int] = {}
    for (key, value), line in zip(years.items(), entries(years, register.peiljaar), strict=True):
        if not line.span or line.years is None:
            whole[key] = whole.get(key, 0) + value
            continue
        share, over = divmod(value, len(line.years))
        for at, year in enumerate(sorted(line.years)):
            whole[str(year)] = whole.get(str(year), 0) + share + (at < over)
    return whole
