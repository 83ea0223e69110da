"""Findings as text: one line each, the source line under it, and the total last."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.diagnostics import Diagnostic, Severity, Tally
from woonplan.numerals import amount
from woonplan.render.safe import inert, safe
from woonplan.render.terminal.wrapping import cell_width

_BEFORE = 60
_AFTER = 40
"""Characters of the line that are shown before the place, and from it; a mark of what is left out is among them."""

_LEFT_OUT = "..."


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
        if finding.hint and not concise:
            lines.append(f"  -> {safe(finding.hint)}")
    lines.append(f"{count(ordered)}." if total is None else total)
    return inert("\n".join(lines)) + "\n"


def _excerpt(finding: Diagnostic) -> list[str]:
    place = finding.place
    if place is None or not place.column or not finding.excerpt.strip():
        return []
    at = place.column - 1 - finding.left_out
    before, after = finding.excerpt[:at], finding.excerpt[at:]
    if len(before) > _BEFORE:
        before = _LEFT_OUT + before[len(_LEFT_OUT) - _BEFORE :]
    if len(after) > _AFTER:
        after = after[: _AFTER - len(_LEFT_OUT)] + _LEFT_OUT
    before = safe(before)
    return [f"    | {before}{safe(after)}", f"    | {' ' * cell_width(before)}^"]


def count(findings: Iterable[Diagnostic]) -> str:
    """Return the number of findings in words: ``2 fouten, 1 waarschuwing``."""
    errors, warnings = numbers(findings)
    found = amount(errors, "fout", "fouten")
    return f"{found}, {amount(warnings, 'waarschuwing', 'waarschuwingen')}" if warnings else found


def total_lines(findings: Iterable[Diagnostic], tally: Tally, *, detailed: bool = True) -> str:
    """Return what a run of checks looked at and what came out; the last line says it all.

    ``detailed`` puts above it what each rule that could not judge was missing, and what was not checked at all.
    """
    lines = _details(tally) if detailed else []
    lines += [f"FICTIEF: volgens {safe(file)} is dit hele register verzonnen." for file in tally.fictief]
    errors, warnings = numbers(findings)
    bekend = f" (en {len(tally.bekend)} bekend)" if tally.bekend else ""
    parts = [amount(errors, "fout", "fouten"), amount(warnings, "waarschuwing", "waarschuwingen") + bekend]
    if tally.undecided:
        codes = ", ".join(dict.fromkeys(item.code for item in tally.undecided))
        parts.append(f"{sum(item.count for item in tally.undecided)} keer niet te beoordelen ({codes})")
    files = amount(len(tally.files), "bestand", "bestanden")
    plans = amount(tally.records, "plan", "plannen")
    closed = f" (waarvan {tally.niet_openbaar} niet openbaar)" if tally.niet_openbaar else ""
    lines.append(f"{files}, {plans}{closed} gecontroleerd: {', '.join(parts)}.")
    return "\n".join(lines)


def _details(tally: Tally) -> list[str]:
    lines = []
    for what, files in (
        ("Niet gecontroleerd, want er was niets uit te lezen:", tally.unread),
        ("Alleen op vorm, verwijzingen en sommen gecontroleerd, zolang de stand fouten heeft:", tally.skipped),
        ("Geen enkel plan om te controleren:", tally.empty),
    ):
        if files:
            lines += [what, *(f"  {safe(file)}" for file in files)]
    if tally.niet_afgesproken:
        lines.append(
            f"Niet beoordeeld, want agenda.yaml heeft er geen afspraak over: {', '.join(tally.niet_afgesproken)}"
        )
    if tally.undecided:
        lines.append("Niet te beoordelen:")
        width = max(len(str(item.count)) for item in tally.undecided)
        lines += [f"  {u.code} {u.count:>{width}} keer: {safe(u.missing)} onbekend" for u in tally.undecided]
    return lines


def numbers(findings: Iterable[Diagnostic]) -> tuple[int, int]:
    """Return how many errors and warnings there are, those that are counted and not listed among them."""
    totals = dict.fromkeys(Severity, 0)
    for finding in findings:
        totals[finding.severity] += finding.number
    return totals[Severity.FOUT], totals[Severity.WAARSCHUWING]
