"""The lines of a text by number are those that ``str.splitlines`` gives."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.yaml_io import lines as module
from woonplan.yaml_io.lines import Lines

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
