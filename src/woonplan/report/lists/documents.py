"""The lists by name, and what stands above each: its title, and the facts of the run for machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from woonplan.calc.lists.actions import Filters, action_figures
from woonplan.calc.lists.listing import plan_groups, plans, project_groups
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.report.cells import named, when
from woonplan.report.heading import inputs_json, marked
from woonplan.report.lists.actions import actions_table
from woonplan.report.lists.area import bronnen_table, gemeenten_counts, gemeenten_table, opgaven_table
from woonplan.report.lists.plans import counts, plans_table, projects_table
from woonplan.report.terms import begrippen_table
from woonplan.report.words import dutch_date
from woonplan.tables import Document, Json, Note, NoteKind, Table


class What(StrEnum):
    """What can be listed."""

    ACTIES = "acties"
    SLEUTELPROJECTEN = "sleutelprojecten"
    GEMEENTEN = "gemeenten"
    PLANNEN = "plannen"
    BRONNEN = "bronnen"
    OPGAVEN = "opgaven"
    BEGRIPPEN = "begrippen"
    REGELS = "regels"


CALCULATED = (What.GEMEENTEN, What.PLANNEN, What.SLEUTELPROJECTEN, What.OPGAVEN, What.ACTIES)
"""The lists that hold more than what stands in the register."""

FILTERS: dict[str, frozenset[What]] = {
    "--gemeente": frozenset({What.SLEUTELPROJECTEN, What.GEMEENTEN, What.PLANNEN, What.OPGAVEN}),
    "--status": frozenset({What.PLANNEN}),
    "--eigenaar": frozenset({What.ACTIES}),
    "--open": frozenset({What.ACTIES}),
    "--peildatum": frozenset({What.ACTIES}),
}
"""Which filter says something about which list."""

_AT_A_DATE = frozenset({What.PLANNEN, What.SLEUTELPROJECTEN})


def terms_document(dataset: Dataset | None) -> Document:
    """Return the glossary; it needs no register, but says what one means by its terms."""
    return Document("Begrippen", (begrippen_table(dataset),), facts={"opdracht": "list", "lijst": str(What.BEGRIPPEN)})


def list_document(view: View, what: What, agenda: Agendabestand | None = None) -> Document:
    """Return a list of what `gemeenten.yaml` or the register state holds, within the filters of the question.

    ``agenda`` adds the documents that only the agreements refer to.
    """
    dataset = view.dataset
    facts = _facts(dataset, what, *_filters(view.question))
    if what is What.BRONNEN:
        return _document(bronnen_table((*dataset.gebied.bronnen, *(agenda.bronnen if agenda else ()))), facts)
    if what is What.OPGAVEN:
        return _document(opgaven_table(dataset, view.question.gemeenten), facts)
    listing = plans(view)
    if what is What.GEMEENTEN:
        return _document(gemeenten_table(view, listing), facts, gemeenten_counts(view, listing))
    if what is What.SLEUTELPROJECTEN:
        projects = project_groups(listing)
        return _document(projects_table(dataset, projects), facts, counts(projects))
    records = plan_groups(listing)
    return _document(plans_table(dataset, records), facts, counts(records))


def actions_document(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, filters: Filters) -> Document:
    """Return the actions of the agenda within the filters."""
    table = actions_table(dataset, agenda, invoer, filters)
    facts = _facts(dataset, What.ACTIES, *_action_filters(filters), (*dataset.invoer, invoer))
    return _document(table, facts, action_figures(agenda, invoer))


def _filters(question: Question) -> tuple[dict[str, Json], tuple[str, ...]]:
    """Return the filters on records for machines, and as words of the title."""
    statuses = sorted(str(status) for status in question.statussen)
    return {"gemeente": list(question.gemeenten), "status": [*statuses]}, (*question.gemeenten, *statuses)


def _action_filters(filters: Filters) -> tuple[dict[str, Json], tuple[str, ...]]:
    """Return the filters on actions for machines, and as words of the title."""
    day = filters.peildatum.isoformat() if filters.peildatum else None
    words = (
        *filters.eigenaar,
        *(("open of loopt",) if filters.unfinished else ()),
        *((f"te laat op {dutch_date(day)}",) if day else ()),
    )
    return {"eigenaar": list(filters.eigenaar), "open": filters.unfinished, "peildatum": day}, words


def _document(table: Table, facts: dict[str, Json], beside: Iterable[Figure] = ()) -> Document:
    return Document(
        str(facts["titel"]),
        (replace(table, implied=True),),
        when(not table.rows, Note(NoteKind.LET_OP, "in deze lijst staat niets.")),
        facts=facts,
        beside=named(beside),
        address=f"list.{facts['lijst']}",
    )


def _facts(
    dataset: Dataset,
    what: What,
    parameters: dict[str, Json],
    chosen: tuple[str, ...],
    invoer: tuple[Invoer, ...] | None = None,
) -> dict[str, Json]:
    date = f" per {dutch_date(dataset.stand.kop.peildatum)}" if what in _AT_A_DATE else ""
    only = f" (alleen {', '.join(chosen)})" if chosen else ""
    return {
        "opdracht": "list",
        "lijst": str(what),
        "titel": marked(dataset, f"{dataset.gebied.regio.naam}: {what}{date}{only}"),
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        "invoer": inputs_json(invoer or dataset.invoer),
        "parameters": parameters,
    }
