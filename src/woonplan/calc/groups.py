"""Capacity in groups: rows that add up to the total where all is exact, and contain it otherwise (design 2.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.delivered import delivered
from woonplan.calc.demand import Area, stated
from woonplan.calc.figure import Figure
from woonplan.calc.gap import Balance, balance, saldo
from woonplan.calc.period import Period
from woonplan.calc.question import Question, counting, opgavenset, telling
from woonplan.calc.records import Contribution, contributions
from woonplan.calc.selection import CLASS_ONLY, Share, divided, nothing_left
from woonplan.calc.sums import NOTHING, Sums, Tally
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Plantype, Positie, Sleutelsoort, Strategie


class By(StrEnum):
    """What capacity can be grouped by."""

    GEMEENTE = "gemeente"
    STATUS = "status"
    PLANTYPE = "plantype"
    STRATEGIE = "strategie"
    POSITIE = "positie"
    SLEUTELSOORT = "sleutelsoort"


_SPATIAL = frozenset({By.GEMEENTE, By.POSITIE})
"""What a record is divided over with its municipalities."""

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


def grouped(dataset: Dataset, question: Question, by: By) -> Grouped:
    """Return capacity per group.

    A regional aggregate stands in the unassigned row; every other row counts it as one unknown part, since some of its
    homes may be there. So does what a municipality without records plans: it may be of any type, status or strategy.
    """
    records = contributions(dataset, counting(dataset, question))
    whole = balance(dataset, question, records)
    rows = _rows(dataset, whole.itemised, by)
    # A record that only says "hard" may be of any status that counts as hard.
    loose = [UNASSIGNED] if by is not By.STATUS else sorted(CLASS_ONLY)
    undivided = [s for key in loose for s in rows[key] if _may_be_elsewhere(s.contribution, by)]
    keys = _asked(dataset, question, by)
    loose_parts = [(Share.unknown(s.contribution), _rows_of(dataset, question, s.contribution, by)) for s in undivided]
    everywhere = Tally(share for share, may in loose_parts if may is None)
    groups = []
    for key in keys:
        quiet = int(by is By.GEMEENTE and key not in whole.heard)
        tally = rows[key]
        for share, may in loose_parts:
            if may is not None and key in may:
                tally.add(share)
        tally.take(everywhere)
        capacity = tally.sums(
            silent=quiet,
            klassen=whole.klassen,
            unplaced=_may_hold(dataset, whole, question, by, key),
        )
        groups.append(_with_target(dataset, question, key, capacity) if by is By.GEMEENTE else Group(key, capacity))
    towns = by is By.GEMEENTE
    left = _unplaced(whole.sums, groups) if towns else _may_hold(dataset, whole, question, by, UNASSIGNED)
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


def _may_hold(dataset: Dataset, whole: Balance, question: Question, by: By, key: str) -> Mapping[Planklasse, int]:
    """Return by class how many municipalities without records may have homes in a row that is no municipality."""
    quiet = whole.sums.zonder_plannen
    if by is By.GEMEENTE or not any(quiet.values()):
        return NOTHING
    if by is By.STATUS and key != UNASSIGNED:
        klasse = dataset.klassen[Planstatus(key)]
        return {klasse: quiet.get(klasse, 0)}
    if by is not By.POSITIE or not dataset.gebied.gemeenten:
        return quiet
    # The position is that of the municipality, so it is known also of one without records.
    chosen = (g for g in dataset.gebied.gemeenten if not question.gemeenten or g.naam in question.gemeenten)
    count = sum(1 for g in chosen if g.naam not in whole.heard and g.positie in (None, key))
    return {klasse: count if number else 0 for klasse, number in quiet.items()}


def group_keys(dataset: Dataset, by: By) -> tuple[str, ...]:
    """Return the groups of a dimension in their own order; without the unassigned one."""
    fixed: Mapping[By, type[StrEnum]] = {
        By.STATUS: Planstatus,
        By.PLANTYPE: Plantype,
        By.STRATEGIE: Strategie,
        By.POSITIE: Positie,
        By.SLEUTELSOORT: Sleutelsoort,
    }
    if by is By.GEMEENTE:
        return tuple(g.naam for g in dataset.gebied.gemeenten)
    return tuple(str(value) for value in fixed[by])


def _asked(dataset: Dataset, question: Question, by: By) -> Sequence[str]:
    """Return the rows that can hold something of what is asked, without the unassigned one."""
    keys = group_keys(dataset, by)
    if by is By.GEMEENTE:
        return question.gemeenten or keys
    if by is By.STRATEGIE:
        return [key for key in keys if not question.strategieen or key in question.strategieen]
    if by is not By.STATUS or not question.statussen:
        return keys
    # Who asks for "hard" asks for every hard status, and a record that only says "hard" may be of any that is asked.
    klassen = dataset.klassen
    whole = {klassen[status] for status in question.statussen if status in CLASS_ONLY}
    some = {klassen[status] for status in question.statussen}
    return [
        key
        for key in keys
        if key in question.statussen or klassen[Planstatus(key)] in (some if Planstatus(key) in CLASS_ONLY else whole)
    ]


def _rows(dataset: Dataset, shares: Iterable[Share], by: By) -> dict[str, Tally]:
    """Return what every record adds to the row of its group; a row that is not there is empty."""
    rows: dict[str, Tally] = defaultdict(Tally)
    spatial = by in _SPATIAL
    row_of = {
        gemeente.naam: gemeente.naam if by is By.GEMEENTE else str(gemeente.positie or UNASSIGNED)
        for gemeente in dataset.gebied.gemeenten
    }
    for share in shares:
        contribution, _, gemeente, undivided, _ = share
        if not spatial:
            rows[_key(contribution.plan, by)].add(share)
        elif gemeente is not None:
            rows[row_of[gemeente]].add(share)
        elif len(names := contribution.gemeenten) == 1:
            rows[row_of[names[0]]].add(share)
        elif len(places := {row_of[name] for name in names}) == 1:
            rows[places.pop()].add(share)
        elif undivided or (pieces := divided(dataset, contribution)) is None:
            rows[UNASSIGNED].add(share)
        else:
            for name, piece in pieces.items():
                rows[row_of[name]].add(Share.part(contribution, piece, name))
    return rows


def _key(plan: Plan, by: By) -> str:
    # A chain, not a mapping: this is asked of every record.
    if by is By.STATUS:
        found: str | None = plan.planstatus
    elif by is By.PLANTYPE:
        found = plan.plantype
    elif by is By.STRATEGIE:
        found = plan.strategie
    elif by is By.SLEUTELSOORT:
        found = plan.sleutelproject.soort if plan.sleutelproject else None
    else:
        found = None
    return str(found or UNASSIGNED)


def _may_be_elsewhere(contribution: Contribution, by: By) -> bool:
    """Whether homes of a record in the unassigned row may belong to another row."""
    if not contribution.kind.telt_mee or nothing_left(contribution):
        return False
    if by in (By.GEMEENTE, By.STATUS):
        return True
    return len(contribution.gemeenten) != 1 if by is By.POSITIE else contribution.aggregate


def _rows_of(dataset: Dataset, question: Question, contribution: Contribution, by: By) -> frozenset[str] | None:
    """Return the rows that may hold homes of a record that is not divided over them; None when all may."""
    if by is By.GEMEENTE:
        return frozenset(contribution.gemeenten) or None
    if by is By.STATUS:
        alike = (status for status, klasse in dataset.klassen.items() if klasse is contribution.klasse)
        return frozenset(alike) - CLASS_ONLY
    if by is By.POSITIE:
        asked = question.gemeenten or tuple(g.naam for g in dataset.gebied.gemeenten)
        found = [dataset.gemeente(name) for name in contribution.gemeenten or asked if name in asked]
        posities = {gemeente.positie for gemeente in found if gemeente}
        return None if None in posities else frozenset(map(str, posities))
    return None


def _with_target(dataset: Dataset, question: Question, key: str, capacity: Sums) -> Group:
    opgave = opgavenset(dataset, question)
    gemeente = dataset.gemeente(key)
    if opgave is None or gemeente is None:
        return Group(key, capacity)
    done = delivered(dataset, (gemeente,), Period.of(telling(opgave, question)))
    statement = stated(dataset, opgave, question.tegen.soort, Area("gemeente", key), question.uitspraken)
    if statement is None:
        return Group(key, capacity, done)
    have = [figure for figure in (done, capacity.hard, capacity.zacht) if figure is not None]
    return Group(key, capacity, done, statement.figure, saldo(have, statement.figure))
