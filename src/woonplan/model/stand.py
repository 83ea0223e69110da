"""One register state: its plan files, and where everything stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, Protocol

from woonplan.diagnostics import Place
from woonplan.model.base import first_day
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.source import Herkomst, Herleidbaar, Provenance
from woonplan.model.vocabulary import SoortAantal

Path = tuple[str | int, ...]


class Positions(Protocol):
    """Finds the place of a key or value in the file that it was read from."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of its key; of the nearest parent when it is absent."""
        ...


class NoPositions:
    """Positions of a register that was not read from a file."""

    def place(self, path: Path, *, key: bool = False) -> Place:  # noqa: ARG002 - the protocol's shape
        """Return the place that stands for no file."""
        return Place("")


@dataclass(frozen=True, slots=True)
class Invoer:
    """An input file: its name as users see it, its checksum, and its positions."""

    bestand: str
    sha256: str
    positions: Positions = field(default_factory=NoPositions, compare=False, repr=False)


class Unread(NamedTuple):
    """Keys that were left out of what was read of a file, since what stands there is wrong."""

    head: frozenset[str] = frozenset()
    records: Mapping[int, frozenset[str]] = MappingProxyType({})
    """Those of records, by their number."""


ALL_READ = Unread()


class Standdeel(NamedTuple):
    """One plan file of a register state."""

    inhoud: Plannenbestand
    invoer: Invoer
    rows: tuple[int, ...] | None = None
    """Position in the file of each record of ``inhoud``, where broken records were left out; None: all are there."""
    unread: Unread = ALL_READ
    """What was left out of it: with anything in here it is there to be checked, and not to compute with."""

    @property
    def vanaf(self) -> int:
        """The year of the reference date: what has a year before it should have come."""
        return first_day(self.inhoud.peildatum).year

    def place(self, index: int, *path: str | int, key: bool = False) -> Place:
        """Return where record number ``index`` of ``inhoud`` stands, or one of its keys or values."""
        row = index if self.rows is None else self.rows[index]
        return self.invoer.positions.place(("plannen", row, *path), key=key)


@dataclass(frozen=True)
class Stand:
    """A register state: all plan files of one reference date. States are never summed."""

    delen: tuple[Standdeel, ...]

    @property
    def kop(self) -> Plannenbestand:
        """The file whose header (reference date, definition) speaks for the whole state."""
        return self.delen[0].inhoud

    def __iter__(self) -> Iterator[tuple[Standdeel, Plan]]:
        for standdeel in self.delen:
            for plan in standdeel.inhoud.plannen:
                yield standdeel, plan

    @cached_property
    def plannen(self) -> tuple[Plan, ...]:
        """All records, in the order of files and lines."""
        return tuple(plan for _, plan in self)

    @cached_property
    def _index(self) -> dict[str, tuple[Standdeel, int]]:
        return {
            plan.id: (standdeel, index)
            for standdeel in self.delen
            for index, plan in enumerate(standdeel.inhoud.plannen)
        }

    def plan(self, plan_id: str) -> Plan | None:
        """Return the record with this id, or None."""
        found = self._index.get(plan_id)
        return found[0].inhoud.plannen[found[1]] if found else None

    def place(self, plan_id: str, key: str | None = None) -> Place:
        """Return where a record stands, or one of its keys."""
        standdeel, index = self._index[plan_id]
        return standdeel.place(index) if key is None else standdeel.place(index, key)


def soort_aantal(plan: Plan, standdeel: Standdeel) -> SoortAantal:
    """Return the kind of a record's numbers after inheritance from its file."""
    return plan.soort_aantal or standdeel.inhoud.soort_aantal


def record_source(plan: Plan, standdeel: Standdeel) -> Provenance:
    """Return the source of a record after inheritance from its file."""
    return inherit(plan, standdeel.inhoud, peildatum=standdeel.inhoud.peildatum)


def inherit(record: Herleidbaar, *blocks: Herleidbaar, peildatum: str | None = None) -> Provenance:
    """Return the source of ``record``, from itself or the nearest of ``blocks`` that names a document.

    A place is inherited only together with its document: a place in another document would be a false trail.
    """
    herkomst, owner = None, None
    # Loops, not generators: this is asked of every record.
    for block in (record, *blocks):
        herkomst = herkomst or block.herkomst
        if owner is None and block.bron:
            owner = block
    if owner is None:
        return Provenance(None, record.vindplaats, peildatum, herkomst or Herkomst.BRON)
    return Provenance(owner.bron, record.vindplaats or owner.vindplaats, peildatum, herkomst or Herkomst.BRON)
