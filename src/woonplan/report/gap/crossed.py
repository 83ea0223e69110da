"""Capacity per municipality and group as a table: a row for every municipality, a column for every group."""

from __future__ import annotations

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.crossed import Crossed, Kruisrij, crossed
from woonplan.calc.gap.groups import UNASSIGNED
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.model.base import slug
from woonplan.report.cells import value
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.sentence import scope, sentence
from woonplan.report.words import NOT_ASSIGNED, group_label, known_here, unplaced
from woonplan.tables.cell import Cell, words
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Kind, Row, Style, Table


def crossed_document(view: View, rows: By, columns: By) -> Document:
    """Return hard and soft homes per row and group, with the total they belong to."""
    return Document(
        title(view),
        (crossed_table(view, rows, columns),),
        remarks(view, assumptions(view, balance(view).doelen)),
        run_facts(view),
        answer=sentence(view),
        scope=scope(view),
        address=f"gap.{rows}.{columns}",
    )


def crossed_table(view: View, rows: By, columns: By) -> Table:
    """Return the same as a table."""
    found = crossed(view, rows, columns)
    names = (*(words(group_label(key, columns)) for key in found.columns), "totaal")
    keys = (*(key or NOT_ASSIGNED for key in found.columns), "totaal")
    # What no municipality has in a group that itself says "not known" need not be on a screen.
    optional = {key for key in found.columns if "onbekend" in key}
    return Table(
        "kruistabel",
        f"Per {rows} en {columns}, hard en zacht samen",
        (
            Column(str(rows), str(rows)),
            *(
                Column(key, name, Kind.AMOUNT, optional=key in optional, term=True)
                for key, name in zip(keys, names, strict=True)
            ),
        ),
        tuple(_row(view, found, line) for line in (*found.lines, found.total)),
        (
            f"harde en zachte plannen samen; een vak waar meer bij kan horen, {known_here(netto=view.question.netto)}, "
            "of 'onbekend' waar niets is toegewezen. De vakken van een rij zijn met de laatste samen het totaal.",
            *unplaced(found.undivided, netto=view.question.netto),
        ),
        implied=True,
    )


def _row(view: View, found: Crossed, line: Kruisrij) -> Row:
    style = Style.TOTAL if line is found.total else Style.NORMAL
    names = view.names(line.key) or (slug(line.key or NOT_ASSIGNED),)
    label = group_label(line.key, found.by)
    cells: tuple[Cell, ...] = (label, *map(value, line.cells), value(line.whole))
    return Row(line.key or NOT_ASSIGNED, cells, style, names, rest=line.key == UNASSIGNED)
