"""Brackets that are opened and not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from woonplan.diagnostics import quote
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.opened import Opened
from woonplan.yaml_io.repair import LONGEST, Mistake, shown

_CONTENT = re.compile(r"^(.*?)[ \t]*,?[ \t]*(\s#.*)?$")
_CLOSING = {"[": "]", "{": "}"}

_FAR = 10
"""Lines over which what is between brackets is followed, to find where they should have closed."""


def bracket_mistakes(lines: Lines, opened: Opened, end: int) -> Iterator[Mistake]:
    """Yield the innermost open bracket as not closed, with a repair on each line from its own up to one (exclusive)."""
    if not opened.brackets:
        return
    line, column = opened.brackets[-1]
    closing = "".join(_CLOSING[lines[at][start]] for at, start in reversed(opened.brackets))
    for number in range(line, min(end, len(lines), line + _FAR)):
        found = _CONTENT.match(lines[number].rstrip("\r\n"))
        if found is None or not found[1].strip() or found[1].lstrip().startswith("#") or found.end() > LONGEST:
            continue
        closed = found[1] + closing
        if number == line:
            hint = f"Sluit de haak: {shown(closed[column:])}"
        else:
            hint = f"Sluit de haak op regel {number + 1}: {shown(closed.strip())}"
        repaired = closed + (found[2] or "")
        yield Mistake(line, column, _what(lines, line), hint, repaired, opens=True, mended=number)


def never_closed(lines: Lines, opened: Opened) -> Mistake | None:
    """Return the innermost open bracket of a text that ends before it closes."""
    if not opened.brackets:
        return None
    line, column = opened.brackets[-1]
    hint = f"Sluit de haak met {quote(_CLOSING[lines[line][column]])}."
    return Mistake(line, column, _what(lines, line), hint, "", opens=True)


def _what(lines: Lines, line: int) -> str:
    return f"de haak die hier opent, sluit niet: {quote(lines[line].strip())}"
