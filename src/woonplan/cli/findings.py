"""Findings in the form that was asked for, with their files as the receiver names them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from woonplan.cli.checking import Outcome
from woonplan.cli.streams import put_text, refuse_place, say, write
from woonplan.diagnostics import Diagnostic, Severity, quote, reason
from woonplan.render.findings.text import first_of_many, render_findings, total_lines

TABLES = ("csv", "csv-nl", "xlsx")
"""The formats that are a table, for whoever mends a register with a spreadsheet beside it."""


def deliver_findings(
    outcome: Outcome, form: str, output: Path | None, fail_on: Severity, *, everything: bool = False
) -> None:
    """Write the findings in one of the formats of `check`, and the total where the format has no place for it."""
    if form in TABLES:
        _deliver_table(outcome, form, output)
        return
    text = _rendered(outcome, form, fail_on, everything=everything, whole=everything or output is not None)
    if form == "github":
        _summarise(outcome)
    if output is not None:
        refuse_place(output)
        write(output, text.encode("utf-8"))
    else:
        put_text(text, None if form in ("text", "concise") else "utf-8")
    if output is not None or form in ("json", "gitlab", "sarif", "junit"):
        say(total_lines(outcome.findings, outcome.tally, detailed=False) + "\n")


def _deliver_table(outcome: Outcome, form: str, output: Path | None) -> None:
    from woonplan.cli.delivery import deliver
    from woonplan.report.findings import findings_document

    total = total_lines(outcome.findings, outcome.tally, detailed=False)
    deliver(findings_document(outcome.findings, total, outcome.datasets), form, output)
    say(f"{total}\n")


def _rendered(outcome: Outcome, form: str, fail_on: Severity, *, everything: bool, whole: bool) -> str:
    """Return the findings in a format; of rules with many the first where it is for a screen and not ``whole``.

    ``everything`` puts before them what is accepted.
    """
    findings, tally = outcome.findings, outcome.tally
    match form:
        case "json":
            from woonplan.render.findings.json import render_findings_json

            return render_findings_json(findings, tally)
        case "github":
            from woonplan.render.findings.github import render_github

            return render_github(_from_root(findings, "GITHUB_WORKSPACE"), total_lines(findings, tally))
        case "gitlab":
            from woonplan.render.findings.json import render_gitlab

            return render_gitlab(_from_root(findings, "CI_PROJECT_DIR"), next(iter(tally.files), "woonplan"))
        case "junit":
            from woonplan.render.findings.junit import render_junit

            return render_junit(findings, tally, fail_on)
        case "sarif":
            from woonplan.checks.document import rule_text
            from woonplan.checks.registry import every_rule
            from woonplan.render.findings.sarif import render_sarif

            texts = {rule.code: rule_text(rule) for rule in every_rule()}
            return render_sarif(_from_root(findings, "GITHUB_WORKSPACE", whole=True), texts)
    concise = form == "concise"
    bekend = (
        f"Bekend:\n{render_findings(tally.bekend, concise=concise, total='')}\n" if everything and tally.bekend else ""
    )
    whole = whole or concise
    shown, rest = (findings, "") if whole else first_of_many(findings)
    total = total_lines(findings, tally, detailed=not concise, everything=whole)
    return bekend + render_findings(shown, concise=concise, total=f"{rest}{total}")


def _from_root(findings: Iterable[Diagnostic], variable: str, *, whole: bool = False) -> list[Diagnostic]:
    """Return findings with their files counted from the root of the repository, as the receiver names them.

    ``variable`` names the root in the environment. Names have slashes; a file outside the root keeps its
    name, or has its ``whole`` path.
    """
    try:
        here = Path.cwd()
    except OSError:
        # The folder that this runs in was taken away: names cannot be counted from anywhere.
        return list(findings)
    in_git = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
    root = os.environ.get(variable) or next(in_git, here)
    base = _absolute(root)

    @cache
    def named(file: str) -> str:
        full = _absolute(file)
        return full.relative_to(base).as_posix() if full.is_relative_to(base) else full.as_posix() if whole else file

    return [
        f._replace(place=f.place._replace(file=named(f.place.file))) if f.place and f.place.file else f
        for f in findings
    ]


def _absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links out of the repository


def _summarise(outcome: Outcome) -> None:
    """Append the totals to the summary of the GitHub step, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from woonplan.render.markdown import escape

    counts: Counter[tuple[str, str]] = Counter()
    for finding in outcome.findings:
        counts[finding.code, str(finding.severity)] += finding.number
    total = total_lines(outcome.findings, outcome.tally, detailed=False)
    lines = ["### woonplan check", "", *map(escape, total.splitlines()), ""]
    if counts:
        lines += ["| regel | ernst | aantal |", "|---|---|--:|"]
        lines += [f"| {code} | {severity} | {count} |" for (code, severity), count in sorted(counts.items())]
        lines.append("")
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except (OSError, ValueError) as error:
        why = f"de samenvatting is niet geschreven naar {quote(path)} (GITHUB_STEP_SUMMARY): {reason(error)}."
        say(f"Let op: {why}\n")
