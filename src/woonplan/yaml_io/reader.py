"""From the parser's events to values, the place of each, and everything that is refused."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from woonplan.diagnostics import quote
from woonplan.yaml_io.dialect import composed, resolve
from woonplan.yaml_io.refusals import MAX_DEPTH, MAX_ITEMS, WP012, WP013, WP014, Refusals
from woonplan.yaml_io.tree import Value, YamlTree, pack

RECORD_LEVEL = 3
"""The level of a record: an item of a list under a key of the file."""

_NEW: Any = object()

_Next = Callable[[], Any]
"""Returns the parser's next event. It is handed on and not kept: a parser holds a copy of the text."""


class Pieces(NamedTuple):
    """The records of a file, in its order: packed place, first index in the text, and last one (exclusive)."""

    places: array[int]
    starts: array[int]
    ends: array[int]


class Reader:
    """Reads a file, or one record of it; nesting is bounded, so recursion cannot exhaust the stack.

    Nobody asks for a place inside nearly any record, and millions of them cost a quarter of the memory of a large
    register. So of a record only the piece of text is kept that it stands in, to read it again from. Only a block of
    keys without a tag or anchor is one: between braces its lines may stand anywhere, so it cannot be cut out.
    """

    def __init__(self, name: str, first: int = 0, level: int = 0) -> None:
        """Make a reader of one file.

        Args:
            name: The file, as users see it.
            first: Lines of the file before the text that is read.
            level: Levels of the file that this text lies in.
        """
        self.refused = Refusals(name)
        self.pieces = Pieces(array("Q"), array("Q"), array("Q"))
        self._first = first
        self._level = level
        self._marks = array("Q")
        self._starts: dict[int, int] = {}
        self._keeps_places = True
        self._cuts = False
        self._room = MAX_ITEMS
        self._end: Any = None
        # Keys and short values repeat in every plan: one object for each saves half of the memory.
        self._keys: dict[str, str] = {}
        self._words: dict[str, Value] = {}

    def read(self, get_event: _Next) -> YamlTree | None:
        """Return what a parser's events hold, None where that is nothing.

        Raises:
            yaml.YAMLError: The text is not YAML.
            Stopped: It is nested too deep, or holds too much.
        """
        tree: YamlTree | None = None
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is DocumentStartEvent:
                if tree is not None:
                    self.refused.report(WP014, event.start_mark, "een tweede document in hetzelfde bestand ('---')")
                    break
                # An abbreviated tag can only be read below the line that declares what it stands for.
                self._cuts = not event.tags
            elif issubclass(kind, NodeEvent):
                self._cuts = self._cuts and kind is MappingStartEvent
                value = self._node(event, get_event, self._level)
                empty = kind is ScalarEvent and not event.style and not event.value
                if not empty and kind is not AliasEvent:
                    tree = YamlTree(value, pack(event.start_mark, self._first), self._marks, self._starts)
        return tree

    def _node(self, event: Any, get_event: _Next, level: int) -> Value:
        """Return the value that begins with an event, at one level more than that of what it stands in."""
        kind = type(event)
        if kind is AliasEvent:
            self.refused.report(WP013, event.start_mark, f"verwijzing {quote('*' + str(event.anchor))} kan hier niet")
            return None
        if event.anchor is not None or event.tag is not None:
            self.refused.decoration(event)
        if kind is ScalarEvent:
            # The C parser says '' for a plain scalar, Python's own None.
            text = composed(event.value)
            return text if event.style else resolve(text)
        if level >= MAX_DEPTH:
            self.refused.too_deep(event.start_mark)
        if kind is MappingStartEvent:
            return self._mapping(get_event, level + 1)
        return self._list(get_event, level + 1)

    def _mapping(self, get_event: _Next, level: int) -> dict[str, Value]:
        keys, words = self._keys, self._words
        found: dict[str, Value] = {}
        marks: list[Any] = []
        mark = marks.append
        while True:
            event = get_event()
            if type(event) is ScalarEvent:
                key = keys.get(event.value)
                if event.anchor is not None or event.tag is not None:
                    self.refused.decoration(event)
                if key is None or key in found:
                    key = self._new_key(event, found, marks)
            elif type(event) is MappingEndEvent:
                break
            else:
                key = self._odd_key(event, get_event, level, found)
            mark(event.start_mark)
            event = get_event()
            mark(event.start_mark)
            if type(event) is ScalarEvent and not event.style and event.anchor is None and event.tag is None:
                value = words.get(event.value, _NEW)
                if value is _NEW:
                    value = words[event.value] = resolve(composed(event.value))
                found[key] = value
            else:
                found[key] = self._node(event, get_event, level)
        self._ended(found, marks, event, 1)
        return found

    def _new_key(self, event: Any, found: dict[str, Value], marks: list[Any]) -> str:
        """Return the name of a key that was not seen in this file, or that stands in its block already."""
        key = composed(event.value)
        if key in found or key == "<<":
            return self.refused.key(found, key, event, marks)
        self._keys[event.value] = key
        if len(self._keys) > MAX_ITEMS:
            self.refused.too_many(event.start_mark)
        return key

    def _odd_key(self, event: Any, get_event: _Next, level: int, found: dict[str, Value]) -> str:
        """Return a name for a key that is no word, and refuse it."""
        # What is thrown away leaves no places: another may come to stand where it stood in memory.
        keeps, self._keeps_places = self._keeps_places, False
        if type(event) is not AliasEvent:
            self.refused.decoration(event)
            self.refused.report(WP012, event.start_mark, "een sleutel moet een woord zijn, geen lijst of blok")
            event.anchor = event.tag = None
        self._node(event, get_event, level)
        self._keeps_places = keeps
        return self.refused.name(found, event.start_mark)

    def _list(self, get_event: _Next, level: int) -> list[Value]:
        found: list[Value] = []
        marks: list[Any] = []
        cuts = level == RECORD_LEVEL - 1 and self._cuts and self._keeps_places
        while True:
            event = get_event()
            if type(event) is SequenceEndEvent:
                break
            marks.append(event.start_mark)
            plain = cuts and type(event) is MappingStartEvent and not event.flow_style
            if plain and event.anchor is None and event.tag is None:
                found.append(self._record(event.start_mark, get_event))
            else:
                found.append(self._node(event, get_event, level))
                if len(found) > MAX_ITEMS:
                    self.refused.too_many(event.start_mark)
        self._ended(found, marks, event, 1 + len(found))
        return found

    def _record(self, mark: Any, get_event: _Next) -> Value:
        self._keeps_places = False
        value = self._mapping(get_event, RECORD_LEVEL)
        self._keeps_places = True
        self.pieces.places.append(pack(mark))
        self.pieces.starts.append(mark.index)
        self.pieces.ends.append(self._end.end_mark.index)
        return value

    def _ended(self, found: Value, marks: list[Any], event: Any, size: int) -> None:
        """Count what ended with an event, and keep the places of what is in it."""
        self._end = event
        self._room -= size
        if self._room < 0:
            self.refused.too_many(event.start_mark)
        if self._keeps_places:
            self._starts[id(found)] = len(self._marks)
            self._marks.extend([pack(mark, self._first) for mark in marks])
