"""The quick reader: the values of one record, without their places.

Nearly every record of a register is what it should be, and nobody asks where its values stand. So a record is read for
its values alone; when something in it is odd, or a place in it is asked for, its piece of the text is read again with
care (``pieces``). That saves a quarter of the time of a large register, and the memory of millions of places.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from woonplan.yaml_io.document import Value
from woonplan.yaml_io.scalar import resolve

_NEW: Any = object()


class Overfull(Exception):  # noqa: N818 - a signal inside this package, not an error for others
    """The records hold more than a register can: the careful reader says so, with the place."""


class QuickReader:
    """Reads records from a parser's events; ``odd`` says that the last one holds something that is refused.

    ``count`` is how much all of them hold: blocks, items of lists and different keys.
    """

    def __init__(self, depth: int, most: int) -> None:
        """Make a reader of records with at most ``depth`` levels in them; what is nested deeper is odd.

        Reading stops in the middle of a record that takes ``count`` beyond ``most``.
        """
        self.odd = False
        self.count = 0
        self._most = most
        self._depth = depth
        # Keys and short values repeat in every plan: one object for each saves half of the memory.
        self._keys: dict[str, str] = {}
        self._words: dict[str, Any] = {}

    def record(self, get_event: Callable[[], Any]) -> tuple[dict[str, Value], int]:
        """Return the mapping whose start was the last event, and the index in the text at which it ends.

        Raises:
            Overfull: The records hold more than a register can.
        """
        self.odd = False
        value, end = self._mapping(get_event, self._depth)
        return value, end.end_mark.index

    def _mapping(self, get_event: Callable[[], Any], depth: int) -> tuple[dict[str, Value], Any]:
        scalar_event, keys, words = yaml.ScalarEvent, self._keys, self._words
        self._add()
        found: dict[str, Value] = {}
        while True:
            event = get_event()
            if type(event) is scalar_event:
                key = keys.get(event.value)
                if key is None:
                    key = keys[event.value] = event.value
                    self._add()
                if key in found or key == "<<" or event.anchor is not None or event.tag is not None:
                    self.odd = True
            elif type(event) is yaml.MappingEndEvent:
                return found, event
            else:
                self.odd = True
                self._other(event, get_event, depth)
                key = ""
            event = get_event()
            if type(event) is scalar_event:
                value = event.value
                # The C parser says '' for a plain scalar, Python's own None.
                if not event.style:
                    known = words.get(value, _NEW)
                    if known is _NEW:
                        known = words[value] = resolve(value)
                    value = known
                if event.anchor is not None or event.tag is not None:
                    self.odd = True
                found[key] = value
            else:
                found[key] = self._other(event, get_event, depth)

    def _other(self, event: Any, get_event: Callable[[], Any], depth: int) -> Value:
        """Return the value that a block, a list or anything but a plain value begins with this event."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.odd = True
            return None
        if event.anchor is not None or event.tag is not None:
            self.odd = True
        if depth <= 0:
            self._skip(get_event)
            return None
        if kind is yaml.MappingStartEvent:
            return self._mapping(get_event, depth - 1)[0]
        return self._list(get_event, depth - 1)

    def _skip(self, get_event: Callable[[], Any]) -> None:
        """Go on to the end of what is nested too deep, without recursion."""
        self.odd = True
        level = 1
        while level:
            kind = type(get_event())
            if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                level += 1
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                level -= 1

    def _list(self, get_event: Callable[[], Any], depth: int) -> list[Value]:
        self._add()
        found: list[Value] = []
        while True:
            event = get_event()
            if type(event) is yaml.ScalarEvent:
                self._add()
                if event.anchor is not None or event.tag is not None:
                    self.odd = True
                found.append(event.value if event.style else resolve(event.value))
            elif type(event) is yaml.SequenceEndEvent:
                return found
            else:
                found.append(self._other(event, get_event, depth))

    def _add(self) -> None:
        self.count += 1
        if self.count > self._most:
            raise Overfull
