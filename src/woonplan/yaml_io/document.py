"""YAML text to a document: plain values, the place of every key and value, and the lines for excerpts.

All in one pass over the events of the C parser. Anchors, aliases, merge keys, tags and several documents are findings:
they hide where a figure stands, and they are the means by which a small file costs unbounded memory. Depth and the
number of findings are bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml

from woonplan.diagnostics import Diagnostic, Place
from woonplan.rule import BORNE, Example, Rule, gemeenten_text
from woonplan.yaml_io.dialect import events, paused_collector, with_lone_signs
from woonplan.yaml_io.hashes import hash_findings
from woonplan.yaml_io.kinds import columns
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.problems import syntax_error
from woonplan.yaml_io.reader import RECORD_LEVEL, Pieces, Reader
from woonplan.yaml_io.refusals import Stopped
from woonplan.yaml_io.text import RawFile
from woonplan.yaml_io.tree import Path, Value, YamlTree, unpack

_TO_RECORD = RECORD_LEVEL - 1
"""Steps of a path from the file to a record."""

_KEPT = 200
"""Records of which the places are kept: an explanation names few, and again and again."""


@dataclass(frozen=True)
class YamlDocument:
    """The values of one file with their places; those in a record are read again from its piece of the text."""

    name: str
    lines: Lines = field(repr=False)
    text: str = field(repr=False)
    """The text that was read: that of the lines, but for signs that YAML takes for something else."""
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
            if len(self._again) == _KEPT:
                self._again.clear()
            self._again[number] = self._record(number)
        return self._again[number], path[_TO_RECORD:]

    def _record(self, number: int) -> YamlTree:
        place, start, end = (each[number] for each in self.pieces)
        line, column = unpack(place)
        # A block of keys keeps its meaning when it is cut out, as long as its first key stays in its column.
        piece = " " * column + self.text[start:end]
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


WP005 = Rule(
    code="WP005",
    naam="bestand is leeg",
    wat="In het bestand staat niets, of alleen commentaar.",
    waarom=(
        "Een leeg bestand is meestal een mislukte kopie; als dat niet opvalt lijkt de gemeente geen plannen te hebben."
    ),
    oplossing="Begin met 'versie: 1'. Wie echt niets heeft, schrijft een lege lijst: 'plannen: []'.",
    hint="Begin met 'versie: 1'; zie de uitleg in de README.",
    fout=Example("# Hier komen de gemeenten.\n", 1, 1, file="gemeenten.yaml"),
    goed=Example(gemeenten_text(BORNE), file="gemeenten.yaml"),
)
"""A file without anything in it."""


def parse(raw: RawFile) -> tuple[YamlDocument | None, list[Diagnostic]]:
    """Return the document in a file and what is wrong with its YAML.

    With a syntax error, or nesting that is too deep, there is no document; other findings leave one, in which what was
    refused reads as null.
    """
    lines = Lines(raw.text)
    if table := columns(raw.text, raw.name):
        return None, [lines.shown(table)]
    text = raw.text
    with paused_collector():
        reader, tree, error = _read(raw.name, text)
        if isinstance(error, yaml.YAMLError) and (mended := with_lone_signs(text)) != text:
            text = mended
            reader, tree, error = _read(raw.name, text)
        if error is not None:
            last = error.finding if isinstance(error, Stopped) else syntax_error(raw._replace(text=text), error)
            return None, [lines.shown(finding) for finding in reader.refused.closed_by(last)]
    refused = reader.refused
    if tree is not None:
        document = YamlDocument(raw.name, lines, text, tree, reader.pieces, bool(refused.findings), refused.hidden)
        return document, [*refused.findings, *hash_findings(text, raw.name, lines)]
    if not refused.findings:
        refused.findings.append(WP005.at(Place(raw.name, 1, 1), "het bestand is leeg"))
    return None, refused.findings


def _read(name: str, text: str) -> tuple[Reader, YamlTree | None, yaml.YAMLError | Stopped | None]:
    """Return what was read, by what, and why no further."""
    reader = Reader(name)
    try:
        return reader, reader.read(events(text).get_event), None
    except (yaml.YAMLError, Stopped) as error:
        # The frames of the parser would keep its copy of the text while parts of it are read again.
        return reader, None, error.with_traceback(None)
