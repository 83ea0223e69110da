"""A file from disk to text: bounded, UTF-8, and every refusal a finding with a place."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place, quote, reason
from woonplan.rule import Rule, situation
from woonplan.yaml_io.kinds import packed
from woonplan.yaml_io.lines import EXCERPT, cut
from woonplan.yaml_io.source import Source

MAX_BYTES = 256 * 1024 * 1024
"""Largest file that is read; an honest one of 50,000 plans has a fifth of it."""

WP001 = Rule(
    code="WP001",
    naam="bestand bestaat niet",
    wat="Een bestand dat bij het register hoort is er niet, of een map met plannen is leeg.",
    waarom="Zonder gemeenten en plannen valt er niets te controleren of te rekenen.",
    oplossing=(
        "Controleer de naam en de map. Een register heeft gemeenten.yaml en plannen.yaml in dezelfde map; 'woonplan "
        "init' maakt ze."
    ),
    fout=situation("In de map staat plannen.yaml, maar geen gemeenten.yaml."),
    goed=situation("In de map staan gemeenten.yaml en plannen.yaml."),
)
"""A file that does not exist."""

WP002 = Rule(
    code="WP002",
    naam="bestand niet te lezen",
    wat="Het pad wijst naar een map of een apparaat, of u mag het bestand niet lezen.",
    waarom="Wat niet gelezen wordt, telt nergens mee en wordt niet gecontroleerd.",
    oplossing="Geef het pad van een YAML-bestand, en geef uzelf leesrechten.",
    fout=situation("gemeenten.yaml is een map in plaats van een bestand."),
    goed=situation("gemeenten.yaml is een gewoon bestand dat u mag lezen."),
)
"""A file that cannot be read."""

WP003 = Rule(
    code="WP003",
    naam="bestand te groot",
    wat="Het bestand is groter dan 256 MB, of heeft meer dan 1.000.000 blokken en waarden in lijsten.",
    waarom="Heel Nederland past in 50 MB; een groter bestand is bijna zeker iets anders dan een planlijst.",
    oplossing=(
        "Controleer of dit het goede bestand is. Splits een echte planlijst in een map plannen/ met een bestand per "
        "gemeente."
    ),
    fout=situation("plannen.yaml is groter dan 256 MB."),
    goed=situation("plannen.yaml is kleiner dan 256 MB."),
)
"""A file that is too large."""

WP004 = Rule(
    code="WP004",
    naam="geen UTF-8",
    wat="Het bestand is opgeslagen in een andere codering dan UTF-8, of bevat tekens die geen tekst zijn.",
    waarom=(
        "In een andere codering worden letters als ë en û anders gelezen dan bedoeld; namen zijn dan niet meer terug "
        "te vinden."
    ),
    oplossing="Sla het bestand op als UTF-8. In Kladblok: Opslaan als, codering UTF-8.",
    hint="Sla het bestand op als UTF-8.",
    fout=situation("plannen.yaml is in Kladblok opgeslagen met codering 'Unicode' (UTF-16)."),
    goed=situation("plannen.yaml is opgeslagen als UTF-8."),
)
"""A file that is not UTF-8 text."""

_BOM = "\ufeff"
# UTF-32 first: its mark for one order of bytes begins with that of UTF-16.
_OTHER_MARKS = (
    ("UTF-32", (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")),
    ("UTF-16", (b"\xff\xfe", b"\xfe\xff")),
)

_NOT_THERE = {
    errno.ENOENT: "bestaat niet",
    errno.ENAMETOOLONG: "bestaat niet: de naam is te lang",
    errno.ENOTDIR: "bestaat niet: een deel van het pad is geen map",
}


class RawFile(NamedTuple):
    """The text of one input file, its name as users see it, and the checksum of its bytes."""

    name: str
    text: str
    sha256: str


_unsaved: ContextVar[tuple[Path, bytes] | None] = ContextVar("unsaved", default=None)


@contextmanager
def unsaved(path: Path, data: bytes) -> Iterator[None]:
    """Read a file as it will be when an editor saves it, and not as it is on the disk."""
    token = _unsaved.set((path, data))
    try:
        yield
    finally:
        _unsaved.reset(token)


def is_unsaved(path: Source) -> bool:
    """Return whether a file is read as an editor has it, so that it need not be on the disk."""
    instead = _unsaved.get()
    return instead is not None and path == instead[0]


_HEAD = 1 << 16
"""Bytes that hold the head of most files."""


def read_head(path: Path, name: str) -> RawFile | Diagnostic:
    """Return the whole lines in the first bytes of a file: of 50 MB of plans the date stands at the top."""
    return _read_text(path, name, _HEAD)


def read_text(path: Source, name: str) -> RawFile | Diagnostic:
    """Return the text of a file, or the finding that says why there is none.

    Byte order marks are dropped, line ends stay as they are. Nothing but a regular file is opened: a pipe or a device
    would block or never end.
    """
    return _read_text(path, name, None)


def _read_text(path: Source, name: str, most: int | None) -> RawFile | Diagnostic:
    instead = _unsaved.get()
    if instead is not None and path == instead[0]:
        return decode(instead[1], name)
    try:
        refusal = _unreadable(path.stat())
        if refusal is None:
            # Of a revision there is no file: its text is at hand.
            data = _bytes(path, most) if isinstance(path, Path) else path.read_bytes()
            if len(data) <= MAX_BYTES:
                return decode(data, name)
            refusal = _TOO_LARGE
    except (OSError, ValueError) as error:
        refusal = refusal_of(error)
    rule, why, hint = refusal
    return rule.at(Place(name), f"{quote(name)} {why}", hint)


_PART = 1 << 20
"""Bytes of a file that is longer than it says, which are read at once."""

_read: set[tuple[int, int, int]] = set()
"""What was read in this process, as the system knows it whatever its name, with when it last changed: numbers of files
that went are given out again."""


def was_read(path: Path) -> bool:
    """Return whether a path leads to a file that was read, through whatever link or name."""
    try:
        status = path.stat()
    except (OSError, RuntimeError, ValueError):
        return False
    return (status.st_dev, status.st_ino, status.st_ctime_ns) in _read


def _bytes(path: Path, most: int | None) -> bytes:
    """Return what a file holds, up to one byte more than is read: a file of the system may have no size and no end.

    Of one that is longer than ``most`` bytes only the lines that end in those.
    """
    # What gives nothing yet, as some of those do, says so instead of waiting for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.ENODEV, "no regular file")
        _read.add((status.st_dev, status.st_ino, status.st_ctime_ns))
        if most is not None and status.st_size > most:
            return (file.read(most) or b"").rpartition(b"\n")[0]
        data = file.read(status.st_size + 1) or b""
        longer = len(data) > status.st_size
        while longer and len(data) <= MAX_BYTES and (part := file.read(_PART)):
            data += part
        return data


def refusal_of(error: OSError | ValueError) -> tuple[Rule, str, str]:
    """Return rule, reason and hint for a path that could not be looked at or read; the reason follows its name."""
    number = error.errno or 0 if isinstance(error, OSError) else 0
    if number in _NOT_THERE:
        return WP001, _NOT_THERE[number], "Controleer de naam en de map."
    if isinstance(error, PermissionError):
        return WP002, "mag niet gelezen worden", "Geef uzelf leesrechten op het bestand en op de map."
    return WP002, f"kan niet gelezen worden: {reason(error)}", "Controleer het pad."


_TOO_LARGE = (WP003, f"is groter dan {MAX_BYTES // 1024 // 1024} MB", "Splits het bestand.")


def _unreadable(status: os.stat_result) -> tuple[Rule, str, str] | None:
    if stat.S_ISDIR(status.st_mode):
        return WP002, "is een map, geen bestand", "Geef het pad van een YAML-bestand."
    if not stat.S_ISREG(status.st_mode):
        return WP002, "is geen gewoon bestand", "Geef het pad van een YAML-bestand."
    if status.st_size > MAX_BYTES:
        return _TOO_LARGE
    return None


def decode(data: bytes, name: str) -> RawFile | Diagnostic:
    """Return bytes as text, or the finding that says where they are not UTF-8 text."""
    if other := packed(data, name):
        return other
    for encoding, marks in _OTHER_MARKS:
        if data.startswith(marks):
            return WP004.at(Place(name), f"{quote(name)} is opgeslagen als {encoding}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        hint = "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, codering UTF-8)."
        return _no_text(name, data, error.start, f"byte 0x{data[error.start]:02x} is geen geldige UTF-8", hint)
    nul = data.find(b"\0")
    if nul >= 0:
        hint = "Controleer of dit wel een YAML-bestand is."
        return _no_text(name, data, nul, "het bestand bevat een NUL-teken en is geen tekst", hint)
    # All of them: libyaml drops one by itself and does not count it, and then the places in a record would not fit.
    return RawFile(name, text.lstrip(_BOM), hashlib.sha256(data).hexdigest())


def _no_text(name: str, data: bytes, position: int, message: str, hint: str) -> Diagnostic:
    """Return the finding on a byte that is no text; in the line around it such bytes are written as escapes."""
    start = data.rfind(b"\n", 0, position) + 1
    column = len(data[start:position].decode("utf-8")) + 1
    end = data.find(b"\n", position, start + 4 * EXCERPT)
    line = data[start : end if end >= 0 else start + 4 * EXCERPT].decode("utf-8", "backslashreplace")
    found = WP004.at(Place(name, data.count(b"\n", 0, position) + 1, column), message, hint)
    return found._replace(excerpt=cut(line.removeprefix(_BOM).rstrip("\r"), column))
