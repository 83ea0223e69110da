"""What a command answers: tables and charts with their passages, remarks and facts about the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.number.figure import Figure
from woonplan.tables.cell import Json
from woonplan.tables.chart import Chart
from woonplan.tables.table import Table


class Passage(NamedTuple):
    """Something explained: a title, and what is said of it under short labels.

    ``level`` is its depth under the first passage (0); ``name`` names it for machines.
    """

    name: str
    title: str
    items: tuple[tuple[str, str], ...]
    level: int = 0


class NoteKind(StrEnum):
    """Why a note is there; the value is the word that users read before it."""

    AANNAME = "Aanname"
    LET_OP = "Let op"
    BRON = "Bron"
    WEEGT = "!"
    """One of the few remarks under an answer that is short: what could move it most."""


class Note(NamedTuple):
    """One remark under the tables."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What one command answers: tables, passages, remarks, and facts for machines (inputs, parameters, results)."""

    title: str
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Mapping[str, Json] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    charts: tuple[Chart, ...] = ()
    beside: Mapping[str, Figure] = field(default_factory=dict)
    """Numbers that stand in no cell, by their names: in a remark, or for machines only."""
    results: Mapping[str, Json] = field(default_factory=dict)
    """Facts that follow from the others: what came out."""
    address: str = ""
    """What the addresses of its numbers begin with: `gap`, `report.2020`."""
    answer: str = ""
    """What it comes to in one sentence; empty where nothing was asked that has one."""
    scope: str = ""
    """Of which state that is, and of whose plans."""
    following: tuple[str, ...] = ()
    """What to ask next: commands that work as they stand. Only an answer that is short has them.

    One that begins with an option (`--by gemeente`) is the command before it with that in place of its last option.
    """
    tables_named: bool = False
    """Whether each of its tables has a word in those addresses."""
    moving: tuple[str, ...] = ()
    """What could change the answer, what could most first: sentences under the first theme, ``BRIEF``."""
    missing: tuple[str, ...] = ()
    """What is not known and would be needed, in sentences that stand there too."""


BRIEF = "In het kort"
"""The theme that a document with themes begins with: the answer, the numbers that matter most, and one chart."""


class Theme(NamedTuple):
    """What stands under one heading of a document."""

    name: str
    """The heading; empty for what has none."""
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]


def themes(document: Document) -> tuple[Theme, ...]:
    """Return the charts and tables of a document by their headings, in the order in which those come up.

    What has no heading comes first. A document without any heading is one theme without a name.
    """
    parts: tuple[Table | Chart, ...] = (*document.tables, *document.charts)
    names = dict.fromkeys(("", *(part.theme for part in parts)))
    found = (
        Theme(
            name,
            tuple(chart for chart in document.charts if chart.theme == name),
            tuple(table for table in document.tables if table.theme == name),
        )
        for name in names
    )
    return tuple(theme for theme in found if theme.charts or theme.tables)
