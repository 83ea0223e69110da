"""Findings as JSON: our own (versioned: within a version keys are only added), and that of Code Quality in GitLab."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan import __version__
from woonplan.diagnostics import Diagnostic, Severity, Tally
from woonplan.render.findings.text import numbers
from woonplan.render.findings.tools import fingerprints, sentence
from woonplan.render.json import ascii_json
from woonplan.tables.cell import Json

SCHEMA_VERSION = 1

_OF_GITLAB = {Severity.FOUT: "major", Severity.WAARSCHUWING: "minor"}


def render_findings_json(findings: Iterable[Diagnostic], tally: Tally) -> str:
    """Return the findings and what was looked at; known findings stand apart."""
    found = list(findings)
    errors, warnings = numbers(found)
    content: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "programma": {"naam": "woonplan", "versie": __version__},
        "gecontroleerd": {
            "bestanden": list(tally.files),
            "plannen": tally.records,
            "niet_openbaar": tally.niet_openbaar,
        },
        "aantallen": {
            "fout": errors,
            "waarschuwing": warnings,
            "bekend": len(tally.bekend),
            "niet_te_beoordelen": sum(item.count for item in tally.undecided),
        },
        "alleen_vorm": list(tally.skipped),
        "niet_te_lezen": list(tally.unread),
        "niet_gelezen": list(tally.besides),
        "zonder_plannen": list(tally.empty),
        "fictief": list(tally.fictief),
        "niet_afgesproken": list(tally.niet_afgesproken),
        "bevindingen": [_finding(finding, name) for finding, name in fingerprints(found)],
        "bekend": [_finding(finding, name) for finding, name in fingerprints(tally.bekend)],
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


def render_gitlab(findings: Iterable[Diagnostic], default_file: str = "woonplan") -> str:
    """Return the report; GitLab asks for a place, so a finding without one stands at line 1 of ``default_file``."""
    return ascii_json([_entry(finding, name, default_file) for finding, name in fingerprints(findings)])


def _entry(finding: Diagnostic, fingerprint: str, default_file: str) -> Json:
    place = finding.place
    return {
        # GitLab shows no check_name, so the code is in the description as well.
        "description": f"{finding.code}: {sentence(finding)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _OF_GITLAB[finding.severity],
        "location": {
            "path": (place.file if place else "") or default_file,
            "lines": {"begin": max(place.line, 1) if place else 1},
        },
    }
