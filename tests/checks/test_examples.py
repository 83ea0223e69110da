"""Every rule against its own explanation: the wrong example is found at the place it says, the right one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks import judged
from tests.checks.judged import CODES, places, subject_in, undecided
from tests.checks.registers import SITUATIONS, findings_on
from woonplan.checks.examples import files, lines_before
from woonplan.checks.registry import every_rule
from woonplan.checks.subject import Check, Outcome, Undecided
from woonplan.diagnostics import Severity
from woonplan.rule import Rule

EVERY = every_rule()


def expected(rule: Rule) -> tuple[str, int, int]:
    if rule.code in SITUATIONS:
        return SITUATIONS[rule.code][1]
    return rule.fout.file, rule.fout.line + lines_before(rule.fout), rule.fout.column


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found_where_it_says(tmp_path: Path, rule: Rule) -> None:
    findings = findings_on(tmp_path, rule, rule.fout, wrong=True)
    own = [finding for finding in findings if finding.code == rule.code]
    places = [
        (Path(f.place.file).relative_to(tmp_path).as_posix(), f.place.line, f.place.column) for f in own if f.place
    ]
    assert places == [expected(rule)]
    assert {finding.severity for finding in own} == {rule.severity}
    assert [f.code for f in findings if f.severity is Severity.FOUT and f.code != rule.code] == []
    assert all(finding.message and finding.hint for finding in own)


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_the_right_example_is_not_found(tmp_path: Path, rule: Rule) -> None:
    findings = findings_on(tmp_path, rule, rule.goed, wrong=False)
    assert [f for f in findings if f.code == rule.code or f.severity is Severity.FOUT] == []


def test_only_situations_lack_a_place() -> None:
    told = {rule.code for rule in EVERY if not rule.fout.file}
    assert told == set(SITUATIONS)
    for rule in EVERY:
        assert (rule.fout.line > 0) == (rule.code not in SITUATIONS)
        assert (rule.goed.line, rule.goed.column) == (0, 0)
        assert rule.fout.text != rule.goed.text
        if rule.fout.line:
            assert rule.fout.column - 1 <= len(rule.fout.text.splitlines()[rule.fout.line - 1])


@pytest.mark.parametrize("code", CODES)
def test_the_function_of_a_rule_finds_the_wrong_example_alone(code: str, tmp_path: Path) -> None:
    found = judged.rule(code)
    outcomes = _run_example(found, tmp_path, wrong=True)
    assert undecided(outcomes) == []
    assert places(outcomes) == [(found.fout.line + lines_before(found.fout), found.fout.column)]
    assert all(
        o.code == code and o.hint and o.severity is found.severity for o in outcomes if not isinstance(o, Undecided)
    )


@pytest.mark.parametrize("code", CODES)
def test_the_function_of_a_rule_is_silent_on_the_right_example(code: str, tmp_path: Path) -> None:
    assert _run_example(judged.rule(code), tmp_path, wrong=False) == []


def _run_example(found: Check, folder: Path, *, wrong: bool) -> list[Outcome]:
    example = found.fout if wrong else found.goed
    for name, text in files(example).items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(found.find(subject_in(folder, peildatum=example.peildatum)))
