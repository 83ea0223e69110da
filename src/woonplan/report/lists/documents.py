"""The lists by name, and what stands above each: its title, and the facts of the run for machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from woonplan.calc.lists.actions import Filters, action_figures
from woonplan.calc.lists.listing import listed_documents, plan_groups, plans, project_groups
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.report.cells import named, when
from woonplan.report.heading import inputs_json, marked, seen_json, unseen, whose
from woonplan.report.lists.actions import agreement_tables
from woonplan.report.lists.area import bronnen_table, gemeenten_counts, gemeenten_table, opgaven_table
from woonplan.report.lists.designated import designated_tables
from woonplan.report.lists.goals import goals_table, not_computable_table
from woonplan.report.lists.plans import counts, plans_table, projects_table
from woonplan.report.terms import begrippen_table
from woonplan.report.words import dutch_date
from woonplan.tables.cell import Json
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.table import Table


class What(StrEnum):
    """What can be listed."""

    ACTIES = "acties"
    SLEUTELPROJECTEN = "sleutelprojecten"
    GEMEENTEN = "gemeenten"
    PLANNEN = "plannen"
    BRONNEN = "bronnen"
    OPGAVEN = "opgaven"
    DOELEN = "doelen"
    NIET_BEREKENBAAR = "niet-berekenbaar"
    BEGRIPPEN = "begrippen"
    REGELS = "regels"


OF_AGENDA = frozenset({What.ACTIES, What.DOELEN, What.NIET_BEREKENBAAR})
"""The lists of what stands in the agreements."""

FILTERS: dict[str, frozenset[What]] = {
    "--gemeente": frozenset({What.SLEUTELPROJECTEN, What.GEMEENTEN, What.PLANNEN, What.OPGAVEN, What.ACTIES}),
    "--status": frozenset({What.PLANNEN}),
    "--vertrouwelijkheid": frozenset(What) - {What.REGELS},
    "--eigenaar": frozenset({What.ACTIES}),
    "--open": frozenset({What.ACTIES}),
    "--peildatum": frozenset({What.ACTIES}),
}
"""Which filter says something about which list."""

_OF_PLANS = frozenset({What.PLANNEN, What.SLEUTELPROJECTEN, What.GEMEENTEN})


def terms_document(dataset: Dataset | None) -> Document:
    """Return the glossary; it needs no register, but says what one means by its terms."""
    return Document("Begrippen", (begrippen_table(dataset),), facts={"opdracht": "list", "lijst": str(What.BEGRIPPEN)})


def list_document(
    view: View, what: What, agenda: Agendabestand | None = None, invoer: Invoer | None = None
) -> Document:
    """Return a list of what `gemeenten.yaml` or the register state holds, within the filters of the question.

    ``agenda``, with the file that it stands in, adds the documents that only the agreements refer to, and the key
    projects that they designate.
    """
    dataset = view.dataset
    facts = _facts(dataset, what, *_filters(view.question))
    if what is What.BRONNEN:
        fewer = "documenten waar op dit niveau niets naar verwijst, zijn niet getoond."
        notes = when(dataset.verborgen, Note(NoteKind.LET_OP, fewer))
        return _document(bronnen_table(listed_documents(dataset, agenda)), facts, notes=notes)
    if what is What.OPGAVEN:
        return _document(opgaven_table(dataset, view.question.gemeenten), facts, notes=unseen(dataset))
    listing, hidden = plans(view), unseen(dataset)
    if what is What.GEMEENTEN:
        return _document(gemeenten_table(view, listing), facts, gemeenten_counts(view, listing), hidden)
    if what is What.SLEUTELPROJECTEN:
        projects = project_groups(listing)
        more: tuple[Table, ...] = ()
        if agenda is not None and invoer is not None:
            more = designated_tables(view, agenda, invoer, dataset.stand.kop.peildatum)
        return _document(projects_table(dataset, projects), facts, counts(projects), hidden, more)
    records = plan_groups(listing)
    return _document(plans_table(dataset, records), facts, counts(records), hidden)


def actions_document(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, filters: Filters) -> Document:
    """Return what was agreed within the filters: the actions, what is asked outside them, and by municipality."""
    table, *others = agreement_tables(dataset, agenda, invoer, filters)
    facts = _facts(dataset, What.ACTIES, *_action_filters(filters), invoer)
    shown = tuple(one for one in others if one.rows)
    return _document(table, facts, action_figures(agenda, invoer), more=shown)


def goals_document(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, what: What) -> Document:
    """Return the goals of the agenda, or what in it cannot be computed."""
    goals = what is What.DOELEN
    table = goals_table(dataset, agenda, invoer) if goals else not_computable_table(dataset, agenda)
    return _document(table, _facts(dataset, what, {}, (), invoer))


def _filters(question: Question) -> tuple[dict[str, Json], tuple[str, ...]]:
    """Return the filters on records for machines, and as words of the title."""
    statuses = sorted(str(status) for status in question.statussen)
    return {"gemeente": list(question.gemeenten), "status": [*statuses]}, (*question.gemeenten, *statuses)


def _action_filters(filters: Filters) -> tuple[dict[str, Json], tuple[str, ...]]:
    """Return the filters on actions for machines, and as words of the title."""
    day = filters.peildatum.isoformat() if filters.peildatum else None
    words = (
        *filters.eigenaar,
        *filters.gemeenten,
        *(("open, loopt of onbekend",) if filters.unfinished else ()),
        *((f"te laat op {dutch_date(day)}",) if day else ()),
    )
    asked: dict[str, Json] = {"eigenaar": list(filters.eigenaar), "open": filters.unfinished, "peildatum": day}
    return {**asked, "gemeente": list(filters.gemeenten)}, words


def _document(
    table: Table,
    facts: dict[str, Json],
    beside: Iterable[Figure] = (),
    notes: tuple[Note, ...] = (),
    more: tuple[Table, ...] = (),
) -> Document:
    return Document(
        str(facts["titel"]),
        (replace(table, implied=True), *more),
        (*when(not table.rows and not more, Note(NoteKind.LET_OP, "in deze lijst staat niets.")), *notes),
        facts=facts,
        beside=named(beside),
        address=f"list.{facts['lijst']}",
    )


def _facts(
    dataset: Dataset,
    what: What,
    parameters: dict[str, Json],
    chosen: tuple[str, ...],
    beside: Invoer | None = None,
) -> dict[str, Json]:
    which = f" (alleen {', '.join(chosen)})" if chosen else ""
    if what in _OF_PLANS:
        which = f" per {dutch_date(dataset.stand.kop.peildatum)}{whose(dataset, chosen)}"
    return {
        "opdracht": "list",
        "lijst": str(what),
        "titel": marked(dataset, f"{dataset.gebied.regio.naam}: {what}{which}"),
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        **seen_json(dataset),
        "invoer": inputs_json(dataset, beside=beside),
        "parameters": parameters,
    }
