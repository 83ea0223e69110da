"""Changes in a YAML file that leave every other byte as it was: comments, order, quotation marks and line ends.

Whoever changes a file reads the outcome again and compares, since that alone proves it (``woonplan.exchange``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from woonplan.rule import Rule, situation
from woonplan.yaml_io.document import YamlDocument

WP627 = Rule(
    code="WP627",
    naam="bestand niet bij te werken",
    wat="Een bestand is zo geschreven dat er niets in gewijzigd kan worden zonder iets anders te raken.",
    waarom="Wat met de hand geschreven is, blijft zoals het is: opmerkingen, volgorde en aanhalingstekens.",
    oplossing="Schrijf de lijst als regels met een streepje, of geef met --output een andere map.",
    fout=situation("In plannen/borne.yaml staan de plannen tussen rechte haken op een regel."),
    goed=situation("In plannen/borne.yaml staat elk plan met een streepje op eigen regels."),
)
"""A file in which nothing can be changed without touching something else."""

_DASH = re.compile(r"(\s*)-\s+")
_SCALAR = re.compile(r"""("[^"]*"|'[^']*'|[^\s#"'&*!|>{\[][^#\r\n]*?)(\s*(?:\s#.*)?\r?\n?)""")
_EMPTY = re.compile(r"(\s*[^\s#:]+:)\s*\[\s*\]([^\r\n]*)\r?\n?")

Path = tuple[str | int, ...]


class NotEditable(Exception):  # noqa: N818 - the file is good; it is written in another way
    """The file is written in a way in which nothing can be changed without touching something else."""


class Item(NamedTuple):
    """One item of a list: its first line, the one after its last with content (from 0), and where its dash stands."""

    start: int
    end: int
    indent: int


class Edit(NamedTuple):
    """Lines that are replaced: from one (from 0) up to another, exclusive; the same for what is put in between."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends, counted as the places of a document count them."""
    return text.splitlines(keepends=True)


def line_end(lines: list[str]) -> str:
    """Return how the lines of a file end."""
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def indented(text: str, spaces: int, lines: list[str]) -> str:
    """Return lines moved to the right (or left, where negative), with the line ends of a file."""
    moved = [" " * spaces + line if spaces >= 0 else line[-spaces:] for line in text.splitlines()]
    end = line_end(lines)
    return "".join(line + end for line in moved)


def applied(lines: list[str], edits: Iterable[Edit]) -> str:
    """Return the text with some changes in it; those at one place in the order given."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        out += lines[at : edit.start]
        if out and not out[-1].endswith(("\n", "\r")):
            out[-1] += line_end(lines)
        out.append(edit.text)
        at = edit.end
    return "".join((*out, *lines[at:]))


def items(document: YamlDocument, path: Path, lines: list[str]) -> list[Item]:
    """Return where the items of a list of blocks stand.

    Raises:
        NotEditable: There is no list, it is written between brackets, or its dashes stand on lines of their own.
    """
    value = document.at(path)
    if not isinstance(value, list):
        raise NotEditable
    starts: list[tuple[int, int]] = []
    for index in range(len(value)):
        place = document.place((*path, index))
        match = _DASH.fullmatch(lines[place.line - 1][: place.column - 1])
        if match is None:
            raise NotEditable
        starts.append((place.line - 1, len(match[1])))
    limits = [start for start, _ in starts[1:]]
    if starts:
        limits.append(block_end(lines, *starts[-1]))
    return [
        Item(start, _content_end(lines, start, limit), indent)
        for (start, indent), limit in zip(starts, limits, strict=True)
    ]


def _idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _content_end(lines: list[str], start: int, limit: int) -> int:
    while limit > start + 1 and _idle(lines[limit - 1]):
        limit -= 1
    return limit


def block_end(lines: list[str], start: int, indent: int) -> int:
    """Return the first line after ``start`` with content that stands no deeper than ``indent``; the end without one."""
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not _idle(line) and len(line) - len(line.lstrip(" ")) <= indent:
            return number
    return len(lines)


def scalar_edit(document: YamlDocument, path: Path, value: str, lines: list[str]) -> Edit:
    """Return the change that gives a key another value; a comment behind it stays.

    Raises:
        NotEditable: The value does not stand on the line of its key, or on more than one.
    """
    place, key = document.place(path), document.place(path, key=True)
    line = lines[place.line - 1]
    match = _SCALAR.fullmatch(line[place.column - 1 :])
    if place.line != key.line or match is None:
        raise NotEditable
    return Edit(place.line - 1, place.line, line[: place.column - 1] + value + match[2])


def insert_edits(
    document: YamlDocument, path: Path, texts: list[tuple[int, str]], there: list[Item], lines: list[str]
) -> list[Edit]:
    """Return the changes that put items into a list, each before the item of a number; their number is the end.

    Raises:
        NotEditable: The list is empty and does not stand as ``[]`` behind its key.
    """
    key = document.place(path, key=True).line
    if not there:
        match = _EMPTY.fullmatch(lines[key - 1])
        if match is None:
            raise NotEditable
        head = f"{match[1]}{match[2].rstrip()}{line_end(lines)}"
        return [Edit(key - 1, key, head + "".join(text for _, text in texts))]
    edits: list[Edit] = []
    for before, text in texts:
        if before < len(there):
            at, floor = there[before].start, there[before - 1].end if before else key
            # Comments above an item belong to it, so what is new comes before them.
            while at > floor and lines[at - 1].lstrip().startswith("#"):
                at -= 1
        else:
            at = there[-1].end
        edits.append(Edit(at, at, text))
    return edits
