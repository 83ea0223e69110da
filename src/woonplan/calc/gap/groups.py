"""Capacity in groups: rows that add up to the total where all is exact, and contain it otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share, in_one_row, nothing_in
from woonplan.calc.capacity.sums import NOTHING, Shares, Sums
from woonplan.calc.gap.balance import Balance, balance, saldo
from woonplan.calc.gap.splits import OPEN, SPLIT_BY, known_parts, parts_of
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.demand import Area
from woonplan.calc.view import View, answer
from woonplan.model.control import Planklasse
from woonplan.model.gemeente import Gemeente
from woonplan.model.split import PARTS
from woonplan.model.statussen import CLASS_ONLY, Planstatus
from woonplan.model.vocabulary import Afweging, Opdrachtgever, Plantype, Positie, Sleutelsoort, Strategie

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
    shares = view.placed if by in OF_GEMEENTE else view.itemised
    groups, undivided = grouped_shares(view, by, shares, view.zonder_plannen)
    if by is By.GEMEENTE:
        groups = tuple(g if g.key == UNASSIGNED else _with_target(view, g.key, g.sums) for g in groups)
    doel = whole.doel.figure if whole.doel else None
    total = Group("totaal", whole.sums, whole.gerealiseerd, doel, whole.saldo)
    return Grouped(by, groups, total, whole, undivided)


def grouped_shares(
    view: View, by: By, shares: Iterable[Share], quiet: Mapping[Planklasse, Collection[str]]
) -> tuple[tuple[Group, ...], int]:
    """Return what some records add to each group, the unassigned one last, and how many are not divided over them.

    Args:
        view: The register and the question, of which these are some or all records.
        by: What is grouped by.
        shares: What the records add.
        quiet: By class, the municipalities without records among those that it is about.
    """
    keys = _asked(view, by)
    rows = _rows(view, by, keys, shares)
    loose = [
        (key, s)
        for key in (UNASSIGNED, *loose_rows(by))
        for s in rows.get(key, ())
        if s.contribution.kind.telt_mee and not nothing_in(s)
    ]
    loose_parts = [(Share.unknown(s.contribution), rows_of(view, s.contribution, by, key)) for key, s in loose]
    everywhere = Shares(share for share, may in loose_parts if may is None)
    groups = []
    for key in keys:
        tally = rows[key]
        # Of a row of one status all homes are of its class, whatever the record leaves open.
        own = _own_class(view, key) if by is By.STATUS else None
        for share, may in loose_parts:
            if may is not None and key in may:
                tally.add(share, own)
        tally.take(everywhere)
        groups.append(Group(key, tally.sums(klassen=view.klassen, unplaced=_may_hold(view, by, key, quiet))))
    left = _unplaced(quiet, groups) if by is By.GEMEENTE else _may_hold(view, by, UNASSIGNED, quiet)
    groups.append(Group(UNASSIGNED, rows[UNASSIGNED].sums(klassen=view.klassen, unplaced=left)))
    return tuple(groups), len({s.contribution.plan.id for _, s in loose})


def _unplaced(quiet: Mapping[Planklasse, Collection[str]], groups: list[Group]) -> dict[Planklasse, list[str]]:
    """Return what the whole lacks that no row of a municipality shows yet."""
    shown = {(k, name) for group in groups for k, names in group.sums.zonder_plannen.items() for name in names}
    return {k: [name for name in names if (k, name) not in shown] for k, names in quiet.items()}


def _may_hold(
    view: View, by: By, key: str, quiet: Mapping[Planklasse, Collection[str]]
) -> Mapping[Planklasse, Collection[str]]:
    """Return by class the municipalities without records (``quiet``) that may have homes in a row."""
    if not any(quiet.values()) or (key in loose_rows(by) and by in SPLIT_BY):
        return NOTHING
    if by is By.GEMEENTE:
        return {klasse: [name for name in names if name == key] for klasse, names in quiet.items()}
    if by is By.STATUS and key != UNASSIGNED:
        return {klasse: quiet.get(klasse, ()) for klasse in view.dataset.klassen_in(Planstatus(key))}
    if by not in (By.POSITIE, By.PROVINCIE) or not view.dataset.gemeenten:
        return quiet
    # Position and province are those of the municipality, so they are known also of one without records.
    here = {g.naam for g in view.gemeenten if _lies_in(view, g, by) in (None, key)}
    return {klasse: [name for name in names if name in here] for klasse, names in quiet.items()}


SAID: Mapping[By, Callable[[Contribution], str | None]] = {
    By.STATUS: lambda c: c.status,
    By.PLANTYPE: lambda c: c.plan.plantype,
    By.STRATEGIE: lambda c: c.plan.strategie,
    By.SLEUTELSOORT: lambda c: c.plan.sleutelproject.soort if c.plan.sleutelproject else None,
    By.WOONMILIEU: lambda c: c.plan.woonmilieu,
    By.OPDRACHTGEVER: lambda c: c.plan.opdrachtgever,
    By.AFWEGINGSKADER: lambda c: c.plan.afwegingskader,
}
"""What a record says of itself, by grouping; the others follow from its municipality."""

_LOOSE: Mapping[By, tuple[str, ...]] = {
    By.STATUS: (*sorted(CLASS_ONLY), Planstatus.ONBEKEND),
    By.PLANTYPE: (Plantype.TRANSFORMATIE,),
}
"""Rows whose records may belong to others as well: one that only says "hard" may be of any status that is hard."""

OF_GEMEENTE = frozenset({By.GEMEENTE, By.POSITIE, By.PROVINCIE})
"""The groupings that follow from the municipality of a record."""


def loose_rows(by: By) -> tuple[str, ...]:
    """Return the rows beside the unassigned one whose records may belong to others."""
    return tuple(OPEN[SPLIT_BY[by]]) if by in SPLIT_BY else _LOOSE.get(by, ())


_FIXED: Mapping[By, type[StrEnum]] = {
    By.STATUS: Planstatus,
    By.PLANTYPE: Plantype,
    By.STRATEGIE: Strategie,
    By.POSITIE: Positie,
    By.SLEUTELSOORT: Sleutelsoort,
    By.OPDRACHTGEVER: Opdrachtgever,
    By.AFWEGINGSKADER: Afweging,
}


_OPEN_WORD = "onbekend"
"""The value that says no more than that something is not known: not assigned to a group, save as a status."""


def group_keys(view: View, by: By) -> tuple[str, ...]:
    """Return the groups of a dimension in their own order; without the unassigned one.

    The vocabulary of residential environments is data; in a register without one the groups are what its records say.
    """
    if by is By.GEMEENTE:
        return tuple(g.naam for g in view.dataset.gemeenten)
    if by is By.PROVINCIE:
        return tuple(sorted({view.dataset.provincie(g) for g in view.dataset.gemeenten}))
    if by is By.WOONMILIEU:
        named = dict.fromkeys(c.plan.woonmilieu for c in view.records if c.plan.woonmilieu)
        return view.dataset.gebied.woonmilieus or tuple(named)
    if by in SPLIT_BY:
        return tuple(key for key in PARTS[SPLIT_BY[by]] if key != _OPEN_WORD)
    return tuple(str(value) for value in _FIXED[by] if by is By.STATUS or value != _OPEN_WORD)


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
    klassen = view.dataset.klassen_in
    whole = {klasse for status in question.statussen if status in CLASS_ONLY for klasse in klassen(status)}
    some = {klasse for status in question.statussen for klasse in klassen(status)}
    return [
        key
        for key in keys
        if key in question.statussen or klassen(Planstatus(key)) & (some if Planstatus(key) in CLASS_ONLY else whole)
    ]


def _own_class(view: View, key: str) -> Planklasse | None:
    """Return the class of a status; None where the files of the state do not agree on it."""
    found = view.dataset.klassen_in(Planstatus(key))
    return next(iter(found)) if len(found) == 1 else None


def _rows(view: View, by: By, keys: Sequence[str], shares: Iterable[Share]) -> dict[str, Shares]:
    """Return what every record adds to the row of its group; what none of ``keys`` claims is not assigned."""
    rows: dict[str, list[Share]] = defaultdict(list)
    value, split = SAID.get(by), SPLIT_BY.get(by)
    row_of = {
        gemeente.naam: gemeente.naam if by is By.GEMEENTE else _lies_in(view, gemeente, by) or UNASSIGNED
        for gemeente in (view.dataset.gemeenten if by in OF_GEMEENTE else ())
    }
    for share in shares:
        contribution, _, gemeente, *_ = share
        if value is not None:
            rows[value(contribution) or UNASSIGNED].append(share)
        elif split is not None:
            for key, part in parts_of(share, split):
                rows[key].append(part)
        elif gemeente is not None:
            rows[row_of[gemeente]].append(share)
        elif len(places := {row_of[name] for name in contribution.gemeenten or row_of}) == 1:
            rows[places.pop()].append(share)
        else:
            rows[UNASSIGNED].append(share)
    for key in sorted(rows.keys() - {*keys, UNASSIGNED}):
        rows[UNASSIGNED] += rows.pop(key)
    return {key: Shares(in_one_row(rows[key]), view.silence) for key in (*keys, UNASSIGNED)}


def rows_of(view: View, contribution: Contribution, by: By, key: str) -> frozenset[str] | None:
    """Return the rows that may hold homes of a record in row ``key`` that are not divided over them; None for all."""
    if by in SPLIT_BY:
        return frozenset(OPEN[SPLIT_BY[by]].get(key) or known_parts(SPLIT_BY[by]))
    if by is By.GEMEENTE:
        return frozenset(contribution.gemeenten) or None
    if by is By.STATUS:
        klasse = contribution.klasse
        klassen = view.dataset.klassen_van(contribution.standdeel)
        alike = (s for s, other in klassen.items() if klasse in (other, Planklasse.ONBEKEND))
        return frozenset(alike) - CLASS_ONLY - {Planstatus.ONBEKEND}
    if by is By.PLANTYPE and contribution.plan.plantype is Plantype.TRANSFORMATIE:
        return frozenset({Plantype.PAND_TRANSFORMATIE, Plantype.TRANSFORMATIEGEBIED})
    if by in (By.POSITIE, By.PROVINCIE):
        names = contribution.gemeenten
        places = {_lies_in(view, g, by) for g in view.gemeenten if not names or g.naam in names}
        return None if None in places else frozenset(map(str, places))
    return None


def _lies_in(view: View, gemeente: Gemeente, by: By) -> str | None:
    """Return the position or the province of a municipality; None where it has none."""
    if by is By.PROVINCIE:
        return view.dataset.provincie(gemeente)
    return str(gemeente.positie) if gemeente.positie else None


def _with_target(view: View, key: str, capacity: Sums) -> Group:
    gemeente = view.dataset.gemeente(key)
    if view.period is None or gemeente is None:
        return Group(key, capacity)
    done = delivered(view.dataset, (gemeente,), view.period)
    statement = view.stated(view.question.tegen.soort, Area("gemeente", key))
    if statement is None:
        return Group(key, capacity, done)
    have = [*([done] if done else []), *capacity.samen]
    return Group(key, capacity, done, statement.figure, saldo(have, statement.figure))
