"""Two register states side by side: never added up, with a warning where they were counted differently."""

from __future__ import annotations

from dataclasses import replace

from woonplan.calc.diff.compare import Diff
from woonplan.calc.diff.row import Rij
from woonplan.calc.gap.groups import Group
from woonplan.model.base import first_day
from woonplan.report.cells import group_row, value, when
from woonplan.report.diff.plans import plans_table
from woonplan.report.diff.wording import compared_with_care
from woonplan.report.words import dutch_date, unplaced
from woonplan.report.yearly.year import Year
from woonplan.tables.look import CHANGE
from woonplan.tables.table import Column, Kind, Row, Table

_COLUMNS = (
    Column("gemeente", "gemeente"),
    Column("hard_toen", "hard toen", Kind.AMOUNT, term=True),
    Column("hard_nu", "hard nu", Kind.AMOUNT, term=True),
    Column("hard_verschil", "hard verschil", Kind.AMOUNT, term=True),
    Column("zacht_toen", "zacht toen", Kind.AMOUNT, term=True),
    Column("zacht_nu", "zacht nu", Kind.AMOUNT, term=True),
    Column("zacht_verschil", "zacht verschil", Kind.AMOUNT, term=True),
)


def midterm_tables(year: Year) -> tuple[Table, ...]:
    """Return hard and soft capacity per municipality in both states with the difference (homes), and which plans."""
    if year.earlier is None or year.diff is None:
        note = "er is geen eerdere stand gegeven om mee te vergelijken: geef die met --vergelijk PAD."
        return (Table("midterm", "Verschil met een eerdere stand", _COLUMNS, (), (note,)),)
    diff = year.diff
    rijen = {rij.naam: rij for rij in (diff.totaal, *diff.gemeenten)}
    rows = tuple(_row(year, group, rijen[group.key]) for group in (*year.grouped.groups, year.grouped.total))
    dates = [dutch_date(view.dataset.stand.kop.peildatum) for view in (diff.oud, diff.nieuw)]
    table = Table("midterm", f"Van {dates[0]} naar {dates[1]}", _COLUMNS, rows, _notes(year, diff))
    return table, replace(plans_table(diff), name="midterm_plannen", title="Welke plannen veranderden")


def _row(year: Year, group: Group, rij: Rij) -> Row:
    cells = (
        cell
        for name in ("hard", "zacht")
        for cell in (value(rij.oud[name]), value(rij.nieuw[name]), value(rij.verschil[name], look=CHANGE))
    )
    return group_row(year.view, year.grouped, group, *cells)


def _notes(year: Year, diff: Diff) -> tuple[str, ...]:
    old, new = diff.oud.dataset, diff.nieuw.dataset
    review = year.agreed("midterm-review")
    return (
        *compared_with_care(old, new),
        *unplaced(year.grouped.undivided, netto=year.question.netto),
        *when(
            first_day(old.stand.kop.peildatum) == first_day(new.stand.kop.peildatum),
            "beide standen zijn van dezelfde datum.",
        ),
        *([f"de midterm review is volgens de afspraken in {review.waarde}."] if review else []),
    )
