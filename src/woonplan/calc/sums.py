"""Sums over records by class, with what stays outside of them and what nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from woonplan.calc.figure import Figure, Parts, given, tallied
from woonplan.calc.question import Question
from woonplan.calc.records import Contribution
from woonplan.calc.selection import Share
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.homes import UNKNOWN
from woonplan.model.source import Provenance

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


def silent(records: Iterable[Contribution], gemeenten: Iterable[str]) -> int:
    """Return how many of the municipalities have no record of their own that counts: what they plan is unknown."""
    wanted = tuple(gemeenten)
    if not wanted:
        return 0
    named = heard(records)
    return sum(1 for name in wanted if name not in named)


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


def sums(
    shares: Iterable[Share],
    *,
    silent: int = 0,
    klassen: frozenset[Planklasse] = BOTH,
    unplaced: Mapping[Planklasse, int] = NOTHING,
) -> Sums:
    """Return capacity by class.

    Args:
        shares: What every record adds.
        silent: How many municipalities have no record of their own. Where no regional record covers them, hard and
            soft capacity get as many unknown parts: no record is not 0 homes.
        klassen: The classes that are asked for; only those can be unknown.
        unplaced: Unknown parts, by class, for municipalities without records whose homes may belong to this sum.
    """
    by_class: dict[Planklasse | None, list[Share]] = {None: [], **{klasse: [] for klasse in Planklasse}}
    covered: set[Planklasse | None] = set()
    whole, in_parts = 0, set()
    for share in shares:
        kind = share.contribution.kind
        by_class[kind.sum].append(share)
        if share.undivided:
            covered.add(kind.sum)
            continue
        if share.gemeente is None:
            whole += 1
        else:
            # A record in several of the municipalities asked for is one record.
            in_parts.add(share.contribution.plan.id)
        if kind.regionaal and kind.aggregate:
            covered.add(kind.sum)
    empty = {klasse: (silent if klasse not in covered else 0) + unplaced.get(klasse, 0) for klasse in sorted(klassen)}
    figures = {k: _sum(_NAMES.get(k, str(k)), LABELS[k], by_class[k], empty.get(k, 0)) for k in Planklasse}
    return Sums(
        figures[Planklasse.HARD],
        figures[Planklasse.ZACHT],
        figures[Planklasse.ONBEKEND],
        figures[Planklasse.TELT_NIET],
        _sum(BUITEN, "buiten de telling", by_class[None], 0),
        whole + len(in_parts),
        empty,
    )


def _sum(name: str, label: str, shares: Sequence[Share], empty: int) -> Figure:
    """Return a sum over records, and over ``empty`` municipalities that have none."""
    homes = [share.homes for share in shares] + [UNKNOWN] * empty
    return tallied(name, label, homes, SharedParts(shares, silent_figures(empty)))


class SharedParts(Parts):
    """The parts of a sum over records, with the sources of those records for who needs no more than that."""

    __slots__ = ("_shares",)

    def __init__(self, shares: Sequence[Share], more: Sequence[Figure]) -> None:
        """Make the parts of a sum over ``shares``, and over figures that stand in no record."""
        super().__init__(len(shares) + len(more), lambda: (*(share.figure for share in shares), *more))
        self._shares = shares

    def sources(self) -> Iterator[Provenance]:
        """Yield the source of every record, in their order; of an aggregate also those of the parts in its rest."""
        for share in self._shares:
            rest = share.rest
            if rest is None:
                yield share.contribution.source
            else:
                yield from sources(rest)

    def documents(self) -> Iterable[str | None]:
        """Return the documents of those sources by their ids, None for a source without one."""
        shares = self._shares
        if any(share.contribution.rest is not None and not share.undivided for share in shares):
            return (found for share in shares for found in _documents(share))
        return dict.fromkeys([share.contribution.kind.bron for share in shares])


def _documents(share: Share) -> Iterable[str | None]:
    rest = share.rest
    return (share.contribution.kind.bron,) if rest is None else documents(rest)


def sources(figure: Figure) -> Iterator[Provenance]:
    """Yield the sources of the given figures that a figure is made of, in their order."""
    parts = figure.parts
    if isinstance(parts, SharedParts):
        yield from parts.sources()
    elif parts:
        for part in parts:
            yield from sources(part)
    elif figure.origin is not None:
        yield figure.origin.source


def documents(figure: Figure) -> Iterator[str | None]:
    """Yield the documents that a figure is from by their ids, None for a source without one, in their order."""
    parts = figure.parts
    if isinstance(parts, SharedParts):
        yield from parts.documents()
    elif parts:
        for part in parts:
            yield from documents(part)
    elif figure.origin is not None:
        yield figure.origin.source.bron
