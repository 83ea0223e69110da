"""The sheet that a chart is drawn on: 400 units wide, text of 13 of them, coordinates exact to a hundredth.

At 360 pixels text of 13 units is 11.7 pixels high; a page lets the picture grow no further than it is readable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from html import escape
from unicodedata import east_asian_width

from woonplan.render.charts import Point
from woonplan.render.safe import safe
from woonplan.render.svg.looks import look, pattern

WIDTH = 400
EDGE = 4
"""White space at the left and right of everything."""
SIZE = 13
LINE = 17
"""From one line of text to the next."""
UNKNOWN_WIDTH = 22
"""Width of the box with a question mark: no length, since nothing is known."""

Number = int | Fraction
Box = tuple[Number, Number, Number, Number]
"""Left, top, width, height."""

_NARROW = frozenset("iljtfI.,:;'|!()[] -r")
_WIDE = frozenset("mwMW@%")
_AFTER_DASH = re.compile(r"(?<=-)(?=\w)")
"""Where a range too wide for its place goes on below, so that no number is broken."""


def num(value: Number) -> str:
    """Return a coordinate with at most two decimals; from whole numbers, so the same on every machine."""
    hundredths = round(value * 100)
    whole, rest = divmod(abs(hundredths), 100)
    text = f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
    return f"-{text}" if hundredths < 0 and text != "0" else text


def esc(text: str) -> str:
    """Return text that is safe inside an element or an attribute, and allowed in XML."""
    return escape(safe(text), quote=True)


def text_width(text: str, *, bold: bool = False) -> int:
    """Return at least how many units a text takes in a wide sans-serif font (an estimate that errs to wide)."""
    hundredths = 0
    for c in text:
        if c in _NARROW:
            hundredths += 42
        elif c in _WIDE or east_asian_width(c) in "WF":
            hundredths += 100
        else:
            hundredths += 70 if c.isupper() else 63
    return -(-hundredths * SIZE * (112 if bold else 100) // 10_000)


def wrap(text: str, width: int, *, bold: bool = False) -> list[str]:
    """Return the text in lines of at most ``width`` units, whole words where they fit; nothing is cut off."""
    lines = [""]
    words = safe(text).split()
    for word in (p for w in words for p in (_AFTER_DASH.split(w) if text_width(w, bold=bold) > width else [w])):
        joined = f"{lines[-1]} {word}".strip()
        if text_width(joined, bold=bold) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for c in word:
            if lines[-1] and text_width(lines[-1] + c, bold=bold) > width:
                lines.append("")
            lines[-1] += c
    return lines


def identifier(name: str) -> str:
    """Return a name as an id: fixed by the name of the chart, so that the same chart gives the same bytes."""
    return "grafiek-" + (re.sub(r"[^a-z0-9]+", "-", safe(name).lower()).strip("-") or "x")


@dataclass(slots=True)
class Drawing:
    """What has been drawn so far; ``y`` is where the next line goes."""

    ident: str
    ink: str
    y: int = 0
    parts: list[str] = field(default_factory=list)
    patterns: dict[str, str] = field(default_factory=dict)

    def text(self, x: Number, y: Number, text: str, *, anchor: str = "start", bold: bool = False) -> None:
        """Draw one line of text with its baseline at ``y``."""
        place = f' text-anchor="{anchor}"' if anchor != "start" else ""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(f'<text x="{num(x)}" y="{num(y)}"{place}{weight}>{esc(text)}</text>')

    def lines(self, x: Number, lines: list[str], *, anchor: str = "start", bold: bool = False) -> None:
        """Draw lines of text at ``x``: the first on the line where it is, the others below it."""
        for i, line in enumerate(lines):
            self.y += LINE if i else 0
            self.text(x, self.y - 4, line, anchor=anchor, bold=bold)

    def paragraph(self, text: str, *, bold: bool = False) -> None:
        """Draw text at the left on a line of its own, and on as many lines below as it needs."""
        self.y += LINE
        self.lines(EDGE, wrap(text, WIDTH - 2 * EDGE, bold=bold), bold=bold)

    def label(self, x: Number, y: Number, text: str) -> None:
        """Draw text with its middle at ``x``, or as near to it as its place on the sheet allows."""
        half = -(-text_width(text) // 2)
        self.text(max(EDGE + half, min(round(x), WIDTH - EDGE - half)), y, text, anchor="middle")

    def between(self, left: str, right: str, *, bold: bool = False) -> None:
        """Draw a name at the left and its value at the right; on lines of their own where they do not fit beside."""
        values = wrap(right, WIDTH - 2 * EDGE)
        last = wrap(left, WIDTH - 2 * EDGE, bold=bold)[-1]
        self.paragraph(left, bold=bold)
        if text_width(last, bold=bold) + text_width(values[0]) + 12 > WIDTH - 2 * EDGE:
            self.y += LINE
        self.lines(WIDTH - EDGE, values, anchor="end")

    def line(self, x1: Number, y1: Number, x2: Number, y2: Number, style: str) -> None:
        """Draw a line."""
        self.parts.append(f'<line x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}" {style}/>')

    def dashed(self, x1: Number, y1: Number, x2: Number, y2: Number) -> None:
        """Draw an edge of the target."""
        self.line(x1, y1, x2, y2, f'stroke="{self.ink}" stroke-width="1.4" stroke-dasharray="5 3"')

    def shape(self, tag: str, style: str, title: str) -> None:
        """Draw a shape with what it is for those who point at it."""
        self.parts.append(f"<{tag} {style}><title>{esc(title)}</title></{tag}>")

    def bar(self, box: Box, role: str, index: int, facts: str, title: str) -> None:
        """Draw a bar (left, top, width, height) in the look of its role, whose pattern is defined once."""
        ink = look(role, index)
        fill = ink.colour
        if ink.tile:
            key = f"{self.ident}-{re.sub('[^a-z0-9]+', '-', role.lower()) or 'reeks'}-{index}"
            self.patterns.setdefault(key, pattern(key, ink))
            fill = f"url(#{key})"
        self.shape("rect", f'{place(box)} fill="{fill}" stroke="{ink.colour}" stroke-width="1"{facts}', title)

    def maybe(self, box: Box, title: str) -> None:
        """Draw the margin of a range: dots around nothing."""
        self.shape(
            "rect", f'{place(box)} fill="none" stroke="{self.ink}" stroke-dasharray="1.5 2" class="marge"', title
        )

    def unknown(self, x: Number, y: Number, height: Number, facts: str, title: str) -> None:
        """Draw what is unknown: a dotted box with a question mark, of a width that means nothing."""
        box = (x + 2, y, UNKNOWN_WIDTH - 4, height)
        self.parts.append(
            f'<g class="onbekend"{facts}><title>{esc(title)}</title>'
            f'<rect {place(box)} rx="3" fill="none" stroke="{self.ink}" stroke-dasharray="1.5 2"/>'
            f'<text x="{num(x + Fraction(UNKNOWN_WIDTH, 2))}" y="{num(y + Fraction(height) / 2 + 5)}"'
            f' text-anchor="middle">?</text></g>'
        )

    def svg(self, title: str, description: str, *, standalone: bool) -> str:
        """Return the whole picture; ``standalone`` gives it a size on paper and a white background."""
        height = self.y + EDGE
        # 12 cm: text of 11 points on paper.
        size = f'width="120mm" height="{num(Fraction(height * 120, WIDTH))}mm"' if standalone else 'width="100%"'
        extra = "" if standalone else ' style="max-width:28rem;height:auto"'
        back = f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>' if standalone else ""
        defs = f"<defs>{''.join(self.patterns.values())}</defs>" if self.patterns else ""
        fonts = "Arial, Helvetica, sans-serif" if standalone else "system-ui, sans-serif"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {size}{extra} role="img"'
            f' aria-labelledby="{self.ident}-titel {self.ident}-uitleg" font-family="{fonts}" font-size="{SIZE}"'
            f' fill="{self.ink}">'
        )
        body = "\n".join(self.parts)
        return (
            f'{head}\n<title id="{self.ident}-titel">{esc(title)}</title>\n'
            f'<desc id="{self.ident}-uitleg">{esc(description)}</desc>\n{defs}{back}\n{body}\n</svg>\n'
        )


def place(box: Box) -> str:
    """Return the attributes that say where a box is."""
    x, y, width, height = box
    return f'x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"'


def facts(point: Point) -> str:
    """Return the attributes that hold what a mark stands for, so that it can be read back."""
    number = "onbekend" if point.value is None else str(point.value)
    return f' data-reeks="{esc(point.series.name)}" data-groep="{esc(point.category)}" data-waarde="{number}"'
