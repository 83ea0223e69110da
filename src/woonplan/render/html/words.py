"""Text of a document inside a page: nothing in it means anything to a browser, and what belongs together stays so."""

from __future__ import annotations

import re
from html import escape as escape_html

from woonplan.render.cells import cell_text
from woonplan.render.safe import safe
from woonplan.tables.cell import Value

_UNBROKEN = re.compile(r"--\w[\w-]*|(?<![\d.])\d[\d.]*+(?:-\d[\d.]*+)+|\(\+ \d[\d.]* onbekend\)")
"""Dates, ranges of numbers, options, and what is unknown beside a number: a browser would break them."""

_BESIDE = re.compile(r"(?:, zonder | \().*", re.DOTALL)
"""What is said behind a number: what has none, or how large a difference within the margin is."""

_TOGETHER = re.compile(r"(?:(?:tot|ca\.|[+-]) )+[+-]?\d[\d.,]*(?:%| jaar| euro)?|\d[\d.,]* (?:jaar|euro)")
"""A number with the words that belong to it: `tot ca. 2.005`, `3,96 jaar`."""


def escape(text: str) -> str:
    """Return text in which no character means anything to HTML, inside an attribute neither."""
    return escape_html(safe(text), quote=True)


def prose(text: str) -> str:
    """Return text to be read on, in which dates and ranges stay on one line."""
    return _UNBROKEN.sub(r'<span class="keep">\g<0></span>', escape(text))


def number(cell: Value) -> str:
    """Return a number whose digits stay with what is said of them, with what stands behind it in small letters."""
    text = cell_text(cell)
    beside = _BESIDE.search(text)
    main, rest = (text[: beside.start()], beside[0]) if beside else (text, "")
    kept = _TOGETHER.sub(r'<span class="keep">\g<0></span>', escape(main))
    return kept + (f'<span class="beside">{prose(rest)}</span>' if rest else "")


def content(text: str) -> str:
    """Return text as the content of a style rule: what is no letter or digit is written as its number.

    A space too: one behind such a number would be taken for its end.
    """
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in safe(text))
