"""The matrix of a plan in Planmonitor Wonen: what its cells mean, and whether they add up.

The rest is total - realised; the years of a category add up to its rest; the categories of a group add up to new-build,
in total and per year; demolition is in no group. The product shows a broken balance in red and exports it all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from woonplan.diagnostics import Severity
from woonplan.exchange.cells import Cell
from woonplan.exchange.fields import FIELDS, parent
from woonplan.exchange.layouts.draft import Draft
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.numbers import whole
from woonplan.rule import Example, Rule, csv_text


def planmonitor_text(head: str, cells: str) -> str:
    """Return a list of one plan for an example, with more columns than every list has."""
    plan = f"Beekstraat;Borne;2A. Vastgesteld;Verdichting;{cells}"
    return csv_text(f"Plannaam;Gemeente;Status Planologisch;Plantype;{head}", plan)


WP629 = Rule(
    code="WP629",
    naam="niet alles staat in deze indeling",
    wat="De indeling laat iets weg dat er wel kan zijn, zoals jaren buiten haar venster.",
    waarom="Wat zij niet toont is onbekend, en niet 0.",
    oplossing="Gebruik een uitvoer die meer toont, als dat nodig is.",
    fout=Example(planmonitor_text("Woningtype;2026", "Nieuwbouw;30"), 1, 0, file="lijst.csv"),
    goed=Example(planmonitor_text("Nieuwbouw", "30"), file="lijst.csv"),
    severity=Severity.WAARSCHUWING,
)
"""A layout that cannot show all."""


MEASURES: Mapping[str, str] = MappingProxyType(
    {"totaal": "totaal", "gerealiseerd": "gerealiseerd", "restcapaciteit": "rest"}
)
"""What may stand behind a category in a header, and the name of that measure here."""

GROUP_NAMES = {"woningtype": "woningtype", "zorg": "wonen en zorg", "flex": "flexwoningen",
                "betaalbaarheid": "betaalbaarheid"}  # fmt: skip
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {block: tuple(f.key for f in FIELDS if f.planmonitor and parent(f.key) == block) for block in GROUP_NAMES}
)

Span = Callable[[Draft, Iterable[str]], str]
"""Names the cells of some keys as a spreadsheet does: S7:U7."""


class Matrix(NamedTuple):
    """The numbers of one plan by category and measure; what is an empty text stands apart from what is not there."""

    draft: Draft
    span: Span
    numbers: dict[tuple[str, str], int]
    empty: frozenset[tuple[str, str]]
    measures: frozenset[str]

    @property
    def years(self) -> list[str]:
        """The years that have a cell."""
        return sorted(measure for measure in self.measures if measure.isdecimal())

    @property
    def main(self) -> str:
        """The measure that says how many homes there are: the total, the rest, or the sum of the years."""
        return next((name for name in ("totaal", "rest") if name in self.measures), "jaren")

    def year_numbers(self, category: str) -> dict[str, int]:
        """Return the numbers by year that are given."""
        return {year: n for year in self.years if (n := self.numbers.get((category, year))) is not None}

    def number(self, category: str, measure: str) -> int | None:
        """Return a number, None where the cell is empty or not there; `jaren` is the sum of the years."""
        if measure != "jaren":
            return self.numbers.get((category, measure))
        years = self.year_numbers(category)
        return sum(years.values()) if years else None

    def said(self, category: str, measure: str) -> bool:
        """Whether there is a cell at all: in the list with rests alone, an empty one means 0."""
        if measure == "rest" and self.main == "rest":
            return (category, measure) in self.numbers or (category, measure) in self.empty
        return self.number(category, measure) is not None

    def group(self, block: str, measure: str) -> int | None:
        """Return the sum over a group, None where nothing of it is filled in."""
        if not any(self.said(key, measure) for key in GROUPS[block]):
            return None
        return sum(self.number(key, measure) or 0 for key in GROUPS[block])

    def cell(self, category: str, measure: str) -> Cell | None:
        """Return the cell of a number, or the first one with a number of its years."""
        if measure == "jaren":
            return next((self.draft.cells[f"{category}/{year}"] for year in self.year_numbers(category)), None)
        return self.draft.cells.get(f"{category}/{measure}")

    def where(self, categories: Iterable[str], measure: str) -> str:
        """Return the cells of categories, in brackets."""
        measures = self.years if measure == "jaren" else [measure]
        named = self.span(self.draft, [f"{c}/{m}" for c in categories for m in measures])
        return f" ({named})" if named else ""

    def say(self, rule: Rule, cell: Cell | None, message: str, hint: str = "") -> None:
        """Note a finding of the plan."""
        self.draft.say(rule, cell, message, hint)


def read_matrix(draft: Draft, span: Span) -> Matrix | None:
    """Return the numbers of a plan; None, and findings, where one cannot be read."""
    numbers: dict[tuple[str, str], int] = {}
    empty: set[tuple[str, str]] = set()
    measures: set[str] = set()
    wrong = False
    for key, cell in draft.cells.items():
        category, slash, measure = key.partition("/")
        if not slash:
            continue
        measures.add(measure)
        value = whole(cell.value, negative=measure == "rest")
        if isinstance(value, Problem):
            draft.say(value.rule, cell, value.message, value.hint)
            wrong = True
        elif value is not None:
            numbers[category, measure] = value
        elif cell.value is not None:
            empty.add((category, measure))
    return None if wrong else Matrix(draft, span, numbers, frozenset(empty), frozenset(measures))
