"""The facts of a run as lines that people read: what was asked, of which files, by which version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from woonplan import __version__
from woonplan.tables.cell import Json, words
from woonplan.tables.document import Document

NOT_GIVEN = "niet opgegeven"


def fact_lines(document: Document) -> Iterator[tuple[str, str]]:
    """Yield label and text of each fact, the program and its version first; texts are not escaped."""
    yield "programma", f"woonplan {__version__}"
    for key, value in document.facts.items():
        yield from _lines(_words(key), value)


def _lines(label: str, value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and value:
        for key, part in value.items():
            yield from _lines(f"{label}: {_words(key)}", part)
    elif isinstance(value, Sequence) and any(isinstance(part, Mapping) for part in value):
        for part in value:
            yield label, _text(part)
    else:
        yield label, _text(value)


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str):
        return words(value) or NOT_GIVEN
    if isinstance(value, Mapping):
        return "; ".join(f"{_words(key)} {_text(part)}" for key, part in value.items()) or NOT_GIVEN
    if isinstance(value, Sequence):
        return ", ".join(map(_text, value)) or NOT_GIVEN
    return NOT_GIVEN if value is None else str(value)


def _words(key: str) -> str:
    return key.replace("_", " ")
