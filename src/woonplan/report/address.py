"""The address of a number is where it stands: `gap.enschede.hard`, `report.2020.dekking.totaal.ruimte`.

Table, row and column of the document that shows it. Nothing is registered: a number is found by walking the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from woonplan.model.base import slug
from woonplan.tables.cell import Value
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Row, Table

_OF_AN_END = re.compile(r"(?:(?:^|_)uitkomst)?(?:(?:^|_)(?:ondergrens|bovengrens))?(?:_(?:min|max))?$")
"""What the name of a column has beside that of its number; `uitkomst` says no more than that there is one."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """A number in a document: its address there, and every way to write it."""

    address: str
    spellings: tuple[str, ...]
    value: Value


def places(document: Document) -> Iterator[Addressed]:
    """Yield every number of a document: those of its tables, and those that stand beside them."""
    start = document.address
    for table in document.tables:
        quantities = [_quantity(column) for column in table.columns]
        for row in table.rows:
            starts = [f"{start}.{owner}" for owner in _owners(document, table, row)]
            for quantity, cell in zip(quantities, row.cells, strict=True):
                if isinstance(cell, Value):
                    names = tuple(own + quantity for own in starts)
                    yield Addressed(names[0], names, cell)
    for own, figure in document.beside.items():
        name = f"{start}.{own}"
        yield Addressed(name, (name,), Value(figure.low, derivation=figure))


def _quantity(column: Column) -> str:
    """Return how an address ends on a column: not at all where that is one end of all that its row holds."""
    name = _OF_AN_END.sub("", column.key)
    return f".{name}" if name else ""


def _owners(document: Document, table: Table, row: Row) -> tuple[str, ...]:
    """Return what comes before the column in an address, as it is written first.

    A row says enough in most documents. Where each table has a word, its row does not repeat it; the years of one table
    may be called years.
    """
    short = [_without(name, table.name) for name in (*row.names, row.key)]
    own = (row.table,) if row.table else table.names or (table.name,)
    with_table = [f"{name}.{owner}" for name, owner in product(own, short)]
    full = [".".join((row.table or table.name, row.key))]
    if document.tables_named:
        return tuple(dict.fromkeys((*with_table, *full)))
    plain = [*row.names, row.key] if table.implied or "." in (*row.names, row.key)[0] else []
    return tuple(dict.fromkeys((*plain, *with_table, *full, *short)))


def _without(owner: str, table: str) -> str:
    first, _, rest = owner.partition(".")
    return rest if rest and first in (table, "jaar") else owner


def find(numbers: Iterable[Addressed], name: str) -> Addressed | None:
    """Return the one of the numbers that is meant: with these characters, or else the only one with these words.

    None where there is none, or more than one.

    Ids stand in an address as they stand in the register, so two of them may differ in a capital or a hyphen only. An
    explanation holds both ends, so a column without the end of the target means the same.
    """
    name, numbers = name.strip(), tuple(numbers)
    for place in numbers:
        if name in place.spellings:
            return place
    start, _, last = name.rpartition(".")
    stem = _OF_AN_END.sub("", slug(last))
    wanted = {slug(text) for text in (name, ".".join(filter(None, (start, stem))))}
    alike: dict[str, Addressed] = {}
    for place in numbers:
        if any(slug(spelling) in wanted for spelling in place.spellings):
            alike.setdefault(place.address, place)
    return next(iter(alike.values())) if len(alike) == 1 else None


def addresses(documents: Iterable[Document]) -> Iterator[str]:
    """Yield the address of every number of documents, each once."""
    yield from dict.fromkeys(place.address for document in documents for place in places(document))
