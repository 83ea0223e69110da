"""What the rules on policy and provenance look at, and what comes out: a finding, or that they could not judge.

One run takes rules over one register state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from woonplan.checks.afspraken import cited
from woonplan.diagnostics import Diagnostic, Place, Severity, Unjudged
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.stand import Invoer, Standdeel
from woonplan.rule import Rule


@dataclass(frozen=True, slots=True)
class Undecided:
    """A record that a rule could not judge, because something is not known: counted, never silently passed."""

    code: str
    missing: str
    """What is missing, in words that complete "niet te beoordelen: ... onbekend"."""
    plans: tuple[str, ...] = field(default=(), compare=False)
    """Ids of the plans that could not be judged; empty where it is not one plan, so that it may be about any."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the rules look at: a register with one state, and the agreements beside it."""

    dataset: Dataset
    agenda: Agendabestand | None = None
    peildatum: str | None = None
    """The day to judge deadlines on; absent: the reference date of the state. Never the clock."""
    eerder: Dataset | None = None
    """An earlier state to hold this one against; absent: none was given."""
    agenda_invoer: Invoer | None = None
    """The file that the agreements stand in."""

    @property
    def dag(self) -> str:
        """The day that deadlines are judged on."""
        return self.peildatum or self.dataset.stand.kop.peildatum


class Record(NamedTuple):
    """One record of a plan file with the way back to its place."""

    standdeel: Standdeel
    number: int
    """Position among the records of its file, from 0."""
    plan: Plan

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return where the record stands, or one of its keys or values; the record itself when the key is absent."""
        return self.standdeel.place(self.number, *path, key=key)


Outcome = Diagnostic | Undecided


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Check(Rule):
    """A rule on a register that can be read: it has a function that finds, and may be left out."""

    find: Callable[[Subject], Iterator[Outcome]]
    needs_day: bool = False
    """Whether the rule judges only on a day that was given (`--peildatum`)."""
    reads: frozenset[str] = frozenset()
    """Keys of a record by which alone the rule judges it: it does so also in a state that has errors elsewhere."""

    def finding(
        self,
        record: Record,
        message: str,
        *path: str | int,
        hint: str = "",
        key: bool = False,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a finding of this rule on a record, at one of its keys or values."""
        return self.at(record.place(*path, key=key), message, hint, plan=record.plan.id, severity=severity)

    def undecided(self, missing: str, *records: Record) -> Undecided:
        """Return that this rule could not judge, with what is missing (it completes "... onbekend").

        Without records it may be about any plan.
        """
        return Undecided(self.code, missing, tuple(record.plan.id for record in records))


class Checked(NamedTuple):
    """What came out of one run over one register state."""

    findings: tuple[Diagnostic, ...]
    undecided: tuple[Unjudged, ...]
    """Per rule and what is missing, in the order of their codes."""
    unjudged: frozenset[tuple[str, str]]
    """Code and plan of every judgement that could not be given; with '' where it may be about any plan."""
    niet_afgesproken: tuple[str, ...]
    """Codes of the rules that rest on an agreement which the register does not have."""


def run(subject: Subject, rules: Iterable[Rule]) -> Checked:
    """Return the outcome of the rules, in one pass per rule.

    Args:
        subject: The register state, with the agreements beside it.
        rules: The rules to run; those without a function are what the loader found already.
    """
    findings: list[Diagnostic] = []
    missing: Counter[tuple[str, str]] = Counter()
    unjudged: set[tuple[str, str]] = set()
    not_agreed: list[str] = []
    for rule in rules:
        if not isinstance(rule, Check) or (rule.needs_day and subject.peildatum is None):
            continue
        source = cited(subject.agenda, subject.dataset, rule.afspraken, subject.dag)
        if source is None:
            not_agreed.append(rule.code)
            unjudged.add((rule.code, ""))
            continue
        for outcome in rule.find(subject):
            if isinstance(outcome, Undecided):
                missing[outcome.code, outcome.missing] += 1
                unjudged.update((outcome.code, plan) for plan in outcome.plans or ("",))
            else:
                findings.append(outcome._replace(message=f"{outcome.message} ({source})") if source else outcome)
    return Checked(
        findings=tuple(findings),
        undecided=as_unjudged(missing),
        unjudged=frozenset(unjudged),
        niet_afgesproken=tuple(not_agreed),
    )


def run_partly(subject: Subject, rules: Iterable[Rule]) -> Checked:
    """Return what rules say of the records of a state with errors, as far as they go by what could be read of each."""
    unread = {
        standdeel.inhoud.plannen[number].id: keys
        for standdeel in subject.dataset.stand.delen
        for number, keys in standdeel.unread.records.items()
    }
    head = frozenset().union(*(standdeel.unread.head for standdeel in subject.dataset.stand.delen))
    able = [rule for rule in rules if isinstance(rule, Check) and rule.reads and not rule.reads & head]
    reads = {rule.code: rule.reads for rule in able}
    found = run(subject, able)
    kept = [one for one in found.findings if not reads[one.code] & unread.get(one.subject, frozenset())]
    return found._replace(findings=tuple(kept))


def with_severity(findings: Iterable[Diagnostic], severities: Mapping[str, Severity]) -> list[Diagnostic]:
    """Return the findings with the severity that their code has in ``severities``, where it is there."""
    return [
        finding._replace(severity=severities[finding.code]) if finding.code in severities else finding
        for finding in findings
    ]


def as_unjudged(missing: Mapping[tuple[str, str], int]) -> tuple[Unjudged, ...]:
    """Return counts per code and missing word in a fixed order."""
    return tuple(Unjudged(code, word, missing[code, word]) for code, word in sorted(missing))
