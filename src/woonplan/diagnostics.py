"""What is wrong, where, and what to do about it: frozen values without dependencies.

Every part of the program that finds something wrong returns a ``Diagnostic``; nothing raises for bad input.
Messages are in Dutch, for the municipal official who supplied the data, and so is what the operating system refuses:
its own words are English on most machines.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

MAX_QUOTE = 80
"""Messages quote at most this many characters of the input."""


class Severity(StrEnum):
    """How bad a finding is; the value is the word that users read."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


class Place(NamedTuple):
    """A place in an input file.

    ``line`` and ``column`` count from 1; the column counts characters, not bytes. A place that stands for a whole
    file has line 0 and column 0.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(NamedTuple):
    """One finding.

    ``code`` is stable and never reused (see ``woonplan.checks.registry``); ``hint`` says what to do;
    ``excerpt`` is the source line the place points at, cut to a printable length; ``subject`` is the id of the plan
    that it is about, empty where it is not about one plan.
    """

    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = Severity.FOUT
    excerpt: str = ""
    subject: str = ""
    number: int = 1
    """How many findings it stands for: more than one where the rest of a file is counted and not listed."""
    left_out: int = 0
    """Characters of the source line before the first of ``excerpt``, when that is a piece from within a long line."""

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of findings: by file, line and column, then by code; those without a place come first."""
        return (*(self.place or Place("")), self.code, self.message)


class RuleText(NamedTuple):
    """What formats that list rules need to know of one: plain text, and the whole explanation as Markdown."""

    code: str
    name: str
    summary: str
    help: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Unjudged:
    """How often a rule could not judge, and what was missing ("start": it completes "... onbekend")."""

    code: str
    missing: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run of checks looked at, and what it does not show as a finding."""

    files: tuple[str, ...]
    records: int
    bekend: tuple[Diagnostic, ...] = ()
    """Findings that are accepted with a reason."""
    undecided: tuple[Unjudged, ...] = ()
    niet_afgesproken: tuple[str, ...] = ()
    """Codes of the rules that judged nothing, because the register has no agreement for them."""
    skipped: tuple[str, ...] = ()
    """Files whose records were checked on their form alone, because errors in their state stood in the way."""
    unread: tuple[str, ...] = ()
    """Files of which nothing was checked, because they could not be read."""
    empty: tuple[str, ...] = ()
    """Files or folders with a register state in which there is no record to check."""
    niet_openbaar: int = 0
    """Records that are not for everybody: findings may name them."""
    besides: tuple[str, ...] = ()
    """Files in the folder that are no part of the register and hold no plans."""
    fictief: tuple[str, ...] = ()
    """Files that say that their whole register is invented."""


def quote(text: str, limit: int = MAX_QUOTE) -> str:
    r"""Return ``text`` fit for a message: control characters visible as escapes, at most ``limit`` characters.

    Text from a file must never act on a terminal or a CI log, so everything that is not printable is shown as an
    escape (``\x1b``), and what is too long is cut with ``...``.
    """
    shown = text[:limit]
    visible = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)
    return f"'{visible}...'" if len(text) > limit else f"'{visible}'"


_REASONS = {
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EDQUOT: "uw schijfruimte is op",
    errno.EEXIST: "er staat al een bestand met deze naam",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EIO: "de schijf of de verbinding ermee werkt niet goed",
    errno.EISDIR: "dit is een map",
    errno.ELOOP: "de verwijzing verwijst naar zichzelf",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENFILE: "er staan te veel bestanden open",
    errno.ENOENT: "dit bestaat niet",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENXIO: "het apparaat antwoordt niet",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EPIPE: "de lezer is gestopt",
    errno.EROFS: "deze schijf is alleen-lezen",
    errno.ESTALE: "de netwerkschijf is niet meer bereikbaar",
    errno.ETIMEDOUT: "de netwerkschijf antwoordt niet",
    errno.EXDEV: "de map ligt op een andere schijf",
}


def reason(error: Exception) -> str:
    """Return why a file or folder could not be read or written; the code of the system where that is rare.

    Python has a ``ValueError`` for a name that no file can have, and a ``RuntimeError`` for a link to itself.
    """
    if isinstance(error, ValueError):
        return "de naam bevat een teken dat niet in een naam kan staan"
    number = (error.errno or 0) if isinstance(error, OSError) else errno.ELOOP
    return _REASONS.get(number) or f"fout {errno.errorcode.get(number, number)} van het besturingssysteem"
