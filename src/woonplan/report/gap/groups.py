"""Capacity in groups as a table: rows, the unassigned row, and the total they belong to."""

from __future__ import annotations

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.groups import UNASSIGNED, Group, Grouped, grouped
from woonplan.calc.gap.order import Ordered, Sort, ordered
from woonplan.calc.gap.splits import SPLIT_BY
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.numerals import amount
from woonplan.report.cells import against_target, at_ends, group_row, maybe, records, value, when
from woonplan.report.charts import group_charts
from woonplan.report.goals import goals_table
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.sentence import scope, sentence
from woonplan.report.words import documents, source_list, unplaced
from woonplan.tables.cell import Json
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.table import Column, Kind, Row, Table


def grouped_document(view: View, by: By, sort: Sort | None = None, top: int | None = None) -> Document:
    """Return the groups with the total they belong to, in an order and as many of them as was asked for."""
    order = ordered(grouped(view, by), sort, top)
    found = order.found
    rows = tuple(_row(view, found, group) for group in (*found.groups, found.total))
    facts = assumptions(view, found.balance.doelen)
    # What is said of the whole only; where the rows are municipalities, it has columns.
    whole = (("gerealiseerd", found.total.gerealiseerd), ("opgave", found.total.doel), ("saldo", found.total.saldo))
    said = (*_order(order, sort, top), *unplaced(found.undivided, netto=view.question.netto))
    goal = goals_table(view, SPLIT_BY[by]) if by in SPLIT_BY else None
    targets = () if goal is None else (goal,)
    chosen: Json = {"sort": sort and str(sort), "top": top, "niet_getoond": order.left_out}
    return Document(
        title(view),
        (
            Table("groepen", f"Per {by}", _columns(found), rows, said, implied=True, bars=("hard", "zacht")),
            *targets,
        ),
        (
            *_sources(view, found),
            *remarks(view, facts, says_target=by is By.GEMEENTE),
        ),
        run_facts(view) | ({"volgorde": chosen} if sort or top else {}),
        charts=group_charts(view, found, "groepen"),
        beside={f"totaal.{name}": figure for name, figure in whole if figure is not None},
        answer=sentence(view),
        scope=scope(view),
        address=f"gap.{by}",
    )


def _order(order: Ordered, sort: Sort | None, top: int | None) -> tuple[str, ...]:
    """Return in which order the rows stand, and how many are left out; nothing where that was not asked for."""
    by = order.found.by
    many = "gemeenten" if by is By.GEMEENTE else "rijen"
    shown = sum(group.key != UNASSIGNED for group in order.found.groups)
    last = f"; {order.unknown} zonder bekend saldo onderaan" if order.unknown else ""
    rest = amount(order.left_out, "staat", "staan")
    return (
        *when(sort, f"gesorteerd op saldo bij de bovengrens, het grootste tekort eerst{last}."),
        *when(
            order.left_out,
            f"de eerste {shown} van {shown + order.left_out} {many} (--top {top}): {rest} hier niet; het totaal is van "
            "alle.",
        ),
    )


def _delivered(found: Grouped) -> bool:
    """Whether the rows say what was delivered: those of municipalities, where time of the period has passed."""
    return found.by is By.GEMEENTE and found.total.gerealiseerd is not None


def _columns(found: Grouped) -> tuple[Column, ...]:
    return (
        Column("groep", str(found.by)),
        Column("records", "plannen", Kind.COUNT, drop=4),
        *when(_delivered(found), Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, term=True)),
        Column("hard", "hard", Kind.AMOUNT, term=True),
        Column("zacht", "zacht", Kind.AMOUNT, term=True),
        Column("status_onbekend", "status onbekend", Kind.AMOUNT, optional=True, term=True),
        Column("telt_niet", "telt niet mee", Kind.AMOUNT, drop=7, optional=True),
        Column("buiten_telling", "buiten de telling", Kind.AMOUNT, drop=5, optional=True),
        *when(
            found.by is By.GEMEENTE,
            *at_ends("opgave", "opgave", term=True),
            *at_ends("saldo", "saldo", term=True),
        ),
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
