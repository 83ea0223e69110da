"""Text with a mark between its values: csv as programs and offices write it."""

from __future__ import annotations

import csv
import io
import re

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.exchange.cells import Book, Row, Value, Worksheet, listed, unreadable
from woonplan.exchange.columns import WP611
from woonplan.exchange.values.spelling import WP625

_MARKS = ";,\t|"
_SAMPLE = 20
"""Lines that the mark between values is looked for in."""

MAX_FIELD = 131_072
"""Longest value (characters): the limit of Python's reader, which keeps an unclosed quotation mark from eating all."""

_WHOLE = re.compile(r"-?[1-9][0-9]{0,14}|0")
_WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_delimited(data: bytes, name: str, sha256: str) -> Book | Diagnostic:
    """Return a csv as a book of one sheet; what stands in a row is text."""
    findings: list[Diagnostic] = []
    text = _decoded(data, name, findings)
    if isinstance(text, Diagnostic):
        return text
    sheet = Worksheet(name, "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_mark(text), strict=True)
    try:
        for number, values in enumerate(reader, 1):
            # A cell of a csv is there or not: an empty one says nothing that an absent one does not.
            row: Row = tuple([_value(value) if value else None for value in values])
            if row.count(None) < len(row):
                sheet.rows.append((number, row))
    except csv.Error as error:
        number = len(sheet.rows) and sheet.rows[-1][0]
        hint = "Controleer de aanhalingstekens: wie er een opent, moet hem sluiten. In een waarde staan ze dubbel."
        return unreadable(name, f"is na rij {number} niet te lezen als csv ({_words(error)})", hint, number + 1)
    _uneven(sheet, findings)
    return Book(name, sha256, [sheet], findings)


def _value(text: str) -> Value:
    """Return what a text stands for: a whole number where it is nothing else, as a cell of a workbook would hold it."""
    text = text.strip()
    return int(text) if _WHOLE.fullmatch(text) else text or None


def _words(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text:
        return f"een waarde is langer dan {MAX_FIELD} tekens"
    return "het einde van een tekst tussen aanhalingstekens ontbreekt" if "end of data" in text else "aanhalingstekens"


def _decoded(data: bytes, name: str, findings: list[Diagnostic]) -> str | Diagnostic:
    encoding = next((encoding for mark, encoding in _WIDE if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # What Excel writes on Dutch Windows. A byte that means nothing there is no text at all.
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            return unreadable(name, "is geen tekst en geen werkmap")
        what = "is geen UTF-8; gelezen als Windows-1252. Controleer letters met accenten"
        findings.append(WP625.at(Place(name), f"{quote(name)} {what}", "Sla het op als csv (UTF-8)."))
    if "\0" in text:
        return unreadable(name, "bevat NUL-tekens en is geen tekst")
    return text


def _mark(text: str) -> str:
    """Return the mark that stands most often in the first lines, outside quotation marks."""
    lines = text[: _SAMPLE * 2000].splitlines()[:_SAMPLE]
    bare = "".join("".join(line.split('"')[::2]) for line in lines)
    return max(_MARKS, key=bare.count)


def _uneven(sheet: Worksheet, findings: list[Diagnostic]) -> None:
    """Report rows that are longer than the first one that is wide: a mark inside a value shifts what follows."""
    if not sheet.rows:
        return
    width = max(len(row) for _, row in sheet.rows[:_SAMPLE])
    long = [
        number for number, row in sheet.rows if len(row) > width and any(value is not None for value in row[width:])
    ]
    if long:
        what = f"rij {listed(long[:_SAMPLE])}: meer waarden dan de {width} kolommen van de koppen"
        hint = "Zet een waarde waar het scheidingsteken in staat tussen aanhalingstekens."
        findings.append(WP611.at(sheet.place(long[0], width + 1), what, hint)._replace(number=len(long)))
