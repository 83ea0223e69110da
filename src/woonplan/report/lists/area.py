"""What `gemeenten.yaml` holds as lists: municipalities, documents, statements of targets."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.capacity.counts import contributions_figure, gemeenten_figure
from woonplan.calc.lists.listing import Listing, area_of, statements, used
from woonplan.calc.lists.stock import NET, PLANS, STOCK, StockListing, in_no_gemeente, stock_listing, unassigned
from woonplan.calc.number.figure import Figure
from woonplan.calc.target.demand import LABELS, listed_statement
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number
from woonplan.model.source import Bron
from woonplan.model.stand import inherit
from woonplan.model.target import Opgavenset, Uitspraak
from woonplan.report.cells import maybe, value, when
from woonplan.report.words import NO_OPGAVE, about, dutch_period, source_text
from woonplan.tables.cell import Cell, Key, Value
from woonplan.tables.look import COUNT
from woonplan.tables.table import Column, Kind, Row, Style, Table

_GEMEENTEN = (
    Column("code", "code"),
    Column("gemeente", "gemeente"),
    Column("positie", "positie", drop=4, optional=True),
    Column("strategieen", "strategieën", drop=5, optional=True),
    Column("jaar", "jaar", drop=2),
    Column("beginstand", "voorraad begin", Kind.AMOUNT),
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
    Column("opmerkingen", "opmerkingen", drop=4, optional=True),
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


def gemeenten_table(view: View, listing: Listing) -> Table:
    """Return one row per municipality: position, housing stock (CBS), and its number of records."""
    rows, whole = stock_listing(view, listing)
    shown = tuple(_gemeente_row(view, row) for row in ((*rows, whole) if whole else rows))
    return Table("gemeenten", "Gemeenten", _GEMEENTEN, shown, _gemeente_notes(view, listing))


def gemeenten_counts(view: View, listing: Listing) -> tuple[Figure, ...]:
    """Return what is counted under the list of municipalities."""
    return (
        gemeenten_figure("gemeenten", "gemeenten", view.dataset, view.gemeenten),
        gemeenten_figure("zonder_positie", "zonder positie", view.dataset, unassigned(view.gemeenten)),
        contributions_figure("regionaal", "voor de hele regio", in_no_gemeente(listing)),
    )


def _gemeente_row(view: View, row: StockListing) -> Row:
    gemeente, figures = row.gemeente, row.figures
    stock = (maybe(figures.get(key)) for key in (*STOCK, NET))
    cells: tuple[Cell, ...] = (row.jaar, *stock, row.jaren, value(figures[PLANS], look=COUNT))
    if gemeente is None:
        return Row("totaal", ("totaal", "", None, None, *cells), Style.TOTAL)
    positie = Key(gemeente.positie) if gemeente.positie else None
    strategies = Key(", ".join(gemeente.strategieen)) or None
    return Row(
        gemeente.code, (gemeente.code, gemeente.naam, positie, strategies, *cells), names=view.names(gemeente.naam)
    )


def _gemeente_notes(view: View, listing: Listing) -> tuple[str, ...]:
    missing, bron = len(unassigned(view.gemeenten)), view.dataset.gebied.voorraadbron
    return (
        *when(missing, f"positie niet toegewezen in een bron: {missing} van {len(view.gemeenten)} gemeenten."),
        f"plannen: hoeveel het er zijn; {len(in_no_gemeente(listing))} voor de hele regio staan bij geen gemeente.",
        *([f"voorraad: {source_text(view.dataset, inherit(bron))}."] if bron else []),
    )


def bronnen_table(bronnen: Iterable[Bron]) -> Table:
    """Return one row per document that the register refers to."""
    return Table(
        "bronnen",
        "Bronnen",
        _BRONNEN,
        tuple(Row(bron.id, (bron.id, *about(bron), bron.opmerkingen or "")) for bron in bronnen),
    )


def opgaven_table(dataset: Dataset, gemeenten: tuple[str, ...]) -> Table:
    """Return one row per statement of a target; with ``gemeenten`` only those about these municipalities."""
    rows = tuple(_statement_row(dataset, opgave, uitspraak) for opgave, uitspraak in statements(dataset, gemeenten))
    return Table("opgaven", "Opgaven", _OPGAVEN, rows, tuple(_readings(dataset)))


def _statement_row(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> Row:
    area = area_of(dataset, uitspraak)
    figure = listed_statement(dataset, opgave, uitspraak)
    low, high = figure.ends
    homes = low if low.blank else Number(low.low, high.high, low.circa or high.circa, known=1)
    cells = (
        opgave.id,
        uitspraak.id,
        LABELS[uitspraak.soort],
        area.name if area.kind == "gemeente" else f"{area.name} ({area.kind})",
        Value(homes, derivation=figure),
        "ja" if used(dataset, opgave, uitspraak) else "nee",
        source_text(dataset, inherit(uitspraak, opgave)),
    )
    return Row(uitspraak.id, cells)


def _readings(dataset: Dataset) -> Iterable[str]:
    if not dataset.gebied.opgaven:
        yield f"{NO_OPGAVE}."
    for opgave in dataset.gebied.opgaven:
        standard = " (standaard)" if opgave.standaard else ""
        tellingen = "; ".join(f"{t.id}{' (standaard)' * t.standaard}: {dutch_period(t)}" for t in opgave.tellingen)
        yield f"{opgave.id}{standard}, {opgave.naam}. Tellingen: {tellingen}."
