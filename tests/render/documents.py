"""One document with every kind of cell, and with text that tries to act: the fixture of every renderer."""

from __future__ import annotations

from fractions import Fraction

from woonplan.tables import Amount, Cell, Column, Document, Exact, Kind, Note, NoteKind, Row, Style, Table, Unit

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
NOTHING = Amount(0, 0)

BALANCE = Table(
    "balans",
    "De balans",
    COLUMNS,
    (
        Row("r.een", (NAME, 1200, Amount(8300, 8300, circa=True), Amount(-1900, -1900, signed=True), NOTHING, None)),
        Row(
            "r.deel", ("deel", 0, Amount(0, 30, unknown=2), Amount(-345, 1655, signed=True), NOTHING, "Nota, par. 4.7")
        ),
        Row("r.kwaad", (HOSTILE, None, Amount(None, None, unknown=3, blank=True), None, NOTHING, FORMULA)),
        Row("r.som", ("totaal", 1200, Amount(8300, None), Amount(None, -5, signed=True), NOTHING, ""), Style.TOTAL),
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


HALF = Fraction(83, 2)
EXACTS = (
    Exact(HALF, HALF, Unit.PERCENT, 1),
    Exact(Fraction(200, 3), Fraction(200, 3), Unit.PERCENT, 0, circa=True),
    Exact(Fraction(83, 20), Fraction(9), Unit.YEAR, 2, unknown=2),
    Exact(Fraction(1234567), None, Unit.EURO, 2),
    Exact(None, HALF, Unit.PERCENT, 1, circa=True),
    Exact(HALF, HALF, Unit.YEAR, 2, unknown=3, blank=True),
    Exact(None, None, Unit.YEAR, 2),
    "niet van toepassing",
    None,
)
"""An exact number of every kind, and what may stand in its place."""


def exacts(*cells: Cell) -> Document:
    """Return a document with one column of exact numbers."""
    columns = (Column("naam", "naam"), Column("deel", "deel", Kind.EXACT))
    table = Table("t", "T", columns, tuple(Row(str(i), (f"r{i}", cell)) for i, cell in enumerate(cells)))
    return Document("Titel", (table,))


def one(*cells: str, notes: tuple[str, ...] = ()) -> Document:
    """Return a document with one row of text."""
    columns = tuple(Column(f"k{i}", f"k{i}") for i in range(len(cells)))
    return Document("Titel", (Table("t", "T", columns, (Row("r", cells),), notes),))
