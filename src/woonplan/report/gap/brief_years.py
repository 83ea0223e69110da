"""The short answer of `gap --by jaar`: the years that differ, what is needed a year, and what the supply means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.calc.years.pace import SUFFIX
from woonplan.calc.years.readings import chosen, paces
from woonplan.calc.years.trajectory import Wanneer, trajectory
from woonplan.report.cells import when
from woonplan.report.gap.brief import scope_with, short_rows, weighty
from woonplan.report.gap.pace import raised, spread
from woonplan.report.gap.trajectory import ASIDE
from woonplan.report.sentence import hull, spelled
from woonplan.tables.cell import Cell, Value, says_something
from woonplan.tables.document import Document
from woonplan.tables.table import Row, Style, Table, without

_BARS = ("gerealiseerd", "hard", "zacht")

_SCHEDULE = ("stand", "rest_per_jaar", "inhalen_vijf_jaar", "inhalen_rest")
"""Rows of the schedule that say something that no other table does."""


def brief_years(view: View, full: Document, newer: str = "", options: str = "") -> Document:
    """Return the years as a short answer: those that say the same in one row, and what they say alike in a line.

    Args:
        view: What was asked.
        full: The whole answer.
        newer: The date of a later state beside the one that was read; empty where there is none.
        options: How the question was typed (`` --spreid``), so that what comes next is about the same numbers.
    """
    planned, cumulative, _, schedule, supply = full.tables
    years = _years(view, planned)
    differs = sum(not row.rest and row.style is Style.NORMAL and _to_come(years, row) for row in years.rows) > 1
    schedule = replace(schedule, rows=tuple(row for row in schedule.rows if row.key.partition(".")[2] in _SCHEDULE))
    done = balance(view).gerealiseerd is not None
    row = "totaal" if view.period is not None else planned.rows[0].names[0]
    spans = any(moment.wanneer is Wanneer.TIJDVAK for moment in trajectory(view).momenten)
    return replace(
        full,
        tables=(
            years,
            *when(differs, _cumulative(cumulative)),
            *when(done and schedule.rows, replace(short_rows(schedule), notes=schedule.notes[1:])),
            *when(supply.rows, _supply(view, supply)),
        ),
        charts=(),
        scope=scope_with(full, newer),
        notes=weighty(view, assumptions(view, balance(view).doelen)),
        following=(
            f"woonplan explain {full.address}.{row}.hard{options}",
            f"woonplan gap --by jaar{options} --toelichting",
            *when(spans, "--spreid"),
        ),
    )


def _years(view: View, table: Table) -> Table:
    """Return the years with what they have alike in a line, and without the rows that hold nothing."""
    kept = without(table, "nodig_ondergrens", "nodig_bovengrens")
    rows = (row for row in _merged(kept.rows) if not row.rest or any(map(says_something, row.cells[1:])))
    notes = (*_needed(view), *spread(view), *(note for note in table.notes if note not in ASIDE))
    return replace(short_rows(replace(kept, rows=tuple(rows))), notes=notes, bars=_BARS)


def _merged(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, with years after each other of which nothing is known, or that hold nothing, in one row.

    A number is never said for several years: it would read as their sum.
    """
    for said, found in groupby(rows, key=lambda row: None if row.rest or row.style is Style.TOTAL else _alike(row)):
        run = list(found)
        if said is None or len(run) == 1:
            yield from run
        else:
            first, last = run[0], run[-1]
            yield first._replace(cells=(f"{_ends_of(first)[0]}-{_ends_of(last)[-1]}", *first.cells[1:]))


def _ends_of(row: Row) -> list[str]:
    """Return the year of a row, or the first and the last of its period."""
    return str(row.cells[0]).split("-")


def _alike(row: Row) -> tuple[str, ...] | None:
    """Return what a year says where that is no number: what is unknown, nothing, and what does not apply."""
    said = tuple(map(_wordless, row.cells[1:]))
    return None if "" in said else said


def _wordless(cell: Cell) -> str:
    if cell is None:
        return "leeg"
    if isinstance(cell, Value):
        return "onbekend" if cell.blank else "" if says_something(cell) else "0"
    return cell


def _to_come(table: Table, row: Row) -> bool:
    """Whether a year is not over: then it has plans, or may have."""
    return row.cells[[column.key for column in table.columns].index("hard")] is not None


def _needed(view: View) -> Iterator[str]:
    """Yield what is needed a year, under the reading that was chosen and under the others."""
    own = chosen(view)
    if own is None:
        return
    yield f"Nodig per jaar: {_ends(own.tempo.per_jaar)}; in de hele periode {_ends(own.tempo.opgave)}."
    others = [f"{_ends(one.tempo.per_jaar)} ({one.telling.id})" for one in paces(view) if one is not own]
    yield from when(others, f"Bij een andere telling per jaar: {', '.join(others)}.")


def _ends(figure: Figure) -> str:
    return spelled(hull(*figure.ends))


def _cumulative(table: Table) -> Table:
    """Return what adds up, with both ends of what is needed by then as one quantity."""
    named = {f"cumulatief_nodig_{end}": f"nodig {end}" for end in ("ondergrens", "bovengrens")}
    columns = (column._replace(header=named.get(column.key, column.header)) for column in table.columns)
    return replace(short_rows(table), columns=tuple(columns))


def _supply(view: View, table: Table) -> Table:
    """Return for how long each supply lasts, and under it what of that comes in the coming years."""
    of = {row.key: row for row in table.rows}
    found = []
    for row in table.rows:
        if row.key.endswith(SUFFIX):
            continue
        whole, coming = row, of.get(f"{row.key}_{SUFFIX}")
        found.append(_named(whole, str(row.cells[0]).partition(": ")[0]))
        if coming is not None:
            found.append(_named(coming._replace(style=Style.DETAIL), str(coming.cells[0]).partition(": ")[2]))
    return replace(short_rows(replace(table, rows=tuple(found))), notes=(*table.notes[:1], *raised(view)))


def _named(row: Row, name: str) -> Row:
    return row._replace(cells=(name, *row.cells[1:]))
