"""What every table of a yearly report is made from: the year, the register as readers see it, and the agreements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from woonplan.calc.capacity.selection import Share
from woonplan.calc.confidential import Visible
from woonplan.calc.gap.assumptions import number_kinds
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.gap.groups import Grouped, grouped
from woonplan.calc.question import By, Question
from woonplan.calc.report.monitor import year_end
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
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
    def view(self) -> View:
        """What is asked of that register."""
        return View(self.dataset, self.question)

    @property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """The municipalities that the report is about, in the order of the register."""
        return self.view.gemeenten

    @property
    def balance(self) -> Balance:
        """The balance of the area."""
        return balance(self.view)

    @property
    def grouped(self) -> Grouped:
        """Capacity and balance per municipality."""
        return grouped(self.view, By.GEMEENTE)

    @property
    def shares(self) -> tuple[Share, ...]:
        """What every record adds, aggregates with their rest, so that rows add up."""
        return self.view.itemised

    @property
    def gross_shares(self) -> tuple[Share, ...]:
        """The same without demolition taken off: a split is over the homes that are built."""
        return self.view.asking(netto=False).itemised

    @property
    def counted(self) -> str:
        """How the homes of its capacity are counted, in words."""
        return counted_as(number_kinds(self.view), netto=self.question.netto)

    @property
    def silent_gemeenten(self) -> Collection[str]:
        """The municipalities without a record, of either class: what they plan is unknown."""
        return dict.fromkeys(name for names in self.view.zonder_plannen.values() for name in names)

    def source(self, found: Provenance) -> str:
        """Return document and place of something agreed; its document may stand in the agenda alone."""
        listed = self.agenda.bronnen if self.agenda else ()
        bron = next((bron for bron in listed if bron.id == found.bron), None)
        if bron is None:
            return source_text(self.dataset, found)
        return f"{bron.label}, {found.vindplaats}" if found.vindplaats else bron.label

    def about(self, gemeente: Gemeente) -> View:
        """Return the same question for one municipality."""
        return self.view.asking(gemeenten=(gemeente.naam,))

    def hard_only(self, *, netto: bool) -> View:
        """Return the same question for hard capacity only, gross or net of demolition."""
        return self.view.asking(netto=netto, statussen=frozenset({Planstatus.HARD}))
