"""One document with every kind of cell, and with text that tries to act: the fixture of every renderer."""

from __future__ import annotations

from fractions import Fraction

from tests.render.cells import asked, count, value
from woonplan.model.number import NO_OUTCOME
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.look import BALANCE, EUROS, PERCENT, YEARS, Look, Unit
from woonplan.tables.table import Column, Kind, Row, Style, Table

HOSTILE = "[red]x[/red]\x1b[31m\nnieuw|<b>&\u202e"
"""Markup, an escape code, a line end, a column mark, HTML and a mark that turns the direction of text."""

FORMULA = "=cmd|' /C calc'!A0"
NAME = "Rijssen-Holten"

COLUMNS = (
    Column("naam", "naam"),
    Column("aantal", "aantal", Kind.COUNT, drop=1),
    Column("hard", "hard", Kind.AMOUNT),
    Column("saldo", "saldo", Kind.AMOUNT),
    Column("buiten", "buiten", Kind.AMOUNT, drop=2, optional=True),
    Column("bron", "bron", drop=3),
)
NOTHING = value(0, 0)

BALANCE = Table(
    "balans",
    "De balans",
    COLUMNS,
    (
        Row("r.een", (NAME, count(1200), value(8300, 8300, circa=True), value(-1900, -1900, BALANCE), NOTHING, None)),
        Row(
            "r.deel", ("deel", count(0), value(0, 30, unknown=2), value(-345, 1655, BALANCE), NOTHING, "Nota, par. 4.7")
        ),
        Row("r.kwaad", (HOSTILE, None, value(None, None, unknown=3, blank=True), None, NOTHING, FORMULA)),
        Row("r.som", ("totaal", count(1200), value(8300, None), value(None, -5, BALANCE), NOTHING, ""), Style.TOTAL),
    ),
    notes=(f"Noot {HOSTILE}",),
)
DETAILED = Table(
    "details",
    "Met details",
    COLUMNS[:1],
    (Row("d.een", ("geheel",)), Row("d.deel", ("deel",), Style.DETAIL)),
)
EMPTY = Table("leeg", "Niets gevonden", COLUMNS[:3], ())
DOCUMENT = Document(
    "Balans van Dal",
    (BALANCE, DETAILED, EMPTY),
    (Note(NoteKind.AANNAME, "periode 2020-2029."), Note(NoteKind.LET_OP, HOSTILE)),
    facts={"parameters": {"telling": "tien"}},
)


SHARE = Fraction(83, 200)
WHOLE = Look(Unit.PERCENT, times=100)
EXACTS = (
    value(SHARE, SHARE, PERCENT),
    value(Fraction(2, 3), Fraction(2, 3), WHOLE, circa=True),
    value(Fraction(83, 20), 9, YEARS, unknown=2),
    value(1234567, None, EUROS),
    value(None, SHARE, PERCENT, circa=True),
    value(SHARE, SHARE, YEARS, unknown=3, blank=True),
    value(None, None, YEARS),
    Value(NO_OUTCOME, YEARS, derivation=asked, instead="niet van toepassing"),
    None,
)
"""An exact number of every kind, and what may stand in its place."""


def exacts(*cells: Cell) -> Document:
    """Return a document with one column of exact numbers."""
    return _numbers(Column("deel", "deel", Kind.EXACT), cells)


def amounts(*cells: Cell) -> Document:
    """Return a document with one column of homes."""
    return _numbers(Column("hard", "hard", Kind.AMOUNT), cells)


def _numbers(column: Column, cells: tuple[Cell, ...]) -> Document:
    rows = tuple(Row(str(i), (f"r{i}", cell)) for i, cell in enumerate(cells))
    return Document("Titel", (Table("t", "T", (Column("naam", "naam"), column), rows),))


def one(*cells: str, notes: tuple[str, ...] = ()) -> Document:
    """Return a document with one row of text."""
    columns = tuple(Column(f"k{i}", f"k{i}") for i in range(len(cells)))
    return Document("Titel", (Table("t", "T", columns, (Row("r", cells),), notes),))
