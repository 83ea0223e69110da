"""The lines of a text by number are those that ``str.splitlines`` gives, and findings show them."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.diagnostics import Diagnostic, Place
from woonplan.render.findings.text import render_findings
from woonplan.yaml_io import lines as module
from woonplan.yaml_io.lines import EXCERPT, Lines

ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def test_a_line_its_start_and_the_number_of_a_character() -> None:
    lines = Lines("ab\ncd\r\n\nef")
    assert [lines[number] for number in range(len(lines))] == ["ab\n", "cd\r\n", "\n", "ef"]
    assert [lines.start(number) for number in range(5)] == [0, 3, 7, 8, 10]
    assert [lines.number(position) for position in range(10)] == [0, 0, 0, 1, 1, 1, 1, 2, 3, 3]


@pytest.mark.parametrize("number", [-1, 2])
def test_a_line_that_is_not_there(number: int) -> None:
    with pytest.raises(IndexError):
        Lines("a\nb\n")[number]


@given(st.text(st.sampled_from("ab " + ENDS)), st.integers(1, 5))
def test_as_one_split_gives_them_whatever_the_blocks(text: str, block: int) -> None:
    split = text.splitlines(keepends=True)
    with patch.object(module, "_BLOCK", block):
        lines = Lines(text)
        assert [lines[number] for number in range(len(lines))] == split
        position = 0
        for number, line in enumerate(split):
            assert lines.start(number) == position
            assert {lines.number(at) for at in range(position, position + len(line))} == {number}
            position += len(line)
        assert lines.start(len(split)) == len(text)


def test_excerpts() -> None:
    lines = Lines(f"a: 1\r\nb: {'x' * 1000}\r\nc: 3")
    assert lines.excerpt(Place("f", 1, 1)) == "a: 1"
    assert lines.excerpt(Place("f", 2, 4)) == f"b: {'x' * (EXCERPT - 3)}..."
    assert lines.excerpt(Place("f", 3, 1)) == "c: 3"
    # Beyond the excerpt a caret would point at something else; without a line there is nothing to show.
    assert lines.excerpt(Place("f", 2, EXCERPT + 1)) == ""
    assert lines.excerpt(Place("f")) == ""
    assert lines.excerpt(Place("f", 99, 1)) == ""


def test_a_place_far_in_a_long_line_comes_with_the_piece_around_it() -> None:
    lines = Lines("a: 1\nb: " + "x" * 497 + "y" + "z" * 500 + "\n")
    # The 501st character is the y; 200 come before it, 199 after it.
    far = lines.shown(Diagnostic("WP103", "fout", Place("f", 2, 501)))
    assert far.excerpt == f"...{'x' * 200}y{'z' * 199}..."
    assert far.left_out == 500 - 203
    assert render_findings([far]).splitlines()[1:3] == [
        f"    | ...{'x' * 57}y{'z' * 36}...",
        f"    | {' ' * 60}^",
    ]
    end = lines.shown(Diagnostic("WP103", "fout", Place("f", 2, 1002)))
    assert end.excerpt == f"...{'z' * 200}"
    beyond = lines.shown(Diagnostic("WP103", "fout", Place("f", 2, 1003)))
    assert (beyond.excerpt, beyond.left_out) == ("", 0)
    near = lines.shown(Diagnostic("WP103", "fout", Place("f", 1, 4)))
    assert (near.excerpt, near.left_out) == ("a: 1", 0)
