"""Running rules: what is counted, how severities and choices work, and what is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checks.registers import write
from woonplan.checks.examples import GEMEENTEN, KOP
from woonplan.checks.known import settle, stale
from woonplan.checks.registry import REGELS
from woonplan.checks.rule import Example, Outcome, Rule, Subject, Undecided
from woonplan.checks.run import run
from woonplan.checks.selecting import chosen, names, prefix_of
from woonplan.diagnostics import Diagnostic, Severity, Unjudged
from woonplan.load import load
from woonplan.model.bekend import Bekendbestand

PLANS = "".join(f"  - {{id: {name}, naam: {name}, gemeente: Borne}}\n" for name in "abc")


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    write(tmp_path, {"gemeenten.yaml": GEMEENTEN, "plannen.yaml": KOP + PLANS})
    dataset = load(tmp_path).dataset
    assert dataset is not None
    return Subject(dataset)


def rule(code: str, check: object, severity: Severity = Severity.WAARSCHUWING) -> Rule:
    example = Example("x")
    return Rule(code, "n", "w", "w", "o", example, example, severity=severity, check=check)  # type: ignore[arg-type]


def judging(subject: Subject) -> Iterator[Outcome]:
    """Finds plan a, cannot judge b, passes c."""
    for record in subject.records():
        if record.plan.id == "a":
            yield JUDGING.finding(record, "fout", "doe iets", "naam")
        elif record.plan.id == "b":
            yield Undecided("WP900", "start")


JUDGING = rule("WP900", judging)


def test_a_run_finds_counts_and_says_what_it_looked_at(subject: Subject) -> None:
    checked = run(subject, [JUDGING, rule("WP001", None)])
    (finding,) = checked.findings
    assert (finding.code, finding.subject, finding.severity) == ("WP900", "a", Severity.WAARSCHUWING)
    assert finding.message == "plan 'a': fout"
    # The records start on line 7; 'naam' of the first is its seventeenth column.
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (7, 19)
    assert checked.undecided == (Unjudged("WP900", "start", 1),)
    assert checked.records == 3
    assert [Path(file).name for file in checked.files] == ["gemeenten.yaml", "plannen.yaml"]


def test_a_severity_can_be_set_per_rule(subject: Subject) -> None:
    other = rule("WP901", lambda s: (Diagnostic("WP901", f"{s.jaar}", severity=Severity.WAARSCHUWING) for _ in "x"))
    checked = run(subject, [JUDGING, other], {"WP900": Severity.FOUT})
    assert [(f.code, f.severity) for f in checked.findings] == [
        ("WP900", Severity.FOUT),
        ("WP901", Severity.WAARSCHUWING),
    ]


def test_the_same_missing_thing_is_counted_once_per_record(subject: Subject) -> None:
    def check(subject: Subject) -> Iterator[Outcome]:
        for record in subject.records():
            yield Undecided("WP900", "start" if record.plan.id == "a" else "omvang")

    assert run(subject, [rule("WP900", check)]).undecided == (
        Unjudged("WP900", "omvang", 2),
        Unjudged("WP900", "start", 1),
    )


# Which rules run.


@pytest.mark.parametrize(
    ("word", "prefix"),
    [
        ("WP401", "WP401"),
        ("wp401", "WP401"),
        ("WP4", "WP4"),
        ("WP", "WP"),
        ("beleid", "WP4"),
        ("Sommen", "WP3"),
        ("sommen en jaren", "WP3"),
        ("WP9", None),
        ("WP4011", None),
        ("4", None),
        ("", None),
    ],
)
def test_words_for_rules(word: str, prefix: str | None) -> None:
    assert prefix_of(word) == prefix


def test_every_suggested_word_means_something() -> None:
    assert all(prefix_of(word) for word in names())


@pytest.mark.parametrize(
    ("select", "ignore", "within", "without"),
    [
        (["WP"], [], {"WP001", "WP401"}, set()),
        (["WP4"], [], {"WP401", "WP402"}, {"WP103", "WP503"}),
        (["WP4"], ["WP401"], {"WP402"}, {"WP401"}),
        (["WP401"], ["WP4"], {"WP401"}, {"WP402"}),
        (["WP4"], ["WP4"], set(), {"WP401"}),
        (["WP"], ["WP4"], {"WP103"}, {"WP401"}),
    ],
)
def test_the_most_precise_word_decides(
    select: list[str], ignore: list[str], within: set[str], without: set[str]
) -> None:
    codes = {rule.code for rule in chosen(select, ignore)}
    assert within <= codes
    assert not without & codes


def test_rules_run_in_the_order_of_their_codes() -> None:
    assert chosen(["WP4", "WP1"], []) == tuple(r for r in REGELS if r.code[2] in "14")


# What is known.


def known(*entries: dict[str, str]) -> Bekendbestand:
    rest = {"reden": "r", "datum": "2024"}
    return Bekendbestand.model_validate({"versie": 1, "bevindingen": [{**entry, **rest} for entry in entries]})


A = Diagnostic("WP401", "m", subject="a")
B = Diagnostic("WP401", "m", subject="b")
REGION = Diagnostic("WP403", "m")


def test_an_entry_accepts_the_rule_on_its_plan_alone() -> None:
    settled = settle([A, B, REGION], known({"regel": "WP401", "plan": "a"}), "2020")
    assert (settled.open, settled.known, settled.used) == ((B, REGION), (A,), {0})


def test_an_entry_without_a_plan_hides_no_plan() -> None:
    settled = settle([A, REGION], known({"regel": "WP401"}, {"regel": "WP403"}), "2020")
    assert (settled.open, settled.known, settled.used) == ((A,), (REGION,), {1})


def test_an_entry_for_one_state() -> None:
    entry = known({"regel": "WP401", "plan": "a", "peildatum": "2021"})
    assert settle([A], entry, "2021").known == (A,)
    assert settle([A], entry, "2020").open == (A,)


def test_nothing_is_known_without_a_file() -> None:
    assert settle([A], None, "2020").open == (A,)
    assert list(stale(None, None, (), {"WP401"}, None)) == []


ALL = frozenset(rule.code for rule in REGELS)


@pytest.mark.parametrize(
    ("entry", "used", "judged", "states", "found"),
    [
        ({"regel": "WP401", "plan": "a"}, (), ALL, None,
         ["bekende bevinding: WP401 bij plan 'a' komt niet (meer) voor"]),
        ({"regel": "WP403"}, (), ALL, None, ["bekende bevinding: WP403 komt niet (meer) voor"]),
        ({"regel": "WP401", "plan": "a"}, (0,), ALL, None, []),
        # The rule did not run: nothing can be said.
        ({"regel": "WP401", "plan": "a"}, (), {"WP402"}, None, []),
        # Only one state was looked at: an entry for all states, or for another one, may hold elsewhere.
        ({"regel": "WP401", "plan": "a"}, (), ALL, {"2020"}, []),
        ({"regel": "WP401", "plan": "a", "peildatum": "2021"}, (), ALL, {"2020"}, []),
        ({"regel": "WP401", "plan": "a", "peildatum": "2020"}, (), ALL, {"2020"},
         ["bekende bevinding: WP401 bij plan 'a' komt niet (meer) voor"]),
        ({"regel": "WP999", "plan": "a"}, (), set(), {"2020"}, ["bekende bevinding: regel 'WP999' bestaat niet"]),
        ({"regel": "WP198"}, (), set(), {"2020"}, ["bekende bevinding: regel 'WP198' bestaat niet"]),
    ],
)  # fmt: skip
def test_an_entry_that_accepts_nothing(
    entry: dict[str, str], used: tuple[int, ...], judged: set[str], states: set[str] | None, found: list[str]
) -> None:
    findings = list(stale(known(entry), None, used, judged, states))
    assert [finding.message for finding in findings] == found
    assert all(finding.code == "WP503" and finding.hint for finding in findings)
