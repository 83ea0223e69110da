"""The lines of a text by number, without a list of all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_OTHERS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line besides a line feed."""

ENDS = f"\n{_OTHERS}"

_END = re.compile(f"\r\n|[{ENDS}]")

_BLOCK = 1 << 16
"""Characters of text, at least, that are split in lines to find one of them."""

EXCERPT = 400
"""Longest excerpt (characters); a longer line is cut at its end."""

LEFT_OUT = "..."


class Lines:
    """The lines of a text, counted from 0 as ``str.splitlines`` counts them; a line comes with its end.

    A list of two million lines would cost as much memory as the plans in them, and one of nothing but line ends ten
    times its text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._recent: tuple[int, list[str]] | None = None

    @cached_property
    def _blocks(self) -> tuple[list[int], list[int]]:
        """The number of the first line of every block of text, and where it starts; both with the end as last."""
        lines, starts = [0], [0]
        while starts[-1] < len(self._text):
            cut = _END.search(self._text, starts[-1] + _BLOCK)
            end = cut.end() if cut else len(self._text)
            lines.append(lines[-1] + _count(self._text[starts[-1] : end]))
            starts.append(end)
        return lines, starts

    def __len__(self) -> int:
        return self._blocks[0][-1]

    def __getitem__(self, number: int) -> str:
        """Return a line; raise IndexError where there is none."""
        block, within = self._find(number)
        return self._split(block)[within]

    def start(self, number: int) -> int:
        """Return the position in the text of the first character of a line, or the end of it where there is none."""
        if number >= len(self):
            return len(self._text)
        block, within = self._find(number)
        return self._blocks[1][block] + sum(map(len, self._split(block)[:within]))

    def number(self, position: int) -> int:
        """Return the number of the line on which the character at a position stands."""
        lines, starts = self._blocks
        block = bisect_right(starts, position) - 1
        return lines[block] + _count(self._text[starts[block] : position + 1]) - 1

    def _find(self, number: int) -> tuple[int, int]:
        lines = self._blocks[0]
        if not 0 <= number < lines[-1]:
            raise IndexError(number)
        block = bisect_right(lines, number) - 1
        return block, number - lines[block]

    def _split(self, block: int) -> list[str]:
        if self._recent is None or self._recent[0] != block:
            # One block at a time: lines are asked for near one another.
            starts = self._blocks[1]
            self._recent = (block, self._text[starts[block] : starts[block + 1]].splitlines(keepends=True))
        return self._recent[1]


def _count(text: str) -> int:
    """Return the number of lines in a text, without making them where line feeds alone end them."""
    if any(end in text for end in _OTHERS):
        return len(text.splitlines())
    return text.count("\n") + (text[-1:] not in ("", "\n"))


def cut(line: str, column: int) -> str:
    """Return a source line as an excerpt for a place at a column (from 1); empty where that lies beyond it."""
    if column > EXCERPT:
        return ""
    return line if len(line) <= EXCERPT else line[:EXCERPT] + LEFT_OUT
