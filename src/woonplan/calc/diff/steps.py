"""What a changed plan does to the sums, cause by cause: each group of its fields put in place of the old ones in turn.

The order is fixed (status, size, what was delivered, years, the rest), so that the causes add up to the whole change.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from woonplan.calc.capacity.counting import remaining
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.diff.fields import DELIVERED, DEMOLITION, SIZE, YEARS, differences
from woonplan.calc.diff.kinds import Wijziging, lapsed, of_size, of_status, of_years
from woonplan.calc.diff.tally import HARD, SAMEN, ZACHT
from woonplan.calc.number.bounds import perhaps_of
from woonplan.model.control import Planklasse
from woonplan.model.kind import RecordKind
from woonplan.model.number import NOTHING, Number
from woonplan.model.plan import Plan
from woonplan.model.restant import gepland, restant

Inhoud = Mapping[str, Number]
"""What a record is in each of those sums; one that is not named it is not in."""


class Stap(NamedTuple):
    """One cause: what the record was in the sums before it, and after."""

    soort: Wijziging
    voor: Inhoud
    na: Inhoud


def in_sums(kind: RecordKind, homes: Number) -> Inhoud:
    """Return in which sums a record of a kind is, with how much: what may be of a class is so of both."""
    if kind.sum is None:
        return {"buiten_telling": homes}
    if kind.sum is Planklasse.TELT_NIET:
        return {"telt_niet": homes}
    if kind.sum is Planklasse.ONBEKEND:
        maybe = perhaps_of(homes)
        return {HARD: maybe, ZACHT: maybe, "status_onbekend": homes, SAMEN: maybe}
    return {str(kind.sum): homes, SAMEN: homes}


def steps(oud: Contribution, nieuw: Contribution) -> list[Stap]:
    """Return the causes of the change of a record that counts by itself, in their order; they lead from old to new."""
    fields = {verschil.veld for verschil in differences(oud, nieuw)}
    found: list[Stap] = []
    homes, now = oud.adds, oud.plan
    kind = oud.kind

    def to(soort: Wijziging, next_kind: RecordKind, next_homes: Number) -> None:
        nonlocal homes, kind
        before, after = in_sums(kind, homes), in_sums(next_kind, next_homes)
        homes, kind = next_homes, next_kind
        if before != after:
            found.append(Stap(soort, before, after))

    if oud.kind.sum is not nieuw.kind.sum:
        gone = lapsed(oud.plan, nieuw.plan)
        to(Wijziging.VERVALLEN if gone else of_status(oud.kind, nieuw.kind), nieuw.kind, homes)
    groups = ((*SIZE, *DELIVERED),) if "restant" in fields else (SIZE, DELIVERED)
    for group in (*groups, DEMOLITION, YEARS):
        changed = fields.intersection(group)
        if changed:
            before, now = now, now.model_copy(update={name: getattr(nieuw.plan, name) for name in group})
            soort = next(of_size(changed, before, now), None) or (
                Wijziging.SAMENSTELLING if group is DEMOLITION else of_years(before, now)
            )
            to(soort, nieuw.kind, _counted(oud, now))
    to(Wijziging.AFGELEID, nieuw.kind, nieuw.adds)
    return found


def _counted(record: Contribution, plan: Plan) -> Number:
    """Return what a plan would add in the place of a record."""
    vanaf = record.standdeel.vanaf
    years = gepland(plan.oplevering, vanaf) if plan.oplevering else None
    return remaining(record.standdeel, plan, restant(plan, vanaf), years, record.counting)


def ends(record: Contribution) -> Inhoud:
    """Return what a record is in the sums when it counts by itself."""
    return in_sums(record.kind, record.adds)


def alone(record: Contribution) -> bool:
    """Whether the number of a record follows from the record alone, and from no aggregate or part."""
    return record.held is None and not record.kind.nested


def number_of(inhoud: Inhoud, kolom: str) -> Number:
    """Return what a record is in one sum: nothing where it is not in it."""
    return inhoud.get(kolom, NOTHING)
