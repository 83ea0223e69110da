"""Plain values with the place of every key and value: what can be asked of them by a path."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
"""What YAML text can hold here; anything else is a finding."""

Path = tuple[str | int, ...]

_SMALL = 64
"""Keys of a mapping up to which a walk is quicker than an index."""

_LINE_BITS = 32


def pack(mark: Any, first: int = 0) -> int:
    """Return the place of one of the parser's marks as one number: two million places fit in 16 MB.

    ``first`` is the line (from 0) of the file on which the text of the parser begins.
    """
    packed: int = first + mark.line << _LINE_BITS | mark.column
    return packed


def unpack(packed: int) -> tuple[int, int]:
    """Return the 0-based line and column of a packed place."""
    return packed >> _LINE_BITS, packed & ((1 << _LINE_BITS) - 1)


@dataclass(frozen=True, slots=True)
class YamlTree:
    """A value with the packed places of what is in it.

    Each mapping owns a run of ``marks`` for its keys and values in turn, each list one for its items, in file order.
    ``starts`` gives the first index of the run of a container, by identity: containers live as long as this tree.
    """

    value: Value
    root: int
    marks: array[int] = field(repr=False)
    starts: dict[int, int] = field(repr=False)
    _order: dict[int, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def walk(self, path: Path) -> Iterator[tuple[int, int, Value]]:
        """Yield the place of the key or item, that of the value, and the value, for each step that exists."""
        value = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str) and step in value:
                start = self.starts[id(value)] + 2 * self._index(value, step)
                value = value[step]
                yield self.marks[start], self.marks[start + 1], value
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                mark = self.marks[self.starts[id(value)] + step]
                value = value[step]
                yield mark, mark, value
            else:
                return

    def _index(self, value: dict[str, Value], key: str) -> int:
        if len(value) <= _SMALL:
            return list(value).index(key)
        # A walk per finding would make a file with 100,000 wrong keys cost the square of that.
        order = self._order.get(id(value))
        if order is None:
            order = self._order[id(value)] = {name: number for number, name in enumerate(value)}
        return order[key]
