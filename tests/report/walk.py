"""A walk over the numbers of a document: each is worked out from its printed derivation, and found by its address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tests.report.cells import Shown, seen, shown
from tests.report.reader import ends_of, tree
from woonplan.model.dataset import Dataset
from woonplan.report.address import Addressed, find, places
from woonplan.report.derivation import passages
from woonplan.tables.cell import Value
from woonplan.tables.document import Document
from woonplan.tables.look import HOMES
from woonplan.tables.table import Column, Kind, Table

DEEP = 20

Ends = tuple[Shown, Shown]

SPANS = {("opgaven", "woningen")}
"""Columns that show a target as one number: from its low end to its high end."""

WORDS = {
    ("verantwoording", "waarde"): "the year and the date of the run",
    ("gemeenten", "jaar"): "the year of the stock",
    ("gemeenten", "jaren"): "the first and the last year of the stock",
    ("segmenten", "norm"): "what was agreed, in the words of the agreement",
    (
        "segmentdoelen",
        "norm",
    ): "the same: ten minste 2/3; how many homes that is, is a part of the difference beside it",
    ("locaties", "status"): "a status that is called 3",
    ("locaties", "jaar_hard"): "the year in which it becomes hard",
    ("ladder", "status"): "a status that is called 3",
    ("acties", "deadline"): "the year of a deadline, with steps on the way",
    ("acties", "wie"): "the same with who does it",
    ("acties", "verwant"): "the number of another action",
    ("verplichtingen", "status"): "the year in which it was done",
    ("verplichtingen", "verwant"): "the number of an action",
    ("doelen", "verwant"): "the number of an action",
    ("doelen", "jaar"): "the year in which it is to be reached",
    ("bevindingen", "regel"): "a line of a file",
    ("bevindingen", "kolom"): "a column of a line",
}
"""Columns in which words may look like a number, with what they are; and what a row is called may."""

DATE = re.compile(r"\b\d{1,2}(?:-\d{1,2})?-\d{4}\b")

_MARKS = "ca\\.|min\\.|max\\.|circa|ruim|ten minste|ten hoogste|laagste|hoogste|tekort|over|tot"
_ONE = rf"(?:(?:{_MARKS}) )*\(?[+-]?\d[\d.]*(?:,\d+)?(?:/\d+)?\)?"
_UNIT = r"(?: ?%| [a-z]+(?: per [a-z]+)?)?"
NUMBER = re.compile(rf"{_ONE}(?:(?: tot |-|, ){_ONE})*{_UNIT}(?: \(.*\))?")
"""A number in words: with marks, as a range or a fraction, with a unit, and with what it is without."""


def check_every_number(document: Document, *registers: Dataset, spellings: bool = False) -> int:
    """Work every number of a document out from its printed derivation, and find it; return how many there are.

    With ``spellings`` it is also found by every way to write its address.
    """
    worked: dict[str, Ends] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    numbers = tuple(places(document))
    for place in numbers:
        for spelling in place.spellings:
            owners[spelling].add(place.address)
    count = 0
    for place, table, column in placed(document):
        if place.address not in worked:
            worked[place.address] = worked_out(place.value, registers)
            check_found(numbers, place, place.address)
            for spelling in place.spellings if spellings else ():
                if owners[spelling] == {place.address}:
                    check_found(numbers, place, spelling)
        ends = worked[place.address]
        if table is None or column is None:
            figure = place.value.figure
            assert ends == tuple(seen(Value(end, HOMES, derivation=figure)) for end in figure.ends), place.address
        elif (table.name, column.key) in SPANS:
            assert seen(place.value) == span(ends), place.address
        else:
            for end in ends_shown(column):
                assert ends[end] == seen(place.value), f"{place.address}, {column.key}"
        count += 1
    return count


def check_brief(brief: Document, full: Document) -> int:
    """Find every number of a short answer, as it is called there, in the whole one; return how many there are."""
    numbers = tuple(places(full))
    found = tuple(places(brief))
    for place in found:
        for spelling in place.spellings:
            whole = find(numbers, spelling)
            assert whole is not None, spelling
            assert whole.value.figure.ends == place.value.figure.ends, spelling
        (same, *_) = [one for one in numbers if one.address == place.address]
        assert place.value.number in {same.value.number, *same.value.figure.ends}, place.address
    return len(found)


def placed(document: Document) -> Iterator[tuple[Addressed, Table | None, Column | None]]:
    """Yield every number with the table and the column that show it; none for one beside the tables.

    A cell without a number is blank, or holds words.
    """
    found = iter(places(document))
    for table in document.tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if isinstance(cell, Value):
                    place = next(found)
                    assert place.value is cell
                    yield place, table, column
                else:
                    where = f"{table.name}.{row.key}.{column.key}"
                    assert cell is None or words(cell, table, column), f"{where}: {cell}"
    for place in found:
        yield place, None, None


def words(text: str, table: Table, column: Column) -> bool:
    """Whether a text is no number: one in a column of numbers has no digit at all."""
    if column.kind is not Kind.TEXT:
        return not re.search(r"\d", text)
    # A table with the name of a municipality behind its own is one of several.
    name = table.name.partition("-")[0]
    return column is table.columns[0] or (name, column.key) in WORDS or not NUMBER.fullmatch(DATE.sub("dag", text))


def ends_shown(column: Column) -> tuple[int, ...]:
    """Return the ends of the target that a column is about: the one in its name, or both."""
    side = column.key.rpartition("_")[2]
    return {"ondergrens": (0,), "bovengrens": (1,)}.get(side, (0, 1))


def span(ends: Ends) -> Shown:
    """Both ends in one cell: from the lowest to the highest."""
    (low, unit), (high, _) = ends
    assert low is not None
    assert high is not None
    return (low if low == high else replace(low, high=high.high, circa=low.circa or high.circa)), unit


def worked_out(value: Value, registers: tuple[Dataset, ...]) -> Ends:
    """Return what a table shows at both ends, from the printed derivation alone."""
    deep = list(passages(registers, value.figure, DEEP, value.look))
    # The number itself is the same where nothing more is asked for.
    (top,) = passages(registers, value.figure, 0, value.look)
    assert ends_of(top)[0] == ends_of(deep[0])[0]
    return shown(tree(deep))


def check_found(numbers: tuple[Addressed, ...], place: Addressed, spelling: str) -> None:
    assert place.address in place.spellings
    found = find(numbers, spelling)
    assert found is not None, spelling
    assert found.address == place.address, spelling
    assert found.value.figure.ends == place.value.figure.ends, spelling
