"""What a chart in text is drawn with: blocks, or plain characters where the screen has no blocks."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from types import MappingProxyType

from woonplan.render.charts import Scale
from woonplan.render.safe import safe
from woonplan.render.terminal.wrapping import cell_width

UNKNOWN = "?"
MARGIN = "~"

_BLOCKS: Mapping[str, str] = MappingProxyType(
    {"gerealiseerd": "\u2588", "hard": "\u2593", "zacht": "\u2592", "extra": "\u2591", "doel": "\u2550"}
)
_PLAIN: Mapping[str, str] = MappingProxyType(
    {"gerealiseerd": "#", "hard": "=", "zacht": "-", "extra": ".", "doel": "*"}
)
# Signs of both: no block says "short" or "over" as plainly.
_BOTH: Mapping[str, str] = MappingProxyType({"tekort": "x", "over": "+", "onbekend": "o"})
_OTHERS = ("#=-.@%", "\u2588\u2593\u2592\u2591@%")
_SHADES = (" .-=#@", "\u00b7\u2591\u2591\u2592\u2593\u2588")
BLOCKS = "".join((*_BLOCKS.values(), *_OTHERS[1], *_SHADES[1]))
"""Every character that a drawing in blocks may need."""


def can_draw_blocks(encoding: str) -> bool:
    """Whether an encoding has all blocks."""
    try:
        BLOCKS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class Pen:
    """How wide to draw, and with which signs."""

    def __init__(self, width: int, *, plain: bool) -> None:
        self.width = width
        self._plain = plain

    def sign(self, role: str, index: int) -> str:
        """Return the sign of a series; of a role without one, that of its place among the series."""
        others = _OTHERS[0 if self._plain else 1]
        return _BOTH.get(role) or (_PLAIN if self._plain else _BLOCKS).get(role) or others[index % len(others)]

    def shade(self, level: int) -> str:
        """Return the sign of a level, 0 to 5."""
        return _SHADES[0 if self._plain else 1][level]

    def folded(self, text: str, indent: str = "") -> list[str]:
        """Return text in lines; a word that is longer than a line stays whole."""
        return textwrap.wrap(
            safe(text),
            self.width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def between(self, left: str, right: str) -> list[str]:
        """Return a name at the left and its value at the right; below it where there is no room beside it."""
        left, right = safe(left), safe(right)
        space = self.width - cell_width(left) - cell_width(right)
        return [f"{left}{' ' * space}{right}"] if space >= 2 else [left, f"  {right}"]

    def key(self, items: list[tuple[str, str]]) -> list[str]:
        """Return what the signs mean, as many on a line as fit."""
        lines: list[str] = []
        for item in (f"{sign} {safe(words)}" for sign, words in items):
            if lines and cell_width(lines[-1]) + 3 + cell_width(item) <= self.width:
                lines[-1] += f"   {item}"
            else:
                lines += self.folded(item)
        return lines


def column(measure: Scale, value: int) -> int:
    """Return the column of a value: the nearest, the same for the end of one bar and the start of the next."""
    return round(measure.at(value))


def paint(row: list[str], measure: Scale, start: int, end: int, sign: str) -> None:
    """Draw a bar from one value to another."""
    left, right = sorted((column(measure, start), column(measure, end)))
    if start != end and left == right:
        # Something is never drawn as nothing.
        left, right = (left, left + 1) if left < len(row) else (left - 1, left)
    for i in range(left, min(right, len(row))):
        row[i] = sign
