"""A line that does not stand where the lines around it do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from woonplan.diagnostics import quote
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.repair import LONGEST, Mistake

_KEY = re.compile(r"^( *(?:- +)*)[^\s#-]")


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
