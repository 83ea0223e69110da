"""Words that choose rules: codes, their beginnings, and groups."""

from __future__ import annotations

import pytest

from woonplan.checks.registry import REGELS
from woonplan.checks.selecting import chosen, names, prefix_of


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
