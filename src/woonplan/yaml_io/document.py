"""A parsed YAML file: plain values, the place of every key and value, and the text for excerpts."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from woonplan.diagnostics import Diagnostic, Place
from woonplan.yaml_io.lines import ENDS, Lines

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
"""What YAML text can hold here; anything else is a finding."""

Path = tuple[str | int, ...]

EXCERPT = 400
"""Longest excerpt (characters); a longer line is cut at its end."""

_LEFT_OUT = "..."

_SMALL = 64
"""Keys of a mapping up to which a walk is quicker than an index."""

_LINE_BITS = 32

Reread = Callable[[int, int, int], "ParsedFile"]
"""Reads a piece of the text again: from an index up to another (exclusive), with the packed place of its start."""


class Records(Protocol):
    """The records of one list that were read without their places."""

    def has(self, index: int) -> bool:
        """Whether item number ``index`` (from 0) is such a record."""
        ...

    def document(self, index: int) -> ParsedFile:
        """Return that record as a document with its places in the file."""
        ...


def pack(line: int, column: int) -> int:
    """Return a 0-based line and column as one number: two million places fit in 16 MB."""
    return line << _LINE_BITS | column


def unpack(mark: int) -> tuple[int, int]:
    """Return the 0-based line and column of a packed place."""
    return mark >> _LINE_BITS, mark & ((1 << _LINE_BITS) - 1)


def cut(line: str, column: int) -> str:
    """Return a source line as an excerpt for a place at a column (from 1); empty where that lies beyond it."""
    if column > EXCERPT:
        return ""
    return line if len(line) <= EXCERPT else line[:EXCERPT] + _LEFT_OUT


@dataclass(frozen=True)
class ParsedFile:
    """The values of one file with their places.

    ``marks`` holds packed places; each mapping owns a run of (key, value) pairs and each list a run of values, in
    file order. ``starts`` gives the first index of the run of a container, by identity: containers live as long as
    this document. The insides of ``records`` (by the identity of their list) have none; they are read again when asked.
    """

    name: str
    text: str
    value: Value
    marks: array[int] = field(repr=False)
    starts: dict[int, int] = field(repr=False)
    root: int = 0
    refused: bool = False
    """Whether some key was refused: it then stands in ``value`` under a name that starts with NUL."""
    hidden: int = 0
    """Findings on the syntax of this file that were counted but not listed."""
    first: int = 0
    """Lines of the file before this text, when it is a piece of one."""
    records: Mapping[int, Records] = field(default_factory=dict, repr=False, compare=False)
    _order: dict[int, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of its key.

        When the path does not exist (a missing key), the place is that of the nearest parent: its key where it has
        one, otherwise its value.
        """
        mark, value = self.root, self.value
        for depth, step in enumerate(path, start=1):
            found = self._step(value, step)
            if found is None:
                break
            piece = self._record(value, step) if depth < len(path) else None
            if piece is not None:
                return piece.place(path[depth:], key=key)
            key_mark, value_mark, value = found
            mark = key_mark if key and key_mark is not None else value_mark
        line, column = unpack(mark)
        return Place(self.name, self.first + line + 1, column + 1)

    def _step(self, value: Value, step: str | int) -> tuple[int | None, int, Value] | None:
        if isinstance(value, dict) and isinstance(step, str) and step in value:
            start = self.starts[id(value)] + 2 * self._index(value, step)
            return self.marks[start], self.marks[start + 1], value[step]
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            return None, self.marks[self.starts[id(value)] + step], value[step]
        return None

    def _index(self, value: dict[str, Value], key: str) -> int:
        if len(value) <= _SMALL:
            return list(value).index(key)
        # A walk per finding would make a file with 100,000 wrong keys cost the square of that.
        order = self._order.get(id(value))
        if order is None:
            order = self._order[id(value)] = {name: number for number, name in enumerate(value)}
        return order[key]

    def at(self, path: Path) -> Value:
        """Return the value at ``path``, or None when it does not exist."""
        value = self.value
        for depth, step in enumerate(path, start=1):
            found = self._step(value, step)
            if found is None:
                return None
            piece = self._record(value, step)
            if piece is not None:
                return piece.at(path[depth:])
            value = found[2]
        return value

    def _record(self, value: Value, step: str | int) -> ParsedFile | None:
        """Return the record at a step into a list, when it was read without its places."""
        records = self.records.get(id(value))
        return records.document(step) if records and isinstance(step, int) and records.has(step) else None

    def released(self, key: str) -> Iterator[Value]:
        """Yield the items of the list under a key of the file, and let go of the records among them one by one.

        Their values are not needed once they are models, and would double the memory; ``place`` and ``at`` read them
        from the text again.
        """
        items = self.value.get(key) if isinstance(self.value, dict) else None
        if not isinstance(items, list):
            return
        records = self.records.get(id(items))
        for index, item in enumerate(items):
            if records and records.has(index):
                items[index] = None
            yield item

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def excerpt(self, place: Place) -> str:
        """Return the source line of a place, from its first character, without its line end.

        Empty for a place beyond the excerpt: the caret under it would point at something else.
        """
        return cut(self._line(place), place.column)

    def shown(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding with its source line, or with the piece of a long one around its place."""
        place = finding.place
        if place is None:
            return finding
        line = self._line(place)
        if not EXCERPT < place.column <= len(line) + 1:
            return replace(finding, excerpt=cut(line, place.column))
        start = place.column - 1 - EXCERPT // 2
        piece = _LEFT_OUT + cut(line[start:], 1)
        return replace(finding, excerpt=piece, left_out=start - len(_LEFT_OUT))

    def _line(self, place: Place) -> str:
        return self._lines[place.line - 1].rstrip(ENDS) if 1 <= place.line <= len(self._lines) else ""
