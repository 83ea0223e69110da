"""The short answer of `gap`: what fits a screen, with the remarks that could move it most and what to ask next."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from woonplan.calc.capacity.sums import BOTH
from woonplan.calc.capacity.trace import sources
from woonplan.calc.gap.assumptions import Assumptions, assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure, Op
from woonplan.calc.view import View
from woonplan.model.control import Planklasse
from woonplan.model.source import Provenance
from woonplan.report.cells import when
from woonplan.report.gap.weighed import weightiest
from woonplan.report.words import documents, dutch_date
from woonplan.tables.cell import Cell, Value, words
from woonplan.tables.chart import Chart
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.table import Column, Row, Style, Table, readable, without

_LINES = re.compile(r"\((r\. [^()]+)\)$")
"""The lines at the end of a place in a document."""

_BARS = {"gerealiseerd": "opgeleverd", "hard": "hard", "zacht": "zacht", "extra": "extra ruimte", "onbekend": "status?"}


def brief_document(view: View, full: Document, newer: str = "", options: str = "") -> Document:
    """Return the balance as a short answer: one bar, the table, and the remarks that could move it most.

    Args:
        view: What was asked.
        full: The whole answer.
        newer: The date of a later state beside the one that was read; empty where there is none.
        options: How the question was typed (`` --netto``), so that what comes next is about the same numbers.
    """
    found = balance(view)
    used = assumptions(view, found.gebruikt)
    charts = tuple(_slim(chart, found.klassen) for chart in full.charts[:1])
    return replace(
        full,
        tables=(_table(view, full.tables[0], found.rows),),
        charts=charts,
        scope=scope_with(full, newer),
        notes=weighty(view, used),
        following=(
            *when(
                found.rows,
                f"woonplan explain gap.{(found.saldo or found.rows[-1]).name}{options}" if found.rows else "",
            ),
            f"woonplan gap{options} --toelichting",
            "--by gemeente",
        ),
    )


def brief_groups(view: View, full: Document, newer: str = "", options: str = "") -> Document:
    """Return the groups as a short answer: their numbers with a bar, and the remarks that could move it most."""
    table, *others = full.tables
    used = assumptions(view, balance(view).doelen)
    kept = without(table, "records", "bron", "buiten_telling", "telt_niet")
    return replace(
        full,
        tables=(short_rows(kept), *(_short_goals(other) for other in others)),
        charts=(),
        scope=scope_with(full, newer),
        notes=weighty(view, used),
        following=(
            f"woonplan explain {full.address}.{table.rows[0].names[0]}.hard{options}",
            f"woonplan gap --by {full.address.removeprefix('gap.')}{options} --toelichting",
            *when(_sortable(table) and "volgorde" not in full.facts, "--sort saldo"),
        ),
    )


def brief_crossed(view: View, full: Document, newer: str = "", options: str = "") -> Document:
    """Return a cross table as a short answer: its numbers, and the remarks that could move it most."""
    (table,) = full.tables
    _, rows, columns = full.address.split(".")
    return replace(
        full,
        tables=(short_rows(table),),
        scope=scope_with(full, newer),
        notes=weighty(view, assumptions(view, balance(view).doelen)),
        following=(
            f"woonplan explain {full.address}.{table.rows[0].names[0]}.{table.columns[1].key}{options}",
            f"woonplan gap{options} --by {rows} --by {columns} --toelichting",
            f"woonplan gap{options} --by {columns}",
        ),
    )


def _short_goals(table: Table) -> Table:
    """Return the targets for segments with what they ask for and the difference alone."""
    kept = without(table, "bron", "gepland", "oordeel")
    rows = tuple(row._replace(cells=tuple(_told(cell, told=False) for cell in row.cells)) for row in kept.rows)
    return replace(kept, rows=rows)


def _sortable(table: Table) -> bool:
    """Whether groups have a balance of their own."""
    column = next((i for i, column in enumerate(table.columns) if column.key == "saldo_bovengrens"), None)
    rows = (row for row in table.rows if row.style is not Style.TOTAL)
    return column is not None and any(isinstance(row.cells[column], Value) for row in rows)


def scope_with(full: Document, newer: str) -> str:
    """Return of which state an answer is, with the date of a later one; empty where there is none."""
    return f"{full.scope} Nieuwer in deze map: stand {dutch_date(newer)}." if newer else full.scope


def weighty(view: View, facts: Assumptions) -> tuple[Note, ...]:
    """Return the remarks under a short answer."""
    return tuple(Note(NoteKind.WEEGT, text) for text in weightiest(view, facts))


def _table(view: View, table: Table, figures: tuple[Figure, ...]) -> Table:
    """Return the rows of the balance alone, with the lines of their source, or its name where they have several.

    What all numbers are is said once above them, and what all numbers of a row are once in the row.
    """
    keys = {figure.name: figure for figure in figures}
    rows = [row for row in table.rows if row.key in keys]
    approximate = {row.key: _approximate(row) for row in rows}
    circa = all(approximate.values())
    places = {row.key: _places(keys[row.key]) for row in rows}
    named = {place.bron for found in places.values() for place in found}
    bron = view.dataset.bron(next(iter(named)) or "") if len(named) == 1 else None
    name, low, high, source = table.columns
    columns = (
        name._replace(header="woningen, alle ca." if circa else "woningen"),
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
                (
                    f"{row.cells[0]} (ca.)" if approximate[row.key] and not circa else row.cells[0],
                    *(_told(cell, told=approximate[row.key]) for cell in row.cells[1:3]),
                    _lines(places[row.key]) if bron else documents(view.dataset, when(places[row.key], keys[row.key])),
                ),
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
    """Return the lines of a place."""
    if len(places) != 1 or places[0].vindplaats is None:
        return ""
    found = _LINES.search(places[0].vindplaats)
    return found[1] if found else places[0].vindplaats


def short_rows(table: Table) -> Table:
    """Return the table with `ca.` once in its heading where all its numbers are approximate, or in the rows that are.

    Of a row of which some numbers are exact, each of the others says it itself.
    """
    table = readable(table)
    approximate = [_approximate(row) for row in table.rows]
    every, (name, *columns) = all(approximate), table.columns
    rows = (
        row._replace(
            cells=(
                f"{_label(row)} (ca.)" if about and not every else row.cells[0],
                *(_told(cell, told=about) for cell in row.cells[1:]),
            ),
        )
        for row, about in zip(table.rows, approximate, strict=True)
    )
    header = name._replace(header=f"{name.header}, alle ca.") if every and table.rows else name
    return replace(table, columns=(header, *columns), rows=tuple(rows))


def _label(row: Row) -> str:
    name = row.cells[0]
    return words(name) if isinstance(name, str) else ""


def _approximate(row: Row) -> bool:
    """Whether there are numbers in a row and all of them are approximate; what is unknown is no number."""
    found = [cell.circa for cell in row.cells if isinstance(cell, Value) and not cell.blank]
    return bool(found) and all(found)


def _told(cell: Cell, *, told: bool) -> Cell:
    return replace(cell, look=cell.look._replace(told=told, short=True)) if isinstance(cell, Value) else cell


def _slim(chart: Chart, klassen: Collection[Planklasse]) -> Chart:
    """Return the bar for among lines of text, without the classes of plans that were not asked for."""
    left_out = {str(klasse) for klasse in BOTH if klasse not in klassen}
    series = (
        one._replace(name=_BARS.get(one.role, one.name), cells=tuple(_told(cell, told=True) for cell in one.cells))
        for one in chart.series
        if one.role not in left_out
    )
    return replace(chart, series=tuple(series), slim=True, band_name=chart.band_name.split(" (")[0])
