"""The lists of a register by name, for `list` and for who asks what one of their numbers is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from woonplan.calc.lists.actions import Filters, with_agenda
from woonplan.calc.view import View
from woonplan.cli.beside import open_actions, open_agenda
from woonplan.cli.choices import Asked, open_view, readers
from woonplan.cli.session import register_if_any
from woonplan.load.agenda import LoadedAgenda
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.report.lists.documents import (
    OF_AGENDA,
    What,
    actions_document,
    goals_document,
    list_document,
    terms_document,
)
from woonplan.tables.document import Document

_BESIDE = frozenset({What.BRONNEN, What.SLEUTELPROJECTEN})
"""The lists of what stands in the register, and in the agreements where it has them."""


@dataclass(frozen=True)
class Lists:
    """The lists of one register; that and the agreements beside it are opened once, when a list needs them."""

    asked: Asked
    needed: bool = False
    """Whether a register has to be there for terms as well."""

    @cached_property
    def view(self) -> View:
        """What is asked of the register; refuses one that cannot be used."""
        return open_view(self.asked)

    @cached_property
    def beside(self) -> LoadedAgenda:
        """The agreements of the register, if it has them."""
        return open_agenda(self.asked.data, self.view.dataset)

    @property
    def dataset(self) -> Dataset:
        """The register, with its agreements if it has them: what a number of a list can be from."""
        agenda, invoer, _ = self.beside
        return with_agenda(self.view.dataset, agenda, invoer) if agenda and invoer else self.view.dataset

    def document(self, what: What, filters: Callable[[Agendabestand], Filters] | None = None) -> Document:
        """Return a list; refuse one of agreements where the register has none.

        Args:
            what: Which list.
            filters: Which actions are shown; absent, those of the municipalities that are asked for.
        """
        if what is What.REGELS:
            from woonplan.checks.document import rules_document

            return rules_document()
        if what is What.BEGRIPPEN and not self.needed:
            return terms_document(register_if_any(self.asked.data, self.asked.plannen, readers(self.asked)))
        view = self.view
        if what is What.BEGRIPPEN:
            return terms_document(view.dataset)
        if what not in OF_AGENDA:
            found = self.beside if what in _BESIDE else None
            return list_document(view, what, found and found.agenda, found and found.invoer)
        agenda, invoer = open_actions(self.asked.data, view.dataset)
        if what is What.ACTIES:
            asks = filters(agenda) if filters else Filters(gemeenten=view.question.gemeenten)
            return actions_document(view.dataset, agenda, invoer, asks)
        return goals_document(view.dataset, agenda, invoer, what)
