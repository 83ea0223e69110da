"""What other tools are told of every finding: how bad it is, one sentence, and a name that stays while lines move."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.render.safe import safe

LEVELS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning"}
"""How bad a finding is, in the word that GitHub and SARIF have for it."""

_NUMBERS = re.compile(r"\d+")


def sentence(finding: Diagnostic) -> str:
    """Return what is wrong, and what to do about it, as one harmless line."""
    return f"{safe(finding.message)}." + (f" {safe(finding.hint)}" if finding.hint else "")


def fingerprints(findings: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding with its name, unique in the run, in the order of their places.

    The name follows from code, file, plan and message; numbers in the message are left out, as they hold lines.
    Findings that are alike in all of these are numbered in their order.
    """
    seen: set[str] = set()
    for finding in sorted(findings, key=Diagnostic.sort_key):
        salt = 0
        while (name := _name(finding, salt)) in seen:
            salt += 1
        seen.add(name)
        yield finding, name


def _name(finding: Diagnostic, salt: int) -> str:
    file = finding.place.file if finding.place else ""
    parts = (finding.code, file, finding.subject, _NUMBERS.sub("#", finding.message), str(salt))
    # The length of each part keeps two different lists of parts from making the same text.
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
