"""SARIF that its published schema accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.render.findings.findings_set import (
    FINDINGS,
    RULES,
    WHOLE,
)
from woonplan.diagnostics import Diagnostic
from woonplan.render.findings.sarif import render_sarif

SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
"""The published schema of SARIF 2.1.0, as SchemaStore publishes it."""


def sarif(findings: tuple[Diagnostic, ...] = FINDINGS) -> Any:
    log = json.loads(render_sarif(findings, RULES))
    jsonschema.validate(log, SARIF, cls=jsonschema.Draft4Validator)
    return log


def test_sarif_is_valid_and_complete() -> None:
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["WP001", "WP004", "WP101", "WP103", "WP401"]
    assert rules[3]["help"]["markdown"].startswith("**Wat.**")
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(FINDINGS)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]].count("warning") == 1
    assert len({result["partialFingerprints"]["woonplan/v1"] for result in run["results"]}) == len(FINDINGS)


def test_sarif_places_are_relative_addresses() -> None:
    results = {result["ruleId"]: result for result in sarif()["runs"][0]["results"]}
    assert "locations" not in results["WP001"]
    location = results["WP101"]["locations"][0]["physicalLocation"]
    # Every character of the name that means something in an address is written as its code in UTF-8.
    assert location["artifactLocation"]["uri"] == "data/plannen%2C%2050%25%3A%20a%20b%23%3F%C3%A9.yaml"
    assert location["region"] == {"startLine": 3, "startColumn": 1}
    assert "region" not in results["WP004"]["locations"][0]["physicalLocation"]


def test_sarif_of_nothing_and_of_a_code_without_text() -> None:
    assert sarif(())["runs"][0]["results"] == []
    assert sarif((WHOLE._replace(code="WP198"),))["runs"][0]["tool"]["driver"]["rules"] == [{"id": "WP198"}]


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render_sarif(FINDINGS, RULES))
    log["runs"][0]["results"][0]["level"] = "fout"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF, cls=jsonschema.Draft4Validator)
