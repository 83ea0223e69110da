"""Text in lines of a width: as wide as a screen shows it, and broken where it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable

GLUE = "\u00a0"
"""A space where no line ends: for the layout only, since not every console has it."""

WORD = 26
"""A word up to this length is not broken; a longer one is an address."""

_LONG = 16
"""A word longer than this may be broken after a hyphen or a slash."""

_NARROW = re.compile("[\x20-\x7e\xa0-\u02ff\u2500-\u259f]*")
"""Letters of Latin, and what lines and bars are drawn with: one column each, without asking the tables of rich."""

_PARTS = re.compile(r"[^-/]+[-/]*|[-/]+")


def cell_width(text: str) -> int:
    """Return how many columns text without control characters takes on a screen; a wide character takes two."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def longest(texts: Iterable[str]) -> int:
    """Return the width of the widest text, 0 where there is none."""
    return max(map(cell_width, texts), default=0)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return text with the spaces that make it ``width`` columns wide, before it where it ends at the ``right``."""
    # Spaces after it would set what ends here apart from what ends above it.
    text = text.rstrip() if right else text
    space = " " * (width - cell_width(text))
    return space + text if right else text + space


def indent(text: str) -> int:
    """Return how many spaces a text begins with."""
    return len(text) - len(text.lstrip())


def parts(text: str) -> list[str]:
    """Return the words of a text; a long one in the parts that it may be broken into."""
    return [
        part
        for word in _words(text)
        for part in (_PARTS.findall(word) if cell_width(word) > _LONG and GLUE not in word else [word])
    ]


def _words(text: str) -> list[str]:
    return [word for word in re.split("[ \t]", text) if word]


def wrapped(text: str, width: int, *, whole: bool = False) -> list[str]:
    """Return text in lines of at most ``width`` columns, all set in as the first; a word that is longer goes on below.

    Words that are not kept ``whole`` may be broken after a hyphen or a slash.
    """
    if "\n" in text:
        return [line for part in text.split("\n") for line in wrapped(part, width, whole=whole)]
    if cell_width(text) <= width:
        return [text]
    lines: list[str] = []
    line = margin = " " * indent(text)
    for word in _words(text):
        for part in [word] if whole else parts(word):
            rest = part
            if cell_width(line) + cell_width(rest) > width and line.strip():
                lines.append(line.rstrip())
                line = margin
            while cell_width(line) + cell_width(rest) > width and rest:
                from rich.cells import chop_cells

                start = chop_cells(rest, max(width - cell_width(line), 2))[0]
                lines.append(line + start)
                line, rest = margin, rest[len(start) :]
            line += rest
        line += " "
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
