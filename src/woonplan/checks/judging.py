"""What the policy rules share: the agreed numbers, terms in whole years, and which records are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from woonplan.calc.target.period import Period, agreed_term
from woonplan.checks.subject import Check, Record, Subject, Undecided
from woonplan.diagnostics import Place
from woonplan.model.agenda import Afspraak, Afspraaksoort, Planveld
from woonplan.model.base import first_day, years_of
from woonplan.model.control import Planklasse
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.split import SPLITS
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Projectfase, Soort

IN_UITVOERING = frozenset(
    {
        Projectfase.REALISATIE_EERSTE_WONING,
        Projectfase.REALISATIE_LAATSTE_WONING,
        Projectfase.NAZORG,
        Projectfase.AFGEROND,
    }
)
"""Phases in which construction has begun, so that the plan is in development whatever else is known."""


def each(subject: Subject, when: Callable[[Plan], bool]) -> Iterator[Record]:
    """Yield the records whose plan passes ``when``; the others cost one call and no object."""
    for standdeel in subject.dataset.stand.delen:
        for index, plan in enumerate(standdeel.inhoud.plannen):
            if when(plan):
                yield Record(standdeel, index, plan)


def unbuilt(subject: Subject, when: Callable[[Plan], bool]) -> Iterator[Record]:
    """Yield the records whose plan passes ``when`` and has something left to build."""
    return (record for record in each(subject, when) if not built(record.plan))


def statuses(subject: Subject, *klassen: Planklasse) -> frozenset[Planstatus]:
    """Return the statuses that count in one of these classes under the definition of any file of the state."""
    wanted = frozenset(klassen)
    return frozenset(status for status in Planstatus if wanted & subject.dataset.klassen_in(status))


def klasse_of(subject: Subject, record: Record) -> Planklasse:
    """Return the class of the status of a record, under the definition of its file."""
    return subject.dataset.klassen_van(record.standdeel)[record.plan.planstatus]


def single(plan: Plan) -> bool:
    """Whether the record is a plan, and not an aggregate of plans nobody itemised."""
    return plan.soort is Soort.PLAN


def bound(plan: Plan) -> bool:
    """Whether the agreements on single plans hold for a record.

    They do for a plan that counts, and for a key project wherever its homes are counted. Another record with
    `telt_mee: false` has ended or stands elsewhere.
    """
    return plan.soort is Soort.PLAN and (plan.telt_mee or plan.sleutelproject is not None)


def filled_in(plan: Plan, veld: Planveld) -> bool:
    """Whether a field of a plan says anything: a split does not when all homes in it are `onbekend`."""
    value = getattr(plan, veld)
    if veld in SPLITS and value is not None:
        return any(part is not None for key, part in vars(value).items() if key != "onbekend")
    return value is not None


def built(plan: Plan) -> bool:
    """Whether nothing of the plan is left to build, as far as the register says so."""
    if plan.projectfase is Projectfase.AFGEROND:
        return True
    left = restant(plan)
    return left.known > 0 and left.high == 0


def agreed(subject: Subject, parameter_id: str, *eenheden: Eenheid) -> Waarde | None:
    """Return an agreed number in one of the units a rule can use, or None.

    A state from before the agreement is judged by its first value: it is the state the agreement was made about
    (capacity on 1-1-2020 and an agenda from 2021, text lines 1662-1665 and 1678-1679).
    """
    parameter = subject.agenda.parameter(parameter_id) if subject.agenda else None
    if parameter is None:
        return None
    waarde = parameter.op(subject.dag) or next(iter(parameter.waarden), None)
    return waarde if waarde is not None and waarde.eenheid in eenheden else None


def not_agreed(check: Check, parameter_id: str, *records: Record) -> Undecided:
    """Return the outcome of records, or of a whole state, that cannot be judged since a number is in another unit."""
    return check.undecided(f"bruikbare eenheid van parameter {parameter_id} in agenda.yaml", *records)


def agreement(subject: Subject, soort: Afspraaksoort) -> Afspraak:
    """Return an agreement that a rule rests on (``Check.afspraken``), so that it is there when the rule runs.

    Raises:
        LookupError: It is not there: the rule does not name it.
    """
    found = subject.agenda.afspraak(soort) if subject.agenda else None
    if found is None:
        raise LookupError(soort)
    return found


def term(subject: Subject, parameter_id: str) -> Period | None:
    """Return all days before the end of an agreed term that counts from the day judged; None when it is not agreed.

    The source does not say from which day "within five years" counts (lines 1109 and 1123); this program takes the
    day judged. What should have happened before that day is within the term as well.
    """
    return agreed_term(agreed(subject, parameter_id, Eenheid.JAAR, Eenheid.MAANDEN), first_day(subject.dag))


def within(period: Period, first: int, last: int) -> bool | None:
    """Return whether the calendar years lie in the period; None when they do so in part."""
    # A year such as 9999 stands in files as "some day"; the year after it does not exist.
    first, last = (min(max(year, date.min.year), date.max.year - 1) for year in (first, last))
    if period.holds(first, last):
        return True
    return None if period.touches(first, last) else False


def deliveries(plan: Plan, period: Period) -> dict[str, bool | None]:
    """Return for every time that homes are to be delivered whether it lies in a period; None when that is not known."""
    return {
        periode: within(period, *years) if (years := years_of(periode)) else None
        for periode, aantal in (plan.oplevering or {}).items()
        if aantal
    }


def delivery_within(plan: Plan, period: Period) -> bool | None:
    """Return whether any home of the plan is to be delivered in the period; None when that is not known."""
    if plan.start is not None and within(period, plan.start, plan.start) is False:
        return False
    # One time inside is enough; without it, one of which it is not known leaves it open.
    found = set(deliveries(plan, period).values()) or {None}
    return next((outcome for outcome in (True, None) if outcome in found), False)


def gebied_place(subject: Subject, *path: str | int, key: bool = False) -> Place:
    """Return the place of a value, or of its key, in `gemeenten.yaml`."""
    return subject.dataset.gebied_invoer.positions.place(path, key=key)
