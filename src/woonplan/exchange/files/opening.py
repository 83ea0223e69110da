"""From a path to a book: what kind of file it is follows from its bytes, never from its name."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from woonplan.diagnostics import Diagnostic, reason
from woonplan.exchange.cells import Book, unreadable

MAX_BYTES = 256 * 1024 * 1024
"""Largest file that is read, as for YAML."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PARTS = ((b"<?xml", "een XML-bestand"), (b"%PDF", "een PDF"), (b"{\\rtf", "een tekstdocument"), (b"<html", "HTML"))


def open_book(path: Path) -> Book | Diagnostic:
    """Return the sheets of a file, or the finding that says why there are none."""
    name = path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "is een map, geen bestand" if stat.S_ISDIR(status.st_mode) else "is geen gewoon bestand"
            return unreadable(name, what, "Geef het pad van een bestand.")
        if status.st_size > MAX_BYTES:
            return unreadable(name, f"is groter dan {MAX_BYTES // 1024 // 1024} MB", "Splits het bestand.")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        return unreadable(name, f"kan niet gelezen worden: {reason(error)}", "Controleer de naam en de map.")
    return read_book(data, name)


def read_book(data: bytes, name: str) -> Book | Diagnostic:
    """Return the sheets in the bytes of a file, or the finding that says why there are none."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_ZIP):
        from woonplan.exchange.files.xlsx import read_xlsx

        return read_xlsx(data, name, digest)
    told = _other(data)
    if told is not None:
        return unreadable(name, *told)
    from woonplan.exchange.files.dbf import is_dbf, read_dbf

    if is_dbf(data):
        return read_dbf(data, name, digest)
    from woonplan.exchange.files.delimited import read_delimited

    return read_delimited(data, name, digest)


def _other(data: bytes) -> tuple[str, str] | None:
    """Return what a file is that is not read, and what to do; None for one that may be a table."""
    if not data.strip():
        return "is leeg", "Controleer of dit het juiste bestand is."
    if data.startswith(_OLE):
        # The same container holds workbooks of before 2007 and those that are closed with a password.
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "is versleuteld", "Sla het op zonder wachtwoord en probeer opnieuw."
        return "is een werkmap van voor 2007 (.xls)", "Open het in Excel en sla het op als .xlsx."
    start = data[:200].lstrip().lower()
    what = next((what for sign, what in _PARTS if start.startswith(sign.lower())), None)
    return None if what is None else (f"is {what} en geen werkmap of csv", "Sla de tabel op als .xlsx of als csv.")
