"""The records of one list by the pieces of text they stand in, each read again when a place in it is asked for."""

from __future__ import annotations

from array import array

from woonplan.yaml_io.document import ParsedFile, Reread, Value


class Pieces:
    """Where the records of one list begin and end in the text; what else the list holds is not among them.

    A block mapping keeps its meaning when it is cut out of its file, as long as its first key stays in its column.
    """

    def __init__(self, items: list[Value], reread: Reread) -> None:
        """Make an empty list of pieces for the records of ``items``, to be read again with ``reread``."""
        # Kept: a list that is no longer used by anybody (it stood where a key should) would leave its identity to
        # another, which then would be taken for the one with these records.
        self._items = items
        self._reread = reread
        self._starts = array("Q")
        self._ends = array("Q")
        self._marks = array("Q")
        self._last: tuple[int, ParsedFile] | None = None

    def add(self, index: int, start: int, end: int, mark: int) -> None:
        """Note item number ``index``: its first and last index (exclusive) in the text, and its place (packed)."""
        missing = index - len(self._starts)
        for numbers, number in ((self._starts, start), (self._ends, end), (self._marks, mark)):
            numbers.extend([0] * missing)
            numbers.append(number)

    def has(self, index: int) -> bool:
        """Whether item number ``index`` (from 0) is a record with a piece of text of its own."""
        return index < len(self._ends) and self._ends[index] > 0

    def document(self, index: int) -> ParsedFile:
        """Return a record as a document of its own, with the places of the file it stands in."""
        if self._last is None or self._last[0] != index:
            # One at a time: what asks for places, asks for those of one record after the other.
            self._last = index, self._reread(self._starts[index], self._ends[index], self._marks[index])
        return self._last[1]
