"""The lists by name, and what stands above each: its title, and the facts of the run for machines."""

from __future__ import annotations

from enum import StrEnum

from woonplan.calc.derived import Explained
from woonplan.calc.listing import Filters, plans
from woonplan.calc.question import Question
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.stand import Invoer
from woonplan.report.list_actions import actions_table
from woonplan.report.list_area import bronnen_table, gemeenten_table, opgaven_table
from woonplan.report.list_plans import plans_table, projects_table
from woonplan.report.list_terms import begrippen_table
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


def list_document(dataset: Dataset, what: What, question: Question, agenda: Agendabestand | None = None) -> Document:
    """Return a list of what `gemeenten.yaml` or the register state holds, within the filters of ``question``.

    ``agenda`` adds the documents that only the agreements refer to.
    """
    listed = plans(dataset, question)
    chosen = gemeenten_chosen(dataset, question)
    if what is What.GEMEENTEN:
        table = gemeenten_table(dataset, chosen, listed)
    elif what is What.BRONNEN:
        table = bronnen_table((*dataset.gebied.bronnen, *(agenda.bronnen if agenda else ())))
    elif what is What.OPGAVEN:
        table = opgaven_table(dataset, question.gemeenten)
    elif what is What.SLEUTELPROJECTEN:
        table = projects_table(dataset, listed)
    else:
        table = plans_table(dataset, listed)
    return _document(table, _facts(dataset, what, *_filters(question)))


def gemeenten_chosen(dataset: Dataset, question: Question) -> tuple[Gemeente, ...]:
    """Return the municipalities that are asked for; without any all of them."""
    return tuple(g for g in dataset.gebied.gemeenten if not question.gemeenten or g.naam in question.gemeenten)


def listed_number_document(
    dataset: Dataset, what: What, question: Question, found: tuple[str, Explained], depth: int
) -> Document:
    """Return a calculated number of a list, with its address, and its derivation to ``depth`` levels (0: it alone)."""
    from woonplan.report.explain import number_document

    parameters, words = _filters(question)
    if what is What.ACTIES:
        parameters, words = _action_filters(Filters())
    facts = _facts(dataset, what, parameters, words)
    return number_document(dataset, found, depth, str(facts["titel"]), facts)


def actions_document(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, filters: Filters) -> Document:
    """Return the actions of the agenda within the filters."""
    table = actions_table(dataset, agenda, filters)
    return _document(table, _facts(dataset, What.ACTIES, *_action_filters(filters), (*dataset.invoer, invoer)))


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


def _document(table: Table, facts: dict[str, Json]) -> Document:
    notes = (Note(NoteKind.LET_OP, "in deze lijst staat niets."),) if not table.rows else ()
    return Document(str(facts["titel"]), (table,), notes, facts=facts)


def _facts(
    dataset: Dataset,
    what: What,
    parameters: dict[str, Json],
    chosen: tuple[str, ...],
    invoer: tuple[Invoer, ...] | None = None,
) -> dict[str, Json]:
    title = f"{dataset.gebied.regio.naam}: {what}"
    if what in _AT_A_DATE:
        title += f" per {dutch_date(dataset.stand.kop.peildatum)}"
    if dataset.fictief:
        title = f"FICTIEF - {title}"
    if chosen:
        title += f" (alleen {', '.join(chosen)})"
    return {
        "opdracht": "list",
        "lijst": str(what),
        "titel": title,
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        "invoer": [{"bestand": i.bestand, "sha256": i.sha256} for i in invoer or dataset.invoer],
        "parameters": parameters,
    }
