"""What reads the cells of a field, by the kind of cell that it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from woonplan.exchange.cells import Fault, Value, blank
from woonplan.exchange.fields import CellKind, PlanField, field_of
from woonplan.exchange.values.dates import day, year
from woonplan.exchange.values.faults import Reading, fault
from woonplan.exchange.values.numbers import amount, percentage
from woonplan.exchange.values.spelling import listed_words, status, text, texts, word, yes_no


def read(field: PlanField, value: Value) -> Reading:
    """Return what a cell of a field says: a value, None where it is empty, or a problem."""
    return reader(field.key)(value)


@cache
def reader(key: str) -> Callable[[Value], Reading]:
    """Return what reads the cells of a field: looked up once, and used for a million cells."""
    field = field_of(key)
    of_kind = _READERS[field.kind]

    def read_cell(value: Value) -> Reading:
        if value.__class__ is int:  # what nearly every cell holds
            return of_kind(field, value)
        if blank(value):
            return None
        return fault(value) if isinstance(value, Fault) else of_kind(field, value)

    return read_cell


_READERS: Mapping[CellKind, Callable[[PlanField, Value], Reading]] = MappingProxyType(
    {
        CellKind.TEKST: text,
        CellKind.TEKSTEN: texts,
        CellKind.GEMEENTE: text,
        CellKind.AANTAL: amount,
        CellKind.JAAR: year,
        CellKind.DATUM: lambda _, value: day(value),
        CellKind.WOORD: word,
        CellKind.WOORDEN: listed_words,
        CellKind.STATUS: status,
        CellKind.JA_NEE: yes_no,
        CellKind.PERCENTAGE: percentage,
    }
)
