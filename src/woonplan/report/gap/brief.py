"""The short answer of `gap`: what fits a screen, with the remarks that could move it most and what to ask next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from woonplan.calc.capacity.trace import sources
from woonplan.calc.gap.assumptions import Assumptions, assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure, Op
from woonplan.calc.view import View
from woonplan.model.gemis import apart
from woonplan.model.number import UNKNOWN, Number, total
from woonplan.model.source import Provenance
from woonplan.model.vocabulary import SoortAantal
from woonplan.numerals import dutch
from woonplan.report.cells import when
from woonplan.report.words import amount, dutch_date
from woonplan.tables import Cell, Chart, Column, Document, Note, NoteKind, Row, Table, Value, without

MOST = 3
"""How many remarks stand under a short answer."""

_LINES = re.compile(r"\((r\. [^()]+)\)$")
"""The lines at the end of a place in a document."""

_BARS = {"gerealiseerd": "opgeleverd", "hard": "hard", "zacht": "zacht", "extra": "extra ruimte", "onbekend": "status?"}


def brief_document(view: View, full: Document, newer: str = "") -> Document:
    """Return the balance as a short answer: one bar, the table, and the remarks that could move it most.

    ``newer`` is the date of a later state beside the one that was read.
    """
    found = balance(view)
    used = assumptions(view, found.gebruikt)
    charts = tuple(_slim(chart) for chart in full.charts[:1])
    return replace(
        full,
        tables=(_table(view, full.tables[0], found.rows),),
        charts=charts,
        scope=_scope(full, newer),
        notes=tuple(Note(NoteKind.WEEGT, text) for text in weightiest(view, used)),
        following=(
            f"woonplan explain gap.{'saldo' if found.saldo is not None else 'hard'}",
            "woonplan gap --toelichting",
            "--by gemeente",
        ),
    )


def brief_groups(view: View, full: Document, newer: str = "") -> Document:
    """Return the groups as a short answer: their numbers with a bar, and the remarks that could move it most."""
    (table,) = full.tables
    used = assumptions(view, balance(view).doelen)
    kept = without(table, "records", "bron", "buiten_telling", "telt_niet")
    rows = tuple(replace(row, cells=tuple(_told(cell, told=False) for cell in row.cells)) for row in kept.rows)
    return replace(
        full,
        tables=(replace(kept, rows=rows),),
        charts=(),
        scope=_scope(full, newer),
        notes=tuple(Note(NoteKind.WEEGT, text) for text in weightiest(view, used)),
        following=(
            f"woonplan explain {full.address}.{table.rows[0].names[0]}.hard" if table.rows else "woonplan check",
            f"woonplan gap --by {full.address.removeprefix('gap.')} --toelichting",
        ),
    )


def _scope(full: Document, newer: str) -> str:
    return f"{full.scope} Nieuwer in deze map: stand {dutch_date(newer)}." if newer else full.scope


def weightiest(view: View, facts: Assumptions) -> tuple[str, ...]:
    """Return what could move the answer most: first that of which it is not known how much, then by homes."""
    found = sorted(_weighed(view, facts), key=lambda one: _weight(one[0]), reverse=True)
    return tuple(text for _, text in found[:MOST])


def _weight(homes: Number) -> tuple[bool, int]:
    """Return how much a remark weighs: what may be any number of homes weighs more than every number."""
    return homes.blank, int(homes.high if homes.high is not None else homes.low or 0)


def _weighed(view: View, facts: Assumptions) -> Iterator[tuple[Number, str]]:
    """Yield the remarks with the homes that each could move."""
    records, planned = facts.records, total(figure.low for figure in view.sums.samen)
    if records.without_number:
        yield UNKNOWN, f"{amount(records.without_number, 'plan heeft', 'plannen hebben')} geen aantal woningen."
    if records.outside_unknown:
        yield (
            UNKNOWN,
            f"{amount(records.outside, 'plan telt', 'plannen tellen')} niet mee; van "
            f"{records.outside_unknown} is de omvang onbekend.",
        )
    if records.silent:
        yield (
            UNKNOWN,
            f"{amount(len(records.silent), 'gemeente', 'gemeenten')} zonder plannen in het register: onbekend, niet 0.",
        )
    if facts.incomplete:
        yield UNKNOWN, "Volgens de bron zijn de plannen niet volledig."
    if facts.delivered_unknown:
        yield UNKNOWN, f"Zonder {apart(facts.delivered_unknown)}."
    if records.undivided:
        yield UNKNOWN, f"{amount(records.undivided, 'plan is', 'plannen zijn')} niet over gemeenten verdeeld."
    if facts.before_period:
        date = dutch_date(view.dataset.stand.kop.peildatum)
        yield UNKNOWN, f"De plannen zijn van {date}, voor het begin van de periode."
    if records.without_year and view.period is not None and not records.homes_without_year.zero:
        homes = records.homes_without_year
        many = dutch(int(homes.high)) if homes.high is not None and not homes.blank else "Een deel van de"
        day = view.period.tot
        yield (
            homes,
            f"{many} woningen zijn zonder jaar; aangenomen: opgeleverd voor {day.day}-{day.month}-{day.year}.",
        )
    undefined = facts.statusdefinitie_unknown
    mixed = any(kind is SoortAantal.ONBEKEND for kind, _ in records.kinds)
    if undefined or mixed:
        what = " en ".join((*when(undefined, "wat hard en zacht is"), *when(mixed, "of aantallen bruto of netto zijn")))
        yield planned, f"{what[0].upper()}{what[1:]}: onbekend in de bron."
    if facts.net_and_gross:
        yield planned, "Opgeleverd is netto, de plannen zijn dat niet (allemaal)."


def _table(view: View, table: Table, figures: tuple[Figure, ...]) -> Table:
    """Return the rows of the balance alone, what they all say once above them, and the lines of their source."""
    keys = {figure.name: figure for figure in figures}
    rows = [row for row in table.rows if row.key in keys]
    circa = all(cell.circa for row in rows for cell in row.cells if isinstance(cell, Value))
    places = {row.key: _places(keys[row.key]) for row in rows}
    documents = {place.bron for found in places.values() for place in found}
    bron = view.dataset.bron(next(iter(documents)) or "") if len(documents) == 1 else None
    name, low, high, source = table.columns
    columns = (
        replace(name, header="woningen, alle ca." if circa else "woningen"),
        low,
        high,
        Column(source.key, f"bron: {bron.label}" if bron else source.header, drop=1),
    )
    return replace(
        table,
        columns=columns,
        rows=tuple(
            Row(
                row.key,
                (row.cells[0], *(_told(cell, told=circa) for cell in row.cells[1:3]), _lines(places[row.key])),
                row.style,
                row.names,
            )
            for row in rows
        ),
    )


def _places(figure: Figure) -> tuple[Provenance, ...]:
    """Return where a figure stands in its source; nothing for what was computed from others."""
    return tuple(sources(figure)) if figure.op in (Op.GEGEVEN, Op.RECORDS) else ()


def _lines(places: tuple[Provenance, ...]) -> str:
    """Return the lines of a place, which is never broken between its numbers."""
    if len(places) != 1 or places[0].vindplaats is None:
        return ""
    found = _LINES.search(places[0].vindplaats)
    return (found[1] if found else places[0].vindplaats).replace("r. ", "r.\u00a0")


def _told(cell: Cell, *, told: bool) -> Cell:
    return replace(cell, look=replace(cell.look, told=told, short=True)) if isinstance(cell, Value) else cell


def _slim(chart: Chart) -> Chart:
    series = (
        replace(one, name=_BARS.get(one.role, one.name), cells=tuple(_told(cell, told=True) for cell in one.cells))
        for one in chart.series
    )
    return replace(chart, series=tuple(series), slim=True, band_name=chart.band_name.split(" (")[0])
