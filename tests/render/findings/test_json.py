"""Our own JSON has everything, as it is; the report of GitLab lists every finding."""

from __future__ import annotations

import json

from tests.render.findings.findings_set import (
    ACTING,
    FILE,
    FINDINGS,
    TALLY,
)
from woonplan.render.findings.json import render_findings_json, render_gitlab


def test_json_has_everything() -> None:
    content = json.loads(render_findings_json(FINDINGS, TALLY))
    assert content["schema_version"] == 1
    assert content["gecontroleerd"] == {"bestanden": ["data/gemeenten.yaml", "data/plannen.yaml"], "plannen": 40}
    assert content["aantallen"] == {"fout": 5, "waarschuwing": 1, "bekend": 1, "niet_te_beoordelen": 12}
    assert content["alleen_vorm"] == ["data/oud.yaml"]
    assert content["niet_te_beoordelen"][0] == {"regel": "WP402", "onbekend": "woningen", "aantal": 11}
    assert content["bekend"][0]["code"] == "WP401"
    found = {entry["code"]: entry for entry in content["bevindingen"]}
    assert found["WP001"]["plaats"] is None
    assert found["WP004"]["plaats"] == {"bestand": "data/x.yaml", "regel": None, "kolom": None}
    assert found["WP401"]["plan"] == "a"
    assert found["WP401"]["ernst"] == "waarschuwing"
    # A program gets the text as it is.
    assert found["WP101"]["melding"] == ACTING.message


def test_gitlab_lists_every_finding() -> None:
    entries = json.loads(render_gitlab(FINDINGS))
    assert len(entries) == len(FINDINGS)
    assert len({entry["fingerprint"] for entry in entries}) == len(FINDINGS)
    by_code = {entry["check_name"]: entry for entry in entries}
    assert by_code["WP401"]["severity"] == "minor"
    assert by_code["WP004"]["severity"] == "major"
    assert by_code["WP401"]["description"].startswith("WP401: plan 'a': locatie")
    assert by_code["WP401"]["description"].endswith("Voeg samen.")
    assert by_code["WP401"]["location"] == {"path": "data/plannen.yaml", "lines": {"begin": 9}}
    assert by_code["WP004"]["location"] == {"path": "data/x.yaml", "lines": {"begin": 1}}
    assert by_code["WP001"]["location"] == {"path": "woonplan", "lines": {"begin": 1}}
    assert by_code["WP101"]["location"]["path"] == FILE
    assert json.loads(render_gitlab(())) == []
