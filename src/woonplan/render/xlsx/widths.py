"""How wide the columns of a sheet are, and how many lines a text takes in one."""

from __future__ import annotations

import textwrap

from woonplan.render.xlsx.spread import Spread

NARROWEST, FIRST, NARROW = 9, 44, 36
"""Column widths in characters: at least, at most for the column that stays in view, and at most in a wide table."""
WIDEST = ((3, 90), (7, 60))
"""Columns of a table, and how wide one may be at most in it: beyond that text wraps, and a page stays readable."""
SHARED = 22
"""At most, for text of a wide table that shares its columns with others."""
FILTER = 3
"""Characters that the button of the filter takes from a header."""


def lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column, with some room for letters that are wider than a digit."""
    if len(text) < width and "\n" not in text:
        return 1
    return sum(len(textwrap.wrap(line, max(width - 2, 1))) or 1 for line in text.split("\n"))


def widths(shown: Spread, narrow: int) -> list[int]:
    """Return how wide each column is (characters), with text in a wide table at most ``narrow``."""
    # A header may wrap between its words; a number never wraps.
    longest = [max((len(word) + FILTER for word in header.split()), default=0) for header in shown.headers]
    for _, fields in shown.rows:
        for column, field in enumerate(fields):
            longest[column] = max(longest[column], *map(len, field.shown.split("\n")))
    widest = next((width for most, width in WIDEST if len(shown.headers) <= most), narrow)
    bounds = [FIRST, *(max(widest, NARROW) if numeric else widest for numeric in shown.numeric[1:])]
    return [max(NARROWEST, min(wide + 4, most)) for wide, most in zip(longest, bounds, strict=False)]
