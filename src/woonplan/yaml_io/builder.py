"""The careful reader: from the parser's events to values, the place of each, and everything that is refused."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

import yaml

from woonplan.diagnostics import quote
from woonplan.yaml_io.document import ParsedFile, Value, pack, unpack
from woonplan.yaml_io.events import events
from woonplan.yaml_io.pieces import Pieces
from woonplan.yaml_io.quick import QuickReader
from woonplan.yaml_io.refusals import MAX_DEPTH, MAX_ITEMS, WP012, WP013, WP014, Refusals
from woonplan.yaml_io.scalar import resolve

RECORD_DEPTH = 3
"""The level of a record: an item of a list under a key of the file."""

_NO_KEY: Any = object()


def _is_record(event: Any, parent: Any) -> bool:
    """Whether the item of a list that begins here is a block of keys, undecorated, and the list stands under a key.

    A block between braces is none: its lines may stand anywhere, so it cannot be cut out of its file.
    """
    plain = type(event) is yaml.MappingStartEvent and not event.flow_style
    return plain and event.anchor is None and event.tag is None and type(parent) is dict


class Builder:
    """Collects values and places; no recursion, so nesting cannot exhaust the stack.

    What came of it is in ``document``; what was refused, in ``refused``.
    """

    def __init__(self, name: str, text: str | None = None, *, first: int = 0, depth: int = 0) -> None:
        """Make a reader of one file.

        Args:
            name: The file, as users see it.
            text: The text of the file, when the records of its lists may be read the quick way.
            first: Lines of the file before the text that is read, when that is a piece of it.
            depth: Levels of the file that this piece of it lies in.
        """
        self.name = name
        self._text = text or ""
        self._quick = None if text is None else QuickReader(MAX_DEPTH - RECORD_DEPTH, MAX_ITEMS)
        self._first = first
        self._depth = depth
        self.records: dict[int, Pieces] = {}
        self.marks: array[int] = array("Q")
        self.starts: dict[int, int] = {}
        self.value: Value = None
        self.root = 0
        self.started = False
        self.refused = Refusals(name, first)

    def run(self, parser: Any) -> None:  # noqa: PLR0912, PLR0915 - one loop: a call per event would double its time
        """Read all events of a parser.

        Raises:
            yaml.YAMLError: The text is not YAML.
            Stopped: It is nested too deep, or holds too much.
        """
        scalar_event, mapping_start, mapping_end = (
            yaml.ScalarEvent,
            yaml.MappingStartEvent,
            yaml.MappingEndEvent,
        )
        sequence_start, sequence_end = yaml.SequenceStartEvent, yaml.SequenceEndEvent
        get_event = parser.get_event
        # Keys and short values repeat in every plan: one object for each saves half of the memory.
        keys: dict[str, str] = {}
        words: dict[str, Any] = {}
        stack: list[tuple[Any, list[int], Any]] = []
        quick, refused, levels = self._quick, self.refused, MAX_DEPTH - self._depth
        container: Any = None
        places: list[int] = []
        key: Any = _NO_KEY
        room = MAX_ITEMS
        while True:
            event = get_event()
            if event is None:
                return
            kind = type(event)
            if kind is scalar_event:
                mark = event.start_mark
                place = mark.line << 32 | mark.column
                text = event.value
                if event.anchor is not None or event.tag is not None:
                    refused.decoration(event)
                if type(container) is dict:
                    if key is _NO_KEY:
                        key = keys.setdefault(text, text)
                        if key in container or key == "<<":
                            key = refused.key(container, key, places, mark, event.style)
                        elif len(keys) > MAX_ITEMS:
                            refused.too_many(mark)
                        places.append(place)
                        continue
                    # The C parser says '' for a plain scalar, Python's own None.
                    if not event.style:
                        value = words.get(text, _NO_KEY)
                        if value is _NO_KEY:
                            value = words[text] = resolve(text)
                    else:
                        value = text
                    container[key] = value
                    key = _NO_KEY
                    places.append(place)
                else:
                    value = text if event.style else resolve(text)
                    if container is None:
                        self._start(event, value, place)
                    else:
                        container.append(value)
                        places.append(place)
                        if len(places) > MAX_ITEMS:
                            refused.too_many(mark)
            elif kind is mapping_start or kind is sequence_start:
                mark = event.start_mark
                place = pack(mark.line, mark.column)
                if event.anchor is not None or event.tag is not None:
                    refused.decoration(event)
                child: Any = {} if kind is mapping_start else []
                if container is None:
                    self._start(event, child, place)
                elif type(container) is list:
                    places.append(place)
                    if quick is not None and len(stack) == RECORD_DEPTH - 1 and _is_record(event, stack[-1][0]):
                        container.append(self._record(quick, event, get_event, container))
                        continue
                    container.append(child)
                elif key is _NO_KEY:
                    refused.report(
                        WP012,
                        mark,
                        "een sleutel moet een woord zijn, geen lijst of blok",
                        "Schrijf 'naam: waarde'.",
                    )
                    key = refused.name(container, mark)
                    # The key's own place; its value follows as the next event.
                    places.append(place)
                    stack.append((container, places, key))
                    container, places, key = child, [], _NO_KEY
                    if len(stack) > levels:
                        refused.too_deep(mark)
                    continue
                else:
                    container[key] = child
                    places.append(place)
                    key = _NO_KEY
                stack.append((container, places, key))
                if len(stack) > levels:
                    refused.too_deep(mark)
                container, places, key = child, [], _NO_KEY
            elif kind is mapping_end or kind is sequence_end:
                room -= 1 if kind is mapping_end else 1 + len(container)
                if room < 0:
                    refused.too_many(event.start_mark)
                self.starts[id(container)] = len(self.marks)
                self.marks.extend(places)
                container, places, key = stack.pop()
            elif kind is yaml.AliasEvent:
                mark = event.start_mark
                refused.report(
                    WP013,
                    mark,
                    f"verwijzing {quote('*' + str(event.anchor))} kan hier niet",
                    "Schrijf de waarde uit.",
                )
                place = pack(mark.line, mark.column)
                if type(container) is dict:
                    if key is _NO_KEY:
                        key = refused.name(container, mark)
                    else:
                        container[key], key = None, _NO_KEY
                    places.append(place)
                elif container is not None:
                    container.append(None)
                    places.append(place)
            elif kind is yaml.DocumentStartEvent and self.started:
                refused.report(
                    WP014,
                    event.start_mark,
                    "een tweede document in hetzelfde bestand ('---')",
                    "Zet het in een eigen bestand.",
                )
                return

    def _record(self, quick: QuickReader, event: Any, get_event: Callable[[], Any], items: list[Value]) -> Value:
        """Read the record that starts with an event, the quick way; one with something odd in it again, with care."""
        value, end = quick.record(get_event)
        pieces = self.records.get(id(items))
        if pieces is None:
            pieces = self.records[id(items)] = Pieces(items, lambda *piece: self._piece(*piece).document(""))
        mark = event.start_mark
        place = pack(mark.line, mark.column)
        pieces.add(len(items), mark.index, end, place)
        if not quick.odd:
            return value
        careful = self._piece(mark.index, end, place)
        self.refused.take(careful.refused)
        return careful.value

    def _piece(self, start: int, end: int, mark: int) -> Builder:
        """Return what a piece of the text holds, read with care."""
        line, column = unpack(mark)
        builder = Builder(self.name, first=line, depth=RECORD_DEPTH - 1)
        builder.run(events(" " * column + self._text[start:end]))
        return builder

    def document(self, text: str) -> ParsedFile:
        """Return what was read as a document."""
        found = bool(self.refused.findings)
        return ParsedFile(
            self.name,
            text,
            self.value,
            self.marks,
            self.starts,
            self.root,
            found,
            self.refused.hidden,
            self._first,
            self.records,
        )

    def _start(self, event: Any, value: Any, place: int) -> None:
        self.value, self.root, self.started = value, place, True
        implicit_empty = type(event) is yaml.ScalarEvent and not event.style and event.value == ""
        if implicit_empty:
            self.started = False
