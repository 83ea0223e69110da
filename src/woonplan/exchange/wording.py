"""Findings and changes as lines that somebody with a spreadsheet understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.exchange.cells import letter, listed
from woonplan.exchange.register.merging import Merged

MOST_CHANGES = 200
"""Plans that are shown one by one."""

_SEVERITIES = {Severity.FOUT: "fout", Severity.WAARSCHUWING: "let op"}


def finding_lines(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the findings by file, row and column; those that say the same of several rows as one."""
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for finding in sorted(findings, key=Diagnostic.sort_key):
        place = finding.place
        at = (place.file, place.column) if place else ("", 0)
        key = (finding.code, finding.severity, *at, finding.message, finding.hint)
        groups.setdefault(key, []).append(finding)
    for group in groups.values():
        first = group[0]
        names = list(dict.fromkeys(f.subject for f in group if f.subject))
        about = f" ({quote(names[0], 60)})" if len(names) == 1 else ""
        places = where([f.place for f in group if f.place])
        yield f"{places}{first.code} {_SEVERITIES[first.severity]}{about}: {first.message}"
        if first.hint:
            yield f"  -> {first.hint}"


def where(places: list[Place]) -> str:
    """Return a place as a person counts it: file and sheet, row, and the letter of the column."""
    if not places:
        return ""
    first = places[0]
    rows = [place.line for place in places if place.line]
    if not rows:
        return f"{first.file}: "
    if first.file.endswith((".yaml", ".yml", ".json")):
        return f"{first}: "
    noun = "rij" if len(set(rows)) == 1 else "rijen"
    column = f", kolom {letter(first.column)}" if first.column else ""
    return f"{first.file}, {noun} {listed(rows)}{column}: "


def counted(findings: Iterable[Diagnostic]) -> str:
    """Return the number of errors and remarks in words."""
    numbers = dict.fromkeys(Severity, 0)
    for finding in findings:
        numbers[finding.severity] += finding.number
    errors, warnings = numbers[Severity.FOUT], numbers[Severity.WAARSCHUWING]
    return f"{errors} {'fout' if errors == 1 else 'fouten'}, {warnings} keer let op"


def left_lines(merged: Merged) -> Iterator[str]:
    """Yield what the register keeps as somebody wrote it, where the file has something else."""
    for plan_id in merged.kept[:MOST_CHANGES]:
        yield f"  blijft   {plan_id}: met de hand gewijzigd, en het bestand zegt niets nieuws of het register gaat voor"
    for plan_id in merged.removed[:MOST_CHANGES]:
        yield f"  blijft weg {plan_id}: met de hand verwijderd (--conflict bestand zet het terug)"


def totals(merged: Merged) -> str:
    """Return how many plans are new, changed, the same and gone."""
    new = sum(change.existing is None for change in merged.changes)
    gone = sum(change.gone for change in merged.changes)
    changed = len(merged.changes) - new - gone
    parts = [f"{new} nieuw", f"{changed} gewijzigd", f"{merged.same} gelijk", f"{gone} verdwenen"]
    if merged.kept:
        parts.append(f"{len(merged.kept)} met de hand gewijzigd en zo gelaten")
    if merged.removed:
        parts.append(f"{len(merged.removed)} met de hand verwijderd en zo gelaten")
    return ", ".join(parts)
