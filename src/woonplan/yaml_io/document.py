"""A parsed YAML file: plain values, the place of every key and value, and its lines for excerpts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from woonplan.diagnostics import Place
from woonplan.yaml_io.dialect import events
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.reader import RECORD_LEVEL, Pieces, Reader
from woonplan.yaml_io.tree import Path, Value, YamlTree, unpack

_TO_RECORD = RECORD_LEVEL - 1
"""Steps of a path from the file to a record."""


@dataclass(frozen=True)
class YamlDocument:
    """The values of one file with their places; those in a record are read again from its piece of the text."""

    name: str
    lines: Lines = field(repr=False)
    tree: YamlTree
    pieces: Pieces = field(repr=False)
    refused: bool = False
    """Whether some key was refused: it then stands in ``value`` under a name that starts with NUL."""
    hidden: int = 0
    """Findings on the syntax of this file that were counted but not listed."""
    _again: dict[int, YamlTree] = field(default_factory=dict, repr=False, compare=False)

    @property
    def value(self) -> Value:
        """What the file holds."""
        return self.tree.value

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of its key.

        When the path does not exist (a missing key), the place is that of the nearest parent: its key where it has
        one, otherwise its value.
        """
        tree, rest = self._nearest(path) if len(path) > _TO_RECORD else (self.tree, path)
        mark = tree.root
        for key_mark, value_mark, _ in tree.walk(rest):
            mark = key_mark if key else value_mark
        line, column = unpack(mark)
        return Place(self.name, line + 1, column + 1)

    def at(self, path: Path) -> Value:
        """Return the value at ``path``, or None when it does not exist."""
        tree, rest = self._nearest(path)
        found = [tree.value, *(value for _, _, value in tree.walk(rest))]
        return found[-1] if len(found) > len(rest) else None

    def _nearest(self, path: Path) -> tuple[YamlTree, Path]:
        """Return the tree that has the places along a path, and the path from its root: a record is one of its own."""
        steps = list(self.tree.walk(path[:_TO_RECORD]))
        places = self.pieces.places
        number = bisect_left(places, steps[-1][1]) if len(steps) == _TO_RECORD else len(places)
        if number == len(places) or places[number] != steps[-1][1]:
            return self.tree, path
        if number not in self._again:
            # One at a time: what asks for places, asks for those of one record after the other.
            self._again.clear()
            self._again[number] = self._record(number)
        return self._again[number], path[_TO_RECORD:]

    def _record(self, number: int) -> YamlTree:
        place, start, end = (each[number] for each in self.pieces)
        line, column = unpack(place)
        # A block of keys keeps its meaning when it is cut out, as long as its first key stays in its column.
        piece = " " * column + self.lines.text[start:end]
        reader = Reader(self.name, first=line, level=_TO_RECORD)
        return cast("YamlTree", reader.read(events(piece).get_event))

    def released(self, key: str) -> Iterator[Value]:
        """Yield the items of the list under a key of the file, and let go of the records among them one by one.

        Their values are not needed once they are models, and would double the memory; ``place`` and ``at`` read them
        from the text again.
        """
        items = self.value.get(key) if isinstance(self.value, dict) else None
        if not isinstance(items, list):
            return
        for index, item in enumerate(items):
            if isinstance(item, dict) and id(item) not in self.tree.starts:
                items[index] = None
            yield item
