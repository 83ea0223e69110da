"""Signs that mean something else in YAML than what was meant, and lines that stand in the wrong column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from woonplan.diagnostics import quote
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.repair import LONGEST, Mistake, shown

_KEY = re.compile(r"^( *(?:- +)*)[^\s#-]")

_ODD = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_ODD_SPACE = re.compile(rf"(?:^[ \t-]*|[:,\[{{]|- *)([{_ODD}])")
_FIXED_SPACES = "\u00a0\u2007\u202f"

_MISSING = (
    # A dash or a bullet that a word processor made of a hyphen.
    (
        re.compile(r"^([ \t]*(?:- +)*)(?P<sign>[\u2010-\u2015\u2022\u2212])[ \t\u00a0]*(?=\S)"),
        "- ",
        "hier staat {} waar een gewoon streepje (-) hoort",
    ),
    (re.compile(r"^([ \t]*(?:- +)*)(?P<sign>-)(?=[^\W\d]|[\"'{\[])"), "- ", "na het streepje ontbreekt een spatie"),
    (re.compile(r"^([ \t]*(?:- +)*\w[\w-]*:)(?P<sign>)(?=[^\s:/])"), " ", "na de dubbele punt ontbreekt een spatie"),
)
"""A sign that belongs at the end of the first group, what to write there, and what is wrong."""

_SPECIAL = re.compile(r"^([ \t]*(?:- +)*(?:\w[\w-]*:[ \t]+)?)([*&!%@`>|].*\S)\s*$")


def sign_mistakes(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with the spaces, the dashes and the special signs of a line."""
    source = quote(line.strip(" \t"))
    if found := _ODD_SPACE.search(line):
        name = "een vaste spatie" if found[1] in _FIXED_SPACES else "een onzichtbaar teken"
        hint = "Vervang het door een gewone spatie. Tekst uit Word of van een webpagina bevat zulke tekens vaak."
        what = f"hier staat {name} waar een gewone spatie hoort: {source}"
        yield Mistake(number, found.start(1), what, hint, re.sub(f"[{_ODD}]", " ", line))
    for pattern, put, what in _MISSING:
        if found := pattern.match(line):
            repaired = f"{found[1]}{put}{line[found.end() :]}"
            said = f"{what.format(quote(found['sign']))}: {source}"
            yield Mistake(number, found.end(1), said, f"Schrijf {quote(repaired.strip())}.", repaired)
    if found := _SPECIAL.search(line):
        quoted = "'" + found[2].replace("'", "''") + "'"
        what = f"tekst die met {quote(quoted[1])} begint, heeft aanhalingstekens nodig: {source}"
        yield Mistake(number, found.start(2), what, f"Schrijf: {shown(quoted)}", f"{found[1]}{quoted}")


def indenting_mistake(lines: Lines, number: int) -> Iterator[Mistake]:
    """Yield a line as wrongly indented when the keys of the lines before and after it agree on another column."""
    before, own, after = _near(lines, number, -1), _column(lines[number]), _near(lines, number, 1)
    if own is None or before is None or before == own or before != after:
        return
    line = lines[number].rstrip("\r\n")
    start = len(line) - len(line.lstrip(" "))
    if start + before - own < 0:
        return
    what = f"het inspringen klopt hier niet: {quote(line.strip())}"
    hint = f"Laat deze regel op kolom {start + before - own + 1} beginnen, gelijk met de regels ervoor en erna."
    yield Mistake(number, start, what, hint, " " * (start + before - own) + line[start:])


def _column(line: str) -> int | None:
    """Return the column (from 0) of the key on a line, past its dashes; None where there is nothing but a comment."""
    found = _KEY.match(line) if len(line) <= LONGEST else None
    return len(found[1]) if found else None


def _near(lines: Lines, number: int, step: int) -> int | None:
    """Return the column of the key on the nearest line with one, a few lines at most before or after another."""
    for other in range(number + step, number + 5 * step, step):
        if 0 <= other < len(lines) and (column := _column(lines[other])) is not None:
            return column
    return None
