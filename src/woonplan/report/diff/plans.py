"""The plans that changed, by kind; the rules that changed; and plans that may be one under another id."""

from __future__ import annotations

from woonplan.calc.diff.compare import Diff, Planwijziging
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.number.figure import given
from woonplan.numerals import amount
from woonplan.report.cells import value, when
from woonplan.report.diff.totals import sum_cells, sum_columns
from woonplan.report.diff.wording import as_json, label, said, wording
from woonplan.report.words import where
from woonplan.tables.cell import Cell, Json, Key
from woonplan.tables.look import Look
from woonplan.tables.table import Column, Kind, Row, Table

YEARS = Look(change=True)
"""How many home-years something moved."""

_PLANS = (
    Column("soort", "soort wijziging"),
    Column("gemeente", "gemeente", drop=2),
    Column("naam", "naam", drop=1),
    Column("id", "id", drop=3),
    *sum_columns(),
    Column("woningjaren", "woningjaren later", Kind.AMOUNT, drop=4, optional=True),
    Column("wijziging", "wat er veranderde", drop=6),
)


def plans_table(diff: Diff) -> Table:
    """Return one row per plan that changed: its kinds, what it does to the sums, and the fields that differ."""
    rows = tuple(_row(diff, plan) for plan in diff.plannen)
    moved = any(plan.woningjaren is not None for plan in diff.plannen)
    silent = diff.aantal(Wijziging.VERDWENEN)
    gone = (
        f"{amount(silent, 'plan staat', 'plannen staan')} niet meer in het register, zonder reden: zet ze terug met "
        "'telt_mee: false', 'vervallen' en 'reden', of schrijf 'was: oude-id' bij het plan dat het nu is."
    )
    notes = (
        f"{amount(diff.ongewijzigd, 'plan is', 'plannen zijn')} ongewijzigd.",
        *when(silent, gone),
        *when(moved, "woningjaren: woningen maal jaren dat ze later komen; onder 0 is eerder."),
    )
    return Table("plannen", "Per plan", _PLANS, rows, notes, detail=True)


def _row(diff: Diff, plan: Planwijziging) -> Row:
    record = plan.paar.record
    dataset = (diff.nieuw if plan.paar.nieuw else diff.oud).dataset
    cells: tuple[Cell, ...] = (
        Key(", ".join(map(label, plan.soorten))),
        where(dataset, record.plan),
        record.plan.naam,
        plan.id,
        *sum_cells(plan.figures),
        _moved(plan),
        wording(plan),
    )
    return Row(plan.id, cells)


def _moved(plan: Planwijziging) -> Cell:
    number, record = plan.woningjaren, plan.paar.record
    if number is None:
        return None
    figure = given(f"{plan.id}.woningjaren", f"woningjaren later, {record.plan.naam}", number, record.origin)
    return value(figure, look=YEARS)


def plans_json(diff: Diff) -> Json:
    """Return the plans that changed for machines, by their ids; a value that is not known is null."""
    return [
        {
            "id": plan.id,
            "id_oud": plan.paar.oud.plan.id if plan.paar.oud else None,
            "soorten": list(map(str, plan.soorten)),
            "bij": list(plan.paar.bij),
            "velden": {v.veld: [as_json(v.oud), as_json(v.nieuw)] for v in plan.verschillen},
        }
        for plan in sorted(diff.plannen, key=lambda plan: (plan.id, plan.paar.nieuw is None))
    ]


_RULES = (Column("regel", "regel"), Column("oud", "oud"), Column("nieuw", "nieuw"))


def rules_table(diff: Diff) -> Table:
    """Return every rule that changed; what that did to the totals is a cause of its own there."""
    rows = tuple(
        Row(f"{regel.blok}.{number}", (regel.naam, said(regel.oud), said(regel.nieuw)))
        for number, regel in enumerate(diff.regels, 1)
    )
    note = (
        "eerst zijn de oude gegevens onder de nieuwe regels gerekend, daarna de nieuwe gegevens; afspraken en "
        "prijsgrenzen veranderen deze totalen niet."
    )
    return Table("regels", "De regels zijn veranderd", _RULES, rows, (note,))


_PROPOSALS = (
    Column("was", "verdwenen"),
    Column("id", "nieuw"),
    Column("naam", "naam", drop=1),
    Column("grond", "waarom misschien hetzelfde"),
)


def proposals_table(diff: Diff) -> Table:
    """Return plans that are gone and new ones that they may be: a question, never an answer."""
    rows = tuple(
        Row(v.nieuw.plan.id, (v.oud.plan.id, v.nieuw.plan.id, v.nieuw.plan.naam, v.grond)) for v in diff.voorstellen
    )
    note = "is het hetzelfde plan, schrijf dan bij het nieuwe 'was:' met de oude id; tot dan zijn het er twee."
    return Table("voorstellen", "Hernoemd?", _PROPOSALS, rows, (note,))
