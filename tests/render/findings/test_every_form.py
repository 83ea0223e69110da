"""What holds of findings in every form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render.findings.findings_set import (
    FINDINGS,
    RULES,
    TALLY,
)
from woonplan.diagnostics import Diagnostic, Place
from woonplan.render.findings.github import render_github
from woonplan.render.findings.json import render_findings_json, render_gitlab
from woonplan.render.findings.junit import render_junit
from woonplan.render.findings.sarif import render_sarif
from woonplan.render.findings.text import render_findings, total_lines


@pytest.mark.parametrize("order", [FINDINGS, FINDINGS[::-1]])
def test_every_format_gives_the_same_whatever_the_order(order: tuple[Diagnostic, ...]) -> None:
    assert render_findings(order) == render_findings(FINDINGS)
    assert render_github(order) == render_github(FINDINGS)
    assert render_gitlab(order) == render_gitlab(FINDINGS)
    assert render_sarif(order, RULES) == render_sarif(FINDINGS, RULES)
    assert render_junit(order, TALLY) == render_junit(FINDINGS, TALLY)
    assert render_findings_json(order, TALLY) == render_findings_json(FINDINGS, TALLY)


def test_no_format_lets_a_character_act() -> None:
    every = "".join(map(chr, range(0x2100))) + "\udcff\U000e0001"
    found = [Diagnostic("WP101", every, Place(every, 1, 1), every, excerpt=every)]
    tally = replace(TALLY, files=(every,), skipped=(every,))
    for text in (
        render_findings(found, total=total_lines(found, tally)),
        render_github(found),
        render_gitlab(found),
        render_sarif(found, RULES),
        render_findings_json(found, tally),
        render_junit(found, tally),
    ):
        assert all(c.isprintable() or c in "\n\u00a0" for c in text)
        text.encode("utf-8")
