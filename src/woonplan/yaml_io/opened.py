"""What was opened before the place where the parser stumbles: a quoted text that runs into it, or brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from woonplan.diagnostics import quote
from woonplan.yaml_io.dialect import events
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.repair import LONGEST, Mistake, shown

_CONTENT = re.compile(r"^(.*?)[ \t]*,?[ \t]*(\s#.*)?$")
_CLOSING = {"[": "]", "{": "}"}

_FAR = 10
"""Lines over which what is between brackets is followed, to find where they should have closed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Places (line and column, from 0) in a text up to its first error.

    ``quoted`` is where the quoted text began that ends on the line of the error and not on its own, or that never
    ends. ``brackets`` are those that were open there, the outermost first.
    """

    quoted: tuple[int, int] | None
    brackets: tuple[tuple[int, int], ...]


def opened_before(text: str, error: Any) -> Opened:
    """Return what was open where the parser reported an error that has a place in a text."""
    line: int = error.problem_mark.line
    quoted: tuple[int, int] | None = None
    collections: list[tuple[int, int] | None] = []
    parser = events(text)
    with suppress(yaml.YAMLError):
        while (event := parser.get_event()) is not None:
            start: Any = event.start_mark
            ends: Any = event.end_mark
            if isinstance(event, yaml.ScalarEvent):
                if event.style in ("'", '"') and start.line < ends.line == line:
                    quoted = start.line, start.column
            elif isinstance(event, yaml.CollectionStartEvent):
                # Without brackets, `[a: b]` holds a mapping that is of the same style as one with them.
                written = event.flow_style and text[start.index : start.index + 1] in ("[", "{")
                collections.append((start.line, start.column) if written else None)
            elif isinstance(event, yaml.CollectionEndEvent):
                collections.pop()
    if error.context == "while scanning a quoted scalar" and error.context_mark.line < line:
        quoted = error.context_mark.line, error.context_mark.column
    return Opened(quoted, tuple(place for place in collections if place is not None))


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
