"""Findings as a Code Quality report of GitLab: a JSON list."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.render.findings.tools import fingerprints, sentence
from woonplan.render.json import ascii_json

_SEVERITIES = {Severity.FOUT: "major", Severity.WAARSCHUWING: "minor"}


def render_gitlab(findings: Iterable[Diagnostic], default_file: str = "woonplan") -> str:
    """Return the report; GitLab asks for a place, so a finding without one stands at line 1 of ``default_file``."""
    entries = [_entry(finding, name, default_file) for finding, name in fingerprints(findings)]
    return ascii_json(entries)


def _entry(finding: Diagnostic, fingerprint: str, default_file: str) -> dict[str, object]:
    place = finding.place
    return {
        # GitLab shows no check_name, so the code is in the description as well.
        "description": f"{finding.code}: {sentence(finding)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": (place.file if place else "") or default_file,
            "lines": {"begin": max(place.line, 1) if place else 1},
        },
    }
