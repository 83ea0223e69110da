"""dBase tables, as geographic files carry them: the few kinds of field that plan registers use."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place
from woonplan.exchange.cells import Book, Value, Worksheet, unreadable
from woonplan.exchange.columns import WP603

_VERSIONS = (0x03, 0x04, 0x30, 0x31, 0x83, 0x8B, 0xF5)
_HEAD = struct.Struct("<BBBBIHH20x")
_FIELD = struct.Struct("<11sc4xBB14x")
_END = 0x0D
_DELETED = 0x2A


class _DbfField(NamedTuple):
    name: str
    kind: str
    length: int


def is_dbf(data: bytes) -> bool:
    """Whether the bytes begin as a dBase table does: a known version, and a head that ends where it says."""
    if len(data) < _HEAD.size + 1 or data[0] not in _VERSIONS:
        return False
    _, _, month, day, _, head, length = _HEAD.unpack_from(data)
    return month <= 12 and day <= 31 and 32 < head <= len(data) and length > 1 and (head - 1) % 32 in (0, 263 % 32)


def read_dbf(data: bytes, name: str, sha256: str) -> Book | Diagnostic:
    """Return a dBase table as a book of one sheet; its field names are row 1."""
    _, _, _, _, count, head, length = _HEAD.unpack_from(data)
    fields: list[_DbfField] = []
    at = _HEAD.size
    while at + _FIELD.size <= head and data[at] != _END:
        raw, kind, width, _ = _FIELD.unpack_from(data, at)
        fields.append(_DbfField(raw.split(b"\0")[0].decode("latin-1"), kind.decode("latin-1"), width))
        at += _FIELD.size
    if not fields or sum(field.length for field in fields) + 1 > length or head + count * length > len(data) + 1:
        hint = "Vraag het bestand opnieuw op, of open het in LibreOffice en sla het op als .xlsx."
        return unreadable(name, "is een beschadigde dBase-tabel", hint)
    sheet = Worksheet(name, "", [(1, tuple(field.name for field in fields))])
    findings: list[Diagnostic] = []
    unknown = [field.name for field in fields if field.kind not in "CNFDLI"]
    if unknown:
        what = f"velden van een soort die niet gelezen wordt: {', '.join(unknown)}"
        findings.append(WP603.at(Place(name, 1), what))
    for number in range(count):
        start = head + number * length
        if data[start] != _DELETED:
            row = tuple(_values(data[start + 1 : start + length], fields))
            if any(value is not None for value in row):
                sheet.rows.append((number + 2, row))
    return Book(name, sha256, [sheet], findings)


def _values(record: bytes, fields: list[_DbfField]) -> list[Value]:
    row: list[Value] = []
    at = 0
    for field in fields:
        row.append(_value(record[at : at + field.length], field.kind))
        at += field.length
    return row


def _value(raw: bytes, kind: str) -> Value:
    if kind == "I" and len(raw) == 4:
        return int.from_bytes(raw, "little", signed=True)
    try:
        text = raw.decode("utf-8").strip(" \0")
    except UnicodeDecodeError:
        text = raw.decode("latin-1").strip(" \0")
    if not text or kind not in _KINDS:
        return None
    try:
        return _KINDS[kind](text)
    except ValueError:
        return text  # what is no number or date in such a field is reported with its column


def _number(text: str) -> Value:
    return int(text) if text.lstrip("+-").isdecimal() else float(text)


def _date(text: str) -> Value:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _logical(text: str) -> Value:
    return {"T": True, "Y": True, "J": True, "F": False, "N": False}.get(text.upper())


_KINDS: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {"C": str, "N": _number, "F": _number, "D": _date, "L": _logical}
)
"""The kinds of field, and how their text is read."""
