"""Findings as text: one line each, the source line under it, and the total last."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import combining, east_asian_width

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.render.safe import safe

_BEFORE = 60
_AFTER = 40


def render_findings(findings: Iterable[Diagnostic], *, concise: bool = False, total: str | None = None) -> str:
    """Return findings sorted by place; with a caret under the place and a suggestion unless ``concise``.

    ``total`` takes the place of the number of findings on the last line.
    """
    ordered = sorted(findings, key=Diagnostic.sort_key)
    lines: list[str] = []
    for finding in ordered:
        place = f"{safe(str(finding.place))}: " if finding.place else ""
        lines.append(f"{place}{finding.code} {finding.severity}: {safe(finding.message)}")
        if not concise:
            lines += _excerpt(finding)
        if finding.hint:
            lines.append(f"  -> {safe(finding.hint)}")
    lines.append(f"{count(ordered)}.")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Diagnostic) -> list[str]:
    place = finding.place
    if place is None or not place.column or not finding.excerpt.strip():
        return []
    start = max(0, place.column - 1 - _BEFORE)
    before = safe(finding.excerpt[start : place.column - 1])
    after = safe(finding.excerpt[place.column - 1 : place.column - 1 + _AFTER])
    return [f"    | {before}{after}", f"    | {' ' * _columns(before)}^"]


def _columns(text: str) -> int:
    """Return how many columns a terminal gives to text: two to a wide character, none to an accent on its own."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def count(findings: Iterable[Diagnostic]) -> str:
    """Return the number of findings in words: ``2 fouten, 1 waarschuwing``."""
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count(Severity.FOUT), severities.count(Severity.WAARSCHUWING)
    parts = [f"{errors} {'fout' if errors == 1 else 'fouten'}"]
    if warnings:
        parts.append(f"{warnings} {'waarschuwing' if warnings == 1 else 'waarschuwingen'}")
    return ", ".join(parts)
