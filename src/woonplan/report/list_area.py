"""What `gemeenten.yaml` holds as lists: municipalities, documents, statements of targets."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.demand import LABELS, statement_figure
from woonplan.calc.listing import Listed, area_of, net_added, used, year_spans
from woonplan.model.dataset import Dataset, inherit
from woonplan.model.gemeente import Gemeente
from woonplan.model.homes import UNKNOWN, Homes, Interval, exactly, total
from woonplan.model.source import Bron
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
    rows = tuple(_gemeente_row(dataset, gemeente, listed) for gemeente in chosen)
    if len(chosen) > 1:
        rows = (*rows, _total_row(dataset, chosen, listed))
    return Table("gemeenten", "Gemeenten", _GEMEENTEN, rows, tuple(_gemeente_notes(dataset, chosen, listed)))


def _gemeente_row(dataset: Dataset, gemeente: Gemeente, listed: Listed) -> Row:
    last = max(gemeente.voorraad, default=None)
    added = net_added(gemeente)
    cells = (
        gemeente.code,
        gemeente.naam,
        str(gemeente.positie) if gemeente.positie else None,
        ", ".join(str(s) for s in gemeente.strategieen) or None,
        last,
        amount(exactly(gemeente.voorraad[last].beginstand) if last else UNKNOWN),
        amount(exactly(gemeente.voorraad[last].eindstand) if last else UNKNOWN),
        amount(UNKNOWN if added is None else exactly(added)),
        year_spans(gemeente.voorraad) or None,
        _lying_in(dataset, (gemeente,), listed),
    )
    return Row(gemeente.code, cells)


def _total_row(dataset: Dataset, chosen: tuple[Gemeente, ...], listed: Listed) -> Row:
    """Return the total; stock of different years is not added up."""
    spans = {year_spans(gemeente.voorraad) for gemeente in chosen if gemeente.voorraad}
    cells: tuple[Cell, ...] = ("totaal", "", None, None, None, None, None, None, None)
    if len(spans) <= 1:
        last = max((year for gemeente in chosen for year in gemeente.voorraad), default="")
        stock = [gemeente.voorraad.get(last) for gemeente in chosen]
        begin = total(exactly(jaar.beginstand) if jaar else UNKNOWN for jaar in stock)
        end = total(exactly(jaar.eindstand) if jaar else UNKNOWN for jaar in stock)
        nets = [net_added(gemeente) for gemeente in chosen]
        net = total(UNKNOWN if added is None else exactly(added) for added in nets)
        years = next(iter(spans), None)
        cells = ("totaal", "", None, None, last or None, amount(begin), amount(end), amount(net), years)
    return Row("totaal", (*cells, _lying_in(dataset, chosen, listed)), Style.TOTAL)


def _lying_in(dataset: Dataset, chosen: tuple[Gemeente, ...], listed: Listed) -> int:
    names = {gemeente.naam for gemeente in chosen}
    return sum(1 for c in listed.records if names & set(dataset.gemeenten_of(c.plan)))


def _gemeente_notes(dataset: Dataset, chosen: tuple[Gemeente, ...], listed: Listed) -> Iterable[str]:
    unassigned = sum(1 for gemeente in chosen if gemeente.positie is None)
    if unassigned:
        yield f"positie niet toegewezen in een bron: {unassigned} van {len(chosen)} gemeenten."
    regional = sum(1 for c in listed.records if not dataset.gemeenten_of(c.plan)) or listed.regional
    yield f"plannen: aantal records; {regional} records voor de hele regio staan bij geen gemeente."
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
    rows = [
        _statement_row(dataset, opgave, uitspraak)
        for opgave in dataset.gebied.opgaven
        for uitspraak in opgave.uitspraken
        if not gemeenten or (uitspraak.gemeente is not None and area_of(dataset, uitspraak).name in gemeenten)
    ]
    return Table("opgaven", "Opgaven", _OPGAVEN, tuple(rows), tuple(_readings(dataset)))


def _statement_row(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> Row:
    area = area_of(dataset, uitspraak)
    figure = statement_figure(dataset, opgave, uitspraak)
    homes = UNKNOWN
    if figure is not None:
        low, high = figure.low.interval, figure.high.interval
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
