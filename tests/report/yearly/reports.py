"""Reports for tests: with the agreements that ship with the program, for the public."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.conftest import GEMEENTEN, Register
from tests.report.documents import year_of
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document
from woonplan.tables.table import Table

Bound = int | Fraction | None
OPENBAAR = Vertrouwelijkheid.OPENBAAR


def report(
    dataset: Dataset,
    soort: Rapport = Rapport.JAAR,
    jaar: int = 2020,
    *,
    earlier: Dataset | None = None,
    **asked: Any,
) -> Document:
    """A report with the agreements that ship with the program, for the public."""
    return yearly_document(year_of(dataset, jaar, earlier=earlier, question=Question(**asked)), soort)


def table(document: Document, name: str) -> Table:
    return next(table for table in document.tables if table.name == name)


def row(
    document: Document, name: str, key: str
) -> dict[str, Cell | tuple[int | Fraction | None, int | Fraction | None]]:
    """The cells of a row by column; numbers as their two bounds."""
    found = table(document, name)
    cells = next(row.cells for row in found.rows if row.key == key)
    pairs = zip(found.columns, cells, strict=True)
    return {column.key: (cell.low, cell.high) if isinstance(cell, Value) else cell for column, cell in pairs}


def empty_report(register: Register, gemeenten: str, plans: str = "  []\n", soort: Rapport = Rapport.JAAR) -> Document:
    """A report of 2020 on a register that lacks something."""
    dataset = register(plans, gemeenten=gemeenten).dataset
    assert dataset is not None
    return report(dataset, soort)


BARE = GEMEENTEN.split("opgaven:")[0] + "gemeenten: []\n"


PUBLIC = "vertrouwelijkheid: openbaar"
