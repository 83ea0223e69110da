"""Rows that were not taken over, as a workbook that can be mended and imported again, each with the reason."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from woonplan.diagnostics import Diagnostic
from woonplan.exchange.cells import Fault, Row, Value, blank, letter, shown
from woonplan.exchange.columns import WHY
from woonplan.exchange.files.xlsx import NO_DATE, library
from woonplan.exchange.layouts.layout import Layout

Rejected = tuple[Layout, tuple[int, ...], list[Diagnostic]]

SHEET_NAME = 31
"""Characters of the name of a sheet."""


def rejects(rejected: Sequence[Rejected]) -> bytes:
    """Return a workbook with a sheet per layout: its headers as they stood, the rows that are wrong, and why.

    Raises:
        woonplan.exchange.files.xlsx.NoLibrary: XlsxWriter is not installed.
    """
    xlsxwriter = library("xlsxwriter", "een werkmap te schrijven")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": NO_DATE})
    looks = _RejectLooks(book)
    names: set[str] = set()
    for layout in dict.fromkeys(layout for layout, _, _ in rejected):
        name = _name(layout, names)
        _sheet(book.add_worksheet(name), looks, layout, [r for r in rejected if r[0] is layout])
    book.close()
    return buffer.getvalue()


class _RejectLooks:
    def __init__(self, book: Any) -> None:
        self.date = book.add_format({"num_format": "d-m-yyyy"})
        self.wrong = book.add_format({"bg_color": "#F8CBAD"})
        self.wrong_date = book.add_format({"bg_color": "#F8CBAD", "num_format": "d-m-yyyy"})
        self.why = book.add_format({"text_wrap": True, "bold": True, "valign": "top"})


def _name(layout: Layout, names: set[str]) -> str:
    base = (
        "".join(c for c in layout.sheet.name or layout.slug if c not in "[]:*?/\\").strip("'")[:SHEET_NAME] or "plannen"
    )
    name, count = base, 2
    while name.casefold() in names:
        name = f"{base[: SHEET_NAME - 3]} {count}"
        count += 1
    names.add(name.casefold())
    return name


def _sheet(sheet: Any, looks: _RejectLooks, layout: Layout, rejected: Iterable[Rejected]) -> None:
    rows = layout.sheet.rows
    width = max((len(row) for _, row in rows), default=0)
    reasons = {numbers[0]: found for _, numbers, found in rejected}
    wanted = {number for _, numbers, _ in rejected for number in numbers}
    wrong = {(f.place.line, f.place.column) for found in reasons.values() for f in found if f.place}
    at = layout.header - 1
    for number, row in rows:
        if number <= layout.header:
            at = number - 1
        elif number in wanted:
            at += 1
        else:
            continue
        _row(sheet, looks, at, row, {column for line, column in wrong if line == number})
        if number == layout.named_in:
            sheet.write_string(at, width, WHY, looks.why)
        elif number in reasons and number > layout.header:
            sheet.write_string(at, width, "\n".join(map(_reason, reasons[number])), looks.why)
    if layout.header in (n for n, _ in rows) and any(number <= layout.header for number in reasons):
        # The matrix of one plan: the reason stands beside its headers, since the plan is the whole sheet.
        found = [f for number, of_row in reasons.items() if number <= layout.header for f in of_row]
        sheet.write_string(layout.named_in, width, "\n".join(map(_reason, found)), looks.why)
    sheet.set_column(width, width, 80)
    sheet.freeze_panes(layout.header, 0)


def _reason(finding: Diagnostic) -> str:
    column = f"kolom {letter(finding.place.column)}: " if finding.place and finding.place.column else ""
    return f"{column}{finding.message}. {finding.hint}".strip()


def _row(sheet: Any, looks: _RejectLooks, at: int, row: Row, wrong: set[int]) -> None:
    for index, value in enumerate(row):
        look = looks.wrong if index + 1 in wrong else None
        if blank(value):
            if look is not None:
                sheet.write_blank(at, index, None, look)
            elif value is not None:
                sheet.write_string(at, index, "")
            continue
        _cell(sheet, at, index, value, look, looks.wrong_date if look else looks.date)


def _cell(sheet: Any, at: int, index: int, value: Value, look: Any, dated: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(at, index, value, look)
    elif isinstance(value, int | float):
        sheet.write_number(at, index, value, look)
    elif isinstance(value, datetime | date) and value.year >= 1900:
        sheet.write_datetime(at, index, value, dated)
    else:
        # As text, also a formula: computed in another workbook it would say something else.
        text = value.text if isinstance(value, Fault) else shown(value)
        sheet.write_string(at, index, text, look)
