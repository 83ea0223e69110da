"""A parsed YAML file: plain values, the place of every key and value, and the text for excerpts."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from woonplan.diagnostics import Place

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
"""What YAML text can hold here; anything else is a finding."""

Path = tuple[str | int, ...]

EXCERPT = 160
"""Longest excerpt (characters); a longer line is cut around the place it points at."""

_LINE_BITS = 32


def pack(line: int, column: int) -> int:
    """Return a 0-based line and column as one number: two million places fit in 16 MB."""
    return line << _LINE_BITS | column


@dataclass(frozen=True)
class Document:
    """The values of one file with their places.

    ``marks`` holds packed places; each mapping owns a run of (key, value) pairs and each list a run of values, in
    file order. ``starts`` gives the first index of the run of a container, by identity: containers live as long as
    this document.
    """

    name: str
    text: str
    value: Value
    marks: array[int] = field(repr=False)
    starts: dict[int, int] = field(repr=False)
    root: int = 0
    refused: bool = False
    """Whether some key was refused: it then stands in ``value`` under a name that starts with NUL."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of its key.

        When the path does not exist (a missing key), the place is that of the nearest parent: its key where it has
        one, otherwise its value.
        """
        mark, value = self.root, self.value
        for step in path:
            found = self._step(value, step)
            if found is None:
                break
            key_mark, value_mark, value = found
            mark = key_mark if key and key_mark is not None else value_mark
        line, column = mark >> _LINE_BITS, mark & ((1 << _LINE_BITS) - 1)
        return Place(self.name, line + 1, column + 1)

    def _step(self, value: Value, step: str | int) -> tuple[int | None, int, Value] | None:
        if isinstance(value, dict) and isinstance(step, str) and step in value:
            start = self.starts[id(value)] + 2 * list(value).index(step)
            return self.marks[start], self.marks[start + 1], value[step]
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            return None, self.marks[self.starts[id(value)] + step], value[step]
        return None

    def at(self, path: Path) -> Value:
        """Return the value at ``path``, or None when it does not exist."""
        value = self.value
        for step in path:
            found = self._step(value, step)
            if found is None:
                return None
            value = found[2]
        return value

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def excerpt(self, place: Place) -> str:
        """Return the source line of a place, from its first character, without its line end."""
        lines = self._lines
        line = next(islice(lines, place.line - 1, place.line), "") if place.line else ""
        return line if len(line) <= EXCERPT else line[:EXCERPT] + "..."
