"""What one record adds to plan capacity: what remains to be built, within a period, gross or net."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol, TypeVar

from woonplan.calc.number.figure import Figure, Origin, given, left_over, remainder, subtracted
from woonplan.calc.target.period import Period
from woonplan.model.number import UNKNOWN, Number
from woonplan.model.plan import Plan
from woonplan.model.restant import restant, te_slopen
from woonplan.model.source import Provenance
from woonplan.model.stand import Standdeel, soort_aantal
from woonplan.model.vocabulary import SoortAantal


class Counting(NamedTuple):
    """How capacity is counted: net or gross, and which period counts (None: all of it)."""

    netto: bool = False
    period: Period | None = None


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


class _Numbers:
    """Bare numbers: what every sum over records needs."""

    def given(self, what: str, homes: Number) -> Number:  # noqa: ARG002 - the protocol's shape
        return homes

    def within(self, what: str, whole: Number, beyond: Number) -> Number:  # noqa: ARG002 - the protocol's shape
        return left_over(whole, (beyond,))

    def net(self, gross: Number, demolition: Number) -> Number:
        return gross - demolition


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

    def _named(self, what: str) -> tuple[str, str]:
        plan = self.plan
        return (f"{plan.id}.{what}", f"{what} {plan.naam}") if what else (plan.id, plan.naam)


_NUMBERS = _Numbers()


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
    beyond = _beyond(plan, left, years, counting.period)
    # Of most records nothing is taken off.
    return (
        left if beyond is None and not counting.netto else _counted(standdeel, plan, counting, left, beyond, _NUMBERS)
    )


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
    left = restant(plan)
    beyond = _beyond(plan, left, plan.oplevering, counting.period)
    return _counted(standdeel, plan, counting, left, beyond, _Figures(plan, origin))


def _beyond(plan: Plan, left: Number, years: Mapping[str, int] | None, period: Period | None) -> Number | None:
    """Return how many of the remaining homes come outside the period; None when all of them count."""
    if period is None:
        return None
    if years:
        return period.beyond(years)
    # Nothing can be delivered before construction starts.
    return left if plan.start is not None and period.ends_before(plan.start) else None


def _counted(
    standdeel: Standdeel, plan: Plan, counting: Counting, left: Number, beyond: Number | None, terms: _Terms[T]
) -> T:
    gross = _within(left, beyond, terms, "")
    kind = soort_aantal(plan, standdeel)
    if not counting.netto or kind is SoortAantal.NETTO:
        return gross
    sloop = te_slopen(plan)
    phased = counting.period.beyond(plan.sloop_jaar) if counting.period and plan.sloop_jaar else None
    demolition = _within(sloop, phased, terms, "sloop")
    if kind is SoortAantal.ONBEKEND or left.blank or sloop.blank:
        return terms.given("", UNKNOWN)
    return terms.net(gross, demolition)


def _within(left: Number, beyond: Number | None, terms: _Terms[T], what: str) -> T:
    whole = terms.given(what, left)
    return whole if beyond is None or left.blank else terms.within(what, whole, beyond)
