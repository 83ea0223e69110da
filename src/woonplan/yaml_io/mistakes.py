"""Mistakes that people make in YAML, recognised near the place where the parser stumbles.

The parser complains where it can go no further, which is often a line or a hundred lines past the mistake. A mistake
is only named when the text reads further with that one line repaired; otherwise the parser's own place and words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from woonplan.diagnostics import quote
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.opened import Opened, bracket_mistakes, never_closed, opened_before
from woonplan.yaml_io.quotation import apostrophe_mistakes, opening_mistakes, quotation_mistakes
from woonplan.yaml_io.repair import LONGEST, Mistake, reads_past
from woonplan.yaml_io.signs import indenting_mistake, sign_mistakes

_NEAR = 10
"""Lines before the parser's place in which a mistake can lie that does not open anything."""

_TRIALS = 20

_BUDGET = 4_000_000
"""Characters that are read again, at most, to find out which repair helps: half a second."""

_SMALL = 1_000_000
"""Characters of a text that is read again as a whole; of a larger one the part up to a while past the problem."""

_BEYOND = 200

_LARGEST = 64_000_000
"""Characters of a text that is read again at all."""

_SOMETHING = re.compile(r"\S")

_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: .*)?")
_CONFLICT_LINE = re.compile(rf"{_CONFLICT.pattern}\s*?$", re.MULTILINE)


def recognised(text: str, lines: Lines, error: Any) -> Mistake | None:
    """Return the mistake behind an error of the parser that has a place in a text with these lines, or None."""
    line: int = error.problem_mark.line
    conflict = _conflict(text, lines, line)
    if conflict is not None:
        return conflict
    opened = opened_before(text, error)
    ended = _SOMETHING.search(text, lines.start(line) + error.problem_mark.column) is None
    end = len(text) if len(text) <= _SMALL else lines.start(line + _BEYOND)
    spent, free = 0, len(text) <= _LARGEST
    for mistake in islice(_candidates(lines, opened, error, ended=ended), _TRIALS):
        if spent + end > _BUDGET:
            # What opens far before the problem is only told by this; reading once more is what the file itself costs.
            if not (free and mistake.opens):
                continue
            free = False
        spent += end
        if reads_past(mistake.mend(text, lines, end), line, opens=mistake.opens):
            return mistake
    return never_closed(lines, opened) if ended and "flow" in str(error.context) else None


def _conflict(text: str, lines: Lines, problem: int) -> Mistake | None:
    near = range(max(problem - 3, 0), min(problem + 1, len(lines)))
    for i in (*_marked(text, lines, problem), *near):
        line = lines[i].rstrip()
        if _CONFLICT.fullmatch(line):
            what = f"hier staat een regel van een samenvoegconflict (git): {quote(line)}"
            hint = "Kies welke van de twee versies blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."
            return Mistake(i, 0, what, hint, "")
    return None


def _marked(text: str, lines: Lines, problem: int) -> list[int]:
    """Return the first line up to a problem that starts a conflict, and the first that ends one, in their order."""
    found, end = [], lines.start(problem + 1)
    for mark in ("<<<<<<<", ">>>>>>>"):
        at = 0 if text.startswith(mark) else text.find(f"\n{mark}", 0, end) + 1
        while text.startswith(mark, at, end):
            if _CONFLICT_LINE.match(text, at):
                found.append(lines.number(at))
                break
            at = text.find(f"\n{mark}", at, end) + 1 or end
    return sorted(found)


def _candidates(lines: Lines, opened: Opened, error: Any, *, ended: bool) -> Iterator[Mistake]:
    """Yield what may be the mistake: a text that runs into the problem, then what is near it, the nearest first.

    ``ended`` says that the problem is the end of the file.
    """
    problem: int = error.problem_mark.line
    if opened.quoted is not None:
        for i, line in _short(lines, [opened.quoted[0]]):
            yield from opening_mistakes(i, line)
    last = min(problem, len(lines) - 1)
    context = getattr(error, "context_mark", None)
    near = list(range(last, max(last - _NEAR, -1), -1))
    if context is not None and context.line not in near and context.line < len(lines):
        near.append(context.line)
    for i, line in _short(lines, near):
        yield from _on_line(i, line)
    yield from bracket_mistakes(lines, opened, problem + ended)
    for i in near:
        yield from indenting_mistake(lines, i)


def _short(lines: Lines, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield the lines with these numbers that may be written by hand, without their ends."""
    yield from ((i, line) for i in numbers if len(line := lines[i].rstrip("\r\n")) <= LONGEST)


def _on_line(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with a line: one thing, or one of two of which both must be mended to read on."""
    yield from apostrophe_mistakes(number, line)
    for first in (*sign_mistakes(number, line), *quotation_mistakes(number, line)):
        yield first
        for second in (*sign_mistakes(number, first.repaired), *quotation_mistakes(number, first.repaired)):
            yield replace(first, repaired=second.repaired)
