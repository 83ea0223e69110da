"""Findings as annotations of a GitHub workflow, with the whole text after them.

GitHub shows ten errors and ten warnings of a step, so errors come first and the log below them is complete.
"""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.render.findings.text import render_findings
from woonplan.render.findings.tools import LEVELS
from woonplan.render.safe import inert, safe


def render_github(findings: Iterable[Diagnostic], total: str | None = None) -> str:
    """Return one annotation per finding, errors first, then the findings as text with ``total`` last."""
    found = list(findings)
    ordered = sorted(found, key=lambda finding: (finding.severity is not Severity.FOUT, finding.sort_key()))
    return "".join(f"{_annotation(finding)}\n" for finding in ordered) + render_findings(found, total=total)


def _annotation(finding: Diagnostic) -> str:
    place = finding.place if finding.place and finding.place.file else None
    properties = {"file": place.file} if place else {}
    if place and place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
    properties["title"] = finding.code
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    where = f"{safe(str(place))}: " if place else ""
    hint = f"\n{safe(finding.hint)}" if finding.hint else ""
    # The place again in the text: the list of annotations does not show it.
    message = f"{where}{finding.code} {safe(finding.message)}{hint}"
    return f"::{LEVELS[finding.severity]} {given}::{_data(inert(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(inert(safe(text))).replace(":", "%3A").replace(",", "%2C")
