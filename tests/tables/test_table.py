"""Columns that hold nothing, left out of what people read."""

from __future__ import annotations

from tests.render.cells import value
from woonplan.tables.table import Column, Kind, Row, Table, readable


def test_an_optional_column_of_nothing_is_left_out() -> None:
    columns = (Column("a", "a"), Column("b", "b", Kind.AMOUNT, optional=True), Column("c", "c", Kind.AMOUNT))
    nothing, unknown = value(0, 0), value(0, 0, unknown=1, blank=True)
    rows = tuple(Row(name, (name, cell, nothing)) for name, cell in (("x", nothing), ("y", None)))
    assert [column.key for column in readable(Table("t", "T", columns, rows)).columns] == ["a", "c"]
    rows = (*rows, Row("z", ("z", unknown, nothing)))
    assert readable(Table("t", "T", columns, rows)).rows == rows
