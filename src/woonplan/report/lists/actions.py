"""The numbered actions of the agenda as a list: who, when, and how far; nothing that the text does not give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from woonplan.calc.lists.actions import action_number
from woonplan.calc.lists.listing import Filters, count_actions, late_steps, select_actions
from woonplan.model.agenda import Actie, Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer, inherit
from woonplan.report.cells import maybe
from woonplan.report.words import dutch_date, source_text
from woonplan.tables import COUNT, Column, Kind, Row, Table

NOT_NAMED = "niet genoemd in de bron"

_COLUMNS = (
    Column("nummer", "nr", Kind.COUNT),
    Column("tekst", "actie"),
    Column("eigenaar", "eigenaar"),
    Column("deadline", "deadline"),
    Column("status", "status", drop=2),
    Column("gelijk_aan", "gelijk aan", Kind.COUNT, drop=1),
    Column("bron", "bron", drop=3),
)


def actions_table(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, filters: Filters) -> Table:
    """Return one row per action that passes the filters."""
    chosen = select_actions(agenda.acties, filters)
    rows = tuple(_row(dataset, agenda, invoer, actie) for actie in chosen)
    return Table("acties", "Acties", _COLUMNS, rows, tuple(_notes(agenda, chosen, filters)))


def _row(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, actie: Actie) -> Row:
    cells = (
        maybe(action_number(agenda, invoer, actie, "nummer"), look=COUNT),
        actie.tekst,
        ", ".join(actie.eigenaar) or NOT_NAMED,
        _deadline(actie),
        _status(actie),
        maybe(action_number(agenda, invoer, actie, "gelijk_aan"), look=COUNT),
        _source(dataset, agenda, actie),
    )
    return Row(str(actie.nummer), cells)


def _source(dataset: Dataset, agenda: Agendabestand, actie: Actie) -> str:
    source = inherit(actie, agenda)
    own = next((bron for bron in agenda.bronnen if bron.id == source.bron), None)
    if own is None:
        return source_text(dataset, source)
    return f"{own.label}, {source.vindplaats}" if source.vindplaats else own.label


def _deadline(actie: Actie) -> str:
    """Return the date with the words that the text has around it."""
    parts = [
        actie.deadline_tekst or "",
        dutch_date(actie.deadline) if actie.deadline else "",
        f"(tussenstap {dutch_date(actie.tussendeadline)})" if actie.tussendeadline else "",
    ]
    if actie.herhaling is not None and str(actie.herhaling) not in (actie.deadline_tekst or ""):
        parts.append(str(actie.herhaling))
    return " ".join(part for part in parts if part) or NOT_NAMED


def _status(actie: Actie) -> str:
    return f"{actie.status} ({dutch_date(actie.status_datum)})" if actie.status_datum else str(actie.status)


def _notes(agenda: Agendabestand, chosen: tuple[Actie, ...], filters: Filters) -> Iterable[str]:
    counts = count_actions(chosen)
    text = (
        f"{_number(counts.numbers, 'nummer', 'nummers')}, "
        f"{_number(counts.texts, 'verschillende tekst', 'verschillende teksten')}, "
        f"{counts.without_owner} zonder eigenaar in de bron, {counts.without_deadline} zonder deadline"
    )
    yield f"{text} (selectie uit {len(agenda.acties)} nummers)." if filters.active else f"{text}."
    if filters.eigenaar:
        unowned = count_actions(agenda.acties).without_owner
        yield f"{_number(unowned, 'actie', 'acties')} zonder eigenaar in de bron, daarom niet in deze selectie."
    if filters.peildatum is not None:
        yield from _late_notes(agenda, filters.peildatum)


def _late_notes(agenda: Agendabestand, day: date) -> Iterable[str]:
    yield (
        f"te laat op {dutch_date(day.isoformat())}: niet afgerond, en ook de laatste dag die de deadline kan "
        "betekenen is voorbij."
    )
    undated = sum(1 for actie in agenda.acties if actie.deadline is None)
    yield f"{_number(undated, 'actie', 'acties')} zonder datum: of die te laat zijn, is niet te zeggen."
    steps = late_steps(agenda.acties, day)
    if steps:
        numbers = ", ".join(str(number) for number in steps)
        yield f"een tussenstap ligt voor deze dag bij actie {numbers}; of die is gezet, staat niet in het register."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
