"""What every table of a yearly report is made from: the year, the register as readers see it, and the agreements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from woonplan.calc.diff.compare import Diff, compare
from woonplan.calc.gap.assumptions import number_kinds
from woonplan.calc.gap.groups import Grouped, grouped
from woonplan.calc.question import By, Question
from woonplan.calc.report.monitor import agreed, year_end
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.stand import Invoer
from woonplan.report.words import counted_as


@dataclass(frozen=True)
class Year:
    """One report: ``jaar`` is what was delivered in it, and the state at its end.

    Everything here is computed after confidential records were left out, so no table can show or imply them.
    """

    jaar: int
    dataset: Dataset
    """The register as readers of this report may see it."""
    question: Question
    agenda: Agendabestand | None = None
    agenda_invoer: Invoer | None = None
    earlier: Dataset | None = None
    """An earlier state to hold this one against; never added to it."""
    before: tuple[Dataset, Dataset] | None = None
    """The state before this one, and this one, both without what readers may not see of either; None without any."""

    @property
    def seen(self) -> tuple[Dataset, ...]:
        """The register states that it is made from."""
        before = self.before[0] if self.before and self.earlier is None else None
        return tuple(one for one in (self.dataset, self.earlier, before) if one is not None)

    @cached_property
    def view(self) -> View:
        """What is asked of that register."""
        return View(self.dataset, self.question)

    @cached_property
    def diff(self) -> Diff | None:
        """What changed since the earlier state that was given, or else since the one before; None without any."""
        found = self.before if self.earlier is None else (self.earlier, self.dataset)
        if found is None:
            return None
        old, new = found
        return compare(View(old, self.question), self.view if new is self.dataset else View(new, self.question))

    @property
    def grouped(self) -> Grouped:
        """Capacity and balance per municipality."""
        return grouped(self.view, By.GEMEENTE)

    @property
    def counted(self) -> str:
        """How the homes of its capacity are counted, in words."""
        return counted_as(number_kinds(self.view), netto=self.question.netto)

    @property
    def silent_gemeenten(self) -> Collection[str]:
        """The municipalities without a record, of either class: what they plan is unknown."""
        return dict.fromkeys(name for names in self.view.zonder_plannen.values() for name in names)

    def agreed(self, parameter_id: str, *eenheden: Eenheid) -> Waarde | None:
        """Return the value of a parameter on the day that the year ends on (1 January of the next), see ``agreed``."""
        return agreed(self.agenda, parameter_id, year_end(self.jaar).isoformat(), *eenheden)
