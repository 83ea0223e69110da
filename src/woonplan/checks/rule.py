"""What a rule is: a code, a Dutch explanation with a wrong and a right example, and a function that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.model.agenda import Agendabestand, Waarde
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.stand import Deel, Invoer

if TYPE_CHECKING:
    from woonplan.model.bekend import Bekendbestand


class Groep(StrEnum):
    """Group of a rule, by the hundreds of its code; the value is what users read."""

    BESTANDEN = "bestanden"
    VORM = "vorm"
    VERWIJZINGEN = "verwijzingen"
    SOMMEN = "sommen en jaren"
    BELEID = "beleid"
    HERKOMST = "herkomst"


GROEPEN: dict[str, Groep] = {
    "0": Groep.BESTANDEN,
    "1": Groep.VORM,
    "2": Groep.VERWIJZINGEN,
    "3": Groep.SOMMEN,
    "4": Groep.BELEID,
    "5": Groep.HERKOMST,
}


class Soort(StrEnum):
    """Which file of a register an example is a part of."""

    PLANNEN = "plannen"
    GEMEENTEN = "gemeenten"
    AGENDA = "agenda"
    BEKEND = "bekend"
    SITUATIE = "situatie"
    """No piece of a file: the example is told in words (a file that is missing, two files that disagree)."""


class Example(NamedTuple):
    """A piece of a file, as the explanation shows it.

    Of a plan file it is the list of records, indented by two spaces, under a standard head, or the whole text where
    that begins with the version; of other files the whole text. ``line`` and ``column`` (from 1, within ``text``) say
    where the wrong example is reported; 0 in a right one.
    """

    text: str
    line: int = 0
    column: int = 0
    file: Soort = Soort.PLANNEN
    plannen: str = ""
    """Records under the standard head that belong to an example of another file."""
    peildatum: str | None = None
    """The day to judge on (`--peildatum`), for a rule that needs one."""


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
    """What the rules look at: a register with one state, and the agreements and known deviations beside it."""

    dataset: Dataset
    agenda: Agendabestand | None = None
    agenda_invoer: Invoer | None = None
    bekend: Bekendbestand | None = None
    bekend_invoer: Invoer | None = None
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

    def records(self) -> Iterator[Record]:
        """Yield all records of the state with the way back to their places."""
        for deel in self.dataset.stand.delen:
            for index, plan in enumerate(deel.inhoud.plannen):
                yield Record(deel, index, plan)

    @property
    def jaar(self) -> int:
        """The calendar year of the day judged."""
        return first_day(self.dag).year


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
Check = Callable[[Subject], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its explanation: the single text behind `explain`, `list regels`, docs/rules.md and SARIF.

    ``check`` is None for what the loader finds while it reads.
    """

    code: str
    naam: str
    """What is wrong, in a few words, lower case ("gemeente bestaat niet")."""
    wat: str
    """What the rule looks at and when it reports, in one or two sentences."""
    waarom: str
    """What goes wrong without it."""
    oplossing: str
    """What to do."""
    fout: Example
    goed: Example
    bron: str = ""
    """The document and place that the rule comes from; empty for the file format's own rules."""
    severity: Severity = Severity.FOUT
    check: Check | None = None
    needs_day: bool = False
    """Whether the rule judges only on a day that was given (`--peildatum`)."""

    @property
    def groep(self) -> Groep:
        """Group of the rule, by its code."""
        return GROEPEN[self.code[2]]

    def finding(self, record: Record, message: str, hint: str, *path: str | int, key: bool = False) -> Diagnostic:
        """Return a finding of this rule on a record, at one of its keys or values."""
        place = record.place(*path, key=key)
        subject = record.plan.id
        return Diagnostic(self.code, f"plan {quote(subject)}: {message}", place, hint, self.severity, subject=subject)

    def undecided(self, record: Record, missing: str) -> Undecided:
        """Return that this rule could not judge a record, with what is missing (it completes "... onbekend")."""
        return Undecided(self.code, missing, (record.plan.id,))
