"""Where a figure comes from: the parts of a sum over records, and the sources and documents behind any figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from woonplan.calc.capacity.selection import Share
from woonplan.calc.number.figure import Figure, Parts
from woonplan.model.source import Provenance


class SharedParts(Parts):
    """The parts of a sum over records, with the sources of those records for who needs no more than that."""

    __slots__ = ("_documents", "_shares")

    def __init__(
        self, shares: Sequence[Share], more: Sequence[Figure], documents: Iterable[str | None] | None = None
    ) -> None:
        """Make the parts of a sum over ``shares``, and over figures that stand in no record.

        ``documents`` are those of the records, each once, where none of the shares follows from more records: an
        aggregate is from the documents of its parts as well.
        """
        super().__init__(len(shares) + len(more), lambda: (*(share.figure for share in shares), *more))
        self._shares = shares
        self._documents = documents

    @property
    def shares(self) -> Sequence[Share]:
        """What every record adds, in the order of the parts."""
        return self._shares

    @property
    def records(self) -> int:
        """How many records there are in the sum; one of which several parts are in it is one record."""
        cut = [share.contribution.plan.id for share in self._shares if share.gemeente is not None]
        return len(self._shares) - len(cut) + len(set(cut))

    def sources(self) -> Iterator[Provenance]:
        """Yield the source of every record, in their order; of an aggregate also those of the parts in its rest."""
        for share in self._shares:
            composed = share.composed
            if composed is None:
                yield share.contribution.source
            else:
                yield from sources(composed)

    def documents(self) -> Iterator[str | None]:
        """Yield the documents of those sources by their ids, None for a source without one, in their order."""
        if self._documents is not None:
            yield from self._documents
            return
        for share in self._shares:
            composed = share.composed
            if composed is None:
                yield share.contribution.kind.bron
            else:
                yield from documents(composed)


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
