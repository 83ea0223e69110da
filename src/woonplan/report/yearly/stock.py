"""The stock of a year as a table: what was there, what came and went, what is there."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.number.figure import Figure
from woonplan.calc.report.monitor import COLUMNS, StockRow, stock
from woonplan.model.stand import inherit
from woonplan.report.cells import value
from woonplan.report.words import NO_GEMEENTE, source_text
from woonplan.report.yearly.year import Year
from woonplan.tables import Column, Kind, Row, Style, Table

_HEADERS = {
    "beginstand": "voorraad begin",
    "overige_toevoeging": "overig erbij",
    "overige_onttrekking": "overig eraf",
    "saldo": "netto erbij",
    "eindstand": "voorraad eind",
}
_DROP = {"correctie": 5, "overige_onttrekking": 4, "overige_toevoeging": 3, "beginstand": 2, "sloop": 1}

_COLUMNS = (
    Column("gemeente", "gemeente"),
    *(Column(key, _HEADERS.get(key, key), Kind.AMOUNT, _DROP.get(key, 0)) for key in COLUMNS),
)


def stock_table(year: Year) -> Table:
    """Return one row per municipality with the balance of its stock in the year (homes), and their total."""
    rows, whole = stock(year.dataset, year.gemeenten, year.jaar)
    shown = [_row(year, row) for row in rows]
    if len(rows) > 1:
        shown.append(_row(year, whole))
    title = f"Woningvoorraad in {year.jaar}"
    return Table("woningvoorraad", title, _COLUMNS, tuple(shown), tuple(_notes(year, rows)))


def stock_beside(year: Year) -> Iterator[tuple[str, Figure]]:
    """Yield the total, which a table of one municipality leaves out."""
    _, whole = stock(year.dataset, year.gemeenten, year.jaar)
    yield from ((f"woningvoorraad.totaal.{key}", figure) for key, figure in whole.figures.items())


def _row(year: Year, row: StockRow) -> Row:
    cells = tuple(value(row.figures[key]) for key in COLUMNS)
    if row.gemeente is None:
        return Row("totaal", ("totaal", *cells), Style.TOTAL)
    return Row(row.gemeente.code, (row.gemeente.naam, *cells), names=year.view.names(row.gemeente.naam))


def _notes(year: Year, rows: tuple[StockRow, ...]) -> list[str]:
    notes = ["begin + nieuwbouw + overig erbij - sloop - overig eraf + correctie = eind."]
    if not rows:
        notes.append(f"{NO_GEMEENTE}: de woningvoorraad in {year.jaar} is onbekend, niet 0.")
    silent = [row.gemeente.naam for row in rows if row.gemeente and row.figures["saldo"].low.unknown]
    if silent:
        which = "alle gemeenten" if len(silent) == len(rows) > 1 else ", ".join(silent)
        notes.append(f"voorraadcijfers over {year.jaar} ontbreken in gemeenten.yaml voor {which}: onbekend, niet 0.")
    off = [row.gemeente.naam for row in rows if row.gemeente and row.off]
    if off:
        notes.append(f"de bron sluit 1 woning niet aan bij {', '.join(off)}.")
    bron = year.dataset.gebied.voorraadbron
    if bron is not None:
        notes.append(f"bron: {source_text(year.dataset, inherit(bron))}.")
    return notes
