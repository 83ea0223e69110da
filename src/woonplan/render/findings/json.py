"""Findings as JSON: versioned; within a version keys are only added."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan import __version__
from woonplan.diagnostics import Diagnostic, Tally
from woonplan.render.findings.text import numbers
from woonplan.render.findings.tools import fingerprints
from woonplan.render.json import ascii_json
from woonplan.tables import Json

SCHEMA_VERSION = 1


def render_findings_json(findings: Iterable[Diagnostic], tally: Tally) -> str:
    """Return the findings and what was looked at; known findings stand apart."""
    found = list(findings)
    errors, warnings = numbers(found)
    content: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "programma": {"naam": "woonplan", "versie": __version__},
        "gecontroleerd": {"bestanden": list(tally.files), "plannen": tally.records},
        "aantallen": {
            "fout": errors,
            "waarschuwing": warnings,
            "bekend": len(tally.known),
            "niet_te_beoordelen": sum(item.count for item in tally.undecided),
        },
        "alleen_vorm": list(tally.skipped),
        "niet_te_lezen": list(tally.unread),
        "zonder_plannen": list(tally.empty),
        "fictief": list(tally.fictief),
        "bevindingen": [_finding(finding, name) for finding, name in fingerprints(found)],
        "bekend": [_finding(finding, name) for finding, name in fingerprints(tally.known)],
        "niet_te_beoordelen": [
            {"regel": item.code, "onbekend": item.missing, "aantal": item.count} for item in tally.undecided
        ],
    }
    return ascii_json(content)


def _finding(finding: Diagnostic, fingerprint: str) -> Json:
    place = finding.place
    where: Json = None
    if place is not None and place.file:
        where = {"bestand": place.file, "regel": place.line or None, "kolom": place.column or None}
    return {
        "code": finding.code,
        "ernst": str(finding.severity),
        "melding": finding.message,
        "advies": finding.hint,
        "plaats": where,
        "plan": finding.subject or None,
        "fragment": finding.excerpt,
        "vingerafdruk": fingerprint,
    }
