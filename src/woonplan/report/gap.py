"""The balance as tables: one row per quantity, both ends of the target side by side."""

from __future__ import annotations

from woonplan.calc.assumptions import assumptions
from woonplan.calc.figure import Figure
from woonplan.calc.gap import Balance
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.report.charts import gap_charts
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.words import amount, amount_json, dutch_number, where_from
from woonplan.tables import Column, Document, Json, Kind, Row, Style, Table

_SIGNED = frozenset({"saldo", "saldo_met_extra_ruimte", "saldo_behoefte"})
_DETAIL = frozenset({"nog_hard_te_maken", "nog_te_vinden"})
_TOTAL = frozenset({"saldo", "saldo_met_extra_ruimte"})

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("ondergrens", "ondergrens", Kind.AMOUNT),
    Column("bovengrens", "bovengrens", Kind.AMOUNT),
    Column("bron", "bron", drop=1),
)


def gap_document(dataset: Dataset, question: Question, balance: Balance) -> Document:
    """Return the balance with its checks and remarks."""
    facts = assumptions(dataset, question, balance)
    tables = [Table("balans", "Balans", _COLUMNS, _balance_rows(dataset, balance))]
    if balance.toets:
        rows = tuple(_row(dataset, figure, Style.NORMAL) for figure in balance.toets)
        tables.append(Table("toets", "Behoefte, aanbod en andere uitspraken van de bron", _COLUMNS, rows))
    notes = remarks(dataset, question, facts, has_target=balance.doel is not None)
    figures = (*balance.rows, *balance.toets, balance.sums.onbekend, balance.sums.telt_niet, balance.sums.buiten)
    result: Json = {
        end: {f.name: amount_json(f.ends[i]) for f in figures} for i, end in enumerate(("ondergrens", "bovengrens"))
    }
    heading = title(dataset, question, balance)
    charts = gap_charts(dataset, question, balance)
    return Document(heading, tuple(tables), notes, run_facts(dataset, question, balance, result), charts=charts)


def _balance_rows(dataset: Dataset, balance: Balance) -> tuple[Row, ...]:
    rows = []
    for figure in balance.rows:
        style = Style.DETAIL if figure.name in _DETAIL else Style.TOTAL if figure.name in _TOTAL else Style.NORMAL
        row = _row(dataset, figure, style)
        if figure.name == "nog_hard_te_maken" and balance.uitbreiding_hard is not None:
            row = _with_statement(balance, row)
        rows.append(row)
    apart = (balance.sums.onbekend, balance.sums.telt_niet)
    rows.extend(_row(dataset, figure, Style.NORMAL) for figure in apart if figure.parts)
    return tuple(rows)


def _row(dataset: Dataset, figure: Figure, style: Style) -> Row:
    signed = figure.name in _SIGNED
    low, high = (amount(end, signed=signed) for end in figure.ends)
    return Row(figure.name, (figure.label, low, high, where_from(dataset, figure)), style)


def _with_statement(balance: Balance, row: Row) -> Row:
    """Return the row with the number that the source itself gives for it."""
    statement = balance.uitbreiding_hard
    if statement is None or statement.figure.origin is None:
        return row
    number = statement.uitspraak.woningen or 0
    word = statement.figure.origin.word or ""
    place = statement.figure.origin.source.vindplaats
    named = " ".join(part for part in (word, dutch_number(number)) if part)
    text = f"{row.cells[3]}; de bron noemt {named}: {place}"
    return Row(row.key, (*row.cells[:3], text), row.style)
