"""What was opened before the place where the parser stumbles: a quoted text that runs into it, or brackets."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from woonplan.yaml_io.events import events


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
