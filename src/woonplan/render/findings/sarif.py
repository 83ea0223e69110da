"""Findings as SARIF 2.1.0, for tools that collect the findings of many programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from urllib.parse import quote as percent

from woonplan import __version__
from woonplan.diagnostics import Diagnostic, Place, RuleText
from woonplan.render.findings.tools import LEVELS, fingerprints, sentence
from woonplan.render.json import ascii_json
from woonplan.tables.cell import Json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(findings: Iterable[Diagnostic], rules: Mapping[str, RuleText]) -> str:
    """Return the log of one run.

    Args:
        findings: The findings; their files are relative to the root of the repository.
        rules: Texts by code; those of the rules that occur are written, a code without text gets none.
    """
    named = list(fingerprints(findings))
    codes = sorted({finding.code for finding, _ in named})
    index = {code: number for number, code in enumerate(codes)}
    driver = {
        "name": "woonplan",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, rules.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, name, index[finding.code]) for finding, name in named],
    }
    return ascii_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, text: RuleText | None) -> Json:
    if text is None:
        return {"id": code}
    return {
        "id": code,
        "name": text.name,
        "shortDescription": {"text": text.name},
        "fullDescription": {"text": text.summary},
        "help": {"text": text.help, "markdown": text.markdown},
    }


def _result(finding: Diagnostic, fingerprint: str, rule_index: int) -> Json:
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": {"text": sentence(finding)},
        "partialFingerprints": {"woonplan/v1": fingerprint},
    }
    if finding.place is not None and finding.place.file:
        result["locations"] = [{"physicalLocation": _location(finding.place)}]
    return result


def _location(place: Place) -> Json:
    # '/' separates folders; everything else that has a meaning in an address is written as %XX.
    uri = percent(place.file, safe="/", errors="surrogatepass")
    # A relative address counts from the root; what lies elsewhere has a whole one.
    elsewhere = PurePath(place.file).is_absolute()
    location: dict[str, Json] = {
        "artifactLocation": {"uri": f"file://{'/' * (uri[:1] != '/')}{uri}" if elsewhere else uri},
    }
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    return location
