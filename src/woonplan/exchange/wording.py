"""Findings and changes as lines that somebody with a spreadsheet understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.exchange.cells import letter, listed
from woonplan.exchange.register.merging import Amendment, Merged, comparable, shown

MOST_CHANGES = 200
"""Changed plans that are shown one by one."""

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


def change_lines(merged: Merged) -> Iterator[str]:
    """Yield what would change in the register, plan by plan."""
    for change in merged.changes[:MOST_CHANGES]:
        yield _change(change)
    if len(merged.changes) > MOST_CHANGES:
        yield f"  en {len(merged.changes) - MOST_CHANGES} andere plannen"
    for plan_id in merged.kept[:MOST_CHANGES]:
        yield f"  blijft   {plan_id}: met de hand gewijzigd, en het bestand zegt niets nieuws of het register gaat voor"
    for plan_id in merged.removed[:MOST_CHANGES]:
        yield f"  blijft weg {plan_id}: met de hand verwijderd (--conflict bestand zet het terug)"


def _change(change: Amendment) -> str:
    naam = change.data.get("naam", "")
    if change.existing is None:
        return f"  nieuw    {change.plan_id}: {naam}{_homes(change.data)}"
    if change.gone:
        return f"  weg      {change.plan_id}: {naam} (telt niet meer mee)"
    old, new = change.existing.data, change.data
    fields = [
        f"{key}: {shown(old.get(key))} -> {shown(new.get(key))}"
        for key in [*new, *(k for k in old if k not in new)]
        if key not in ("bron", "vindplaats") and comparable(old.get(key)) != comparable(new.get(key))
    ]
    return f"  gewijzigd {change.plan_id}: {'; '.join(fields)}"


def _homes(data: dict[str, Any]) -> str:
    for key in ("restant", "woningen"):
        if key in data:
            return f", {key} {data[key]}"
    return ""


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
