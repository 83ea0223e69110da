"""One table per municipality, as a council paper shows it."""

from __future__ import annotations

from woonplan.calc.gap.balance import balance
from woonplan.calc.report.monitor import COLUMNS, stock_of
from woonplan.model.gemeente import Gemeente
from woonplan.model.stand import inherit
from woonplan.report.cells import FIGURES, both, figure_row, when
from woonplan.report.heading import saldo_row
from woonplan.report.words import FILLS_STOCK, NO_GEMEENTE, no_target, source_text
from woonplan.report.yearly.quality import quality_tables
from woonplan.report.yearly.year import Year
from woonplan.tables.look import BALANCE
from woonplan.tables.table import Row, Style, Table

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


def council_tables(year: Year) -> tuple[Table, ...]:
    """Return a table per municipality: its stock over the year, and its balance at both ends (homes).

    Without municipalities one empty table says so.
    """
    if not year.view.gemeenten:
        note = f"{NO_GEMEENTE}: voor welke raad dit overzicht is, en wat er staat en komt, is onbekend."
        return (Table("raad", "Raadsoverzicht", FIGURES, (), (note,)),)
    # Of one council's plans also what they are; of all municipalities that is in the cross tables of `gap`.
    more = (table for name in year.question.gemeenten for table in quality_tables(year, name))
    return (*(_council_table(year, gemeente) for gemeente in year.view.gemeenten), *more)


def _council_table(year: Year, gemeente: Gemeente) -> Table:
    dataset, view = year.dataset, year.view.asking(gemeenten=(gemeente.naam,))
    found, homes = balance(view), stock_of(dataset, gemeente, year.jaar)
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    place = source_text(dataset, inherit(gemeente, *blocks))
    # Of a year that nothing is known of, one row says so.
    known = any(not homes[key].low.blank for key in COLUMNS)
    shown = COLUMNS if known else ("saldo",)
    rows = (
        *(Row(f"voorraad.{key}", (f"{_LABELS[key]} ({year.jaar})", *both(homes[key]), place)) for key in shown),
        *(
            saldo_row(dataset, figure_row(dataset, figure, BALANCE, Style.TOTAL))
            if figure is found.saldo
            else figure_row(dataset, figure)
            for figure in (*found.rows, found.sums.onbekend, found.sums.telt_niet)
        ),
    )
    notes = (
        *when(
            homes["saldo"].low.unknown,
            f"voorraadcijfers over {year.jaar} ontbreken in gemeenten.yaml: onbekend, niet 0; {FILLS_STOCK}.",
        ),
        *when(found.doel is None, f"{no_target(view)}: er is geen saldo."),
        *when(
            found.sums.hard.low.unknown or found.sums.zacht.low.unknown,
            "van een deel van de plannen is het aantal hier onbekend; dat is niet 0.",
        ),
    )
    names = tuple(f"raad.{word}" for word in year.view.names(gemeente.naam))
    return Table(f"raad-{gemeente.code}", gemeente.naam, FIGURES, rows, notes, names=names)
