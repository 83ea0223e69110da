"""Capacity in groups as a table: rows, the unassigned row, and the total they belong to."""

from __future__ import annotations

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.groups import Group, Grouped, grouped
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.report.cells import against_target, at_ends, group_row, maybe, records, value, when
from woonplan.report.charts import group_charts
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.words import amount, documents, source_list
from woonplan.tables import Column, Document, Kind, Note, NoteKind, Row, Table


def grouped_document(view: View, by: By) -> Document:
    """Return the groups with the total they belong to."""
    found = grouped(view, by)
    rows = tuple(_row(view, found, group) for group in (*found.groups, found.total))
    facts = assumptions(view, found.balance.doelen)
    # What is said of the whole only; where the rows are municipalities, it has columns.
    whole = (("gerealiseerd", found.total.gerealiseerd), ("opgave", found.total.doel), ("saldo", found.total.saldo))
    undivided = (
        f"{amount(found.undivided, 'record is', 'records zijn')} niet per {by} verdeeld; elke rij waar woningen ervan "
        "bij kunnen horen, telt dat als onbekend."
    )
    return Document(
        title(view),
        (Table("groepen", f"Per {by}", _columns(found), rows, implied=True),),
        (
            *_sources(view, found),
            *when(found.undivided, Note(NoteKind.LET_OP, undivided)),
            *remarks(view, facts, says_target=by is By.GEMEENTE),
        ),
        run_facts(view),
        charts=group_charts(view, by),
        beside={f"totaal.{name}": figure for name, figure in whole if figure is not None},
        address=f"gap.{by}",
    )


def _delivered(found: Grouped) -> bool:
    """Whether the rows say what was delivered: those of municipalities, where time of the period has passed."""
    return found.by is By.GEMEENTE and found.total.gerealiseerd is not None


def _columns(found: Grouped) -> tuple[Column, ...]:
    return (
        Column("groep", str(found.by)),
        Column("records", "records", Kind.COUNT, drop=4),
        *when(_delivered(found), Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, drop=3)),
        Column("hard", "hard", Kind.AMOUNT),
        Column("zacht", "zacht", Kind.AMOUNT),
        Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=6, optional=True),
        Column("telt_niet", "telt niet mee", Kind.AMOUNT, drop=7, optional=True),
        Column("buiten_telling", "buiten de telling", Kind.AMOUNT, drop=5, optional=True),
        *when(found.by is By.GEMEENTE, *at_ends("opgave", "opgave", drop=2), *at_ends("saldo", "saldo")),
        Column("bron", "bron", drop=8),
    )


def _row(view: View, found: Grouped, group: Group) -> Row:
    towns, sums = found.by is By.GEMEENTE, group.sums
    classes = (sums.hard, sums.zacht, *sums.apart)
    sourced = (*when(towns, group.gerealiseerd, group.doel), *classes)
    return group_row(
        view,
        found,
        group,
        records(sums),
        *when(_delivered(found), maybe(group.gerealiseerd)),
        *map(value, classes),
        *when(towns, *against_target(group)),
        documents(view.dataset, (figure for figure in sourced if figure is not None)),
    )


def _sources(view: View, found: Grouped) -> tuple[Note, ...]:
    """Return where the columns come from: the records of plans, deliveries, and the targets."""
    total, towns = found.total, found.by is By.GEMEENTE
    targets = when(towns, *(group.doel for group in (*found.groups, total)))
    columns = {
        "opgeleverd": when(towns, total.gerealiseerd),
        "hard": (total.sums.hard,),
        "zacht": (total.sums.zacht,),
        "opgave": targets,
    }
    texts = {
        name: source_list(view.dataset, (figure for figure in figures if figure is not None))
        for name, figures in columns.items()
    }
    return tuple(Note(NoteKind.BRON, f"{name}: {text}.") for name, text in texts.items() if text)
