"""What a chart in text is drawn with: blocks, or plain characters where the screen has no blocks."""

from __future__ import annotations

import textwrap

from woonplan.render.charts import Key, Scale
from woonplan.render.safe import safe
from woonplan.render.terminal.wrapping import cell_width

_SIGNS = {
    "gerealiseerd": "#\u2588",
    "hard": "=\u2593",
    "zacht": "-\u2592",
    "extra": ".\u2591",
    "doel": "*\u2550",
    # No block says "short" or "over" as plainly.
    "tekort": "xx",
    "over": "++",
    "onbekend": "oo",
}
"""The sign of a role: the plain one, and the block."""
_OTHERS = ("#=-.@%", "\u2588\u2593\u2592\u2591@%")


def can_draw_blocks(encoding: str) -> bool:
    """Whether an encoding has every character that a drawing in blocks may need."""
    try:
        "".join((*_SIGNS.values(), *_OTHERS)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class Pen:
    """How wide to draw, and with which signs."""

    def __init__(self, width: int, *, plain: bool) -> None:
        self.width = width
        self._blocks = not plain

    def sign(self, role: str, index: int) -> str:
        """Return the sign of a series; of a role without one, that of its place among the series."""
        others = _OTHERS[self._blocks]
        return _SIGNS[role][self._blocks] if role in _SIGNS else others[index % len(others)]

    def band(self, length: int) -> str:
        """Return a stretch between two ends, as long as it is wide (2 at least)."""
        left, line, right = "\u251c\u2500\u2524" if self._blocks else "|-|"
        return f"{left}{line * (length - 2)}{right}"

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

    def key(self, items: Key, indent: str = "") -> list[str]:
        """Return what the signs mean, as many on a line as fit."""
        lines: list[str] = []
        for item in (f"{sign} {safe(words)}" for sign, words in items):
            if lines and cell_width(lines[-1]) + 3 + cell_width(item) <= self.width:
                lines[-1] += f"   {item}"
            else:
                lines += self.folded(item, indent)
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
    row[left:right] = [sign] * len(row[left:right])
