"""The balance as tables: one row per quantity, both ends of the target side by side."""

from __future__ import annotations

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.numerals import dutch
from woonplan.report.cells import ENDS, FIGURES, figure_row, named, when
from woonplan.report.charts import gap_charts
from woonplan.report.heading import run_facts, saldo_row, title
from woonplan.report.remarks import remarks
from woonplan.report.sentence import scope, sentence
from woonplan.tables.cell import Json, number_json
from woonplan.tables.document import Document
from woonplan.tables.look import BALANCE, HOMES, Look
from woonplan.tables.table import Row, Style, Table

_SIGNED = frozenset({"saldo", "saldo_met_extra_ruimte", "saldo_behoefte"})
_STYLES = {
    "nog_hard_te_maken": Style.DETAIL,
    "nog_te_vinden": Style.DETAIL,
    "saldo": Style.TOTAL,
    "saldo_met_extra_ruimte": Style.TOTAL,
}


def gap_document(view: View) -> Document:
    """Return the balance with its checks and remarks."""
    found = balance(view)
    apart = (figure for figure in (found.sums.onbekend, found.sums.telt_niet) if figure.parts)
    rows = tuple(_row(view, found, figure) for figure in (*found.rows, *apart))
    checks = tuple(_row(view, found, figure) for figure in found.toets)
    beside = "Behoefte, aanbod en andere uitspraken van de bron"
    figures = (*found.rows, *found.toets, *found.sums.apart)
    result: Json = {end: {f.name: number_json(f.ends[i], _look(f)) for f in figures} for i, end in enumerate(ENDS)}
    return Document(
        title(view),
        (
            Table("balans", "Balans", FIGURES, rows, implied=True),
            *when(checks, Table("toets", beside, FIGURES, checks, implied=True)),
        ),
        remarks(view, assumptions(view, found.gebruikt)),
        run_facts(view),
        charts=gap_charts(view),
        beside=named(found.sums.apart),
        results={"resultaat": result},
        answer=sentence(view),
        scope=scope(view),
        address="gap",
    )


def _look(figure: Figure) -> Look:
    return BALANCE if figure.name in _SIGNED else HOMES


def _row(view: View, found: Balance, figure: Figure) -> Row:
    """Return the row of a figure, with the number that the source itself gives for what has to be made hard."""
    style = _STYLES.get(figure.name, Style.NORMAL)
    row = figure_row(view.dataset, figure, _look(figure), style)
    if figure.name.startswith("saldo") and figure not in found.toets:
        row = saldo_row(view.dataset, row)
    statement = found.uitbreiding_hard if figure.name == "nog_hard_te_maken" else None
    if statement is None or statement.figure.origin is None:
        return row
    origin = statement.figure.origin
    said = " ".join(filter(None, (origin.word, dutch(statement.uitspraak.woningen or 0))))
    *cells, source = row.cells
    return Row(row.key, (*cells, f"{source}; de bron noemt {said}: {origin.source.vindplaats}"), style)
