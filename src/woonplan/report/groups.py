"""Capacity in groups as a table: rows, the unassigned row, and the total they belong to."""

from __future__ import annotations

from dataclasses import replace

from woonplan.calc.assumptions import assumptions
from woonplan.calc.demand import Stated
from woonplan.calc.figure import Figure
from woonplan.calc.gap import Balance
from woonplan.calc.groups import UNASSIGNED, By, Group, Grouped
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.report.charts import group_charts
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.words import amount, documents, source_list
from woonplan.tables import Cell, Column, Document, Kind, Note, NoteKind, Row, Style, Table

NO_TARGET = "geen opgave"


def grouped_document(dataset: Dataset, question: Question, grouped: Grouped) -> Document:
    """Return the groups with the total they belong to."""
    facts = assumptions(dataset, question, replace(grouped.balance, gebruikt=_used(grouped.balance)))
    columns = _group_columns(grouped)
    rows = [_group_row(dataset, grouped, group, columns) for group in (*grouped.groups, grouped.total)]
    table = Table("groepen", f"Per {grouped.by}", columns, tuple(rows))
    has_target = grouped.balance.doel is not None
    notes = remarks(dataset, question, facts, has_target=has_target or grouped.by is not By.GEMEENTE)
    notes = (*_group_sources(dataset, grouped), *_undivided(grouped), *notes)
    heading, run = title(dataset, question, grouped.balance), run_facts(dataset, question, grouped.balance, None)
    return Document(heading, (table,), notes, run, charts=group_charts(dataset, question, grouped))


def _used(balance: Balance) -> tuple[Stated, ...]:
    """Return the statements that a grouped table uses: the target only."""
    return (balance.doel,) if balance.doel else ()


def _group_columns(grouped: Grouped) -> tuple[Column, ...]:
    columns = [Column("groep", str(grouped.by)), Column("records", "records", Kind.COUNT, drop=4)]
    if grouped.by is By.GEMEENTE and grouped.total.gerealiseerd is not None:
        columns.append(Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, drop=3))
    columns += [
        Column("hard", "hard", Kind.AMOUNT),
        Column("zacht", "zacht", Kind.AMOUNT),
        Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=6, optional=True),
        Column("telt_niet", "telt niet mee", Kind.AMOUNT, drop=7, optional=True),
        Column("buiten_telling", "buiten de telling", Kind.AMOUNT, drop=5, optional=True),
    ]
    if grouped.by is By.GEMEENTE:
        columns += [
            Column("opgave_ondergrens", "opgave ondergrens", Kind.AMOUNT, drop=2),
            Column("opgave_bovengrens", "opgave bovengrens", Kind.AMOUNT, drop=2),
            Column("saldo_ondergrens", "saldo ondergrens", Kind.AMOUNT),
            Column("saldo_bovengrens", "saldo bovengrens", Kind.AMOUNT),
        ]
    return (*columns, Column("bron", "bron", drop=8))


def _group_row(dataset: Dataset, grouped: Grouped, group: Group, columns: tuple[Column, ...]) -> Row:
    total = group is grouped.total
    name = "totaal" if total else group.key or _unassigned(grouped.by)
    no_target = "" if group.key == UNASSIGNED else NO_TARGET
    cells: dict[str, Cell] = {
        "groep": name,
        "records": group.sums.records,
        "gerealiseerd": amount(group.gerealiseerd.low) if group.gerealiseerd else None,
        "hard": amount(group.sums.hard.low),
        "zacht": amount(group.sums.zacht.low),
        "status_onbekend": amount(group.sums.onbekend.low),
        "telt_niet": amount(group.sums.telt_niet.low),
        "buiten_telling": amount(group.sums.buiten.low),
        "opgave_ondergrens": amount(group.doel.low) if group.doel else no_target,
        "opgave_bovengrens": amount(group.doel.high) if group.doel else no_target,
        "saldo_ondergrens": amount(group.saldo.low, signed=True) if group.saldo else no_target,
        "saldo_bovengrens": amount(group.saldo.high, signed=True) if group.saldo else no_target,
        "bron": documents(dataset, _sourced(group, grouped.by)),
    }
    key = "totaal" if total else group.key or "niet_toegewezen"
    return Row(key, tuple(cells[c.key] for c in columns), Style.TOTAL if total else Style.NORMAL)


def _sourced(group: Group, by: By) -> tuple[Figure, ...]:
    """Return the figures of a row that have a source and a column."""
    sums = group.sums
    found = [sums.hard, sums.zacht, sums.onbekend, sums.telt_niet, sums.buiten]
    if by is By.GEMEENTE:
        found = [*(f for f in (group.gerealiseerd, group.doel) if f is not None), *found]
    return tuple(found)


def _group_sources(dataset: Dataset, grouped: Grouped) -> tuple[Note, ...]:
    """Return where the columns come from: the records of plans, deliveries, and the targets."""
    total = grouped.total
    targets = tuple(g.doel for g in (*grouped.groups, total) if g.doel is not None)
    columns = (
        ("opgeleverd", (total.gerealiseerd,) if total.gerealiseerd and grouped.by is By.GEMEENTE else ()),
        ("hard", (total.sums.hard,)),
        ("zacht", (total.sums.zacht,)),
        ("opgave", targets if grouped.by is By.GEMEENTE else ()),
    )
    texts = [(name, source_list(dataset, figures)) for name, figures in columns if figures]
    return tuple(Note(NoteKind.BRON, f"{name}: {text}.") for name, text in texts if text)


def _undivided(grouped: Grouped) -> tuple[Note, ...]:
    count = grouped.undivided
    if not count:
        return ()
    what = "1 record is" if count == 1 else f"{count} records zijn"
    text = (
        f"{what} niet per {grouped.by} verdeeld; elke rij waar woningen ervan bij kunnen horen, telt dat als onbekend."
    )
    return (Note(NoteKind.LET_OP, text),)


def _unassigned(by: By) -> str:
    return "niet verdeeld over gemeenten" if by is By.GEMEENTE else "niet toegewezen"
