"""Running rules: what is counted, how severities work, and what all of them say of the shipped data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.checks.judged import CODES, Judge, extension, findings, plan, rule, subject_in
from tests.checks.registers import write
from tests.conftest import ROOT
from woonplan.checks.examples import AGENDA, GEMEENTEN, KOP
from woonplan.checks.judging import each
from woonplan.checks.subject import Check, Outcome, Subject, Undecided, run, with_severity
from woonplan.diagnostics import Diagnostic, Severity, Unjudged
from woonplan.load import load
from woonplan.rule import Example, Rule

PLANS = "".join(f"  - {{id: {name}, naam: {name}, gemeente: Borne}}\n" for name in "abc")


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    write(tmp_path, {"gemeenten.yaml": GEMEENTEN, "plannen.yaml": KOP + PLANS})
    dataset = load(tmp_path).dataset
    assert dataset is not None
    return Subject(dataset)


TEXTS = {"naam": "n", "wat": "w", "waarom": "w", "oplossing": "o", "fout": Example("x"), "goed": Example("x")}


def own(code: str, find: Callable[[Subject], Iterator[Outcome]]) -> Check:
    return Check(code=code, severity=Severity.WAARSCHUWING, find=find, **TEXTS)  # type: ignore[arg-type]


def judging(subject: Subject) -> Iterator[Outcome]:
    """Finds plan a, cannot judge b, passes c."""
    for record in each(subject, bool):
        if record.plan.id == "a":
            yield JUDGING.finding(record, "fout", "naam", hint="doe iets")
        elif record.plan.id == "b":
            yield JUDGING.undecided("start")


JUDGING = own("WP900", judging)


def test_a_run_finds_and_counts(subject: Subject) -> None:
    checked = run(subject, [JUDGING, Rule(code="WP001", **TEXTS)])
    (finding,) = checked.findings
    assert (finding.code, finding.subject, finding.severity) == ("WP900", "a", Severity.WAARSCHUWING)
    assert finding.message == "plan 'a': fout"
    # The records start on line 7; 'naam' of the first is its seventeenth column.
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (7, 19)
    assert checked.undecided == (Unjudged("WP900", "start", 1),)


def test_a_severity_can_be_set_per_rule(subject: Subject) -> None:
    other = own("WP901", lambda s: (Diagnostic("WP901", s.dag, severity=Severity.WAARSCHUWING) for _ in "x"))
    found = with_severity(run(subject, [JUDGING, other]).findings, {"WP900": Severity.FOUT})
    assert [(f.code, f.severity) for f in found] == [
        ("WP900", Severity.FOUT),
        ("WP901", Severity.WAARSCHUWING),
    ]


def test_the_same_missing_thing_is_counted_once_per_record(subject: Subject) -> None:
    def check(subject: Subject) -> Iterator[Outcome]:
        for record in each(subject, bool):
            yield Undecided("WP900", "start" if record.plan.id == "a" else "omvang")

    assert run(subject, [own("WP900", check)]).undecided == (
        Unjudged("WP900", "omvang", 2),
        Unjudged("WP900", "start", 1),
    )


@pytest.mark.parametrize("peildatum", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("code", CODES)
def test_no_date_or_year_breaks_a_rule(check: Judge, code: str, peildatum: str) -> None:
    text = (
        extension("2199")
        + plan("b", "planstatus: 1A", "jaar_hard: 1900", "restant: 4", "oplevering: {2198-2199: 4}", "start: 2199")
        + plan("c", "plantype: verdichting", "start: 1900", "locaties: [Kade]")
    )
    agenda = AGENDA.replace("waarde: 5, eenheid: jaar", "waarde: 9999999, eenheid: jaar").replace(
        "waarde: 2025, eenheid: kalenderjaar", "waarde: 9999999, eenheid: kalenderjaar"
    )
    check(code, text, kop=KOP.replace("2024-01-01", "9999-12-31"), agenda=agenda, peildatum=peildatum)
    check(code, text, kop=KOP.replace("2024-01-01", "0001-01-01"), agenda=agenda, peildatum=peildatum)


def outcomes_of(name: str) -> list[Outcome]:
    subject = subject_in(ROOT / "data", ROOT / "data" / name)
    return [outcome for code in CODES for outcome in rule(code).find(subject)]


def test_shipped_register_of_2020_gives_its_warnings() -> None:
    outcomes = outcomes_of("plannen.yaml")
    found = [o for o in outcomes if not isinstance(o, Undecided)]
    assert [(o.code, o.subject, o.severity) for o in found] == [
        ("WP401", "sp-wierden-zuidbroek-flexwonen", Severity.WAARSCHUWING),
        ("WP401", "sp-losser-centrum-doelgroeponafhankelijk", Severity.WAARSCHUWING),
        ("WP402", "sp-hellendoorn-haarle", Severity.WAARSCHUWING),
    ]
    # Of 38 key projects 6 have no site: what they are is told by their name alone ("Rood-voor-rood"), and no other
    # record has it. 2 have a plantype (both infill), none a start, a status or a year; 10 urban projects and the
    # radial projects of 5 of the 6 municipalities have no number of homes.
    assert Counter((o.code, o.missing) for o in outcomes if isinstance(o, Undecided)) == {
        ("WP401", "locaties van een sleutelproject"): 6,
        ("WP402", "aantal woningen"): 15,
        ("WP404", "plantype"): 36,
        ("WP405", "plantype"): 36,
        ("WP405", "start"): 2,
        ("WP406", "planstatus"): 38,
        ("WP406", "welke plannen in een verzamelpost zitten"): 1,
        ("WP407", "planstatus"): 38,
        ("WP408", "planstatus"): 38,
        ("WP411", "positie van een gemeente in de regio"): 14,
        ("WP415", "plannen die meetellen"): 1,
    }


def test_shipped_register_of_2021_gives_no_findings() -> None:
    outcomes = outcomes_of("plannen-2021.yaml")
    assert findings(outcomes) == []
    assert Counter((o.code, o.missing) for o in outcomes if isinstance(o, Undecided)) == {
        ("WP403", "sleutelprojecten van de regio"): 1,
        ("WP406", "welke plannen in een verzamelpost zitten"): 14,
        ("WP411", "positie van een gemeente in de regio"): 14,
        ("WP415", "plannen die meetellen"): 1,
    }
