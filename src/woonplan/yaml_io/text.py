"""A file from disk to text: bounded, UTF-8, and every refusal a finding with a place."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from woonplan.diagnostics import Diagnostic, Place, quote

MAX_BYTES = 256 * 1024 * 1024
"""Largest file that is read (design 5)."""

_BOM = "\ufeff"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class RawFile:
    """The text of one input file, its name as users see it, and the checksum of its bytes."""

    name: str
    text: str
    sha256: str


def read_text(path: Path, name: str) -> RawFile | Diagnostic:
    """Return the text of a file, or the finding that says why there is none.

    A byte order mark is dropped, line ends stay as they are. Nothing but a regular file is opened: a pipe or a device
    would block or never end.
    """
    try:
        refusal = _unreadable(path.stat())
        if refusal is None:
            return decode(path.read_bytes(), name)
    except FileNotFoundError:
        refusal = ("WP001", "bestaat niet", "Controleer de naam en de map.")
    except PermissionError:
        refusal = ("WP002", "mag niet gelezen worden", "Geef uzelf leesrechten op het bestand.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        refusal = ("WP002", f"kan niet gelezen worden ({quote(reason)})", "Controleer het pad.")
    return _refused(name, *refusal)


def _unreadable(status: os.stat_result) -> tuple[str, str, str] | None:
    if stat.S_ISDIR(status.st_mode):
        return "WP002", "is een map, geen bestand", "Geef het pad van een YAML-bestand."
    if not stat.S_ISREG(status.st_mode):
        return "WP002", "is geen gewoon bestand", "Geef het pad van een YAML-bestand."
    if status.st_size > MAX_BYTES:
        return "WP003", f"is groter dan {MAX_BYTES // 1024 // 1024} MB", "Splits het bestand."
    return None


def decode(data: bytes, name: str) -> RawFile | Diagnostic:
    """Return bytes as text, or the finding that says where they are not UTF-8 text."""
    if data.startswith(_UTF16_MARKS):
        return _refused(name, "WP004", "is opgeslagen als UTF-16", "Sla het bestand op als UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        return Diagnostic(
            "WP004",
            f"byte 0x{data[error.start]:02x} is geen geldige UTF-8",
            Place(name, line, column),
            "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, codering UTF-8).",
        )
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        column = nul - text.rfind("\n", 0, nul)
        return Diagnostic(
            "WP004",
            "het bestand bevat een NUL-teken en is geen tekst",
            Place(name, line, column),
            "Controleer of dit wel een YAML-bestand is.",
        )
    return RawFile(name, text.removeprefix(_BOM), hashlib.sha256(data).hexdigest())


def _refused(name: str, code: str, reason: str, hint: str) -> Diagnostic:
    return Diagnostic(code, f"{quote(name)} {reason}", Place(name), hint)
