"""The list of rules: complete, each code once and for ever, each with its texts; and the words that choose from it."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.checks.registry import REGELS, TECHNISCH, VERVALLEN, chosen, every_rule, find_rule, prefix_of, rule_words
from woonplan.rule import Rule, is_code

SRC = ROOT / "src" / "woonplan"
CODES = Path(__file__).parent / "codes.txt"
"""Every code there ever was, with what it is about. A line is added for a new rule; none is changed or removed."""

EVERY = every_rule()
EACH = pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)


def declared() -> dict[str, str]:
    """What each code of a rule means, in the words under its declaration, wherever in the program that stands."""
    found: dict[str, str] = {}
    for path in SRC.rglob("*.py"):
        for statement, below in pairwise(ast.parse(path.read_text(encoding="utf-8")).body):
            name = ast.unparse(statement.targets[0]) if isinstance(statement, ast.Assign) else ""
            if is_code(name) and name not in TECHNISCH:
                assert name not in found, f"{name} is declared twice"
                assert isinstance(below, ast.Expr), f"{name} has no words below it"
                found[name] = f"{name}: {inspect.cleandoc(str(ast.literal_eval(below.value)))}"
    return found


def test_every_rule_that_is_declared_is_in_the_list() -> None:
    assert sorted(declared()) == [rule.code for rule in EVERY]


def test_a_finding_is_made_from_its_rule() -> None:
    # A code as a text would be a finding of no rule; in the command it would choose one that may be gone.
    written = {
        (path.name, code)
        for path in SRC.rglob("*.py")
        for code in re.findall(r'(?<!code=)"(WP\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert written == set()


def test_each_code_once_and_never_again() -> None:
    codes = [rule.code for rule in EVERY]
    assert codes == sorted(set(codes))
    assert not set(codes) & (VERVALLEN | set(TECHNISCH))
    assert not VERVALLEN & set(TECHNISCH)


def test_a_code_keeps_its_meaning() -> None:
    written = CODES.read_text(encoding="utf-8").splitlines()
    assert written == sorted(written)
    now = {f"{code[:5]}: {words[7].lower()}{words[8:]}" for code, words in declared().items()}
    gone = {line for line in written if line[:5] in VERVALLEN}
    assert set(written) - gone == now, "a new rule: add its line to codes.txt; never change one that is there"


@EACH
def test_a_rule_explains_itself(rule: Rule) -> None:
    for text in (rule.wat, rule.waarom, rule.oplossing):
        assert text.endswith((".", ")", "'")), text
        assert text == text.strip()
        assert "  " not in text
    assert rule.naam == rule.naam.strip().rstrip(".")
    assert len(rule.naam) <= 60
    for example in (rule.fout, rule.goed):
        assert example.text.strip()


def test_the_documentation_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "docs/rules.md"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, "run: cog -r docs/rules.md"
    titles = re.findall(r"^### (WP\d{3}: .+)$", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert titles == [f"{rule.code}: {rule.naam}" for rule in EVERY]


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
        ("WP6", None),
        ("import", None),
        ("WP4011", None),
        ("4", None),
        ("", None),
    ],
)
def test_words_for_rules(word: str, prefix: str | None) -> None:
    assert prefix_of(word) == prefix


def test_a_rule_of_import_can_be_asked_for_and_is_not_chosen_from() -> None:
    of_import = [rule for rule in EVERY if rule.groep == "import"]
    assert [find_rule(rule.code.lower()) for rule in of_import] == of_import
    assert not set(of_import) & set(REGELS)
    assert not {rule.code for rule in of_import} & set(rule_words())


def test_every_suggested_word_means_something() -> None:
    assert all(prefix_of(word) for word in rule_words())


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
