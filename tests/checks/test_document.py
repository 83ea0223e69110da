"""Rules as documents: one text behind everything that shows it."""

from __future__ import annotations

import pytest

from woonplan.checks.document import groups, rule_document, rule_text, rules_document
from woonplan.checks.registry import TECHNISCH, every_rule, find_rule
from woonplan.rule import GROEPEN, Rule


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
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
    assert members == list(every_rule())
    assert [groep for _, groep, _ in groups()] == list(GROEPEN.values())


def test_technical_codes_are_explained_and_others_are_not() -> None:
    for code in TECHNISCH:
        document = rule_document(code)
        assert document is not None
        assert document.passages[0].items[0][1] == TECHNISCH[code]
        assert find_rule(code) is None
    assert rule_document("WP999") is None
