"""The lines of a text by number, without a list of all of them, and the excerpts that findings show."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from woonplan.diagnostics import Diagnostic, Place

_OTHERS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line besides a line feed."""

_ENDS = f"\n{_OTHERS}"

_END = re.compile(f"\r\n|[{_ENDS}]")

_BLOCK = 1 << 16
"""Characters of text, at least, that are split in lines to find one of them."""

EXCERPT = 400
"""Longest excerpt (characters); a longer line is cut at its end."""

_LEFT_OUT = "..."


class Lines:
    """The lines of a text, counted from 0 as ``str.splitlines`` counts them; a line comes with its end.

    A list of two million lines would cost as much memory as the plans in them, and one of nothing but line ends ten
    times its text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._recent: tuple[int, list[str]] | None = None

    @cached_property
    def _blocks(self) -> tuple[list[int], list[int]]:
        """The number of the first line of every block of text, and where it starts; both with the end as last."""
        lines, starts = [0], [0]
        while starts[-1] < len(self.text):
            cut = _END.search(self.text, starts[-1] + _BLOCK)
            end = cut.end() if cut else len(self.text)
            lines.append(lines[-1] + _count(self.text[starts[-1] : end]))
            starts.append(end)
        return lines, starts

    def __len__(self) -> int:
        return self._blocks[0][-1]

    def __getitem__(self, number: int) -> str:
        """Return a line; raise IndexError where there is none."""
        _, lines, within = self._near(number)
        return lines[within]

    def start(self, number: int) -> int:
        """Return the position in the text of the first character of a line, or the end of it where there is none."""
        if number >= len(self):
            return len(self.text)
        start, lines, within = self._near(number)
        return start + sum(map(len, lines[:within]))

    def number(self, position: int) -> int:
        """Return the number of the line on which the character at a position stands."""
        lines, starts = self._blocks
        block = bisect_right(starts, position) - 1
        return lines[block] + _count(self.text[starts[block] : position + 1]) - 1

    def excerpt(self, place: Place) -> str:
        """Return the source line of a place, from its first character, without its line end.

        Empty for a place beyond the excerpt: the caret under it would point at something else.
        """
        return cut(self._at(place), place.column)

    def shown(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding with its source line, or with the piece of a long one around its place."""
        place = finding.place
        if place is None:
            return finding
        line = self._at(place)
        if not EXCERPT < place.column <= len(line) + 1:
            return finding._replace(excerpt=cut(line, place.column))
        start = place.column - 1 - EXCERPT // 2
        piece = _LEFT_OUT + cut(line[start:], 1)
        return finding._replace(excerpt=piece, left_out=start - len(_LEFT_OUT))

    def _at(self, place: Place) -> str:
        return self[place.line - 1].rstrip(_ENDS) if 1 <= place.line <= len(self) else ""

    def _near(self, number: int) -> tuple[int, list[str], int]:
        """Return the start of the block of text that a line is in, the lines of that, and which of them it is."""
        lines, starts = self._blocks
        if not 0 <= number < lines[-1]:
            raise IndexError(number)
        block = bisect_right(lines, number) - 1
        if self._recent is None or self._recent[0] != block:
            # One block at a time: lines are asked for near one another.
            self._recent = (block, self.text[starts[block] : starts[block + 1]].splitlines(keepends=True))
        return starts[block], self._recent[1], number - lines[block]


def _count(text: str) -> int:
    """Return the number of lines in a text, without making them where line feeds alone end them."""
    if any(end in text for end in _OTHERS):
        return len(text.splitlines())
    return text.count("\n") + (text[-1:] not in ("", "\n"))


def cut(line: str, column: int) -> str:
    """Return a source line as an excerpt for a place at a column (from 1); empty where that lies beyond it."""
    if column > EXCERPT:
        return ""
    return line if len(line) <= EXCERPT else line[:EXCERPT] + _LEFT_OUT
