"""Weight and colour on a terminal: for what words say already, so that nobody needs to see either.

The colours are those of the terminal itself, which are there on light and on dark; yellow and blue are not on both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum


class Ink(StrEnum):
    """What a line is, for how it looks."""

    PLAIN = "plain"
    HEAD = "head"
    ASIDE = "aside"
    ANSWER = "answer"
    ROW = "row"
    TOTAL = "total"


_WEIGHTS = {Ink.HEAD: "bold", Ink.ASIDE: "dim", Ink.ANSWER: "bold", Ink.TOTAL: "bold"}

_COLOURED = (Ink.ANSWER, Ink.ROW, Ink.TOTAL)

_COLOURS = {"tekort": "bold bright_red", "over": "green", "onbekend": "bright_magenta", "geen": "dim"}

_NUMBER = r"(?: (?:min\.|max\.|ca\.))* [\d.]*\d(?: tot [\d.]*\d)?"
"""What stands behind the word in a cell; the word alone may be part of a name."""

_WORDS = re.compile(
    rf"\b(?:(?P<tekort>tekort{_NUMBER}|te weinig|(?<=woningen )minder)"
    rf"|(?P<over>over{_NUMBER}|(?<=woningen )(?:over|meer))"
    r"|(?P<onbekend>onbekend)|(?P<geen>geen opgave))\b"
)


def inker() -> Callable[[str, Ink], str]:
    """Return what writes a line with escape codes; made once for many lines, since it loads what that takes."""
    from rich.color import ColorSystem
    from rich.style import Style

    weights = {kind: Style.parse(_WEIGHTS.get(kind, "none")) for kind in Ink}
    colours = {name: Style.parse(look) for name, look in _COLOURS.items()}

    def written(text: str, kind: Ink) -> str:
        weight, parts, end = weights[kind], [], 0
        for found in _WORDS.finditer(text) if kind in _COLOURED else ():
            parts += [(text[end : found.start()], weight), (found[0], weight + colours[str(found.lastgroup)])]
            end = found.end()
        return "".join(
            style.render(part, color_system=ColorSystem.STANDARD) for part, style in (*parts, (text[end:], weight))
        )

    return written
