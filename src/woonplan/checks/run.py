"""Run rules over one register state: what they found, and how often they could not judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from woonplan.checks.subject import Check, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity, Unjudged
from woonplan.rule import Rule


class Checked(NamedTuple):
    """What came out of one run over one register state."""

    findings: tuple[Diagnostic, ...]
    undecided: tuple[Unjudged, ...]
    """Per rule and what is missing, in the order of their codes."""
    unjudged: frozenset[tuple[str, str]]
    """Code and plan of every judgement that could not be given; with '' where it may be about any plan."""


def run(subject: Subject, rules: Iterable[Rule], severities: Mapping[str, Severity] | None = None) -> Checked:
    """Return the outcome of the rules, in one pass per rule.

    Args:
        subject: The register state, with the agreements beside it.
        rules: The rules to run; those without a function are what the loader found already.
        severities: Severity per code, for findings of which it must be another than the rule says.
    """
    findings: list[Diagnostic] = []
    missing: Counter[tuple[str, str]] = Counter()
    unjudged: set[tuple[str, str]] = set()
    for rule in rules:
        for outcome in rule.find(subject) if isinstance(rule, Check) else ():
            if isinstance(outcome, Undecided):
                missing[outcome.code, outcome.missing] += 1
                unjudged.update((outcome.code, plan) for plan in outcome.plans or ("",))
            else:
                findings.append(outcome)
    return Checked(
        findings=tuple(with_severity(findings, severities) if severities else findings),
        undecided=as_unjudged(missing),
        unjudged=frozenset(unjudged),
    )


def with_severity(findings: Iterable[Diagnostic], severities: Mapping[str, Severity]) -> list[Diagnostic]:
    """Return the findings with the severity that their code has in ``severities``, where it is there."""
    return [
        replace(finding, severity=severities[finding.code]) if finding.code in severities else finding
        for finding in findings
    ]


def as_unjudged(missing: Mapping[tuple[str, str], int]) -> tuple[Unjudged, ...]:
    """Return counts per code and missing word in a fixed order."""
    return tuple(Unjudged(code, word, missing[code, word]) for code, word in sorted(missing))
