"""The report of GitLab lists every finding."""

from __future__ import annotations

import json

from tests.render.findings.findings_set import (
    FILE,
    FINDINGS,
)
from woonplan.render.findings.json import render_gitlab


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
