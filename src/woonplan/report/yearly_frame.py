"""What every table of a yearly report is made from: the year, the register as readers see it, and the agreements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from woonplan.calc.address import NOT_ASSIGNED, words_of
from woonplan.calc.assumptions import number_kinds
from woonplan.calc.confidential import Visible
from woonplan.calc.groups import By, Grouped, grouped
from woonplan.calc.monitor import year_end
from woonplan.calc.question import Question, counting
from woonplan.calc.readings import Lezing, paces
from woonplan.calc.records import Contribution, contributions
from woonplan.calc.selection import Share, select
from woonplan.calc.trajectory import Trajectory, trajectory
from woonplan.model.agenda import Agendabestand
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.source import Provenance
from woonplan.model.stand import Invoer
from woonplan.model.statussen import Planstatus
from woonplan.report.words import counted_as, source_text


@dataclass(frozen=True)
class Year:
    """One report: ``jaar`` is what was delivered in it, and the state at its end.

    Everything here is computed after confidential records were left out, so no table can show or imply them.
    """

    jaar: int
    seen: Visible
    question: Question
    agenda: Agendabestand | None = None
    agenda_invoer: Invoer | None = None
    earlier: Visible | None = None
    """An earlier state to hold this one against; never added to it."""

    @property
    def dataset(self) -> Dataset:
        """The register as readers of this report may see it."""
        return self.seen.dataset

    @property
    def datum(self) -> str:
        """The day that the year ends on (1 January of the next): parameters are those of this day."""
        return year_end(self.jaar).isoformat()

    @cached_property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """The municipalities that the report is about, in the order of the register."""
        wanted = self.question.gemeenten
        return tuple(g for g in self.dataset.gebied.gemeenten if not wanted or g.naam in wanted)

    @cached_property
    def words(self) -> dict[str, str]:
        """The word of every municipality in the address of a number, by its name."""
        return words_of(self.dataset)

    def word(self, group: str) -> str:
        """Return the word of a row per municipality: also of the total, and of what is not divided over them."""
        return self.words.get(group, group) or NOT_ASSIGNED

    @cached_property
    def grouped(self) -> Grouped:
        """Capacity and balance per municipality."""
        return grouped(self.dataset, self.question, By.GEMEENTE)

    @property
    def records(self) -> tuple[Contribution, ...]:
        """All records, with what each adds within the period of the target."""
        return self.grouped.balance.records

    @cached_property
    def shares(self) -> list[Share]:
        """What every record adds, aggregates with their rest, so that rows add up."""
        return select(self.dataset, self.records, self.question)

    @cached_property
    def gross_shares(self) -> list[Share]:
        """The same without demolition taken off: a split is over the homes that are built."""
        if not self.question.netto:
            return self.shares
        question = replace(self.question, netto=False)
        records = contributions(self.dataset, counting(self.dataset, question))
        return select(self.dataset, records, question)

    @property
    def counted(self) -> str:
        """How the homes of its capacity are counted, in words."""
        return counted_as(number_kinds(self.grouped.balance), netto=self.question.netto)

    @property
    def silent(self) -> Mapping[Planklasse, int]:
        """By class, how many municipalities have no record: what they plan is unknown, wherever it may belong."""
        return self.grouped.balance.sums.zonder_plannen

    @property
    def silent_gemeenten(self) -> int:
        """How many municipalities have no record, of either class."""
        return max(self.silent.values(), default=0)

    @cached_property
    def trajectory(self) -> Trajectory:
        """What is planned and delivered by year."""
        return trajectory(self.dataset, self.question)

    @cached_property
    def paces(self) -> tuple[Lezing, ...]:
        """The pace that each reading of the target's period asks for."""
        return paces(self.dataset, self.question, self.trajectory)

    def source(self, found: Provenance) -> str:
        """Return document and place of something agreed; its document may stand in the agenda alone."""
        listed = self.agenda.bronnen if self.agenda else ()
        bron = next((bron for bron in listed if bron.id == found.bron), None)
        if bron is None:
            return source_text(self.dataset, found)
        return f"{bron.label}, {found.vindplaats}" if found.vindplaats else bron.label

    def about(self, *gemeenten: str) -> Question:
        """Return the same question for some municipalities."""
        return replace(self.question, gemeenten=gemeenten)

    def hard_only(self, *, netto: bool) -> Question:
        """Return the same question for hard capacity only, gross or net of demolition."""
        return replace(self.question, netto=netto, statussen=frozenset({Planstatus.HARD}))
