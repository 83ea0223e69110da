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
from woonplan.yaml_io.problems import not_listed, syntax_error
from woonplan.yaml_io.scalar import resolve
from woonplan.yaml_io.text import RawFile

MAX_DEPTH = 64
"""Deepest nesting that is read (design 5)."""

MAX_FINDINGS = 1000
"""After so many findings in one file's syntax the rest is counted and not listed: the file is not a register."""

_NO_KEY: Any = object()

# The package itself does not export the C parser; a PyYAML that was built without libyaml has no ``cyaml``.
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)


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
        return None, builder.closed_by(syntax_error(raw, error))
    except _TooDeep as error:
        return None, builder.closed_by(error.finding)
    if not builder.started:
        if not builder.findings:
            place = Place(raw.name, 1, 1)
            builder.findings.append(
                Diagnostic("WP005", "het bestand is leeg", place, "Begin met 'versie: 1'; zie de uitleg in de README.")
            )
        return None, builder.findings
    document = Document(
        raw.name,
        raw.text,
        builder.value,
        builder.marks,
        builder.starts,
        builder.root,
        bool(builder.findings),
        builder.hidden,
    )
    return document, builder.findings


class _TooDeep(Exception):  # noqa: N818 - a signal inside this file, not an error for others
    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


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
        self.hidden = 0
        self.refusals = 0

    def finding(self, code: str, mark: Any, message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, message, Place(self.name, mark.line + 1, mark.column + 1), hint)

    def report(self, code: str, mark: Any, message: str, hint: str) -> None:
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(self.finding(code, mark, message, hint))
        else:
            self.hidden += 1

    def closed_by(self, last: Diagnostic) -> list[Diagnostic]:
        """Return the findings of a file that cannot be read any further, within the limit and with the reason."""
        if not self.hidden:
            return [*self.findings, last]
        return [*self.findings, not_listed(self.hidden, last.place), last]

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
                    key = self.refused_name(container)
                    # The key's own place; its value follows as the next event.
                    places.append(place)
                    stack.append((container, places, key))
                    container, places, key = child, [], _NO_KEY
                    if len(stack) > MAX_DEPTH:
                        self.too_deep(mark)
                    continue
                else:
                    container[key] = child
                    places.append(place)
                    key = _NO_KEY
                stack.append((container, places, key))
                if len(stack) > MAX_DEPTH:
                    self.too_deep(mark)
                container, places, key = child, [], _NO_KEY
            elif kind is mapping_end or kind is sequence_end:
                self.starts[id(container)] = len(self.marks)
                self.marks.extend(places)
                container, places, key = stack.pop()
            elif kind is yaml.AliasEvent:
                mark = event.start_mark
                self.report(
                    "WP013",
                    mark,
                    f"verwijzing {quote('*' + str(event.anchor))} kan hier niet",
                    "Schrijf de waarde uit.",
                )
                place = pack(mark.line, mark.column)
                if type(container) is dict:
                    if key is _NO_KEY:
                        key = self.refused_name(container)
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
        implicit_empty = type(event) is yaml.ScalarEvent and not event.style and event.value == ""
        if implicit_empty:
            self.started = False

    def too_deep(self, mark: Any) -> None:
        message = f"meer dan {MAX_DEPTH} niveaus diep genest"
        raise _TooDeep(self.finding("WP015", mark, message, "Controleer de haakjes en het inspringen."))

    def refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"anker {quote('&' + str(event.anchor))} kan hier niet"
            self.report("WP013", event.start_mark, message, "Schrijf de waarde uit.")
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
            # Looking the first one up takes a walk over the mapping, so not for what is only counted.
            if len(self.findings) < MAX_FINDINGS:
                first = places[2 * list(container).index(key)] >> 32
                message = f"sleutel {quote(key)} staat dubbel (eerder op regel {first + 1})"
                self.report("WP011", mark, message, "Haal een van de twee weg.")
            else:
                self.hidden += 1
        elif not style:
            self.report("WP013", mark, "samenvoegen met '<<' kan hier niet", "Schrijf de regels uit.")
        else:
            return key
        return self.refused_name(container)

    def refused_name(self, container: dict[str, Any]) -> str:
        """Return a name for a refused entry, so that the first value stays and every key keeps its place.

        It starts with NUL, which no file can hold but as the escape in a quoted key; the count goes past those.
        """
        self.refusals += 1
        while f"\0{self.refusals}" in container:
            self.refusals += 1
        return f"\0{self.refusals}"
