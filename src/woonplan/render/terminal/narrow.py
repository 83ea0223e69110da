"""A table on a screen that is too narrow for it.

Text wraps further, then names between their words; then numbers stand in tables under each other, and at last every row
is a block of lines. Names are never cut and numbers never broken; what does not fit beside them goes below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from woonplan.render.terminal.document import NARROW, WORD
from woonplan.render.terminal.paper import GAP

_LONG = 16
"""A word longer than this may be broken after a hyphen or a slash."""

_PARTS = re.compile(r"[^-/]+[-/]*|[-/]+")

Line = tuple[str, int | None]
"""A line, and the number of the row that it belongs to; None above the rows."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What a table shows: the headers and cells as they are read, and which columns hold text."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    text: tuple[bool, ...]

    def part(self, chosen: Sequence[int]) -> Grid:
        """Return the grid of these columns only."""
        return Grid(
            tuple(self.headers[i] for i in chosen),
            tuple(tuple(row[i] for i in chosen) for row in self.rows),
            tuple(self.text[i] for i in chosen),
        )

    def column(self, index: int) -> Iterator[str]:
        """Yield the cells of a column, without its header."""
        return (row[index] for row in self.rows)


def narrow_lines(grid: Grid, least: Sequence[int], width: int) -> Iterable[Line]:
    """Return the table for ``width`` columns of the screen, where ``least`` is what its columns would like to have."""
    whole = _in_one(grid, least, width)
    if whole is not None:
        return whole
    return _in_parts(grid, least, width) or _below(grid, width)


def _in_one(grid: Grid, least: Sequence[int], width: int) -> list[Line] | None:
    """Return the table with its columns side by side, or None where they do not fit."""
    tight = _tight(grid)
    # A name of several words may take several lines, which is better than a block of lines for every row.
    named = [_longest_word((grid.headers[0], *grid.column(0))), *tight[1:]]
    for widths, gap in ((least, GAP), (tight, GAP), (tight, 1), (named, GAP), (named, 1)):
        room = width - gap * (len(widths) - 1)
        if sum(widths) <= room:
            return list(_beside(grid, _shared(grid, widths, room), gap))
    return None


def _in_parts(grid: Grid, least: Sequence[int], width: int) -> list[Line] | None:
    """Return numbers in tables of as many columns each, two at the least, one under the other; None where none fit."""
    count = len(grid.headers) - 1
    if any(grid.text[1:]):
        return None
    for size in range(count // 2, 1, -1):
        if count % size:
            continue
        parts = [
            _in_one(grid.part(chosen), [least[i] for i in chosen], width)
            for chosen in ((0, *range(first, first + size)) for first in range(1, count, size))
        ]
        found = [part for part in parts if part is not None]
        if len(found) == len(parts):
            return [line for part in found for line in (("", None), *part)][1:]
    return None


def _tight(grid: Grid) -> list[int]:
    """Return the width that each column cannot do without: of text its longest word, of names and numbers all."""
    found = []
    for i, header in enumerate(grid.headers):
        words = [word for cell in grid.column(i) for word in (_words(cell) if i and grid.text[i] else [cell])]
        longest = max(map(cell_len, words), default=0)
        cells = min(longest, WORD) if i and grid.text[i] else longest
        found.append(max(cells, *map(cell_len, _words(header)), 1))
    return found


def _longest_word(names: Iterable[str]) -> int:
    """Return the width that names cannot do without when they are wrapped between words."""
    found = [(_indent(name), name.split()) for name in names]
    return max(indent + cell_len(word) for indent, words in found for word in (words or [""]))


def _shared(grid: Grid, widths: Sequence[int], room: int) -> list[int]:
    """Return the widths with what is left of the room given to the columns that lack the most."""
    found = list(widths)
    wanted = [max(map(cell_len, (header, *grid.column(i)))) for i, header in enumerate(grid.headers)]
    for _ in range(room - sum(found)):
        neediest = max(range(len(found)), key=lambda i: wanted[i] - found[i])
        if wanted[neediest] <= found[neediest]:
            break
        found[neediest] += 1
    return found


def _beside(grid: Grid, widths: Sequence[int], gap: int) -> Iterator[Line]:
    yield from ((line, None) for line in _row(grid, grid.headers, widths, gap))
    yield "-" * (sum(widths) + gap * (len(widths) - 1)), None
    for number, row in enumerate(grid.rows):
        yield from ((line, number) for line in _row(grid, row, widths, gap))


def _row(grid: Grid, cells: Sequence[str], widths: Sequence[int], gap: int) -> Iterator[str]:
    name, *others = map(wrapped, cells, widths)
    if len(name) > 1 and _longest_word((cells[0],)) <= widths[0] - GAP:
        # Set in where there is room, so that it is not read as the name of a next row.
        first, *rest = wrapped(cells[0], widths[0] - GAP)
        name = [first, *(" " * GAP + line for line in rest)]
    for parts in zip_longest(name, *others, fillvalue=""):
        pads = [" " * (width - cell_len(part)) for part, width in zip(parts, widths, strict=True)]
        padded = (part + pad if left else pad + part for part, pad, left in zip(parts, pads, grid.text, strict=True))
        yield (" " * gap).join(padded).rstrip()


def _below(grid: Grid, width: int) -> Iterator[Line]:
    """Yield the name of each row, and under it the rest of the row with a label before each cell."""
    label = max(map(cell_len, grid.headers[1:]), default=0) + GAP
    lines: list[Line] = []
    for number, (name, *cells) in enumerate(grid.rows):
        margin = " " * (_indent(name) + GAP)
        lines += ((line, number) for line in wrapped(name, width))
        for header, cell, text in zip(grid.headers[1:], cells, grid.text[1:], strict=True):
            if not cell:
                continue
            first = margin + header + " " * (label - cell_len(header))
            room = width - cell_len(first)
            if room < (NARROW if text else cell_len(cell)):
                lines.append((margin + header, number))
                first = margin + " " * GAP
                room = width - len(first)
            parts = wrapped(cell, max(room, NARROW)) if text else [cell]
            lines += (
                (start + part, number) for start, part in zip_longest((first,), parts, fillvalue=" " * len(first))
            )
    yield grid.headers[0], None
    yield "-" * min(max(map(cell_len, (grid.headers[0], *(line for line, _ in lines)))), width), None
    yield from lines


def wrapped(text: str, width: int) -> list[str]:
    """Return text in lines of at most ``width`` columns; a word that is longer goes on below."""
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    indent = " " * _indent(text)
    line = indent
    for word, space in _spaced(text):
        if cell_len(line) + cell_len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = indent
        while cell_len(line) + cell_len(word) > width and word:
            part = chop_cells(word, max(width - cell_len(line), 2))[0]
            lines.append(line + part)
            line, word = indent, word[len(part) :]  # noqa: PLW2901 - what is left of it
        line += word + space
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _spaced(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of text that stay together, each with the space after it."""
    for word in text.split():
        parts = _words(word)
        yield from ((part, " " if part is parts[-1] else "") for part in parts)


def _words(text: str) -> list[str]:
    return [p for w in text.split() for p in (_PARTS.findall(w) if cell_len(w) > _LONG else [w])]
