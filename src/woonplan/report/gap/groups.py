"""Capacity in groups as a table: rows, the unassigned row, and the total they belong to."""

from __future__ import annotations

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.groups import UNASSIGNED, Group, Grouped, grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.model.naming import slug
from woonplan.report.cells import balance, both, count, maybe, value
from woonplan.report.charts import group_charts
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.words import documents, group_key, group_label, source_list
from woonplan.tables import Cell, Column, Document, Kind, Note, NoteKind, Row, Style, Table

NO_TARGET = "geen opgave"


def grouped_document(view: View, by: By) -> Document:
    """Return the groups with the total they belong to."""
    found = grouped(view, by)
    columns = _group_columns(found)
    rows = [_group_row(view, found, group, columns) for group in (*found.groups, found.total)]
    table = Table("groepen", f"Per {by}", columns, tuple(rows), implied=True)
    facts = assumptions(view, found.balance.doelen)
    notes = remarks(view, facts, says_target=by is By.GEMEENTE)
    notes = (*_group_sources(view, found), *_undivided(found), *notes)
    return Document(
        title(view),
        (table,),
        notes,
        run_facts(view),
        charts=group_charts(view, by),
        beside={f"totaal.{name}": figure for name, figure in _whole(found.total).items()},
        address=f"gap.{by}",
    )


def _whole(total: Group) -> dict[str, Figure]:
    """Return what is said of the whole only; where the rows are municipalities, it has columns."""
    found = {"gerealiseerd": total.gerealiseerd, "opgave": total.doel, "saldo": total.saldo}
    return {name: figure for name, figure in found.items() if figure is not None}


def _group_columns(found: Grouped) -> tuple[Column, ...]:
    columns = [Column("groep", str(found.by)), Column("records", "records", Kind.COUNT, drop=4)]
    if found.by is By.GEMEENTE and found.total.gerealiseerd is not None:
        columns.append(Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, drop=3))
    columns += [
        Column("hard", "hard", Kind.AMOUNT),
        Column("zacht", "zacht", Kind.AMOUNT),
        Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=6, optional=True),
        Column("telt_niet", "telt niet mee", Kind.AMOUNT, drop=7, optional=True),
        Column("buiten_telling", "buiten de telling", Kind.AMOUNT, drop=5, optional=True),
    ]
    if found.by is By.GEMEENTE:
        columns += [
            Column("opgave_ondergrens", "opgave ondergrens", Kind.AMOUNT, drop=2),
            Column("opgave_bovengrens", "opgave bovengrens", Kind.AMOUNT, drop=2),
            Column("saldo_ondergrens", "saldo ondergrens", Kind.AMOUNT),
            Column("saldo_bovengrens", "saldo bovengrens", Kind.AMOUNT),
        ]
    return (*columns, Column("bron", "bron", drop=8))


def _group_row(view: View, found: Grouped, group: Group, columns: tuple[Column, ...]) -> Row:
    no_target = "" if group.key == UNASSIGNED else NO_TARGET
    sums = group.sums
    opgave, saldo = both(group.doel, none=no_target), balance(group.saldo, no_target)
    cells: dict[str, Cell] = {
        "groep": group_label(group, found.by),
        "records": count(sums.records, lambda: records_figure(sums)),
        "gerealiseerd": maybe(group.gerealiseerd),
        "hard": value(sums.hard),
        "zacht": value(sums.zacht),
        "status_onbekend": value(sums.onbekend),
        "telt_niet": value(sums.telt_niet),
        "buiten_telling": value(sums.buiten),
        "opgave_ondergrens": opgave[0],
        "opgave_bovengrens": opgave[1],
        "saldo_ondergrens": saldo[0],
        "saldo_bovengrens": saldo[1],
        "bron": documents(view.dataset, _sourced(group, found.by)),
    }
    style = Style.TOTAL if group is found.total else Style.NORMAL
    return Row(
        group_key(group),
        tuple(cells[c.key] for c in columns),
        style,
        view.names(group.key) or (slug(group_key(group)),),
    )


def _sourced(group: Group, by: By) -> tuple[Figure, ...]:
    """Return the figures of a row that have a source and a column."""
    sums = group.sums
    found = [sums.hard, sums.zacht, *sums.apart]
    if by is By.GEMEENTE:
        found = [*(f for f in (group.gerealiseerd, group.doel) if f is not None), *found]
    return tuple(found)


def _group_sources(view: View, found: Grouped) -> tuple[Note, ...]:
    """Return where the columns come from: the records of plans, deliveries, and the targets."""
    total = found.total
    targets = tuple(g.doel for g in (*found.groups, total) if g.doel is not None)
    columns = (
        ("opgeleverd", (total.gerealiseerd,) if total.gerealiseerd and found.by is By.GEMEENTE else ()),
        ("hard", (total.sums.hard,)),
        ("zacht", (total.sums.zacht,)),
        ("opgave", targets if found.by is By.GEMEENTE else ()),
    )
    texts = [(name, source_list(view.dataset, figures)) for name, figures in columns if figures]
    return tuple(Note(NoteKind.BRON, f"{name}: {text}.") for name, text in texts if text)


def _undivided(found: Grouped) -> tuple[Note, ...]:
    number = found.undivided
    if not number:
        return ()
    what = "1 record is" if number == 1 else f"{number} records zijn"
    text = f"{what} niet per {found.by} verdeeld; elke rij waar woningen ervan bij kunnen horen, telt dat als onbekend."
    return (Note(NoteKind.LET_OP, text),)
