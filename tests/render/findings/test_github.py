"""Annotations of a workflow: errors first, and nothing of a file commands the runner."""

from __future__ import annotations

import re

from tests.render.findings.findings_set import (
    ACTING,
    FINDINGS,
)
from woonplan.diagnostics import Diagnostic, Place
from woonplan.render.findings.github import render_github
from woonplan.render.findings.text import render_findings

TOTAL = "2 bestanden, 40 plannen gecontroleerd: 5 fouten, 1 waarschuwing (en 1 bekend), 12 keer niet te beoordelen"


def test_github_annotates_errors_first_and_then_writes_the_whole_text() -> None:
    lines = render_github(FINDINGS, TOTAL).splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    assert lines[: len(annotations)] == annotations
    assert [line.split(" ", 1)[0] for line in annotations] == ["::error"] * 5 + ["::warning"]
    assert annotations[0] == "::error title=WP001::WP001 er is niets te lezen%0AControleer de map."
    assert annotations[2] == (
        "::error file=data/plannen.yaml,line=20,col=15,title=WP103::"
        "data/plannen.yaml:20:15: WP103 plan 'b': woningen '2.000' is geen geheel getal%0ABedoelt u 2000?"
    )
    assert "::error file=data/x.yaml,title=WP004::data/x.yaml: WP004 'x.yaml' is opgeslagen als UTF-16" in lines[4]
    text = render_findings(FINDINGS, total=TOTAL).splitlines()
    assert [line.strip() for line in lines[len(annotations) :]] == [line.strip() for line in text]


def test_github_escapes_what_the_runner_acts_on() -> None:
    (annotation, *text) = render_github([ACTING]).splitlines()
    match = re.fullmatch(r"::error file=([^:,]*),line=3,col=1,title=WP101::(.*)", annotation)
    assert match is not None
    assert match[1] == "data/plannen%2C 50%25%3A a b#?é.yaml"
    assert "%" not in re.sub("%(25|0A|3A|2C)", "", match[0])
    assert "50%25 a:b,c\\r\\nd::error::e\\x1b[31m" in match[2]
    # Nothing in the text is a command of its own.
    assert [line for line in text if line.lstrip().startswith("::") or "##[" in line] == []


def test_github_makes_a_line_that_begins_as_a_command_inert() -> None:
    found = Diagnostic("WP101", "m", Place("::error::x", 1, 1))
    lines = render_github([found]).splitlines()
    assert lines[1].startswith("\\x3a:error::x:1:1: WP101")
    assert len([line for line in lines if line.startswith("::")]) == 1


def test_github_without_findings_is_the_total() -> None:
    assert render_github((), "niets") == "niets\n"
