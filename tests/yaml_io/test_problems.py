"""What the parser says, in words for people who do not know YAML."""

from __future__ import annotations

import pytest

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, parse


def refused(text: str) -> Diagnostic:
    (finding,) = parse(RawFile("f", text, ""))[1]
    return finding


@pytest.mark.usefixtures("parser")
def test_a_tab_is_named() -> None:
    finding = refused("a:\n\t- b\n")
    assert finding.message.startswith("hier staat een tab")
    assert finding.hint == "Vervang tabs door spaties."


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ["a: [1, 2", "a: {b: 1", "a: b: c\n", "a: 1\n b: 2\n", "- a\nb: 1\n", "a: @x\n", "a: 'x", "a: %x\n", '"""']
)
def test_no_english_in_what_the_parser_says(text: str) -> None:
    finding = refused(text)
    assert finding.code == "WP010"
    for word in ("found", "expected", "while", "mapping", "token"):
        assert word not in finding.message
