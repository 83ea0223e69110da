"""The kinds of change that a plan can go through, which of them its fields say, and how far its homes moved in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from enum import StrEnum

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.diff.fields import DELIVERED, DEMOLITION, PLACE, SIZE, SPLIT, STATUS, TEXT, YEARS, Verschil
from woonplan.model.base import years_of
from woonplan.model.control import Planklasse
from woonplan.model.kind import RecordKind
from woonplan.model.number import UNKNOWN, Number, between
from woonplan.model.plan import Plan
from woonplan.model.restant import restant


class Wijziging(StrEnum):
    """The kinds of change, in the order in which the homes of a plan are attributed to them."""

    NIEUW = "nieuw"
    UITGESPLITST = "uitgesplitst"
    """An aggregate that was itemised: records stand in its place, or beside what is left of it."""
    GESPLITST = "gesplitst_of_samengevoegd"
    VERVALLEN = "vervallen"
    VERDWENEN = "verdwenen_zonder_reden"
    OPGELEVERD = "opgeleverd"
    HERNOEMD = "hernoemd"
    HARDER = "zacht_naar_hard"
    ZACHTER = "hard_naar_zacht"
    STATUS = "andere_status"
    VERFIJND = "verfijnd"
    """What was unknown, open or approximate became known: that is no growth."""
    VERVAAGD = "minder_bekend"
    GROTER = "groter"
    KLEINER = "kleiner"
    VERSCHOVEN = "verschoven"
    VERPLAATST = "andere_gemeente"
    SAMENSTELLING = "andere_samenstelling"
    KENMERK = "andere_kenmerken"
    TEKST = "alleen_tekst"
    AFGELEID = "zelf_ongewijzigd"
    """The record says the same; its number follows from the reference date, from its aggregate, or from its parts."""


_NAMED = frozenset((*STATUS, *SIZE, *DELIVERED, *DEMOLITION, *YEARS, *SPLIT, *PLACE, *TEXT))
"""The fields of which a change has a kind of its own."""


def kinds_of(oud: Contribution, nieuw: Contribution, verschillen: Collection[Verschil]) -> tuple[Wijziging, ...]:
    """Return what a plan went through, as the fields say in which its records differ; in the order of attribution."""
    fields = {verschil.veld for verschil in verschillen}
    found = set(_by_field(fields, oud, nieuw))
    if oud.plan.id != nieuw.plan.id:
        found.add(Wijziging.HERNOEMD)
    if fields and not found:
        found.add(Wijziging.TEKST)
    return tuple(soort for soort in Wijziging if soort in found)


def _by_field(fields: Set[str], oud: Contribution, nieuw: Contribution) -> Iterator[Wijziging]:
    before, after = oud.plan, nieuw.plan
    if lapsed(before, after):
        yield Wijziging.VERVALLEN
    elif not fields.isdisjoint(STATUS):
        yield of_status(oud.kind, nieuw.kind)
    yield from of_size(fields, before, after)
    if not fields.isdisjoint(YEARS):
        yield of_years(before, after)
    if not fields.isdisjoint(("gemeente", "regio")):
        yield Wijziging.VERPLAATST
    if not fields.isdisjoint((*SPLIT, *DEMOLITION, "verdeling")):
        yield Wijziging.SAMENSTELLING
    if fields - _NAMED:
        yield Wijziging.KENMERK


def lapsed(before: Plan, after: Plan) -> bool:
    """Whether a plan ended without being built."""
    return before.vervallen is None and after.vervallen is not None


def of_status(before: RecordKind, after: RecordKind) -> Wijziging:
    """Return what became of the class that a record counts in."""
    if before.telt_mee and after.telt_mee:
        if (before.klasse, after.klasse) == (Planklasse.ZACHT, Planklasse.HARD):
            return Wijziging.HARDER
        if (before.klasse, after.klasse) == (Planklasse.HARD, Planklasse.ZACHT):
            return Wijziging.ZACHTER
        if before.klasse is Planklasse.ONBEKEND and after.klasse is not Planklasse.ONBEKEND:
            return Wijziging.VERFIJND
        if after.klasse is Planklasse.ONBEKEND and before.klasse is not Planklasse.ONBEKEND:
            return Wijziging.VERVAAGD
    return Wijziging.STATUS


def of_years(before: Plan, after: Plan) -> Wijziging:
    """Return what became of the years of a plan: one that had none is better known, and did not move."""
    undated = (not before.oplevering or set(before.oplevering) == {"onbekend"}) and before.start is None
    return Wijziging.VERFIJND if undated and (after.oplevering or after.start) else Wijziging.VERSCHOVEN


def shifted(old: Contribution, new: Contribution) -> Number | None:
    """Return by how many years the homes of a plan moved, together (below 0: earlier).

    Between bounds where a period of years does not say which year. None where nothing moved, and where another number
    of homes has years than before, so that it cannot be said which of them moved.
    """
    before, after = _dated(old.jaren), _dated(new.jaren)
    same = before & after
    before, after = before - same, after - same
    if not before or before.total() != after.total():
        return None
    first, last = (tuple(sum(year[end] * n for year, n in side.items()) for end in (0, 1)) for side in (before, after))
    return between(last[0] - first[1], last[1] - first[0])


def _dated(jaren: Mapping[str, int] | None) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for periode, homes in (jaren or {}).items():
        years = years_of(periode)
        if years is not None:
            found[years] += homes
    return found


def of_size(fields: Set[str], before: Plan, after: Plan) -> Iterator[Wijziging]:
    """Yield what became of the number of homes of a plan, and of what of it was delivered."""
    if "restant" in fields:
        yield _sized(restant(before), restant(after))
    elif not fields.isdisjoint(SIZE):
        yield _sized(before.number() or UNKNOWN, after.number() or UNKNOWN)
    if "gerealiseerd" in fields and "restant" not in fields:
        yield _delivered(before.gerealiseerd, after.gerealiseerd)


def _delivered(before: int | None, after: int | None) -> Wijziging:
    if before is None or after is None:
        return Wijziging.VERFIJND if before is None else Wijziging.VERVAAGD
    return Wijziging.OPGELEVERD


def _sized(before: Number, after: Number) -> Wijziging:
    """Return how one number became another: better or less known, larger or smaller."""
    if before.blank is not after.blank:
        return Wijziging.VERFIJND if before.blank else Wijziging.VERVAAGD
    if before.bounds[:2] == after.bounds[:2]:
        return Wijziging.VERFIJND if before.circa and not after.circa else Wijziging.VERVAAGD
    if before.contains(after):
        return Wijziging.VERFIJND
    if after.contains(before):
        return Wijziging.VERVAAGD
    return Wijziging.GROTER if _middle(after) > _middle(before) else Wijziging.KLEINER


def _middle(number: Number) -> int:
    """Return twice the middle of a number, of which an open end is as far as the other."""
    low, high = number.low, number.high
    return int((low if low is not None else high or 0) + (high if high is not None else low or 0))


def nothing_left(contribution: Contribution) -> bool:
    """Whether a plan was delivered whole: then it may leave the file."""
    left = restant(contribution.plan)
    return not left.missing and left.high == 0
