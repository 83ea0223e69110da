"""What `gemeenten.yaml` holds as lists: municipalities, documents, statements of targets."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.demand import LABELS, listed_statement
from woonplan.calc.listed_stock import NET, PLANS, STOCK, StockListed, in_no_gemeente, stock_listed, unassigned
from woonplan.calc.listing import Listed, area_of, statements, used
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.homes import Homes, Interval
from woonplan.model.source import Bron
from woonplan.model.stand import inherit
from woonplan.model.target import Opgavenset, Uitspraak
from woonplan.report.words import amount, dutch_date, dutch_period, source_text
from woonplan.tables import Cell, Column, Kind, Row, Style, Table

_GEMEENTEN = (
    Column("code", "code"),
    Column("gemeente", "gemeente"),
    Column("positie", "positie", drop=4, optional=True),
    Column("strategieen", "strategieën", drop=5, optional=True),
    Column("jaar", "jaar", drop=2),
    Column("beginstand", "voorraad begin", Kind.AMOUNT, drop=3),
    Column("eindstand", "voorraad eind", Kind.AMOUNT),
    Column("netto_toegevoegd", "netto erbij", Kind.AMOUNT),
    Column("jaren", "over de jaren", drop=1),
    Column("plannen", "plannen", Kind.COUNT),
)

_BRONNEN = (
    Column("id", "id"),
    Column("titel", "titel"),
    Column("uitgever", "uitgever", drop=2),
    Column("datum", "datum", drop=1),
    Column("adres", "adres", drop=3),
)

_OPGAVEN = (
    Column("set", "set", drop=1),
    Column("uitspraak", "uitspraak", drop=4),
    Column("soort", "soort"),
    Column("gebied", "gebied"),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("gebruikt", "gebruikt", drop=2),
    Column("bron", "vindplaats", drop=3),
)


def gemeenten_table(dataset: Dataset, chosen: tuple[Gemeente, ...], listed: Listed) -> Table:
    """Return one row per municipality: position, housing stock (CBS), and its number of records."""
    rows, whole = stock_listed(dataset, chosen, listed)
    shown = tuple(map(_gemeente_row, (*rows, whole) if whole else rows))
    return Table("gemeenten", "Gemeenten", _GEMEENTEN, shown, tuple(_gemeente_notes(dataset, chosen, listed)))


def _gemeente_row(row: StockListed) -> Row:
    gemeente, figures = row.gemeente, row.figures
    stock = (amount(figures[key].low) if key in figures else None for key in (*STOCK, NET))
    cells: tuple[Cell, ...] = (row.jaar, *stock, row.jaren, len(figures[PLANS].parts))
    if gemeente is None:
        return Row("totaal", ("totaal", "", None, None, *cells), Style.TOTAL)
    positie = str(gemeente.positie) if gemeente.positie else None
    strategies = ", ".join(str(s) for s in gemeente.strategieen) or None
    return Row(gemeente.code, (gemeente.code, gemeente.naam, positie, strategies, *cells))


def _gemeente_notes(dataset: Dataset, chosen: tuple[Gemeente, ...], listed: Listed) -> Iterable[str]:
    missing = len(unassigned(chosen))
    if missing:
        yield f"positie niet toegewezen in een bron: {missing} van {len(chosen)} gemeenten."
    yield f"plannen: aantal records; {len(in_no_gemeente(listed))} records voor de hele regio staan bij geen gemeente."
    bron = dataset.gebied.voorraadbron
    if bron is not None:
        yield f"voorraad: {source_text(dataset, inherit(bron))}."


def bronnen_table(bronnen: Iterable[Bron]) -> Table:
    """Return one row per document that the register refers to."""
    rows = []
    for bron in bronnen:
        datum = dutch_date(bron.datum) if bron.datum else "onbekend"
        rows.append(Row(bron.id, (bron.id, bron.titel, bron.uitgever or "onbekend", datum, bron.adres or "")))
    return Table("bronnen", "Bronnen", _BRONNEN, tuple(rows))


def opgaven_table(dataset: Dataset, gemeenten: tuple[str, ...]) -> Table:
    """Return one row per statement of a target; with ``gemeenten`` only those about these municipalities."""
    rows = tuple(_statement_row(dataset, opgave, uitspraak) for opgave, uitspraak in statements(dataset, gemeenten))
    return Table("opgaven", "Opgaven", _OPGAVEN, rows, tuple(_readings(dataset)))


def _statement_row(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> Row:
    area = area_of(dataset, uitspraak)
    figure = listed_statement(dataset, opgave, uitspraak)
    homes, low, high = figure.low, figure.low.interval, figure.high.interval
    if not homes.blank:
        homes = Homes(Interval(low.low, high.high, low.circa or high.circa), 1)
    cells = (
        opgave.id,
        uitspraak.id,
        LABELS[uitspraak.soort],
        area.name if area.kind == "gemeente" else f"{area.name} ({area.kind})",
        amount(homes),
        "ja" if used(dataset, opgave, uitspraak) else "nee",
        source_text(dataset, inherit(uitspraak, opgave)),
    )
    return Row(uitspraak.id, cells)


def _readings(dataset: Dataset) -> Iterable[str]:
    if not dataset.gebied.opgaven:
        yield "in het register staat geen opgave."
    for opgave in dataset.gebied.opgaven:
        standard = " (standaard)" if opgave.standaard else ""
        tellingen = "; ".join(f"{t.id}{' (standaard)' * t.standaard}: {dutch_period(t)}" for t in opgave.tellingen)
        yield f"{opgave.id}{standard}, {opgave.naam}. Tellingen: {tellingen}."
