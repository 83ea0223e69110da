"""The records of a register state as contributions: what counts, in which class, and what each holds and adds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from woonplan.calc.capacity.counting import Counting, capacity
from woonplan.calc.capacity.family import Family
from woonplan.calc.number.figure import Figure, Origin
from woonplan.calc.number.sums import subtracted
from woonplan.model.control import Planklasse
from woonplan.model.kind import RecordKind
from woonplan.model.number import UNKNOWN, Number
from woonplan.model.plan import Plan
from woonplan.model.restant import Jaren
from woonplan.model.source import Provenance
from woonplan.model.stand import Standdeel, record_source
from woonplan.model.statussen import Planstatus

_STATUS = {Planklasse.HARD: Planstatus.HARD, Planklasse.ZACHT: Planstatus.ZACHT}


class Held(NamedTuple):
    """What a record, or the part of it in one municipality, holds whole, and what it adds beside its parts."""

    whole: Figure
    rest: Figure
    everything: Number = UNKNOWN
    """All of it, whenever it comes: the share of a municipality."""
    family: Family | None = None
    """Its homes with those of its parts."""
    sloop: Family | None = None
    """What it demolishes with what they do; None where that is not asked."""

    joins: bool = False
    """Whether the rest and some of its parts can be told as one number."""

    def together(self, records: Collection[str]) -> Figure:
        """Return what the rest adds with some of its parts as one number (``joins``)."""
        if self.family is None or records == self.family.everybody:
            return self.whole
        found = self.family.inside(records)
        return found if self.sloop is None else subtracted(*self.family.rest, found, self.sloop.inside(records))


class Contribution(NamedTuple):
    """One record in the sums.

    ``holds`` is what the record holds; ``adds`` what it adds beside its parts: for an aggregate with itemised plans
    that is the rest. In a total, aggregates count whole and their parts not; in grouped rows, rest and parts count.
    ``whole`` and ``figure`` are the same two numbers with their derivation.
    """

    plan: Plan
    standdeel: Standdeel
    row: int
    """Position in the list of the file, from 0."""
    kind: RecordKind
    gemeenten: tuple[str, ...]
    """The names of the municipalities that the record lies in; none for a regional one."""
    counting: Counting
    left: Number
    """What of it is still to be delivered, whenever that comes."""
    jaren: Jaren | None
    """When that is to be delivered, as far as its years lie after the reference date."""
    holds: Number
    adds: Number
    held: Held | None = None
    """Both with their derivation, where they follow from more than the record: an aggregate and its parts."""
    verdeling: Mapping[str, Held] | None = None
    """The same in each of its municipalities, by name; None where the record is not divided over them."""

    @property
    def source(self) -> Provenance:
        """The source of the record after inheritance from its file."""
        return record_source(self.plan, self.standdeel)

    @property
    def origin(self) -> Origin:
        """Where the record stands: its source, and its place in the register."""
        return Origin(self.source, self.plan.id, ("plannen", self.row), self.standdeel.invoer.bestand)

    def counted(self, counting: Counting) -> Figure:
        """Return what the record by itself adds as it is counted, with its derivation."""
        return capacity(self.standdeel, self.plan, self.row, counting, self.source)

    @property
    def whole(self) -> Figure:
        """What the record holds, with its derivation."""
        return self.held.whole if self.held else self.counted(self.counting)

    @property
    def figure(self) -> Figure:
        """What the record adds beside its parts, with its derivation."""
        return self.held.rest if self.held else self.counted(self.counting)

    @property
    def status(self) -> Planstatus:
        """The status of its homes: of a part whose status is unknown that of its aggregate's class."""
        known = self.plan.planstatus is not Planstatus.ONBEKEND
        return self.plan.planstatus if known else _STATUS.get(self.klasse, Planstatus.ONBEKEND)

    @property
    def klasse(self) -> Planklasse:
        """The class of the record under the definition of this state."""
        return self.kind.klasse

    @property
    def aggregate(self) -> bool:
        """Whether this record stands for plans that nobody itemised."""
        return self.kind.aggregate
