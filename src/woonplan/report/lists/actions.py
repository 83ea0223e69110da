"""The numbered actions of the agenda as a list: who, when, and how far; nothing that the text does not give."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.lists.actions import Filters, action_groups, action_number, late_steps, select_actions
from woonplan.model.agenda import Actie, Actiestatus, Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer, inherit
from woonplan.numerals import amount
from woonplan.report.cells import maybe, when
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
        f"{actie.status} ({dutch_date(actie.status_datum)})" if actie.status_datum else str(actie.status),
        maybe(action_number(agenda, invoer, actie, "gelijk_aan"), look=COUNT),
        source_text(dataset, inherit(actie, agenda), agenda.bronnen),
    )
    return Row(str(actie.nummer), cells)


def _deadline(actie: Actie) -> str:
    """Return the date with the words that the text has around it."""
    words, again = actie.deadline_tekst or "", actie.herhaling or ""
    parts = (
        words,
        dutch_date(actie.deadline) if actie.deadline else "",
        f"(tussenstap {dutch_date(actie.tussendeadline)})" if actie.tussendeadline else "",
        again if again not in words else "",
    )
    return " ".join(filter(None, parts)) or NOT_NAMED


def _notes(agenda: Agendabestand, chosen: tuple[Actie, ...], filters: Filters) -> Iterator[str]:
    count = {name: len(acties) for name, acties in action_groups(chosen).items()}
    selected = f" (selectie uit {len(agenda.acties)} nummers)" if filters != Filters() else ""
    yield (
        f"{amount(count['nummers'], 'nummer', 'nummers')}, "
        f"{amount(count['teksten'], 'verschillende tekst', 'verschillende teksten')}, "
        f"{count['zonder_eigenaar']} zonder eigenaar in de bron, {count['zonder_deadline']} zonder deadline{selected}."
    )
    unknown = sum(actie.status is Actiestatus.ONBEKEND for actie in chosen)
    yield from when(unknown, f"status onbekend: {amount(unknown, 'actie', 'acties')}; hoe ver, zegt het register niet.")
    if filters.eigenaar:
        unowned = amount(len(action_groups(agenda.acties)["zonder_eigenaar"]), "actie", "acties")
        yield f"{unowned} zonder eigenaar in de bron, daarom niet in deze selectie."
    if filters.peildatum is not None:
        yield (
            f"te laat op {dutch_date(filters.peildatum.isoformat())}: voor zover bekend niet afgerond of vervallen, en "
            "ook de laatste dag die de deadline kan betekenen is voorbij."
        )
        undated = amount(sum(actie.deadline is None for actie in agenda.acties), "actie", "acties")
        yield f"{undated} zonder datum: of die te laat zijn, is niet te zeggen."
        steps = ", ".join(map(str, late_steps(agenda.acties, filters.peildatum)))
        yield from when(
            steps,
            f"een tussenstap ligt voor deze dag bij actie {steps}; of die is gezet, staat niet in het register.",
        )
