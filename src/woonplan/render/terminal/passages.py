"""Passages of explanation as lines: indented by level, labels in one column."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from woonplan.render.safe import safe
from woonplan.tables import Passage

INDENT = 2
LEAST = 30
"""Columns that a text keeps, however narrow the screen."""


def passage_lines(passage: Passage, width: int | None) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a passage, and whether each is a title; wrapped to ``width`` columns where there are any."""
    margin = " " * (INDENT * passage.level)
    yield from ((line, True) for line in _fill(margin, margin + " " * INDENT, safe(passage.title), width))
    column = max((len(label) for label, _ in passage.items), default=0) + 2
    for label, text in passage.items:
        first = f"{margin}{' ' * INDENT}{label.ljust(column)}"
        for paragraph in text.split("\n"):
            yield from ((line, False) for line in _fill(first, " " * len(first), safe(paragraph), width))
            first = " " * len(first)


def _fill(first: str, rest: str, text: str, width: int | None) -> list[str]:
    if width is None:
        return [f"{first}{text}".rstrip()]
    return textwrap.wrap(
        text,
        max(width, len(rest) + LEAST),
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    ) or [first.rstrip()]
