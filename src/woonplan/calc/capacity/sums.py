"""Sums over records by class, with what stays outside of them and what nobody has filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Maybe, Share
from woonplan.calc.capacity.trace import SharedParts
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import tallied, together
from woonplan.calc.question import Question
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.gemis import Gemis
from woonplan.model.number import Number, Way, unknown

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

NOTHING: Mapping[Planklasse, Collection[str]] = {}


@dataclass(frozen=True, slots=True)
class Sums:
    """Capacity by class, with what stays outside of it, and the number of records."""

    hard: Figure
    """With the plans of unknown status, which may be hard: a range where they have a number."""
    zacht: Figure
    samen: tuple[Figure, ...]
    """What capacity is the sum of, in which a plan of unknown status is once: hard, soft, or neither."""
    onbekend: Figure
    telt_niet: Figure
    buiten: Figure
    """Records with `telt_mee: false`: shown, never added."""
    records: int
    zonder_plannen: Mapping[Planklasse, Collection[str]] = field(default_factory=dict)
    """By class, the municipalities without records that the sum says nothing of."""

    @property
    def apart(self) -> tuple[Figure, Figure, Figure]:
        """What stands beside capacity."""
        return self.onbekend, self.telt_niet, self.buiten


def wanted_classes(question: Question, dataset: Dataset) -> frozenset[Planklasse]:
    """Return the classes of capacity that a filter on status leaves; both without one."""
    if not question.statussen:
        return BOTH
    return BOTH & frozenset().union(*map(dataset.klassen_in, question.statussen))


def silence(*, netto: bool, hidden: bool) -> Number:
    """Return what a municipality without records adds; net, it may take away. ``hidden`` records it may have."""
    return unknown(Gemis.ZICHTBAAR if hidden else Gemis.GEMEENTE, Way.BOTH if netto else Way.UP)


SILENCE = silence(netto=False, hidden=False)


def silent_figures(names: Iterable[str], homes: Number) -> list[Figure]:
    """Return the unknown parts of a sum that stand for municipalities without records, each of ``homes``."""
    label = f"{next(iter(homes.missing)).gemis.value[0]} in het register"
    return [given(NO_PLANS, label, homes.of(name)) for name in names]


def heard(records: Iterable[Contribution]) -> frozenset[str]:
    """Return the municipalities that have a record of their own that counts, or that may: their plans are complete.

    A record of several municipalities makes none of them complete.
    """
    own = {c.gemeenten for c in records if c.kind.telt_mee and c.klasse is not Planklasse.TELT_NIET}
    return frozenset(names[0] for names in own if len(names) == 1)


class Shares:
    """Shares as they come, by the sum that they are in, with what the sums are asked for beside their homes."""

    __slots__ = ("_apart", "_covered", "_in_parts", "_named", "_silence", "_sums", "_with_rest")

    def __init__(self, shares: Iterable[Share] = (), silence: Number = SILENCE) -> None:
        """Begin with some shares, or none; ``silence`` is what a municipality without records adds."""
        self._silence = silence
        # Of every sum its shares, and the documents that their records are from.
        self._sums: dict[Planklasse | None, tuple[list[Share], dict[str | None, None]]] = {
            klasse: ([], {}) for klasse in (None, *Planklasse)
        }
        self._covered: set[Planklasse | None] = set()
        self._named: dict[Planklasse | None, set[str]] = {}
        self._with_rest: set[Planklasse | None] = set()
        self._apart = 0
        self._in_parts: set[str] = set()
        for share in shares:
            self.add(share)

    def __iter__(self) -> Iterator[Share]:
        for members, _ in self._sums.values():
            yield from members

    def add(self, share: Share, klasse: Planklasse | None = None) -> None:
        """Take one share more; as one of a class, where what is asked is of that class."""
        # Everything about the record is looked at here, while it is at hand: this is asked of every record, and once
        # more for its row in a table.
        contribution, _, gemeente, undivided, *_ = share
        kind = contribution.kind
        members, documents = self._sums[klasse or kind.sum]
        members.append(share)
        documents[kind.bron] = None
        if kind.aggregate and kind.telt_mee:
            # An aggregate holds what its municipalities plan of its class, whoever has no record of its own.
            self._named.setdefault(kind.sum, set()).update(contribution.gemeenten)
            if kind.regionaal:
                self._covered.add(kind.sum)
        if contribution.held is not None and not undivided:
            self._with_rest.add(kind.sum)
        if undivided:
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
        for klasse, names in other._named.items():
            self._named.setdefault(klasse, set()).update(names)
        self._apart += other._apart
        self._in_parts |= other._in_parts

    def sums(
        self,
        *,
        silent: Collection[str] = (),
        klassen: frozenset[Planklasse] = BOTH,
        unplaced: Mapping[Planklasse, Collection[str]] = NOTHING,
    ) -> Sums:
        """Return capacity by class.

        Args:
            silent: The municipalities that have no record of their own. Where no aggregate of the class covers them,
                hard and soft capacity get as many unknown parts: no record is not 0 homes.
            klassen: The classes that are asked for; only those can be unknown.
            unplaced: By class, the municipalities without records whose homes may belong to this sum.
        """
        empty = {k: (*self._silent(k, silent), *unplaced.get(k, ())) for k in sorted(klassen)}
        sure = {k: self._sum(k, _NAMES.get(k, str(k)), LABELS[k], empty.get(k, ())) for k in Planklasse}
        maybe = self._maybe()
        hard, zacht = (
            self._open(sure[k], maybe if k in klassen else None) for k in (Planklasse.HARD, Planklasse.ZACHT)
        )
        samen = tuple(sure[k] for k in sorted(klassen)) + ((maybe,) if maybe is not None and klassen else ())
        return Sums(
            hard,
            zacht,
            samen
            if maybe is not None
            else tuple(f for k, f in ((Planklasse.HARD, hard), (Planklasse.ZACHT, zacht)) if k in klassen),
            sure[Planklasse.ONBEKEND],
            sure[Planklasse.TELT_NIET],
            self._sum(None, BUITEN, "buiten de telling", ()),
            sum(len(members) for members, _ in self._sums.values()) - self._apart + len(self._in_parts),
            empty,
        )

    def _silent(self, klasse: Planklasse, names: Collection[str]) -> tuple[str, ...]:
        """Return the municipalities without a record that no aggregate of a class covers."""
        named = self._named.get(klasse, set())
        return () if klasse in self._covered else tuple(name for name in names if name not in named)

    def _maybe(self) -> Figure | None:
        """Return what may count of the plans of unknown status; None where there are none."""
        shares, _ = self._sums[Planklasse.ONBEKEND]
        open_ = [share.perhaps(Maybe.TELT) for share in shares]
        if all(share.homes.zero and not share.homes.missing for share in open_):
            return None
        label = "plannen met onbekende status"
        return tallied("status_open", label, [s.homes for s in open_], SharedParts(open_, ()))

    @staticmethod
    def _open(sure: Figure, maybe: Figure | None) -> Figure:
        """Return a class with the plans of unknown status in it, which may be of it."""
        return (
            sure
            if maybe is None
            else together(sure.name, sure.label, [sure._replace(name=f"{sure.name}_zeker"), maybe])
        )

    def _sum(self, klasse: Planklasse | None, name: str, label: str, empty: Collection[str]) -> Figure:
        """Return the sum of one class, over its records and over the ``empty`` municipalities that have none."""
        shares, documents = self._sums[klasse]
        nobody = silent_figures(empty, self._silence)
        homes = [*(share.homes for share in shares), *(figure.low for figure in nobody)]
        return tallied(
            name,
            label,
            homes,
            SharedParts(shares, nobody, None if klasse in self._with_rest else documents),
        )
