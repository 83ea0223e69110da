"""What a document is written on: plain lines, or rich's console where text wraps or carries escape codes.

Importing rich costs as much as reading a register, and a pipe or a file has no use for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from woonplan.render.terminal.screen import Screen, make_console

if TYPE_CHECKING:
    from rich.table import Table

GAP = 2
"""Columns of white space between two table columns."""

_BOX = "    \n    \n -- \n    \n    \n -- \n    \n    \n"


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of a table as it is laid out."""

    header: str
    width: int
    """Columns on the screen that it takes, or at least where it ``wraps``."""
    right: bool
    """Whether its cells end at the same place, as numbers do, instead of beginning there."""
    wraps: bool


class Paper(Protocol):
    """Something to write a document on."""

    def line(self, text: str = "", style: str = "") -> None:
        """Write text, and end the line."""

    def table(self, lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]], width: int) -> None:
        """Write a table, so many columns wide: each row is its cells and a style."""

    def fits(self, lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]], width: int, most: int) -> bool:
        """Whether a table that is asked to be so many columns wide is no wider than ``most``."""

    def text(self) -> str:
        """Return what was written."""


def paper(screen: Screen) -> Paper:
    """Return what suits a screen."""
    return _Console(screen) if screen.styled or screen.width is not None else _Lines()


def cell_width(text: str) -> int:
    """Return how many columns text without control characters takes on a screen; a wide character takes two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


class _Lines:
    """Lines without styles, as wide as they are."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def line(self, text: str = "", style: str = "") -> None:
        del style
        self._lines.append(text)

    def table(self, lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]], width: int) -> None:
        self._row(lanes, [lane.header for lane in lanes])
        self._lines.append("-" * width)
        for cells, _ in rows:
            self._row(lanes, cells)

    def fits(self, lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]], width: int, most: int) -> bool:
        del lanes, rows
        return width <= most

    def _row(self, lanes: Sequence[Lane], cells: Sequence[str]) -> None:
        padded = (_padded(lane, cell) for lane, cell in zip(lanes, cells, strict=True))
        self._lines.append((" " * GAP).join(padded))

    def text(self) -> str:
        return "".join(f"{line.rstrip()}\n" for line in self._lines)


def _padded(lane: Lane, cell: str) -> str:
    if lane.right:
        # Spaces after it would set what ends here apart from what ends above it.
        cell = cell.rstrip()
    space = " " * (lane.width - cell_width(cell))
    return space + cell if lane.right else cell + space


class _Console:
    """Rich's console: what is too long wraps, and styles become escape codes where the screen understands them."""

    def __init__(self, screen: Screen) -> None:
        self._out = io.StringIO()
        self._styled = screen.styled
        # As wide as needed: the lines were fitted to the screen before, and what still does not fit is never cut.
        self._console = make_console(self._out, replace(screen, width=None))

    def line(self, text: str = "", style: str = "") -> None:
        self._console.print(text, style=style or None, soft_wrap=True)

    def table(self, lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]], width: int) -> None:
        self._console.print(_rich(lanes, rows), width=width, crop=False)

    def fits(self, lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]], width: int, most: int) -> bool:
        from rich.segment import Segment

        # Rich takes from one column what another needs, so that it is known only when it is done.
        options = self._console.options.update(width=width)
        lines = Segment.split_lines(self._console.render(_rich(lanes, rows), options))
        return max(map(Segment.get_line_length, lines), default=0) <= most

    def text(self) -> str:
        lines = self._out.getvalue().splitlines()
        return "".join(f"{line if self._styled else line.rstrip()}\n" for line in lines)


def _rich(lanes: Sequence[Lane], rows: Iterable[tuple[Sequence[str], str]]) -> Table:
    from rich.box import Box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=Box(_BOX, ascii=True), show_edge=False, padding=(0, GAP - 1, 0, 0), pad_edge=False)
    for lane in lanes:
        table.add_column(
            Text(lane.header),
            justify="right" if lane.right else "left",
            no_wrap=not lane.wraps,
            overflow="fold",
            min_width=lane.width,
        )
    for cells, style in rows:
        table.add_row(*map(Text, cells), style=style)
    return table
