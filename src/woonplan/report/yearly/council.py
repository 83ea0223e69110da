"""One table per municipality, as a council paper shows it."""

from __future__ import annotations

from woonplan.calc.gap.balance import balance
from woonplan.calc.report.monitor import COLUMNS, stock
from woonplan.model.gemeente import Gemeente
from woonplan.model.stand import inherit
from woonplan.report.cells import both
from woonplan.report.words import NO_GEMEENTE, no_target, source_text, where_from
from woonplan.report.yearly.year import Year
from woonplan.tables import BALANCE, HOMES, Column, Kind, Row, Style, Table

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("ondergrens", "ondergrens", Kind.AMOUNT),
    Column("bovengrens", "bovengrens", Kind.AMOUNT),
    Column("bron", "bron", drop=1),
)

_LABELS = {
    "beginstand": "woningvoorraad 1 januari",
    "nieuwbouw": "nieuwbouw",
    "overige_toevoeging": "overige toevoegingen",
    "sloop": "sloop",
    "overige_onttrekking": "overige onttrekkingen",
    "correctie": "correctie",
    "saldo": "netto erbij",
    "eindstand": "woningvoorraad 31 december",
}
_SIGNED = frozenset({"saldo"})
_TOTAL = frozenset({"saldo"})


def council_tables(year: Year) -> tuple[Table, ...]:
    """Return a table per municipality: its stock over the year, and its balance at both ends (homes).

    Without municipalities one empty table says so.
    """
    if not year.gemeenten:
        note = f"{NO_GEMEENTE}: voor welke raad dit overzicht is, en wat er staat en komt, is onbekend."
        return (Table("raad", "Raadsoverzicht", _COLUMNS, (), (note,)),)
    return tuple(_council_table(year, gemeente) for gemeente in year.gemeenten)


def _council_table(year: Year, gemeente: Gemeente) -> Table:
    dataset, view = year.dataset, year.about(gemeente)
    found = balance(view)
    homes = stock(dataset, (gemeente,), year.jaar)[0][0].figures
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    place = source_text(dataset, inherit(gemeente, *blocks))
    rows = [Row(f"voorraad.{key}", (f"{_LABELS[key]} ({year.jaar})", *both(homes[key]), place)) for key in COLUMNS]
    for figure in (*found.rows, found.sums.onbekend, found.sums.telt_niet):
        ends = both(figure, BALANCE if figure.name in _SIGNED else HOMES)
        style = Style.TOTAL if figure.name in _TOTAL else Style.NORMAL
        rows.append(Row(figure.name, (figure.label, *ends, where_from(dataset, figure)), style))
    notes = []
    if homes["saldo"].low.unknown:
        notes.append(f"voorraadcijfers over {year.jaar} ontbreken in gemeenten.yaml: onbekend, niet 0.")
    if found.doel is None:
        lacking = no_target(view)
        notes.append(f"{lacking}: er is geen saldo.")
    if found.sums.hard.low.unknown or found.sums.zacht.low.unknown:
        notes.append("van een deel van de plannen is het aantal hier onbekend; dat is niet 0.")
    name = f"raad-{gemeente.code}"
    names = tuple(f"raad.{word}" for word in year.view.names(gemeente.naam))
    return Table(name, gemeente.naam, _COLUMNS, tuple(rows), tuple(notes), names=names)
