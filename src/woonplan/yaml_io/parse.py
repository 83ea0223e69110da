"""YAML text to a Document, in one pass over the events of the C parser.

Anchors, aliases, merge keys, tags and several documents are findings: they hide where a figure stands, and they are
the means by which a small file costs unbounded memory. Depth and the number of findings are bounded.
"""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.yaml_io.document import Document, Value, pack
from woonplan.yaml_io.problems import syntax_error
from woonplan.yaml_io.scalar import resolve
from woonplan.yaml_io.text import RawFile

MAX_DEPTH = 64
"""Deepest nesting that is read (design 5)."""

MAX_FINDINGS = 200
"""After so many findings in one file's syntax the rest is not listed: the file is not a register."""

_NO_KEY: Any = object()

_Parser: Any = getattr(yaml, "CParser", None)


def _events(text: str) -> Any:
    """Return a parser with ``get_event``: libyaml's where PyYAML was built with it, Python's own otherwise."""
    return _Parser(text) if _Parser is not None else yaml.SafeLoader(text)


@contextmanager
def paused_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector: building a million objects makes it half of the reading time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def parse(raw: RawFile) -> tuple[Document | None, list[Diagnostic]]:
    """Return the document in a file and what is wrong with its YAML.

    With a syntax error, or nesting that is too deep, there is no document; other findings leave one, in which what was
    refused reads as null.
    """
    builder = _Builder(raw.name)
    try:
        parser = _events(raw.text)
        with paused_collector():
            builder.run(parser)
    except yaml.YAMLError as error:
        builder.findings.append(syntax_error(raw, error))
        return None, builder.findings
    except _TooDeep:
        return None, builder.findings
    if not builder.started:
        place = Place(raw.name, 1, 1)
        builder.findings.append(
            Diagnostic("WP005", "het bestand is leeg", place, "Begin met 'versie: 1'; zie de uitleg in de README.")
        )
        return None, builder.findings
    document = Document(
        raw.name, raw.text, builder.value, builder.marks, builder.starts, builder.root, bool(builder.findings)
    )
    return document, builder.findings


class _TooDeep(Exception):  # noqa: N818 - a signal inside this file, not an error for others
    pass


class _Builder:
    """Collects values and places; no recursion, so nesting cannot exhaust the stack."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.findings: list[Diagnostic] = []
        self.marks: array[int] = array("Q")
        self.starts: dict[int, int] = {}
        self.value: Value = None
        self.root = 0
        self.started = False

    def report(self, code: str, mark: Any, message: str, hint: str) -> None:
        if len(self.findings) < MAX_FINDINGS:
            place = Place(self.name, mark.line + 1, mark.column + 1)
            self.findings.append(Diagnostic(code, message, place, hint))

    def run(self, parser: Any) -> None:  # noqa: PLR0912, PLR0915 - one loop: a call per event would double its time
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
        container: Any = None
        places: list[int] = []
        key: Any = _NO_KEY
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
                    self.refuse_decoration(event)
                if type(container) is dict:
                    if key is _NO_KEY:
                        key = keys.setdefault(text, text)
                        if key in container or key == "<<":
                            key = self.refuse_key(container, key, places, mark, event.style)
                        places.append(place)
                        continue
                    if event.style is None:
                        value = words.get(text, _NO_KEY)
                        if value is _NO_KEY:
                            value = words[text] = resolve(text)
                    else:
                        value = text
                    container[key] = value
                    key = _NO_KEY
                    places.append(place)
                else:
                    value = resolve(text) if event.style is None else text
                    if container is None:
                        self.start(event, value, place)
                    else:
                        container.append(value)
                        places.append(place)
            elif kind is mapping_start or kind is sequence_start:
                mark = event.start_mark
                place = pack(mark.line, mark.column)
                if event.anchor is not None or event.tag is not None:
                    self.refuse_decoration(event)
                child: Any = {} if kind is mapping_start else []
                if container is None:
                    self.start(event, child, place)
                elif type(container) is list:
                    container.append(child)
                    places.append(place)
                elif key is _NO_KEY:
                    self.report(
                        "WP012",
                        mark,
                        "een sleutel moet een woord zijn, geen lijst of blok",
                        "Schrijf 'naam: waarde'.",
                    )
                    key = f"\0{len(container)}"
                    # The key's own place; its value follows as the next event.
                    places.append(place)
                    stack.append((container, places, key))
                    container, places, key = child, [], _NO_KEY
                    if len(stack) >= MAX_DEPTH:
                        self.too_deep(mark)
                    continue
                else:
                    container[key] = child
                    places.append(place)
                    key = _NO_KEY
                stack.append((container, places, key))
                if len(stack) >= MAX_DEPTH:
                    self.too_deep(mark)
                container, places, key = child, [], _NO_KEY
            elif kind is mapping_end or kind is sequence_end:
                self.starts[id(container)] = len(self.marks)
                self.marks.extend(places)
                container, places, key = stack.pop()
            elif kind is yaml.AliasEvent:
                mark = event.start_mark
                self.report("WP013", mark, f"verwijzing '*{event.anchor}' kan hier niet", "Schrijf de waarde uit.")
                place = pack(mark.line, mark.column)
                if type(container) is dict:
                    if key is _NO_KEY:
                        key = f"\0{len(container)}"
                    else:
                        container[key], key = None, _NO_KEY
                    places.append(place)
                elif container is not None:
                    container.append(None)
                    places.append(place)
            elif kind is yaml.DocumentStartEvent and self.started:
                self.report(
                    "WP014",
                    event.start_mark,
                    "een tweede document in hetzelfde bestand ('---')",
                    "Zet het in een eigen bestand.",
                )
                return

    def start(self, event: Any, value: Any, place: int) -> None:
        self.value, self.root, self.started = value, place, True
        implicit_empty = type(event) is yaml.ScalarEvent and event.style is None and event.value == ""
        if implicit_empty:
            self.started = False

    def too_deep(self, mark: Any) -> None:
        self.report(
            "WP015",
            mark,
            f"meer dan {MAX_DEPTH} niveaus diep genest",
            "Controleer de haakjes en het inspringen.",
        )
        raise _TooDeep

    def refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self.report("WP013", event.start_mark, f"anker '&{event.anchor}' kan hier niet", "Schrijf de waarde uit.")
        # A quoted scalar carries the tag '!' of its own; only a tag that was written is refused.
        if event.tag is not None and not (event.tag == "!" and getattr(event, "style", None)):
            self.report(
                "WP013",
                event.start_mark,
                f"label {quote(str(event.tag))} kan hier niet",
                "Haal het label weg.",
            )

    def refuse_key(self, container: Any, key: str, places: list[int], mark: Any, style: str | None) -> str:
        if key in container:
            first = places[2 * list(container).index(key)] >> 32
            self.report(
                "WP011",
                mark,
                f"sleutel {quote(key)} staat dubbel (eerder op regel {first + 1})",
                "Haal een van de twee weg.",
            )
        elif style is None:
            self.report("WP013", mark, "samenvoegen met '<<' kan hier niet", "Schrijf de regels uit.")
        else:
            return key
        # Stored under a name no file can hold, so that the first value stays and every key keeps its place.
        return f"\0{len(container)}"
