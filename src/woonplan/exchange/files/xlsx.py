"""Workbooks: values as they were stored, and what a reader of values alone would miss.

openpyxl's own streaming reader shows either formulas or values, and neither merged cells nor hidden rows; its full
reader takes a gigabyte for a large sheet. This reads the parts of the file with openpyxl's parser, once.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from woonplan.diagnostics import Diagnostic
from woonplan.exchange.cells import WP601, Book, Fault, MergedCells, Row, Value, Worksheet, unreadable

NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of making of what is written: a workbook must have one, and a clock would make every file another one."""

MAX_UNPACKED = 300 * 1024 * 1024
"""Largest workbook once unpacked: three times one of 50,000 rows of forty columns."""

MAX_PARTS = 5000
MAX_EMPTY = 20_000
"""Rows after one another that are in the file with nothing in them: somebody gave a whole sheet a border."""

MAX_COLUMNS = 2000
_TEXTS = ("s", "str", "inlineStr")
"""Kinds of cell that hold text; without a value theirs is empty, which is not the same as no cell."""

LIBRARIES = {"openpyxl": "openpyxl", "xlsxwriter": "XlsxWriter"}
"""What a library is called where it is installed from."""


class NoLibrary(Exception):  # noqa: N818 - it is no fault of a file
    """The libraries for workbooks are not installed."""


def library(name: str, what: str) -> Any:
    """Return a library for workbooks, which only those need who use them.

    Raises:
        NoLibrary: It is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        package = LIBRARIES[name.split(".", maxsplit=1)[0]]
        told = f"om {what} is een extra pakket nodig. Installeer het met: python -m pip install {package}"
        raise NoLibrary(told) from error


def read_xlsx(data: bytes, name: str, sha256: str) -> Book | Diagnostic:
    """Return the sheets of a workbook, or why there are none.

    Raises:
        NoLibrary: openpyxl is not installed.
    """
    openpyxl = library("openpyxl", "een werkmap te lezen")
    refusal = _unsafe(data, name)
    if refusal is not None:
        return refusal
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            sheets: list[Worksheet] = []
            findings: list[Diagnostic] = []
            for worksheet in book.worksheets:
                sheet = Worksheet(name, str(worksheet.title), hidden=worksheet.sheet_state != "visible")
                refusal = _read(book, worksheet, sheet)
                if refusal is not None:
                    return refusal
                sheets.append(sheet)
    except Exception:  # the parts of a damaged file make the library fail in every way there is
        hint = "Open het in Excel, laat het herstellen en sla het opnieuw op."
        return unreadable(name, "is beschadigd of geen werkmap", hint)
    return Book(name, sha256, sheets, findings)


def _unsafe(data: bytes, name: str) -> Diagnostic | None:
    """Return why a workbook is not unpacked: damaged, locked, another kind, or larger than any honest one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            told = _told(parts)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        told = "is beschadigd: het is niet uit te pakken", "Vraag het bestand opnieuw op."
    return None if told is None else unreadable(name, *told)


def _told(parts: zipfile.ZipFile) -> tuple[str, str] | None:
    infos = parts.infolist()
    names = {info.filename for info in infos}
    size = sum(info.file_size for info in infos)
    if any(info.flag_bits & 0x1 for info in infos):
        return "is versleuteld", "Sla het op zonder wachtwoord."
    if any(part.endswith(".bin") and part.startswith("xl/work") for part in names):
        return "is een binaire werkmap (.xlsb)", ""
    if "mimetype" in names or not any(part.startswith("xl/") for part in names):
        return "is geen werkmap van Excel (.xlsx)", ""
    if size > MAX_UNPACKED or len(infos) > MAX_PARTS:
        what = f"is uitgepakt {size // 1024 // 1024} MB, meer dan de {MAX_UNPACKED // 1024 // 1024} MB die mag"
        return what, "Verwijder opgemaakte lege rijen en kolommen, sla op en probeer opnieuw."
    for info in infos:
        if info.filename.endswith((".xml", ".rels")):
            with parts.open(info) as part:
                if b"<!DOCTYPE" in part.read(4096):
                    return "bevat definities die in een werkmap niet thuishoren", ""
    return None


def _read(book: Any, worksheet: Any, sheet: Worksheet) -> Diagnostic | None:
    """Fill a sheet from a worksheet; return a finding where there is no end to it."""
    parser_class = _parser()
    empty = 0
    with worksheet._get_source() as source:
        parser = parser_class(
            source,
            worksheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, row in parser.parse():
            if row:
                empty = 0
                sheet.rows.append((number, row))
                continue
            empty += 1
            if empty > MAX_EMPTY:
                what = f"meer dan {MAX_EMPTY} opgemaakte rijen achter elkaar zijn leeg (tot en met rij {number})"
                hint = "Verwijder de lege rijen onder de gegevens, sla op en probeer opnieuw."
                return WP601.at(sheet.place(number - empty + 1), what, hint)
    sheet.rows.sort(key=lambda item: item[0])
    sheet.hidden_rows = frozenset(parser.hidden)
    ranges = parser.merged_cells.mergeCell if parser.merged_cells else ()
    sheet.merged = tuple(MergedCells(r.min_row, r.min_col, r.max_row, r.max_col) for r in ranges)
    filtered = getattr(parser, "auto_filter", None)
    sheet.filtered = str(filtered.ref) if filtered is not None and filtered.filterColumn else ""
    return None


def _parser() -> Any:
    """Return the parser of one sheet: that of openpyxl, keeping both the outcome of a formula and that there is one."""
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

    class Parser(WorkSheetParser):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.hidden: set[int] = set()
            self.row_counter: int = 0

        def parse_row(self, row: Any) -> tuple[int, Row]:
            given = row.get("r")
            number = int(given) if given else self.row_counter + 1
            self.row_counter = number
            self.col_counter = 0
            if row.get("hidden") in ("1", "true"):
                self.hidden.add(number)
            values: list[Value] = []
            for element in row:
                cell = self.parse_cell(element)
                value = cell["value"]
                kind = cell["data_type"]
                if value is None:
                    formula = element.find(FORMULA_TAG)
                    if formula is None and kind not in _TEXTS:
                        continue
                    # A formula with a text as outcome may give an empty one, and that is stored as an empty element.
                    stored = formula is None or (element.find(VALUE_TAG) is not None and kind == "str")
                    value = "" if stored else Fault(f"={formula.text or ''}", formula=True)
                elif kind == "e":
                    value = Fault(str(value), formula=False)
                column = cell["column"]
                if column > MAX_COLUMNS:
                    raise ValueError(column)
                values += [None] * (column - len(values))
                values[column - 1] = value
            return number, tuple(values)

    return Parser
