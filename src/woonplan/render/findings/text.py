"""Findings as text: one line each, the source line under it, and the total last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from woonplan.diagnostics import Diagnostic, Severity, Tally, Unjudged
from woonplan.numerals import amount
from woonplan.render.safe import inert, safe
from woonplan.render.terminal.wrapping import cell_width

_BEFORE = 60
_AFTER = 40
"""Characters of the line that are shown before the place, and from it; a mark of what is left out is among them."""

_LEFT_OUT = "..."

FIRST = 3
"""Of what there is much of, so many are shown on a screen."""

MANY = 5
"""More findings of one rule than this are much."""


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


def first_of_many(findings: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], str]:
    """Return the findings for a screen, of a rule that has many the first, and a line with how many are left out."""
    ordered = sorted(findings, key=Diagnostic.sort_key)
    by_rule: dict[tuple[str, Severity], list[Diagnostic]] = defaultdict(list)
    for finding in ordered:
        by_rule[finding.code, finding.severity].append(finding)
    rest = {key: found[FIRST:] for key, found in by_rule.items() if len(found) > MANY}
    if not rest:
        return tuple(ordered), ""
    left_out = {id(finding) for found in rest.values() for finding in found}
    counts = (f"{code} nog {sum(one.number for one in found)} keer" for (code, _), found in sorted(rest.items()))
    shown = tuple(finding for finding in ordered if id(finding) not in left_out)
    return shown, f"Niet getoond: {', '.join(counts)}; --all en bestanden hebben ze alle.\n"


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


def total_lines(findings: Iterable[Diagnostic], tally: Tally, *, detailed: bool = True, everything: bool = True) -> str:
    """Return what a run of checks looked at and what came out; the last line says it all.

    ``detailed`` puts above it what each rule that could not judge was missing, and what was not checked at all; without
    ``everything`` what was missing most.
    """
    few = everything or len({item.missing for item in tally.undecided}) <= FIRST
    lines = _details(tally, everything=few) if detailed else []
    lines += [f"FICTIEF: volgens {safe(file)} is dit hele register verzonnen." for file in tally.fictief]
    errors, warnings = numbers(findings)
    bekend = f" (en {len(tally.bekend)} bekend)" if tally.bekend else ""
    parts = [amount(errors, "fout", "fouten"), amount(warnings, "waarschuwing", "waarschuwingen") + bekend]
    if tally.undecided:
        codes = f" ({', '.join(dict.fromkeys(item.code for item in tally.undecided))})" if few else ""
        parts.append(f"{sum(item.count for item in tally.undecided)} keer niet te beoordelen{codes}")
    files = amount(len(tally.files), "bestand", "bestanden")
    plans = amount(tally.records, "plan", "plannen")
    closed = f" (waarvan {tally.niet_openbaar} niet openbaar)" if tally.niet_openbaar else ""
    left = [
        f"{amount(len(skipped), 'bestand', 'bestanden')} {what}"
        for what, skipped in (("nog niet op beleid", tally.skipped), ("niet te lezen", tally.unread))
        if skipped
    ]
    less = f" ({' en '.join(left)})" if left else ""
    lines.append(f"{files}, {plans}{closed} gecontroleerd{less}: {', '.join(parts)}.")
    return "\n".join(lines)


def _details(tally: Tally, *, everything: bool) -> list[str]:
    lines = []
    for what, files in (
        ("Niet gecontroleerd, want er was niets uit te lezen:", tally.unread),
        ("Alleen op vorm, verwijzingen, sommen en bron gecontroleerd, zolang de stand fouten heeft:", tally.skipped),
        ("Geen enkel plan om te controleren:", tally.empty),
        ("Niet gelezen, want geen deel van een register:", tally.besides),
    ):
        if files:
            lines += [what, *(f"  {safe(file)}" for file in files)]
    if tally.niet_afgesproken:
        lines.append(
            f"Niet beoordeeld, want agenda.yaml heeft er geen afspraak over: {', '.join(tally.niet_afgesproken)}"
        )
    if tally.undecided and not everything:
        lines += _most(tally.undecided)
    elif tally.undecided:
        lines.append("Niet te beoordelen:")
        width = max(len(str(item.count)) for item in tally.undecided)
        lines += [f"  {u.code} {u.count:>{width}} keer: {safe(u.missing)} onbekend" for u in tally.undecided]
    return lines


def _most(undecided: Iterable[Unjudged]) -> list[str]:
    """Return what was missing most, whatever the rules that missed it, and how much more there is."""
    found: dict[str, list[Unjudged]] = defaultdict(list)
    for item in undecided:
        found[item.missing].append(item)
    totals = {missing: sum(item.count for item in items) for missing, items in found.items()}
    first = sorted(totals, key=lambda missing: (-totals[missing], missing))[:FIRST]
    width = max(len(str(totals[missing])) for missing in first)
    return [
        f"Niet te beoordelen (het meeste; {len(totals) - FIRST} andere redenen met --all):",
        *(
            f"  {totals[missing]:>{width}} keer: {safe(missing)} onbekend ({', '.join(i.code for i in found[missing])})"
            for missing in first
        ),
    ]


def numbers(findings: Iterable[Diagnostic]) -> tuple[int, int]:
    """Return how many errors and warnings there are, those that are counted and not listed among them."""
    totals = dict.fromkeys(Severity, 0)
    for finding in findings:
        totals[finding.severity] += finding.number
    return totals[Severity.FOUT], totals[Severity.WAARSCHUWING]
