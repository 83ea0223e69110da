"""Weight and colour on a terminal: for what words say already, so that nobody needs to see either.

The colours are those of the terminal itself, which are there on light and on dark; yellow and blue are not on both.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum


class Ink(StrEnum):
    """What a line is, for how it looks."""

    PLAIN = "plain"
    HEAD = "head"
    ASIDE = "aside"
    ANSWER = "answer"
    ROW = "row"
    TOTAL = "total"


_WEIGHTS = {Ink.HEAD: ("1",), Ink.ASIDE: ("2",), Ink.ANSWER: ("1",), Ink.TOTAL: ("1",)}
"""Bold and dim."""

_COLOURED = (Ink.ANSWER, Ink.ROW, Ink.TOTAL)

_COLOURS = {"tekort": ("1", "91"), "over": ("32",), "onbekend": ("95",), "geen": ("2",)}
"""Bright red in bold, green, bright magenta, and dim."""

_NUMBER = r"(?: (?:min\.|max\.|ca\.))* [\d.]*\d(?: tot [\d.]*\d)?"
"""What stands behind the word in a cell; the word alone may be part of a name."""

_WORDS = re.compile(
    rf"\b(?:(?P<tekort>tekort{_NUMBER}|te weinig|(?:(?<=woningen )|(?<=^  ))minder(?! bekend))"
    rf"|(?P<over>over{_NUMBER}|(?:(?<=woningen )|(?<=^  ))(?:over|meer))"
    r"|(?P<onbekend>onbekend)|(?P<geen>geen opgave|niet genoemd in de bron))\b"
)
"""What has a colour. A sentence may go on at `over` on its next line, which is set in."""


def inked(text: str, kind: Ink) -> str:
    """Return a line with escape codes; by itself, since a console of Rich takes longer to load than to compute."""
    weight, parts, end = _WEIGHTS.get(kind, ()), [], 0
    for found in _WORDS.finditer(text) if kind in _COLOURED else ():
        colour = _COLOURS[str(found.lastgroup)]
        parts += [_coded(text[end : found.start()], weight), _coded(found[0], dict.fromkeys((*weight, *colour)))]
        end = found.end()
    return "".join((*parts, _coded(text[end:], weight)))


def _coded(text: str, codes: Collection[str]) -> str:
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if text and codes else text
