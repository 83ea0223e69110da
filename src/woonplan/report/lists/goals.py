"""What the text aims at beside homes, and what in it cannot be computed, as lists."""

from __future__ import annotations

from fractions import Fraction

from woonplan.calc.number.figure import Origin, given
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer, inherit
from woonplan.model.streefdoel import Doeleenheid, Streefdoel
from woonplan.numerals import amount
from woonplan.report.cells import value
from woonplan.report.words import source_text
from woonplan.tables.cell import Cell
from woonplan.tables.look import COUNT, Look, Unit
from woonplan.tables.table import Column, Kind, Row, Table

_LOOKS = {Doeleenheid.PROCENT: Look(Unit.PERCENT, times=100), Doeleenheid.EURO: Look(Unit.EURO)}

_DOELEN = (
    Column("doel", "doel"),
    Column("getal", "getal", Kind.EXACT),
    Column("jaar", "jaar", some=True),
    Column("gebied", "gebied", drop=2, some=True),
    Column("verwant", "acties", drop=4, some=True),
    Column("ook", "ook in", drop=5, some=True),
    Column("opmerkingen", "opmerkingen", drop=3, some=True),
    Column("bron", "bron", drop=1),
)

_NIET = (
    Column("onderwerp", "onderwerp"),
    Column("reden", "waarom niet"),
    Column("nodig", "wat ervoor nodig is", drop=1, some=True),
    Column("bron", "bron", drop=2),
)


def goals_table(dataset: Dataset, agenda: Agendabestand, invoer: Invoer) -> Table:
    """Return one row per goal, in the order of the agreements, with its number and its year."""
    rows = tuple(
        Row(
            doel.id,
            (
                doel.tekst,
                _number(agenda, invoer, i, doel),
                str(doel.jaar or ""),
                doel.gebied or "",
                ", ".join(map(str, doel.verwant)),
                doel.ook or "",
                doel.opmerkingen or "",
                source_text(dataset, inherit(doel, agenda), agenda.bronnen),
            ),
        )
        for i, doel in enumerate(agenda.doelen)
    )
    note = (
        f"{amount(len(rows), 'doel', 'doelen')}; doelen in woningen staan in 'woonplan list opgaven'. Of een doel is "
        "gehaald, staat niet in het register."
    )
    return Table("doelen", "Doelen", _DOELEN, rows, (note,))


def _number(agenda: Agendabestand, invoer: Invoer, row: int, doel: Streefdoel) -> Cell:
    number = doel.number()
    if number is None:
        return None
    percent = doel.eenheid is Doeleenheid.PROCENT
    shown = number.times(Fraction(1, 100)) if percent else number
    place = Origin(inherit(doel, agenda), doel.id, ("doelen", row, "getal"), invoer.bestand)
    look = _LOOKS.get(doel.eenheid, COUNT) if doel.eenheid else COUNT
    return value(given("getal", doel.tekst, shown, place), look=look)


def not_computable_table(dataset: Dataset, agenda: Agendabestand) -> Table:
    """Return one row per thing in the text that cannot be computed, with the reason and what would be needed."""
    rows = tuple(
        Row(
            one.id,
            (
                one.onderwerp,
                one.reden,
                one.nodig or "",
                source_text(dataset, inherit(one, agenda), agenda.bronnen),
            ),
        )
        for one in agenda.niet_berekenbaar
    )
    note = (
        f"{amount(len(rows), 'onderwerp', 'onderwerpen')}; wat de bron zelf mist, staat in 'woonplan reconcile --all'."
    )
    return Table("niet_berekenbaar", "Wat niet te berekenen is", _NIET, rows, (note,))
