"""The tables of the years, and what their cells show."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.report.cells import term_of, without
from tests.report.terms import Term
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.report.gap.pace import pace_document
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document
from woonplan.tables.look import Look
from woonplan.tables.table import Table


def document(dataset: Dataset, question: Question | None = None, **options: Any) -> Document:
    return pace_document(View(dataset, question).asking(**options))


def table(found: Document, name: str) -> Table:
    return next(t for t in found.tables if t.name == name)


def cells(of: Table, key: str) -> dict[str, Cell | Term]:
    """The cells of a row by column; a number as a text would give it."""
    row = next(row for row in of.rows if row.key == key)
    pairs = zip(of.columns, row.cells, strict=True)
    return {column.key: exact_of(cell) if isinstance(cell, Value) else cell for column, cell in pairs}


def exact_of(value: Value) -> Term:
    """The number as it is calculated where it has a unit: nothing is rounded before it is written."""
    return Term(value.low, value.high, value.circa, without(value)) if value.unit else term_of(value)


def looks(of: Table, key: str) -> set[Look]:
    """How the numbers of a row are written."""
    row = next(row for row in of.rows if row.key == key)
    return {cell.look for cell in row.cells if isinstance(cell, Value)}


def about(number: int) -> Term:
    return Term(number, number, circa=True)


def exact(text: str) -> Term:
    number = Fraction(text)
    return Term(number, number, circa=True)


SPAN = "  - {id: a, naam: A, regio: Dal, planstatus: 1A, restant: 12, oplevering: {2025-2029: 12}}\n"
