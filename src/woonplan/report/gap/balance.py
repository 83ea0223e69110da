"""The balance as tables: one row per quantity, both ends of the target side by side."""

from __future__ import annotations

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.report.cells import ENDS, both, named
from woonplan.report.charts import gap_charts
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.words import dutch_number, where_from
from woonplan.tables import BALANCE, HOMES, Column, Document, Json, Kind, Row, Style, Table, number_json

_SIGNED = frozenset({"saldo", "saldo_met_extra_ruimte", "saldo_behoefte"})
_DETAIL = frozenset({"nog_hard_te_maken", "nog_te_vinden"})
_TOTAL = frozenset({"saldo", "saldo_met_extra_ruimte"})

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("ondergrens", "ondergrens", Kind.AMOUNT),
    Column("bovengrens", "bovengrens", Kind.AMOUNT),
    Column("bron", "bron", drop=1),
)


def gap_document(view: View) -> Document:
    """Return the balance with its checks and remarks."""
    found = balance(view)
    tables = [Table("balans", "Balans", _COLUMNS, _balance_rows(view, found), implied=True)]
    if found.toets:
        rows = tuple(_row(view, figure, Style.NORMAL) for figure in found.toets)
        tables.append(Table("toets", "Behoefte, aanbod en andere uitspraken van de bron", _COLUMNS, rows, implied=True))
    figures = (*found.rows, *found.toets, *found.sums.apart)
    result: Json = {end: {f.name: number_json(f.ends[i]) for f in figures} for i, end in enumerate(ENDS)}
    return Document(
        title(view),
        tuple(tables),
        remarks(view, assumptions(view, found.gebruikt)),
        run_facts(view),
        charts=gap_charts(view),
        beside=named(found.sums.apart),
        results={"resultaat": result},
        address="gap",
    )


def _balance_rows(view: View, found: Balance) -> tuple[Row, ...]:
    rows = []
    for figure in found.rows:
        style = Style.DETAIL if figure.name in _DETAIL else Style.TOTAL if figure.name in _TOTAL else Style.NORMAL
        row = _row(view, figure, style)
        if figure.name == "nog_hard_te_maken" and found.uitbreiding_hard is not None:
            row = _with_statement(found, row)
        rows.append(row)
    apart = (found.sums.onbekend, found.sums.telt_niet)
    rows.extend(_row(view, figure, Style.NORMAL) for figure in apart if figure.parts)
    return tuple(rows)


def _row(view: View, figure: Figure, style: Style) -> Row:
    ends = both(figure, BALANCE if figure.name in _SIGNED else HOMES)
    return Row(figure.name, (figure.label, *ends, where_from(view.dataset, figure)), style)


def _with_statement(found: Balance, row: Row) -> Row:
    """Return the row with the number that the source itself gives for it."""
    statement = found.uitbreiding_hard
    if statement is None or statement.figure.origin is None:
        return row
    number = statement.uitspraak.woningen or 0
    word = statement.figure.origin.word or ""
    place = statement.figure.origin.source.vindplaats
    named = " ".join(part for part in (word, dutch_number(number)) if part)
    text = f"{row.cells[3]}; de bron noemt {named}: {place}"
    return Row(row.key, (*row.cells[:3], text), row.style)
