"""Capacity in groups: rows that add up to the total where all is exact, and contain it otherwise ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import CLASS_ONLY, Share, divided, nothing_left
from woonplan.calc.capacity.sums import NOTHING, Shares, Sums
from woonplan.calc.gap.balance import Balance, balance, saldo
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.demand import Area
from woonplan.calc.view import View, answer
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Plantype, Positie, Sleutelsoort, Strategie

UNASSIGNED = ""
"""Key of the row for what is not assigned to a group; always there."""


class Group(NamedTuple):
    """One row: capacity by class, and the balance where a target exists for exactly this group."""

    key: str
    sums: Sums
    gerealiseerd: Figure | None = None
    doel: Figure | None = None
    saldo: Figure | None = None


class Grouped(NamedTuple):
    """The rows of a grouping, the unassigned one last, and the total they belong to."""

    by: By
    groups: tuple[Group, ...]
    total: Group
    balance: Balance
    undivided: int = 0
    """Records whose homes are not divided over the rows; each row that may hold some counts them as unknown."""


@answer
def grouped(view: View, by: By) -> Grouped:
    """Return capacity per group.

    A regional aggregate stands in the unassigned row; every other row counts it as one unknown part, since some of its
    homes may be there. So does what a municipality without records plans: it may be of any type, status or strategy.
    """
    whole = balance(view)
    keys = _asked(view, by)
    rows = _rows(view, by, keys)
    # A record that only says "hard" may be of any status that counts as hard.
    loose = [UNASSIGNED] if by is not By.STATUS else sorted(CLASS_ONLY)
    undivided = [s for key in loose for s in rows[key] if _may_be_elsewhere(s.contribution, by)]
    loose_parts = [(Share.unknown(s.contribution), _rows_of(view, s.contribution, by)) for s in undivided]
    everywhere = Shares(share for share, may in loose_parts if may is None)
    groups = []
    for key in keys:
        quiet = int(by is By.GEMEENTE and key not in view.heard)
        tally = rows[key]
        for share, may in loose_parts:
            if may is not None and key in may:
                tally.add(share)
        tally.take(everywhere)
        capacity = tally.sums(
            silent=quiet,
            klassen=view.klassen,
            unplaced=_may_hold(view, by, key),
        )
        groups.append(_with_target(view, key, capacity) if by is By.GEMEENTE else Group(key, capacity))
    towns = by is By.GEMEENTE
    left = _unplaced(whole.sums, groups) if towns else _may_hold(view, by, UNASSIGNED)
    groups.append(Group(UNASSIGNED, rows[UNASSIGNED].sums(unplaced=left)))
    doel = whole.doel.figure if whole.doel else None
    total = Group("totaal", whole.sums, whole.gerealiseerd, doel, whole.saldo)
    return Grouped(by, tuple(groups), total, whole, len(undivided))


def _unplaced(whole: Sums, groups: list[Group]) -> dict[Planklasse, int]:
    """Return the unknown parts of the whole that no row of a municipality shows yet."""
    return {
        klasse: max(count - sum(group.sums.zonder_plannen.get(klasse, 0) for group in groups), 0)
        for klasse, count in whole.zonder_plannen.items()
    }


def _may_hold(view: View, by: By, key: str) -> Mapping[Planklasse, int]:
    """Return by class how many municipalities without records may have homes in a row that is no municipality."""
    quiet = view.zonder_plannen
    if by is By.GEMEENTE or not any(quiet.values()):
        return NOTHING
    if by is By.STATUS and key != UNASSIGNED:
        klasse = view.dataset.klassen[Planstatus(key)]
        return {klasse: quiet.get(klasse, 0)}
    if by is not By.POSITIE or not view.dataset.gebied.gemeenten:
        return quiet
    # The position is that of the municipality, so it is known also of one without records.
    count = sum(1 for g in view.gemeenten if g.naam not in view.heard and g.positie in (None, key))
    return {klasse: count if number else 0 for klasse, number in quiet.items()}


_VALUE: Mapping[By, Callable[[Plan], str | None]] = {
    By.STATUS: lambda plan: plan.planstatus,
    By.PLANTYPE: lambda plan: plan.plantype,
    By.STRATEGIE: lambda plan: plan.strategie,
    By.SLEUTELSOORT: lambda plan: plan.sleutelproject.soort if plan.sleutelproject else None,
    By.WOONMILIEU: lambda plan: plan.woonmilieu,
}
"""What a record says of itself, by grouping; the others follow from its municipality."""

_FIXED: Mapping[By, type[StrEnum]] = {
    By.STATUS: Planstatus,
    By.PLANTYPE: Plantype,
    By.STRATEGIE: Strategie,
    By.POSITIE: Positie,
    By.SLEUTELSOORT: Sleutelsoort,
}


def group_keys(view: View, by: By) -> tuple[str, ...]:
    """Return the groups of a dimension in their own order; without the unassigned one.

    The vocabulary of residential environments is data; in a register without one the groups are what its records say.
    """
    if by is By.GEMEENTE:
        return tuple(g.naam for g in view.dataset.gebied.gemeenten)
    if by is By.WOONMILIEU:
        named = dict.fromkeys(c.plan.woonmilieu for c in view.records if c.plan.woonmilieu)
        return view.dataset.gebied.woonmilieus or tuple(named)
    return tuple(str(value) for value in _FIXED[by])


def _asked(view: View, by: By) -> Sequence[str]:
    """Return the rows that can hold something of what is asked, without the unassigned one."""
    keys, question = group_keys(view, by), view.question
    if by is By.GEMEENTE:
        return question.gemeenten or keys
    if by is By.STRATEGIE:
        return [key for key in keys if not question.strategieen or key in question.strategieen]
    if by is not By.STATUS or not question.statussen:
        return keys
    # Who asks for "hard" asks for every hard status, and a record that only says "hard" may be of any that is asked.
    klassen = view.dataset.klassen
    whole = {klassen[status] for status in question.statussen if status in CLASS_ONLY}
    some = {klassen[status] for status in question.statussen}
    return [
        key
        for key in keys
        if key in question.statussen or klassen[Planstatus(key)] in (some if Planstatus(key) in CLASS_ONLY else whole)
    ]


def _rows(view: View, by: By, keys: Sequence[str]) -> dict[str, Shares]:
    """Return what every record adds to the row of its group; what none of ``keys`` claims is not assigned."""
    rows: dict[str, Shares] = defaultdict(Shares)
    value = _VALUE.get(by)
    row_of = {
        gemeente.naam: gemeente.naam if by is By.GEMEENTE else str(gemeente.positie or UNASSIGNED)
        for gemeente in view.dataset.gebied.gemeenten
    }
    for share in view.itemised:
        contribution, _, gemeente, undivided, _ = share
        if value is not None:
            rows[value(contribution.plan) or UNASSIGNED].add(share)
        elif gemeente is not None:
            rows[row_of[gemeente]].add(share)
        elif len(names := contribution.gemeenten) == 1:
            rows[row_of[names[0]]].add(share)
        elif len(places := {row_of[name] for name in names}) == 1:
            rows[places.pop()].add(share)
        elif undivided or (pieces := divided(view.dataset, contribution)) is None:
            rows[UNASSIGNED].add(share)
        else:
            for name, piece in pieces.items():
                rows[row_of[name]].add(Share.part(contribution, piece, name))
    for key in rows.keys() - {*keys, UNASSIGNED}:
        rows[UNASSIGNED].take(rows.pop(key))
    return rows


def _may_be_elsewhere(contribution: Contribution, by: By) -> bool:
    """Whether homes of a record in the unassigned row may belong to another row."""
    if not contribution.kind.telt_mee or nothing_left(contribution):
        return False
    if by in (By.GEMEENTE, By.STATUS):
        return True
    return len(contribution.gemeenten) != 1 if by is By.POSITIE else contribution.aggregate


def _rows_of(view: View, contribution: Contribution, by: By) -> frozenset[str] | None:
    """Return the rows that may hold homes of a record that is not divided over them; None when all may."""
    if by is By.GEMEENTE:
        return frozenset(contribution.gemeenten) or None
    if by is By.STATUS:
        alike = (status for status, klasse in view.dataset.klassen.items() if klasse is contribution.klasse)
        return frozenset(alike) - CLASS_ONLY
    if by is By.POSITIE:
        names = contribution.gemeenten
        posities = {gemeente.positie for gemeente in view.gemeenten if not names or gemeente.naam in names}
        return None if None in posities else frozenset(map(str, posities))
    return None


def _with_target(view: View, key: str, capacity: Sums) -> Group:
    gemeente = view.dataset.gemeente(key)
    if view.period is None or gemeente is None:
        return Group(key, capacity)
    done = delivered(view.dataset, (gemeente,), view.period)
    statement = view.stated(view.question.tegen.soort, Area("gemeente", key))
    if statement is None:
        return Group(key, capacity, done)
    have = [figure for figure in (done, capacity.hard, capacity.zacht) if figure is not None]
    return Group(key, capacity, done, statement.figure, saldo(have, statement.figure))
