"""The worlds of one group of records that depend on each other: a plan, or an aggregate with its parts.

A group has leaves: its parts, and the rest of the aggregate (of a plan: the plan). In a world every leaf has a number
of homes, years for them and municipalities for them. Nothing ties the years of a leaf to its municipalities, so both
are enumerated apart for every vector of numbers, and joined for a question: of N homes with y in some years and m in
some municipalities, at least y + m - N and at most min(y, m) are in both.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterator

from tests.worlds.sizes import INF, Contradiction, Slot

BIG = 10**6
"""Stands for any number of homes, however large, where nothing bounds it."""
UNDATED = 0
"""The year of homes that come some time."""
OUTSIDE = 9999
"""A year outside every period."""
TOO_MANY = 30_000

Years = frozenset[int]
Pieces = tuple[tuple[int, Years], ...]
Shares = dict[str, int]
InYears = Callable[[int], bool]


class TooManyError(Exception):
    """More worlds than a test has time for."""


@dataclasses.dataclass(frozen=True)
class Ends:
    """Lowest and highest answer; `far`: the highest with the homes that may belong to it too."""

    lo: float
    hi: float
    far: float


class Worlds:
    """All worlds of one amount (homes, or demolition) of a group.

    `whole` are the slots of the aggregate or the plan, `parts` those of the parts in order. `places` are the
    municipalities each leaf may lie in, the parts in order and the rest last.
    """

    def __init__(
        self,
        whole: tuple[Slot, ...],
        parts: list[tuple[Slot, ...]],
        places: list[frozenset[str]],
        shares: tuple[Shares, bool] | None = None,
    ) -> None:
        """Raises Contradiction where no world fits."""
        self.places = places
        self.by_numbers: dict[tuple[int, ...], set[tuple[Pieces, ...]]] = {}
        for seen, pieces in enumerate(_flows(parts, whole)):
            if seen > TOO_MANY:
                raise TooManyError
            numbers = tuple(sum(count for count, _ in leaf) for leaf in pieces)
            self.by_numbers.setdefault(numbers, set()).add(pieces)
        self.placings = {numbers: self._placings(numbers, shares) for numbers in self.by_numbers}
        self.by_numbers = {numbers: found for numbers, found in self.by_numbers.items() if self.placings[numbers] != []}
        if not self.by_numbers:
            raise Contradiction("geen wereld past")
        self._seen: dict[tuple[object, ...], Ends] = {}

    def _placings(self, numbers: tuple[int, ...], shares: tuple[Shares, bool] | None) -> list[list[Shares]] | None:
        """Municipalities of every leaf where a division binds them; None where nothing does."""
        if shares is None:
            return None
        share, exact = shares
        found: list[list[Shares]] = []
        options = [_divisions(count, sorted(places)) for count, places in zip(numbers, self.places, strict=True)]
        for placing in itertools.product(*options):
            sums = {name: sum(leaf.get(name, 0) for leaf in placing) for name in share}
            inside = all(sums[name] == share[name] if exact else sums[name] <= share[name] for name in share)
            if inside and sum(sums.values()) == sum(numbers):
                found.append(list(placing))
        return found

    def ends(
        self,
        key: object,
        weights: tuple[int, ...],
        years: InYears,
        names: frozenset[str],
        loose: frozenset[int] = frozenset(),
    ) -> Ends:
        """The ends of the number of homes in some years and municipalities.

        Weights per leaf: 0 is out, 1 belongs, 2 has an unknown status, 3 may belong. Undated demolition of a `loose`
        leaf may lie outside the period. `key` names the years, for the cache.
        """
        cached = (key, weights, names, loose)
        if cached not in self._seen:
            found = [self._of(numbers, weights, years, names, loose) for numbers in self.by_numbers]
            lo, hi, far = (pick(end[side] for end in found) for side, pick in enumerate((min, max, max)))
            self._seen[cached] = Ends(lo, *(INF if end >= BIG / 2 else end for end in (hi, far)))
        return self._seen[cached]

    def _of(
        self,
        numbers: tuple[int, ...],
        weights: tuple[int, ...],
        years: InYears,
        names: frozenset[str],
        loose: frozenset[int],
    ) -> tuple[float, float, float]:
        dated = {
            tuple(_in_years(leaf, years, place in loose) for place, leaf in enumerate(pieces))
            for pieces in self.by_numbers[numbers]
        }
        lo: float = INF
        hi = far = 0
        for placed, times in itertools.product(self._in_names(numbers, names), dated):
            low = high = most = 0
            for number, weight, (least_m, most_m, is_open), (sure, possible) in zip(
                numbers, weights, placed, times, strict=True
            ):
                if weight == 1:
                    low += max(0, least_m + sure - number)
                if weight in {1, 2} and not is_open:
                    high += min(most_m, possible)
                if weight:
                    most += min(most_m, possible)
            lo, hi, far = min(lo, low), max(hi, high), max(far, most)
        return lo, hi, far

    def _in_names(self, numbers: tuple[int, ...], names: frozenset[str]) -> set[tuple[tuple[int, int, bool], ...]]:
        """Per leaf how many homes lie in the municipalities, at least and at most, and whether that is not known."""
        placings = self.placings[numbers]
        if placings is None:
            return {
                tuple(
                    (
                        number if places <= names else 0,
                        number if places & names else 0,
                        bool(places & names) and not places <= names,
                    )
                    for number, places in zip(numbers, self.places, strict=True)
                )
            }
        return {
            tuple((inside, inside, False) for inside in (sum(leaf.get(name, 0) for name in names) for leaf in placing))
            for placing in placings
        }


def _in_years(leaf: Pieces, years: InYears, loose: bool) -> tuple[int, int]:
    sure = possible = 0
    for count, of_piece in leaf:
        meant = of_piece | {OUTSIDE} if loose and UNDATED in of_piece else of_piece
        sure += count if all(map(years, meant)) else 0
        possible += count if any(map(years, meant)) else 0
    return sure, possible


def _divisions(count: int, names: list[str]) -> list[Shares]:
    """All ways to divide homes over municipalities."""
    if len(names) == 1:
        return [{names[0]: count}]
    return [{names[0]: first, **rest} for first in range(count + 1) for rest in _divisions(count - first, names[1:])]


def _amounts(lo: float, hi: float) -> list[int]:
    """The numbers to try between two ends; beyond some small ones only a very large one where there is no end."""
    return list(range(int(lo), int(hi) + 1)) if hi < INF else [*range(int(lo), int(lo) + 7), BIG]


def _flows(parts: list[tuple[Slot, ...]], whole: tuple[Slot, ...]) -> Iterator[tuple[Pieces, ...]]:
    """Every way to lay the slots of the parts in the slots of the whole; what is left is the rest."""
    steps = [(leaf, slot) for leaf, slots in enumerate(parts) for slot in slots]
    steps.sort(key=lambda step: step[1].fills)

    def lay(step: int, used: tuple[int, ...], pieces: tuple[Pieces, ...]) -> Iterator[tuple[Pieces, ...]]:
        if step == len(steps):
            for rest in _rests(whole, used):
                yield (*(tuple(sorted(leaf, key=repr)) for leaf in pieces), rest)
            return
        leaf, slot = steps[step]
        room = max((_room(of_whole, taken, slot) for of_whole, taken in zip(whole, used, strict=True)), default=0)
        total = sum(_room(of_whole, taken, slot) for of_whole, taken in zip(whole, used, strict=True))
        for amount in _amounts(slot.lo, min(slot.hi, total) if room < INF else slot.hi):
            for laid in _lay(amount, slot, whole, used, 0):
                now = tuple(taken + sum(n for place, n, _ in laid if place == at) for at, taken in enumerate(used))
                more = tuple((n, years) for _, n, years in laid)
                yield from lay(step + 1, now, (*pieces[:leaf], pieces[leaf] + more, *pieces[leaf + 1 :]))

    yield from lay(0, (0,) * len(whole), ((),) * len(parts))


def _room(whole: Slot, taken: int, part: Slot) -> float:
    return INF if whole.grows and not part.fills else max(0, whole.hi - taken)


def _lay(
    amount: int, slot: Slot, whole: tuple[Slot, ...], used: tuple[int, ...], at: int
) -> Iterator[tuple[tuple[int, int, Years], ...]]:
    """Every way to lay the homes of one slot of a part in the slots of the whole from `at` on."""
    if amount == 0:
        yield ()
        return
    if at == len(whole):
        return
    years = _both(slot.years, whole[at].years)
    room = _room(whole[at], used[at], slot) if years else 0
    if amount >= BIG and room == INF:
        yield ((at, amount, years),)
        return
    for here in range(int(min(room, amount)) + 1):
        for rest in _lay(amount - here, slot, whole, used, at + 1):
            yield ((at, here, years), *rest) if here else rest


def _both(of_part: Years | None, of_whole: Years | None) -> Years:
    """The years a home can have that lies in both; undated homes of an aggregate lie where its parts say."""
    if of_part is None:
        return of_whole if of_whole is not None else frozenset({UNDATED})
    return of_part if of_whole is None else of_part & of_whole


def _rests(whole: tuple[Slot, ...], used: tuple[int, ...]) -> Iterator[Pieces]:
    """Every rest that an aggregate may have beside what its parts use."""
    choices = []
    for slot, taken in zip(whole, used, strict=True):
        least = int(max(0, slot.lo - taken))
        most = least if slot.grows else slot.hi - taken
        choices.append(
            [(n, slot.years if slot.years is not None else frozenset({UNDATED})) for n in _amounts(least, most)]
        )
    for rest in itertools.product(*choices):
        yield tuple((count, years) for count, years in rest if count)
