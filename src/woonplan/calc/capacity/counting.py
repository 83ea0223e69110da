"""What one record adds to plan capacity: what remains to be built, within a period, gross or net."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol, TypeVar

from woonplan.calc.number.bounds import or_less
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.sums import left_over, remainder, subtracted
from woonplan.calc.target.period import Period
from woonplan.model.gemis import Gemis
from woonplan.model.number import NOTHING, Number, Way, between, unknown
from woonplan.model.plan import Plan
from woonplan.model.restant import gepland, restant, te_slopen
from woonplan.model.source import Provenance
from woonplan.model.stand import Standdeel, soort_aantal
from woonplan.model.vocabulary import SoortAantal


class Counting(NamedTuple):
    """How capacity is counted: net or gross, and which period counts (None: all of it)."""

    netto: bool = False
    period: Period | None = None
    spreid: bool = False
    """Whether homes of a span of years are spread evenly over it: an assumption."""


T = TypeVar("T")


class _Terms(Protocol[T]):
    """What the number of a record is worked out with: bare numbers, or figures that keep how they came about."""

    def given(self, what: str, homes: Number) -> T:
        """Return a number of the record: the homes themselves, or those of ``what``."""
        ...

    def within(self, what: str, whole: T, beyond: Number) -> T:
        """Return what is left of ``whole`` without the homes beyond the period, at the least 0."""
        ...

    def net(self, gross: T, demolition: T) -> T:
        """Return the gross number less demolition."""
        ...

    def less(self, gross: T) -> T:
        """Return the gross number less demolition of which nothing is known."""
        ...


class _Bare:
    """Bare numbers: what every sum over records needs."""

    def given(self, what: str, homes: Number) -> Number:  # noqa: ARG002 - the protocol's shape
        return homes

    def within(self, what: str, whole: Number, beyond: Number) -> Number:  # noqa: ARG002 - the protocol's shape
        return left_over(whole, (beyond,))

    def net(self, gross: Number, demolition: Number) -> Number:
        return gross - demolition

    def less(self, gross: Number) -> Number:
        return gross.bounded(None, gross.high)


class _Figures(NamedTuple):
    """Figures with their names and where they stand: what an explanation needs."""

    plan: Plan
    origin: Origin

    def given(self, what: str, homes: Number) -> Figure:
        return given(*self._named(what), homes, self.origin)

    def within(self, what: str, whole: Figure, beyond: Number) -> Figure:
        name, label = self._named(what)
        later = given(f"{name}.buiten_periode", f"{label}, buiten de periode", beyond, self.origin)
        return remainder(name, label, whole, later)

    def net(self, gross: Figure, demolition: Figure) -> Figure:
        return subtracted(*self._named(""), gross, demolition)

    def less(self, gross: Figure) -> Figure:
        return or_less(*self._named(""), gross)

    def _named(self, what: str) -> tuple[str, str]:
        plan = self.plan
        return (f"{plan.id}.{what}", f"{what} {plan.naam}") if what else (plan.id, plan.naam)


_BARE = _Bare()


def remaining(
    standdeel: Standdeel, plan: Plan, left: Number, years: Mapping[str, int] | None, counting: Counting
) -> Number:
    """Return what one record adds to the capacity that counts.

    Args:
        standdeel: The file of the record.
        plan: The record.
        left: What of it is still to be delivered.
        years: When that is to be delivered.
        counting: Net or gross, and within which period.
    """
    beyond = beyond_period(plan, left, years, counting)
    # Of most records nothing is taken off.
    left = left.of(plan.id)
    return left if beyond is None and not counting.netto else _counted(standdeel, plan, counting, left, beyond, _BARE)


def capacity(standdeel: Standdeel, plan: Plan, index: int, counting: Counting, source: Provenance) -> Figure:
    """Return what one record adds to the capacity that counts, with its derivation.

    Args:
        standdeel: The file of the record.
        plan: The record.
        index: Its position in the list of that file, from 0.
        counting: Net or gross, and within which period.
        source: The source of the record after inheritance.
    """
    origin = Origin(source, plan.id, ("plannen", index), standdeel.invoer.bestand)
    left = restant(plan, standdeel.vanaf).of(plan.id)
    beyond = beyond_period(plan, left, gepland(plan.oplevering, standdeel.vanaf) if plan.oplevering else None, counting)
    return _counted(standdeel, plan, counting, left, beyond, _Figures(plan, origin))


def demolition(standdeel: Standdeel, plan: Plan, counting: Counting, origin: Origin, *, late: bool) -> Figure:
    """Return what of the demolition of a record counts, inside the period (homes).

    ``late`` is whether any of its homes may come outside the period: then demolition without a year may, too.
    """
    sloop = te_slopen(plan, standdeel.vanaf)
    beyond = _demolished_beyond(plan, standdeel, sloop, NOTHING if late else None, counting)
    return _within(sloop, beyond, _Figures(plan, origin), "sloop")


def beyond_period(plan: Plan, left: Number, years: Mapping[str, int] | None, counting: Counting) -> Number | None:
    """Return how many of the remaining homes come outside the period; None when all of them count."""
    period = counting.period
    if period is None:
        return None
    if years:
        return period.beyond(years, evenly=counting.spreid)
    # Nothing can be delivered before construction starts.
    return left if plan.start is not None and period.ends_before(plan.start) else None


def _counted(
    standdeel: Standdeel, plan: Plan, counting: Counting, left: Number, beyond: Number | None, terms: _Terms[T]
) -> T:
    gross = _within(left, beyond, terms, "")
    kind = soort_aantal(plan, standdeel)
    if not counting.netto or kind is SoortAantal.NETTO:
        return gross
    if kind is SoortAantal.ONBEKEND or left.blank:
        return terms.given("", NO_NET.of(plan.id))
    sloop = te_slopen(plan, standdeel.vanaf)
    if sloop.blank:
        return terms.less(gross)
    return terms.net(
        gross, _within(sloop, _demolished_beyond(plan, standdeel, sloop, beyond, counting), terms, "sloop")
    )


NO_NET = unknown(Gemis.NETTO, way=Way.BOTH)
"""A record of which nothing is known net of demolition: it may add homes or take them away."""


def _demolished_beyond(
    plan: Plan, standdeel: Standdeel, sloop: Number, beyond: Number | None, counting: Counting
) -> Number | None:
    """Return how much of the demolition falls outside the period.

    Demolition without a year is inside where all homes of the record are; else some of it may be outside.
    """
    if counting.period is None:
        return None
    years = gepland(plan.sloop_jaar, standdeel.vanaf) if plan.sloop_jaar else {}
    dated = counting.period.beyond(years, evenly=counting.spreid) if years else None
    undated = sloop.high is None or sloop.high > sum(n for periode, n in years.items() if periode != "onbekend")
    if beyond is None or not undated:
        return dated
    named = sum(n for periode, n in years.items() if periode != "onbekend")
    # What may be demolished beyond what is to go for certain may as well not be there.
    more = max((sloop.low or 0) - named, 0)
    return dated if not more else between(0, more) if dated is None else dated + between(0, more)


def _within(left: Number, beyond: Number | None, terms: _Terms[T], what: str) -> T:
    whole = terms.given(what, left)
    return whole if beyond is None or left.blank else terms.within(what, whole, beyond)
