"""Hard and soft plans by the outcome of the framework and the year of conversion, and the hard plans of the begin."""

from __future__ import annotations

from woonplan.calc.gap.conversion import Converted, conversion
from woonplan.calc.question import By
from woonplan.calc.report.monitor import year_end
from woonplan.calc.target.period import Period, agreed_term
from woonplan.calc.view import View
from woonplan.calc.years.begun import begun
from woonplan.model.base import first_day
from woonplan.model.parameter import Eenheid, Parameter
from woonplan.model.stand import inherit
from woonplan.report.cells import value, when
from woonplan.report.words import NOT_ASSIGNED, dutch_date, group_label, known_here, source_text, spoken
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import words
from woonplan.tables.table import Column, Kind, Row, Style, Table

INFILL_TERM = "inbreiding-start"
"""Parameter of the agenda: within how long infill starts for which no quantitative frame holds."""

HARD_DONE = "harde-plannen-gerealiseerd"
"""Parameter of the agenda: the year by which the hard plans of the begin are delivered."""

_BEGUN = (
    Column("onderdeel", "harde plannen van het begin"),
    Column("woningen", "woningen", Kind.AMOUNT),
)


def conversion_table(year: Year) -> Table:
    """Return the homes by class, year of conversion and outcome of the framework."""
    view, term = year.view, year.agreed(INFILL_TERM, Eenheid.JAAR, Eenheid.MAANDEN)
    frame = agreed_term(term, year_end(year.jaar))
    found = conversion(view, frame)
    columns = (
        Column("klasse", "plannen"),
        *(
            Column(key or NOT_ASSIGNED, words(group_label(key, By.AFWEGINGSKADER)), Kind.AMOUNT, term=True)
            for key in found.outcomes
        ),
        Column("totaal", "samen", Kind.AMOUNT, term=True),
    )
    parameter = year.agenda.parameter(INFILL_TERM) if year.agenda else None
    about = _about(year, parameter, INFILL_TERM)
    notes = (
        f"een vak waar meer bij kan horen, {known_here(netto=view.question.netto)}, of 'onbekend' waar niets is "
        "toegewezen. Een plan van onbekende status kan hard of zacht zijn en zit in beide.",
        *when(
            frame,
            f"buiten kader: inbreiding die start voor {_end(frame)}; er geldt geen kwantitatief kader, de kwalitatieve "
            f"toets blijft ({about}).",
        ),
        *when(
            term is None,
            f"wat er aan inbreiding buiten het kwantitatieve kader valt, is niet te zeggen: {INFILL_TERM} ontbreekt in "
            "agenda.yaml.",
        ),
    )
    title = "Hard en zacht naar de uitkomst van het afwegingskader en het jaar waarin zacht hard wordt"
    return Table("omzetting", title, columns, tuple(map(_row, found.rows)), notes)


def _end(frame: Period | None) -> str:
    return dutch_date(frame.tot.isoformat()) if frame else ""


def _about(year: Year, parameter: Parameter | None, name: str) -> str:
    """Return where an agreement stands in its source."""
    waarde = year.agreed(name)
    if parameter is None or waarde is None or year.agenda is None:
        return ""
    return source_text(
        year.dataset, inherit(parameter if waarde.bron is None else waarde, year.agenda), year.agenda.bronnen
    )


def _row(row: Converted) -> Row:
    klasse, _, part = row.key.partition(".")
    if part == "inbreiding":
        label = "inbreiding buiten kader"
    elif part == "zonder_jaar":
        label = "hard: jaar onbekend"
    else:
        label = f"hard in {part}" if part else spoken(klasse)
    style = Style.TOTAL if row.key == "totaal" else Style.DETAIL if part else Style.NORMAL
    return Row(row.key, (label, *map(value, row.cells), value(row.whole)), style)


def begun_table(year: Year) -> Table | None:
    """Return the hard plans of the begin of the agenda by when they are delivered; None where that is not agreed."""
    parameter = year.agenda.parameter(HARD_DONE) if year.agenda else None
    waarde = parameter.waarden[-1] if parameter and parameter.waarden else None
    if parameter is None or waarde is None or waarde.vanaf is None or waarde.eenheid is not Eenheid.KALENDERJAAR:
        return None
    found = begun(_gross(year.view), first_day(waarde.vanaf), waarde.waarde)
    rows = tuple(
        Row(figure.name, (figure.label, value(figure)))
        for figure in (found.gerealiseerd, found.op_tijd, found.later, found.zonder_jaar)
    )
    state = dutch_date(year.dataset.stand.kop.peildatum)
    notes = (
        f"hard bij het begin ({dutch_date(waarde.vanaf)}): de harde plannen van een stand van toen, of met een "
        "'jaar_hard' van ervoor; van een plan zonder dat jaar kan alles of niets meetellen.",
        *when(
            first_day(year.dataset.stand.kop.peildatum) <= first_day(waarde.vanaf),
            f"de stand is die van het begin ({state}): wat er daarna is opgeleverd, staat er niet in. Een latere stand "
            "met dezelfde plannen geeft dat (--plannen).",
        ),
        f"{parameter.naam}: {waarde.waarde} ({_about(year, parameter, HARD_DONE)}). {parameter.toelichting or ''}",
    )
    title = f"Harde plannen van het begin, op te leveren tot en met {waarde.waarde}"
    return Table("harde-plannen", title, _BEGUN, rows, tuple(note.strip() for note in notes))


def _gross(view: View) -> View:
    return view.asking(netto=False)
