"""What was agreed as tables: who, when, and how far; nothing that the text does not give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from woonplan.calc.lists.actions import (
    Filters,
    action_groups,
    action_number,
    in_gemeenten,
    late_steps,
    select_lines,
)
from woonplan.calc.lists.progress import BUSY, Line, Progress, Recorded, progress_of
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer, inherit
from woonplan.model.toezegging import WE, Actie, Actiestatus, Toezegging, Verplichting
from woonplan.numerals import amount, listing
from woonplan.report.cells import maybe, value, when
from woonplan.report.words import dutch_date, source_text
from woonplan.tables.cell import Cell, Value
from woonplan.tables.look import COUNT
from woonplan.tables.table import Column, Kind, Row, Style, Table, without

NOT_NAMED = "niet genoemd in de bron"
LATE = "voorbij"

_COLUMNS = (
    Column("nummer", "nr", Kind.COUNT),
    Column("tekst", "actie"),
    Column("eigenaar", "eigenaar", some=True),
    Column("deadline", "deadline", some=True),
    Column("status", "status", drop=2),
    Column(LATE, "termijn voorbij", drop=1, some=True),
    Column("gelijk_aan", "gelijk aan", Kind.COUNT, drop=6),
    Column("verwant", "verwant", drop=5, some=True),
    Column("voorwaarde", "voorwaarde", drop=4, some=True),
    Column("opmerkingen", "opmerkingen", drop=7, some=True),
    Column("bron", "bron", drop=3),
)

_OTHERS = (Column("id", "afspraak"), Column("tekst", "wat"), *_COLUMNS[2:6], *_COLUMNS[7:])

_IN_REPORT = (
    Column("nummer", "nr", Kind.COUNT),
    Column("tekst", "actie"),
    Column("wie", "wie en wanneer"),
    Column("status", "status"),
    Column("bij", "bijzonderheden", some=True),
    Column("bron", "bron"),
)
"""The same in fewer columns: a page of paper that stands upright has no room for eleven."""

_GEMEENTEN = (
    Column("afspraak", "afspraak"),
    Column("tekst", "wat", drop=2),
    *(Column(str(status), str(status), Kind.COUNT, optional=status is Actiestatus.VERVALLEN) for status in Actiestatus),
    Column("welke", "welke", drop=1),
)


def agreement_tables(
    dataset: Dataset, agenda: Agendabestand, invoer: Invoer, filters: Filters, jaar: int | None = None
) -> tuple[Table, ...]:
    """Return the actions, what was agreed outside them, and how far each municipality is with what each has to do.

    Args:
        dataset: The register.
        agenda: What was agreed.
        invoer: The file that it stands in.
        filters: What is asked for; with a day also what is late on it.
        jaar: How far it was at the end of this year; absent: by the last that was recorded.
    """
    progress = progress_of(dataset, agenda, jaar, filters.gemeenten)
    chosen = select_lines(progress, filters)
    day = filters.peildatum or (date(jaar, 12, 31) if jaar else None)
    actions = [line for line in chosen if line.path[0] == "acties"]
    others = [line for line in chosen if line.path[0] != "acties"]
    tables: tuple[Table, ...] = (
        Table(
            "acties",
            f"Acties: hoe ver eind {jaar}" if jaar else "Acties",
            _IN_REPORT if jaar else _COLUMNS,
            tuple(_row(progress, invoer, line, day, narrow=jaar is not None) for line in actions),
            tuple(_notes(progress, chosen, filters)),
        ),
        Table(
            "verplichtingen",
            "Afspraken buiten de acties",
            (*_OTHERS[:2], *_IN_REPORT[2:]) if jaar else _OTHERS,
            tuple(_other_row(progress, line, day, narrow=jaar is not None) for line in others),
            tuple(_other_notes(progress, others)),
        ),
    )
    if jaar:
        tables = tuple(map(_one_source, tables))
    elif day is None:
        tables = tuple(without(table, LATE) for table in tables)
    return (*tables, _gemeenten_table(progress, invoer, chosen))


def _one_source(table: Table) -> Table:
    """Return a table with its source below it, where that is the same for all rows."""
    sources = {str(row.cells[-1]) for row in table.rows}
    if len(sources) != 1:
        return table
    return replace(without(table, "bron"), notes=(*table.notes, f"bron: {sources.pop()}."))


def _row(progress: Progress, invoer: Invoer, line: Line, day: date | None, *, narrow: bool) -> Row:
    said = _cells(progress, line, day)
    number, same = (
        maybe(action_number(progress.agenda, invoer, line, k), look=COUNT) for k in ("nummer", "gelijk_aan")
    )
    if narrow:
        alike = f"gelijk aan actie {same.low}" if isinstance(same, Value) else ""
        return Row(line.key, (number, *_narrow(said, alike)), _style(line))
    text, *cells = said
    return Row(line.key, (number, text, *cells[:4], same, *cells[4:]), _style(line))


def _other_row(progress: Progress, line: Line, day: date | None, *, narrow: bool) -> Row:
    said = _cells(progress, line, day)
    return Row(line.key, (line.key, *(_narrow(said) if narrow else said)), _style(line))


def _narrow(said: tuple[str, ...], alike: str = "") -> tuple[str, ...]:
    """Return what is said of one agreement in fewer columns, word for word."""
    tekst, eigenaar, deadline, status, late, verwant, voorwaarde, opmerkingen, bron = said
    named = [words for words in (eigenaar, deadline) if words not in ("", NOT_NAMED)]
    unnamed = [what for what, words in (("eigenaar", eigenaar), ("deadline", deadline)) if words == NOT_NAMED]
    wie = [*named, *when(unnamed, f"{' en '.join(unnamed)} niet genoemd")]
    bij = (voorwaarde, alike, f"verwant: {verwant}" if verwant else "", opmerkingen)
    return tekst, *("; ".join(filter(None, parts)) for parts in (wie, (status, late), bij)), bron


def _style(line: Line) -> Style:
    return Style.DETAIL if line.whole else Style.NORMAL


def _cells(progress: Progress, line: Line, day: date | None) -> tuple[str, ...]:
    one, agenda = line.toezegging, progress.agenda
    text = f"{line.key[-1]}) {one.tekst}" if line.whole else one.tekst
    group = f"{one.groep}: " if isinstance(one, Verplichting) and one.groep else ""
    source = inherit(one, *((line.whole.toezegging,) if line.whole else ()), agenda)
    return (
        f"{group}{text}",
        ", ".join(one.eigenaar) or ("" if line.whole else NOT_NAMED),
        _deadline(one, line),
        _status(progress, line),
        _late(progress, line, day) if day else "",
        ", ".join(map(str, agenda.verwant(one.nummer) if isinstance(one, Actie) else one.verwant)),
        _condition(progress, line),
        one.opmerkingen or "",
        source_text(progress.dataset, source, agenda.bronnen),
    )


def _deadline(one: Toezegging, line: Line) -> str:
    """Return the date with the words that the text has around it."""
    words, again = one.deadline_tekst or "", one.herhaling or ""
    parts = (
        words,
        dutch_date(one.deadline) if one.deadline else "",
        f"(tussenstap {dutch_date(one.tussendeadline)})" if one.tussendeadline else "",
        again if again not in words else "",
    )
    return " ".join(filter(None, parts)) or ("" if line.whole else NOT_NAMED)


def _status(progress: Progress, line: Line) -> str:
    """Return how far it is, of what comes back every year by year; and what cannot be."""
    years = progress.years(line)
    if years:
        text = "; ".join(f"{year} {progress.state(line, year).status}" for year in years)
    else:
        text = _said(progress.state(line))
    early = listing([str(number) for number in progress.too_early(line)])
    return f"{text}; kan niet: actie {early} is niet af" if early else text


def _said(recorded: Recorded) -> str:
    if not recorded.when:
        return str(recorded.status)
    return f"{recorded.status} ({dutch_date(recorded.when)})"


def _late(progress: Progress, line: Line, day: date) -> str:
    """Return of when its time is over, and whether it was then not done, or that this is not known."""
    found = progress.late(line, day)
    late = [dutch_date(when) for when, status in found if status in BUSY]
    unknown = [dutch_date(when) for when, status in found if status not in BUSY]
    return "; ".join(
        (*when(late, f"te laat: {', '.join(late)}"), *when(unknown, f"onbekend of het af is: {', '.join(unknown)}"))
    )


def _condition(progress: Progress, line: Line) -> str:
    waiting = [f"{number} ({state.status})" for number, state in progress.waits_for(line)]
    after = listing([str(number) for number in line.toezegging.pas_na])
    return "; ".join(
        (
            *when(line.toezegging.voorwaarde, line.toezegging.voorwaarde or ""),
            *when(after, f"pas na actie {', '.join(waiting) if waiting else f'{after} (af)'}"),
        )
    )


def _notes(progress: Progress, chosen: tuple[Line, ...], filters: Filters) -> Iterator[str]:
    agenda = progress.agenda
    count = {name: len(found) for name, found in action_groups(chosen).items()}
    selected = f" (selectie uit {len(agenda.acties)} nummers)" if filters != Filters() else ""
    yield (
        f"{amount(count['nummers'], 'nummer', 'nummers')}, "
        f"{amount(count['teksten'], 'verschillende tekst', 'verschillende teksten')}, "
        f"{count['zonder_eigenaar']} zonder eigenaar in de bron, {count['zonder_deadline']} zonder deadline{selected}."
    )
    more = count["onderdelen"] + count["verplichtingen"] + count["per_gemeente"]
    yield from when(
        more,
        f"daarnaast {amount(count['onderdelen'], 'onderdeel', 'onderdelen')} van acties en "
        f"{amount(count['verplichtingen'], 'afspraak', 'afspraken')} buiten de acties; "
        f"{count['per_gemeente']} voor elke gemeente.",
    )
    actions = action_groups(chosen)["nummers"]
    unknown = sum(progress.state(line).status is Actiestatus.ONBEKEND for line in actions)
    yield from when(unknown, f"status onbekend: {amount(unknown, 'actie', 'acties')}; hoe ver, zegt het register niet.")
    if filters.eigenaar:
        if WE in filters.eigenaar:
            ours = amount(sum(WE in line.toezegging.eigenaar for line in actions), "actie", "acties")
            yield (
                f"{ours} met 'we': {listing(agenda.ondertekenaars)} hebben samen getekend; wie van hen het doet, noemt "
                "de tekst niet."
            )
        unowned = amount(sum(not actie.eigenaar for actie in agenda.acties), "actie", "acties")
        yield f"{unowned} zonder eigenaar in de bron, daarom niet in deze selectie."
    if filters.peildatum is not None:
        yield (
            f"te laat op {dutch_date(filters.peildatum.isoformat())}: voor zover bekend niet afgerond of vervallen, en "
            "ook de laatste dag die de deadline kan betekenen is voorbij."
        )
        undated = amount(sum(not actie.heeft_termijn for actie in agenda.acties), "actie", "acties")
        yield f"{undated} zonder datum: of die te laat zijn, is niet te zeggen."
        steps = ", ".join(late_steps(progress, filters.peildatum))
        yield from when(
            steps,
            f"een tussenstap ligt voor deze dag bij actie {steps}; of die is gezet, staat niet in het register.",
        )


def _other_notes(progress: Progress, others: Iterable[Line]) -> Iterator[str]:
    top = [line for line in others if line.whole is None]
    unknown = sum(progress.state(line).status is Actiestatus.ONBEKEND for line in top)
    yield f"{amount(len(top), 'afspraak', 'afspraken')} zonder nummer; status onbekend: {unknown}."


def _gemeenten_table(progress: Progress, invoer: Invoer, chosen: Iterable[Line]) -> Table:
    """Return in how many municipalities what each has to do is done; what comes back every year by year."""
    rows = tuple(
        row
        for line in chosen
        if line.toezegging.per_gemeente
        for year in (progress.years(line) or (None,))
        if progress.jaar is None or year in (None, progress.jaar)
        for row in (_gemeente_row(progress, invoer, line, year),)
    )
    silent = "een gemeente waarvan het register niets zegt is onbekend, niet 'niet gedaan'."
    note = silent if rows else "geen van deze afspraken geldt voor elke gemeente apart."
    return Table("acties_gemeenten", "Per gemeente", _GEMEENTEN, rows, (note,))


def _gemeente_row(progress: Progress, invoer: Invoer, line: Line, jaar: int | None) -> Row:
    found = in_gemeenten(progress, invoer, line, jaar)
    cells: tuple[Cell, ...] = tuple(value(figure, look=COUNT) for figure in found.values())
    which = [
        f"{name} {_said(recorded)}"
        for name in progress.gemeenten
        if (recorded := progress.recorded(line, name, jaar)).status is not Actiestatus.ONBEKEND
    ]
    label = f"{line.name} ({jaar})" if jaar else line.name
    key = f"{line.key}-{jaar}" if jaar else line.key
    return Row(key, (label, line.toezegging.tekst, *cells, ", ".join(which)))
