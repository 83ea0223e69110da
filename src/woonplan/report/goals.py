"""Targets for segments as a table: what was asked, what is planned, and the difference at both ends."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.report.goals import Goal, Stated, goals
from woonplan.calc.view import View
from woonplan.model.number import Precisie
from woonplan.model.source import Bron
from woonplan.model.target import Segmentdoel
from woonplan.numerals import dutch
from woonplan.report.cells import at_ends, both, value, when
from woonplan.report.words import joined, source_text, spoken
from woonplan.tables.table import Column, Kind, Row, Table

_COLUMNS = (
    Column("segment", "segment"),
    Column("norm", "doel"),
    Column("gepland", "gepland", Kind.AMOUNT, term=True),
    *at_ends("verschil", "verschil", term=True),
    Column("oordeel", "oordeel"),
    Column("bron", "bron", drop=4),
)


def goals_table(
    view: View, split: str | None = None, more: Iterable[Stated] = (), agreed: Iterable[Bron] = ()
) -> Table | None:
    """Return the targets for segments (of one split) with the plans beside them; None where there are none.

    ``more`` are targets beside those of the set, from documents that only the agenda has (``agreed``).
    """
    found, agreed = tuple(goals(view, split, more)), tuple(agreed)
    if not found:
        return None
    asked = view.question.gemeenten
    regional = any(goal.doel.gemeente is None for goal in found)
    notes = (
        "gepland: van wat bekend in het segment hoort tot alles wat er nog in kan vallen; verschil: gepland min doel, "
        "in het slechtste en in het beste geval.",
        *when(
            asked and regional,
            f"een doel van de regio is geen doel van {joined(asked)}: het staat er om de plannen ermee te vergelijken.",
        ),
        *when(
            view.question.netto,
            "sloop is hier niet afgetrokken: van welk segment de gesloopte woningen zijn, is onbekend.",
        ),
    )
    rows = tuple(_row(view, goal, agreed) for goal in found)
    return Table("segmentdoelen", "Doelen per segment, harde en zachte plannen samen", _COLUMNS, rows, notes)


def goal_text(doel: Segmentdoel) -> str:
    """Return what a target asks for: `ten minste 2/3`, `ten minste ca. 30%`, `ten hoogste 120`."""
    about = "ca. " if doel.precisie is Precisie.CIRCA else ""
    if doel.aandeel is not None:
        what = f"{doel.teller}%" if doel.noemer == 100 else f"{doel.teller}/{doel.noemer}"
    else:
        bounds = (doel.woningen, doel.woningen_min, doel.woningen_max)
        what = " tot ".join(dutch(bound) for bound in bounds if bound is not None)
    return f"{'ten hoogste' if doel.hoogstens else 'ten minste'} {about}{what}"


def _row(view: View, goal: Goal, agreed: Iterable[Bron]) -> Row:
    doel = goal.doel
    cells = (
        _name(view, goal),
        goal_text(doel),
        value(goal.gepland),
        *both(goal.verschil),
        _verdict(goal),
        source_text(view.dataset, goal.origin.source, agreed),
    )
    return Row(doel.id, cells)


def _name(view: View, goal: Goal) -> str:
    doel = goal.doel
    name = doel.naam or joined([spoken(part) for part in doel.segment])
    if doel.gemeente is not None:
        return name if view.question.gemeenten else f"{name} {goal.gebied}"
    return f"{name} (doel van de regio)" if view.question.gemeenten else name


def _verdict(goal: Goal) -> str:
    low, high = (_at(goal, end) for end in (0, 1))
    return low if low == high else f"ondergrens: {low}; bovengrens: {high}"


def _at(goal: Goal, end: int) -> str:
    if goal.verschil.ends[end].rounding:
        return "binnen de afronding"
    met = goal.met(end)
    if met is None:
        return "hangt af van wat onbekend is"
    if goal.doel.hoogstens:
        return "onder het maximum" if met else "boven het maximum"
    return "gehaald" if met else "niet gehaald"
