"""The true answers of `gap --by jaar`: a year, the whole period, what is outside it, and what adds up."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction

from tests.worlds.answers import COLUMNS, Expect
from tests.worlds.capacity import Asked, Cut, Row, every
from tests.worlds.groups import UNDATED
from tests.worlds.ledger import ENDS, delivered, delivered_years, own_target
from tests.worlds.reading import Group
from tests.worlds.sizes import INF, Entry, entries
from tests.worlds.truth import Truth

UNSCHEDULED = ("jaar.zonder_jaar", "jaar.verzamelpost")


def trajectory(asked: Asked) -> Iterator[Expect]:
    """The rows by year, the rows under them, and the cumulative ones."""
    over = delivered_years(asked)
    for year in range(asked.first, asked.last + 1):
        if year in over:
            done = delivered(asked, asked.names, [year])
            yield Expect("jaar opgeleverd", "traject", (f"jaar.{year}",), ("gerealiseerd",), done, 0)
        for column in COLUMNS:
            truth = among(asked, (column,), year, year)
            yield Expect("jaar rij", "traject", (f"jaar.{year}",), (column,), truth)
        for column, klassen in (("cumulatief_hard", ("hard",)), ("cumulatief", COLUMNS)):
            done = delivered(asked, asked.names, [before for before in over if before <= year])
            truth = done + among(asked, klassen, asked.first, year)
            yield Expect("jaar cumulatief", "cumulatief", (f"cumulatief.{year}",), (column,), truth)
    for column in COLUMNS:
        yield Expect("jaar periode", "traject", ("jaar.totaal",), (column,), asked.count(asked.cut(column)))
        later = _cut(asked, (column,), "outside", asked.outside)
        yield Expect("jaar buiten", "traject", ("jaar.buiten_periode",), (column,), asked.count(later))
        complete = all(asked.found.complete(name) for name in asked.names)
        for rows, row in _rows_without(asked):
            truth = asked.count(dataclasses.replace(_undated(asked, (column,)), gaps=0, row=row))
            # Demolition that is unknown altogether may as well be said of the years as of this row.
            truth = dataclasses.replace(truth, loose=truth.loose or truth.lo == -INF)
            yield Expect("jaar zonder jaar", "traject", rows, (column,), truth, tight=complete)
    yield from _coverage(asked, over)


def _rows_without(asked: Asked) -> Iterator[tuple[tuple[str, ...], Row]]:
    """The rows of homes without a year: of plans, and of aggregates, which count whole where they have years."""
    if asked.question.selects:
        # What of an aggregate counts whole depends on what is selected of it.
        yield UNSCHEDULED, every
        return
    whole = {
        leaf.record["id"]
        for group in asked.found.groups
        for leaf in group.leaves
        if group.record.get("soort") == "verzamelpost"
        if leaf.record is group.record or any(not line.past for line in _lines(asked, group))
    }
    yield UNSCHEDULED[:1], lambda leaf: int(leaf.record["id"] not in whole)
    yield UNSCHEDULED[1:], lambda leaf: int(leaf.record["id"] in whole)


def _lines(asked: Asked, group: Group) -> list[Entry]:
    return entries(group.record.get("oplevering"), asked.register.peiljaar)


def _cut(asked: Asked, klassen: tuple[str, ...], key: object, years: object) -> Cut:
    return dataclasses.replace(asked.cut(*klassen), key=(key, asked.first, asked.last), years=years)


def _undated(asked: Asked, klassen: tuple[str, ...]) -> Cut:
    return _cut(asked, klassen, "undated", lambda year: year == UNDATED)


def among(asked: Asked, klassen: tuple[str, ...], first: int, last: int) -> Truth:
    """Homes in some years of the period: undated ones may come in any year that is not over, all by its end."""
    if last < asked.register.peiljaar:
        return Truth()
    whole = (first, last) == (asked.first, asked.last)
    if whole:
        return asked.count(asked.cut(*klassen))
    dated = _cut(asked, klassen, (first, last), lambda year: first <= year <= last)
    truth = asked.count(dataclasses.replace(dated, gaps=3))
    undated = asked.count(dataclasses.replace(_undated(asked, klassen), gaps=0))
    if (undated.lo_far, undated.hi_far, undated.apart) == (0, 0, 0) and not asked.question.netto:
        return truth
    if not asked.question.netto:
        return dataclasses.replace(truth, hi_far=truth.hi_far + undated.hi_far, direction=1)
    gone, come = asked.apart(_undated(asked, klassen))
    less, more = min(-gone, undated.lo_far), max(come, undated.hi_far)
    nets = {leaf.record["id"] for group in asked.found.groups if group.kind == "netto" for leaf in group.leaves}
    cut = dataclasses.replace(_undated(asked, klassen), gaps=0, row=lambda leaf: int(leaf.record["id"] in nets))
    of_nets = asked.count(cut)
    loose = {
        leaf.record["id"]
        for group in asked.found.groups
        for leaf in group.leaves
        if group.kind == "netto" and not {"oplevering"} & (leaf.record.keys() | group.record.keys())
    }
    bare = asked.count(dataclasses.replace(cut, row=lambda leaf: int(leaf.record["id"] in loose)))
    open_net = bool(bare.known) or (of_nets.lo_far, of_nets.hi_far) != (0, 0)
    if (less, more, undated.apart, open_net) == (0, 0, 0, False):
        return truth
    if undated.apart or open_net:
        # A record without a number is counted once, wherever its years are; and a net number may be homes in one year
        # and demolition in another.
        less, more = -INF, INF
    return dataclasses.replace(truth, lo_far=truth.lo_far + less, hi_far=truth.hi_far + more, direction=0)


def _coverage(asked: Asked, over: list[int]) -> Iterator[Expect]:
    """Delivered and planned as a share of the whole target."""
    if asked.question.buffer and over:
        return
    factor = Fraction(100 + (asked.question.buffer or 0), 100)
    for end in ENDS:
        goal = own_target(asked, end)
        if goal is None or goal[0].lo != goal[0].hi or goal[0].lo <= 0:
            continue
        done = delivered(asked, asked.names, over)
        for row, klassen in (("dekking.hard", ("hard",)), ("dekking.hard_en_zacht", COLUMNS)):
            truth = (done + asked.count(asked.cut(*klassen))).times(Fraction(100) / (Fraction(goal[0].lo) * factor))
            yield Expect("dekking", "voorraad", (row,), (f"uitkomst_{end}",), truth)
