"""One thing that was agreed, with all that is known of it: as its row says, its parts, and its municipalities."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.lists.actions import Filters
from woonplan.calc.lists.progress import progress_of
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.numerals import amount
from woonplan.report.heading import marked
from woonplan.report.lists.actions import agreement_tables
from woonplan.tables.document import Document, Passage
from woonplan.tables.table import Row, Table

OWN = ("nummer", "id", "gelijk_aan")
"""Columns that name a row, or that its passage says in another way."""


def agreement_document(dataset: Dataset, agenda: Agendabestand, invoer: Invoer, key: str) -> Document | None:
    """Return all that is known of an action (`8`, `26b`) or of what was agreed outside them; None where there is none.

    Args:
        dataset: The register.
        agenda: What was agreed.
        invoer: The file that it stands in.
        key: What it is called in the list; letter case makes no difference.
    """
    lines = progress_of(dataset, agenda).lines
    line = next((one for one in lines if one.key.casefold() == key.casefold()), None)
    if line is None:
        return None
    wanted = [line, *(one for one in lines if one.whole is not None and one.whole.path == line.path)]
    *tables, gemeenten = agreement_tables(dataset, agenda, invoer, Filters())
    rows = {row.key: (table, row) for table in tables for row in table.rows}
    passages = []
    for one in wanted:
        items = [*_said(*rows[one.key])]
        if one.toezegging.per_gemeente:
            items += _per_gemeente(gemeenten, one.name)
        items.append(("register", str(invoer.positions.place(one.path))))
        passages.append(Passage(one.key, one.name, tuple(items), level=0 if one is line else 1))
    facts = {"opdracht": "explain", "naam": line.key}
    return Document(marked(dataset, f"Afspraak: {line.name}"), passages=tuple(passages), facts=facts)


def _said(table: Table, row: Row) -> Iterator[tuple[str, str]]:
    """Yield what the row of an agreement says in words, under the headers of its columns."""
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.key not in OWN and isinstance(cell, str) and cell:
            yield column.header, cell


def _per_gemeente(table: Table, name: str) -> Iterator[tuple[str, str]]:
    """Yield how far municipalities are, for each year that is known; and of how many it is not."""
    for row in table.rows:
        label, _, unknown, *_, which = row.cells
        if isinstance(label, str) and label.partition(" (")[0] == name and not isinstance(unknown, str) and unknown:
            none = amount(int(unknown.number.low or 0), "gemeente", "gemeenten")
            year = label.removeprefix(name).strip(" ()")
            said = f"{which}; " if which else ""
            yield f"per gemeente {year}".strip(), f"{said}onbekend van {none}"
