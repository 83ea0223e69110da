"""The short answer of `diff`: what fits a screen, with what readers must know of both states and what to ask next."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from woonplan.calc.diff.compare import Diff, Planwijziging
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.diff.tally import SAMEN
from woonplan.numerals import amount
from woonplan.report.cells import when
from woonplan.report.diff.document import Gedeelte
from woonplan.report.diff.totals import SUMS, cell_of
from woonplan.report.diff.wording import ALWAYS, label
from woonplan.report.heading import unseen
from woonplan.tables.cell import Cell, Value, says_something
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.table import Row, Style, Table, without

FEW = 5
"""So many plans fit on a screen with what they do to the totals; of more, the causes are shown."""

_SOORTEN = frozenset(map(str, Wijziging))
_ENDS = ("saldo_ondergrens", "saldo_bovengrens")


def brief_diff(diff: Diff, full: Document, sides: str, explain: Collection[str] = ()) -> Document:
    """Return what changed as a short answer: one table, what readers must know, and what to ask next.

    Args:
        diff: What changed.
        full: The whole answer.
        sides: How both sides and the options of the question were typed (`` HEAD~1 --netto``).
        explain: The command that explains one of its numbers, where there is one.
    """
    table = _table(diff, next(table for table in full.tables if table.name == Gedeelte.TOTALEN))
    unknown = any(isinstance(cell, Value) and _marked(cell) for row in table.rows for cell in row.cells)
    beside = "een ? staat bij plannen waarvan het aantal toen of nu niet bekend is."
    return replace(
        full,
        tables=when(not diff.leeg, table),
        notes=tuple(Note(NoteKind.WEEGT, text) for text in (*_remarks(diff, full), *when(unknown, beside))),
        following=(
            f"woonplan diff{sides} --toelichting",
            *when(diff.plannen, "--alleen plannen"),
            *when(not diff.leeg, *explain),
        ),
    )


def _remarks(diff: Diff, full: Document) -> tuple[str, ...]:
    """Return what readers must know of these two states, and how many plans are gone without a reason."""
    always = (ALWAYS, *(note.text for note in unseen(diff.nieuw.dataset, diff.oud.dataset)))
    careful = [note.text for note in full.notes if note.kind is NoteKind.LET_OP and note.text not in always]
    gone = diff.aantal(Wijziging.VERDWENEN)
    silent = f"{amount(gone, 'plan is', 'plannen zijn')} zonder reden verdwenen; 'woonplan check --tegen' noemt ze."
    return (*careful, *when(gone, silent))


def _table(diff: Diff, totals: Table) -> Table:
    """Return what leads from the old sums to the new ones: the plans where they are few, else the causes."""
    kept = without(totals, "plannen", "telt_niet", "buiten_telling")
    few = 0 < len(diff.plannen) <= FEW
    first, *between, new, whole = kept.rows
    causes = [row for row in between if not (few and row.key in _SOORTEN) and any(map(says_something, row.cells[1:]))]
    plans = [_plan(kept, plan) for plan in diff.plannen] if few else []
    rows = (first, *causes, *plans, new, whole)
    column = kept.columns[0]._replace(header="plan" if few else "oorzaak")
    shown = replace(kept, columns=(column, *kept.columns[1:]), rows=tuple(map(_short, rows)), notes=())
    return _balance_once(shown)


def _plan(table: Table, plan: Planwijziging) -> Row:
    """Return what one plan does to the sums, and to the balance as far as they do."""
    kinds = ", ".join(label(soort).replace("_", " ") for soort in plan.soorten)
    keys = (column.key if column.key in SUMS else SAMEN for column in table.columns[1:])
    cells: tuple[Cell, ...] = (f"{plan.paar.record.plan.naam}: {kinds}", *(cell_of(plan.figures, key) for key in keys))
    return Row(plan.id, cells, Style.DETAIL, table=Gedeelte.PLANNEN)


def _balance_once(table: Table) -> Table:
    """Return the table with one column for the balance where each row changes both ends of it alike."""
    ends = [i for i, column in enumerate(table.columns) if column.key in _ENDS]
    changes = [row for row in table.rows if _changes(row.cells[i] for i in ends)]
    if not ends or any(row.cells[ends[0]] != row.cells[ends[1]] for row in changes):
        return table
    kept = without(table, _ENDS[1])
    column = kept.columns[-1]._replace(key="saldo", header="saldo, beide grenzen")
    # What the balance is differs at both ends; how far it moves does not.
    rows = tuple(row if _changes(row.cells[-1:]) else row._replace(cells=(*row.cells[:-1], None)) for row in kept.rows)
    return replace(kept, columns=(*kept.columns[:-1], column), rows=rows)


def _changes(cells: Iterable[Cell]) -> bool:
    return all(isinstance(cell, Value) and cell.look.change for cell in cells)


def _marked(cell: Value) -> bool:
    """Whether a question mark stands behind a number."""
    return cell.look.change and bool(cell.lacking)


def _short(row: Row) -> Row:
    """Return a row whose numbers leave what they lack to a remark."""
    cells = (replace(c, look=c.look._replace(short=True)) if isinstance(c, Value) else c for c in row.cells)
    return row._replace(cells=tuple(cells))
