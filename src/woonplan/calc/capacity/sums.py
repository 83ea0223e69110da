"""Sums over records by class, with what stays outside of them and what nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share
from woonplan.calc.capacity.trace import SharedParts
from woonplan.calc.number.figure import Figure, given, tallied
from woonplan.calc.question import Question
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN

LABELS = {
    Planklasse.HARD: "harde plancapaciteit",
    Planklasse.ZACHT: "zachte plancapaciteit",
    Planklasse.ONBEKEND: "status onbekend",
    Planklasse.TELT_NIET: "telt niet mee als plancapaciteit",
}

BUITEN = "buiten_telling"

_NAMES = {Planklasse.ONBEKEND: "status_onbekend"}
"""Names of sums that are not the name of their class: `onbekend` would read as an unknown number."""

NO_PLANS = "geen_plannen"
"""Name of the unknown part of a sum that stands for a municipality without records."""

BOTH = frozenset({Planklasse.HARD, Planklasse.ZACHT})
"""The classes that count as capacity."""

NOTHING: Mapping[Planklasse, int] = {}


@dataclass(frozen=True, slots=True)
class Sums:
    """Capacity by class, with what stays outside of it, and the number of records."""

    hard: Figure
    zacht: Figure
    onbekend: Figure
    telt_niet: Figure
    buiten: Figure
    """Records with `telt_mee: false`: shown, never added."""
    records: int
    zonder_plannen: Mapping[Planklasse, int] = field(default_factory=dict)
    """By class, how many parts of the sum stand for a municipality without records."""

    @property
    def apart(self) -> tuple[Figure, Figure, Figure]:
        """What stands beside capacity."""
        return self.onbekend, self.telt_niet, self.buiten


def wanted_classes(question: Question, dataset: Dataset) -> frozenset[Planklasse]:
    """Return the classes of capacity that a filter on status leaves; both without one."""
    if not question.statussen:
        return BOTH
    return BOTH & {dataset.klassen[status] for status in question.statussen}


def silent_figures(count: int) -> list[Figure]:
    """Return the unknown parts of a sum that stand for municipalities without records."""
    return [given(NO_PLANS, "gemeente zonder plannen in het register", UNKNOWN)] * count


def heard(records: Iterable[Contribution]) -> frozenset[str]:
    """Return the municipalities that have a record of their own that counts."""
    return frozenset(name for names in {c.gemeenten for c in records if c.kind.telt_mee} for name in names)


class Shares:
    """Shares as they come, by the sum that they are in, with what the sums are asked for beside their homes."""

    __slots__ = ("_apart", "_covered", "_in_parts", "_sums", "_with_rest")

    def __init__(self, shares: Iterable[Share] = ()) -> None:
        """Begin with some shares, or none."""
        # Of every sum its shares, and the documents that their records are from.
        self._sums: dict[Planklasse | None, tuple[list[Share], dict[str | None, None]]] = {
            klasse: ([], {}) for klasse in (None, *Planklasse)
        }
        self._covered: set[Planklasse | None] = set()
        self._with_rest: set[Planklasse | None] = set()
        self._apart = 0
        self._in_parts: set[str] = set()
        for share in shares:
            self.add(share)

    def __iter__(self) -> Iterator[Share]:
        for members, _ in self._sums.values():
            yield from members

    def add(self, share: Share) -> None:
        """Take one share more."""
        # Everything about the record is looked at here, while it is at hand: this is asked of every record, and once
        # more for its row in a table.
        contribution, _, gemeente, undivided, _ = share
        kind = contribution.kind
        members, documents = self._sums[kind.sum]
        members.append(share)
        documents[kind.bron] = None
        if kind.aggregate:
            if kind.regionaal:
                self._covered.add(kind.sum)
            if share.rest is not None:
                self._with_rest.add(kind.sum)
        if undivided:
            self._covered.add(kind.sum)
            self._apart += 1
        elif gemeente is not None:
            # A record in several of the municipalities asked for is one record.
            self._in_parts.add(contribution.plan.id)
            self._apart += 1

    def take(self, other: Shares) -> None:
        """Take all shares of another tally."""
        for klasse, (more, from_more) in other._sums.items():
            members, documents = self._sums[klasse]
            members += more
            documents |= from_more
        self._covered |= other._covered
        self._with_rest |= other._with_rest
        self._apart += other._apart
        self._in_parts |= other._in_parts

    def sums(
        self,
        *,
        silent: int = 0,
        klassen: frozenset[Planklasse] = BOTH,
        unplaced: Mapping[Planklasse, int] = NOTHING,
    ) -> Sums:
        """Return capacity by class.

        Args:
            silent: How many municipalities have no record of their own. Where no regional record covers them, hard and
                soft capacity get as many unknown parts: no record is not 0 homes.
            klassen: The classes that are asked for; only those can be unknown.
            unplaced: Unknown parts, by class, for municipalities without records whose homes may belong to this sum.
        """
        empty = {
            klasse: (silent if klasse not in self._covered else 0) + unplaced.get(klasse, 0)
            for klasse in sorted(klassen)
        }
        figures = {k: self._sum(k, _NAMES.get(k, str(k)), LABELS[k], empty.get(k, 0)) for k in Planklasse}
        return Sums(
            figures[Planklasse.HARD],
            figures[Planklasse.ZACHT],
            figures[Planklasse.ONBEKEND],
            figures[Planklasse.TELT_NIET],
            self._sum(None, BUITEN, "buiten de telling", 0),
            sum(len(members) for members, _ in self._sums.values()) - self._apart + len(self._in_parts),
            empty,
        )

    def _sum(self, klasse: Planklasse | None, name: str, label: str, empty: int) -> Figure:
        """Return the sum of one class, over its records and over ``empty`` municipalities that have none."""
        shares, documents = self._sums[klasse]
        homes = [share.homes for share in shares] + [UNKNOWN] * empty
        return tallied(
            name,
            label,
            homes,
            SharedParts(shares, silent_figures(empty), None if klasse in self._with_rest else documents),
        )
