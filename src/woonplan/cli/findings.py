"""Findings in the form that was asked for, with their files as the receiver names them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from woonplan.diagnostics import Diagnostic, quote
from woonplan.render.findings.text import render_findings, total_lines
from woonplan.system import reason

if TYPE_CHECKING:
    from woonplan.cli.checking import Outcome


def rendered(outcome: Outcome, form: str, *, everything: bool = False) -> str:
    """Return the findings as text in one of the formats of `check`."""
    findings, tally = outcome.findings, outcome.tally
    if form == "json":
        from woonplan.render.findings.json import render_findings_json

        return render_findings_json(findings, tally)
    if form in ("text", "concise"):
        concise = form == "concise"
        total = total_lines(findings, tally, detailed=not concise)
        if not everything or not tally.known:
            return render_findings(findings, concise=concise, total=total)
        known = render_findings(tally.known, concise=concise, total="")
        return f"Bekend:\n{known}\n{render_findings(findings, concise=concise, total=total)}"
    placed = relative(findings, _root(form))
    if form == "github":
        from woonplan.render.findings.github import render_github

        return render_github(placed, total_lines(findings, tally))
    if form == "gitlab":
        from woonplan.render.findings.gitlab import render_gitlab

        return render_gitlab(placed, next(iter(tally.files), "woonplan"))
    from woonplan.checks.document import rule_text
    from woonplan.checks.registry import REGELS
    from woonplan.render.findings.sarif import render_sarif

    return render_sarif(placed, {rule.code: rule_text(rule) for rule in REGELS})


def _root(form: str) -> Path:
    """Return the folder that the receiver counts paths from: the root of the repository."""
    given = os.environ.get("CI_PROJECT_DIR" if form == "gitlab" else "GITHUB_WORKSPACE")
    here = Path.cwd()
    if given:
        return Path(given)
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def relative(findings: Iterable[Diagnostic], root: Path) -> list[Diagnostic]:
    """Return findings with their files counted from ``root``, with slashes; a file outside it keeps its name."""
    names: dict[str, str] = {}
    moved: list[Diagnostic] = []
    for finding in findings:
        place = finding.place
        if place is None or not place.file:
            moved.append(finding)
            continue
        if place.file not in names:
            full = Path(os.path.abspath(place.file))  # noqa: PTH100 - resolve() would follow links out of the repository
            base = Path(os.path.abspath(root))  # noqa: PTH100
            names[place.file] = full.relative_to(base).as_posix() if full.is_relative_to(base) else place.file
        moved.append(replace(finding, place=place._replace(file=names[place.file])))
    return moved


def step_summary(outcome: Outcome) -> str | None:
    """Append the totals to the summary of the GitHub step, where there is one; return why that failed."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return None
    counts: Counter[tuple[str, str]] = Counter()
    for finding in outcome.findings:
        counts[finding.code, str(finding.severity)] += finding.number
    lines = ["### woonplan check", "", total_lines(outcome.findings, outcome.tally, detailed=False), ""]
    if counts:
        lines += ["| regel | ernst | aantal |", "|---|---|--:|"]
        lines += [f"| {code} | {severity} | {count} |" for (code, severity), count in sorted(counts.items())]
        lines.append("")
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except (OSError, ValueError) as error:
        return f"de samenvatting is niet geschreven naar {quote(path)} (GITHUB_STEP_SUMMARY): {reason(error)}."
    return None
