"""Plans on their way from soft to hard to built, against the years that were agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from woonplan.calc.target.period import Period
from woonplan.calc.years.begun import hard_at
from woonplan.checks.judging import agreed, bound, deliveries, klasse_of, not_agreed, statuses, unbuilt
from woonplan.checks.subject import Check, Outcome, Record, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.agenda import Afspraaksoort
from woonplan.model.base import first_day
from woonplan.model.control import Planklasse
from woonplan.model.parameter import Eenheid
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.vocabulary import Soort
from woonplan.rule import Example, plan_text

PARAMETER = "harde-plannen-gerealiseerd"


def _not_built(subject: Subject) -> Iterator[Outcome]:
    """Yield plans of the first hard capacity that are late, or that plan to be."""
    waarde = agreed(subject, PARAMETER, Eenheid.KALENDERJAAR)
    maybe = statuses(subject, Planklasse.HARD, Planklasse.ONBEKEND)

    def hard(plan: Plan) -> bool:
        return plan.planstatus in maybe and (bound(plan) or (plan.soort is Soort.VERZAMELPOST and plan.telt_mee))

    state, begin, until = first_day(subject.dataset.stand.kop.peildatum), None, None
    if waarde is not None and waarde.waarde < date.max.year:
        until = Period(date.min, date(waarde.waarde + 1, 1, 1))
        begin = first_day(waarde.vanaf) if waarde.vanaf else None
    for record in unbuilt(subject, hard):
        plan, klasse = record.plan, klasse_of(subject, record)
        if klasse not in (Planklasse.HARD, Planklasse.ONBEKEND):
            continue
        if until is None:
            yield not_agreed(WP406, PARAMETER, record)
        elif klasse is Planklasse.ONBEKEND:
            yield WP406.undecided("planstatus", record)
        elif begin is None:
            yield WP406.undecided(f"begin van de periode ('vanaf' van parameter {PARAMETER})", record)
        else:
            since = hard_at(plan, state, begin)
            if since is None:
                yield WP406.undecided("sinds wanneer het plan hard is", record)
            elif since and plan.soort is Soort.VERZAMELPOST:
                yield WP406.undecided("welke plannen in een verzamelpost zitten", record)
            elif since and (found := _late(record, subject, state, until)) is not None:
                yield found


def _late(record: Record, subject: Subject, state: date, period: Period) -> Diagnostic | Undecided | None:
    plan = record.plan
    year = period.tot.year - 1
    left = restant(plan)
    if state >= period.tot:
        if left.unknown or not left.low:
            return WP406.undecided("hoeveel er van het plan is opgeleverd", record)
        message = f"stond bij het begin van de periode als hard en is na {year} nog niet opgeleverd"
        return WP406.finding(record, message, "planstatus")
    found = deliveries(plan, period)
    beyond = next((periode for periode, inside in found.items() if inside is False), None)
    if beyond is not None:
        message = f"is een hard plan van het begin van de periode, maar levert pas op in {beyond}, na {year}"
        hint = "Versnel het plan, of zoek uit wat het ophoudt en noem dat in 'knelpunten'."
        return WP406.finding(record, message, "oplevering", beyond, hint=hint, key=True)
    if not found or None in found.values():
        return WP406.undecided("jaar van oplevering", record)
    if first_day(subject.dag) >= period.tot:
        return WP406.undecided("wat er sinds de peildatum is opgeleverd", record)
    return None


def _hard(*years: str) -> str:
    homes = ("woningen: 30", "gerealiseerd: 10", "oplevering:")
    return plan_text("hofjes", "planstatus: 1A", "jaar_hard: 2019", *homes, *years)


WP406 = Check(
    code="WP406",
    naam="hard plan niet op tijd gebouwd",
    wat=(
        "Meldt een plan dat hard was toen de afspraak inging en dat na het afgesproken jaar niet is opgeleverd, "
        "of woningen heeft die pas later worden opgeleverd. Het afgesproken jaar zelf telt als op tijd. Hard bij het "
        "begin is een hard plan in een stand van toen, of met een 'jaar_hard' van ervoor. Verzamelposten, plannen "
        "zonder planstatus of jaren van oplevering zijn niet te beoordelen; plannen met 'telt_mee: false' die geen "
        "sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "Tot het afgesproken jaar ligt de nadruk op het bouwen van de harde plannen die er al waren; wat daarvan "
        "blijft liggen, moet in de jaren erna extra worden gebouwd. Of het jaar zelf meetelt zegt een bron vaak niet; "
        "hier geldt de ruimste lezing."
    ),
    oplossing="Leg vast wat is opgeleverd, of noem in 'knelpunten' wat het plan ophoudt.",
    hint="Leg de oplevering vast, of zoek uit wat het plan ophoudt.",
    fout=Example(_hard("  2025: 12", "  2026: 8"), 10, 7),
    goed=Example(_hard("  2025: 20")),
    afspraken=(PARAMETER,),
    severity=Severity.WAARSCHUWING,
    find=_not_built,
)
"""A plan that was hard when the agenda began and is not built by the agreed year."""


def _without_year(subject: Subject) -> Iterator[Outcome]:
    """Yield soft plans without `jaar_hard`."""
    maybe = statuses(subject, Planklasse.ZACHT, Planklasse.ONBEKEND)

    def without_year(plan: Plan) -> bool:
        return plan.jaar_hard is None and plan.planstatus in maybe and bound(plan)

    for record in unbuilt(subject, without_year):
        klasse = klasse_of(subject, record)
        if klasse is Planklasse.ONBEKEND:
            yield WP408.undecided("planstatus", record)
        elif klasse is Planklasse.ZACHT:
            yield WP408.finding(record, "zacht plan zonder jaar waarin het hard wordt", "planstatus")


WP408 = Check(
    code="WP408",
    naam="zacht plan zonder jaar van hard worden",
    wat=(
        "Meldt een zacht plan zonder 'jaar_hard'. Zonder planstatus is het niet te beoordelen. Verzamelposten, "
        "voltooide plannen en plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "Is afgesproken dat de zachte plannen hard worden en gebouwd, dan is zonder jaar niet te zien of dat op tijd "
        "komt."
    ),
    oplossing="Geef het jaar waarin het plan naar verwachting wordt vastgesteld.",
    hint="Voeg 'jaar_hard: ...' toe: het jaar waarin het plan naar verwachting hard wordt.",
    fout=Example(plan_text("molenveld", "planstatus: 3"), 4, 17),
    goed=Example(plan_text("molenveld", "planstatus: 3", "jaar_hard: 2026", "afwegingskader: positief")),
    afspraken=(Afspraaksoort.JAAR_HARD,),
    severity=Severity.WAARSCHUWING,
    find=_without_year,
)
"""A soft plan of which nobody says when it becomes hard."""
