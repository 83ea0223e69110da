"""The list of rules: complete, each code once and for ever, and one text behind everything that shows it."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.checks.codes import is_code
from woonplan.checks.document import groups, rule_document, rule_text, rules_document
from woonplan.checks.registry import REGELS, TECHNISCH, VERVALLEN, find_rule
from woonplan.checks.rule import Groep, Rule

SRC = ROOT / "src" / "woonplan"
CODES = Path(__file__).parent / "codes.txt"
"""Every code there ever was, with what it is about. A line is added for a new rule; none is changed or removed."""

EACH = pytest.mark.parametrize("rule", REGELS, ids=lambda rule: rule.code)


def emitted() -> set[str]:
    """Codes that stand as a word of their own in the program, outside the rules themselves."""
    found: set[str] = set()
    for path in SRC.rglob("*.py"):
        if not re.fullmatch(r"wp\d{3}\.py", path.name) and path.name != "registry.py":
            found |= set(re.findall(r'"(WP\d{3})"', path.read_text(encoding="utf-8")))
    return found


def test_everything_that_is_found_without_a_function_of_a_rule_is_registered_and_vice_versa() -> None:
    found_elsewhere = {rule.code for rule in REGELS if rule.check is None}
    # WP503 is made in checks/known.py from its own rule; the code stands in the command as a choice.
    assert emitted() | {"WP503"} == found_elsewhere | set(TECHNISCH)


def test_every_file_of_a_rule_is_in_the_list() -> None:
    files = sorted(path.stem for path in (SRC / "checks").glob("wp[0-9][0-9][0-9].py"))
    assert [rule.code.lower() for rule in REGELS] == files
    for name in files:
        assert importlib.import_module(f"woonplan.checks.{name}").RULE.code == name.upper()


def test_each_code_once_and_never_again() -> None:
    codes = [rule.code for rule in REGELS]
    assert codes == sorted(set(codes))
    assert not set(codes) & (VERVALLEN | set(TECHNISCH))
    assert not VERVALLEN & set(TECHNISCH)


def test_a_code_keeps_its_meaning() -> None:
    written = CODES.read_text(encoding="utf-8").splitlines()
    assert written == sorted(written)
    now = {str(importlib.import_module(f"woonplan.checks.{rule.code.lower()}").__doc__) for rule in REGELS}
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
    # Policy comes from a document, and says from which place in it.
    assert rule.bron or rule.groep is not Groep.BELEID


@EACH
def test_explain_and_sarif_and_the_list_say_the_same(rule: Rule) -> None:
    document = rule_document(rule.code.lower())
    assert document is not None
    (passage,) = document.passages
    items = dict(passage.items)
    assert passage.title == f"{rule.code}: {rule.naam}"
    assert (items["wat"], items["waarom"], items["wat te doen"]) == (rule.wat, rule.waarom, rule.oplossing)
    assert rule.fout.text.rstrip() in items["fout"]
    assert rule.goed.text.rstrip() in items["goed"]
    text = rule_text(rule)
    for words in (rule.wat, rule.waarom, rule.oplossing, rule.fout.text.rstrip(), rule.goed.text.rstrip()):
        assert words in text.markdown
        assert words in text.help
    rows = {row.key: row.cells for row in rules_document().tables[0].rows}
    assert rows[rule.code][:2] == (rule.code, rule.naam)


def test_groups_hold_every_rule_once() -> None:
    members = [rule for _, _, rules in groups() for rule in rules]
    assert members == list(REGELS)
    assert [groep for _, groep, _ in groups()] == list(Groep)


def test_technical_codes_are_explained_and_others_are_not() -> None:
    for code in TECHNISCH:
        document = rule_document(code)
        assert document is not None
        assert document.passages[0].items[0][1] == TECHNISCH[code]
        assert find_rule(code) is None
    assert rule_document("WP999") is None


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
    assert titles == [f"{rule.code}: {rule.naam}" for rule in REGELS]


@pytest.mark.parametrize(
    ("text", "code"), [("WP103", True), (" wp103 ", True), ("WP1", False), ("WP1033", False), ("hard", False)]
)
def test_what_a_code_looks_like(text: str, code: bool) -> None:
    assert is_code(text) is code
