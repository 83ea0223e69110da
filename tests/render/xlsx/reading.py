"""A workbook read back."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from woonplan.render.xlsx.workbook import render_xlsx
from woonplan.tables.cell import Value
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Kind, Row, Table

HEAD = 4
"""The row of the headers: after a title, the name of the table and an empty row."""


def opened(document: Document) -> Workbook:
    return load_workbook(io.BytesIO(render_xlsx(document)))


def rows(sheet: Worksheet, count: int | None = None) -> list[list[Any]]:
    """Return the values below the header; the notes under the table only without a count."""
    last = HEAD + count if count is not None else None
    return [list(row) for row in sheet.iter_rows(HEAD + 1, last, 1, len(headers(sheet)), values_only=True)]


def headers(sheet: Worksheet) -> list[Any]:
    return [cell.value for cell in sheet[HEAD] if cell.value is not None]


def amounts(*cells: Value | str | None) -> Worksheet:
    """Return the sheet of a table with one column of amounts."""
    columns = (Column("naam", "naam"), Column("hard", "hard", Kind.AMOUNT))
    table = Table("t", "T", columns, tuple(Row(str(i), (f"r{i}", cell)) for i, cell in enumerate(cells)))
    return opened(Document("Titel", (table,)))["t"]
