"""Run rules over one register state: what they found, and how often they could not judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from woonplan.checks.rule import Rule, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity, Unjudged


class Checked(NamedTuple):
    """What came out of one run over one register state."""

    findings: tuple[Diagnostic, ...]
    undecided: tuple[Unjudged, ...]
    """Per rule and what is missing, in the order of their codes."""
    records: int
    """Records of the state that were looked at."""
    files: tuple[str, ...]
    unjudged: frozenset[tuple[str, str]] = frozenset()
    """Code and plan of every judgement that could not be given; with '' where it may be about any plan."""


def run(subject: Subject, rules: Iterable[Rule], severities: Mapping[str, Severity] | None = None) -> Checked:
    """Return the outcome of the rules, in one pass per rule.

    Args:
        subject: The register state, with the agreements and known deviations beside it.
        rules: The rules to run; those without a function are what the loader found already.
        severities: Severity per code, for findings of which it must be another than the rule says.
    """
    findings: list[Diagnostic] = []
    missing: Counter[tuple[str, str]] = Counter()
    unjudged: set[tuple[str, str]] = set()
    for rule in rules:
        if rule.check is None:
            continue
        for outcome in rule.check(subject):
            if isinstance(outcome, Undecided):
                missing[outcome.code, outcome.missing] += 1
                unjudged.update((outcome.code, plan) for plan in outcome.plans or ("",))
            else:
                findings.append(outcome)
    invoer = [*subject.dataset.invoer]
    invoer += [extra for extra in (subject.agenda_invoer, subject.bekend_invoer) if extra is not None]
    return Checked(
        findings=tuple(with_severity(findings, severities) if severities else findings),
        undecided=as_unjudged(missing),
        records=sum(len(deel.inhoud.plannen) for deel in subject.dataset.stand.delen),
        files=tuple(i.bestand for i in invoer),
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
