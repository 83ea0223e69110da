"""What the rules on policy and provenance look at, and what comes out: a finding, or that they could not judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place
from woonplan.model.agenda import Agendabestand, Waarde
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.stand import Deel
from woonplan.rule import Rule


@dataclass(frozen=True, slots=True)
class Undecided:
    """A record that a rule could not judge, because something is not known: counted, never silently passed."""

    code: str
    missing: str
    """What is missing, in words that complete "niet te beoordelen: ... onbekend"."""
    plans: tuple[str, ...] = field(default=(), compare=False)
    """Ids of the plans that could not be judged; empty where it is not one plan, so that it may be about any."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the rules look at: a register with one state, and the agreements beside it."""

    dataset: Dataset
    agenda: Agendabestand | None = None
    peildatum: str | None = None
    """The day to judge deadlines on; absent: the reference date of the state. Never the clock."""

    @property
    def dag(self) -> str:
        """The day that deadlines are judged on."""
        return self.peildatum or self.dataset.stand.kop.peildatum

    def parameter(self, parameter_id: str) -> Waarde | None:
        """Return the value of a rule parameter on the day judged, or None when the agreements do not give it."""
        parameter = self.agenda.parameter(parameter_id) if self.agenda else None
        return parameter.op(self.dag) if parameter else None


class Record(NamedTuple):
    """One record of a plan file with the way back to its place."""

    deel: Deel
    number: int
    """Position among the records of its file, from 0."""
    plan: Plan

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return where the record stands, or one of its keys or values; the record itself when the key is absent."""
        return self.deel.place(self.number, *path, key=key)


Outcome = Diagnostic | Undecided


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Check(Rule):
    """A rule on a register that can be read: it has a function that finds, and may be left out."""

    find: Callable[[Subject], Iterator[Outcome]]
    needs_day: bool = False
    """Whether the rule judges only on a day that was given (`--peildatum`)."""

    def finding(self, record: Record, message: str, hint: str, *path: str | int, key: bool = False) -> Diagnostic:
        """Return a finding of this rule on a record, at one of its keys or values."""
        return self.at(record.place(*path, key=key), message, hint, plan=record.plan.id)

    def undecided(self, missing: str, *records: Record) -> Undecided:
        """Return that this rule could not judge, with what is missing (it completes "... onbekend").

        Without records it may be about any plan.
        """
        return Undecided(self.code, missing, tuple(record.plan.id for record in records))
