"""WP406: a plan that was hard when the agenda began and is not built by the agreed year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from woonplan.calc.target.period import Period
from woonplan.checks.judging import WOONAGENDA, agreed, bound, built, each, not_agreed, within
from woonplan.checks.rule import Example, Outcome, Record, Rule, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.agenda import Eenheid
from woonplan.model.base import first_day, years_of
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.vocabulary import Soort

PARAMETER = "harde-plannen-gerealiseerd"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield plans of the first hard capacity that are late, or that plan to be."""
    waarde = agreed(subject, PARAMETER, Eenheid.KALENDERJAAR)
    klassen = subject.dataset.klassen
    maybe = {status for status, klasse in klassen.items() if klasse in (Planklasse.HARD, Planklasse.ONBEKEND)}

    def hard(plan: Plan) -> bool:
        return plan.planstatus in maybe and (bound(plan) or (plan.soort is Soort.VERZAMELPOST and plan.telt_mee))

    state, begin, until = first_day(subject.dataset.stand.kop.peildatum), None, None
    if waarde is not None and waarde.waarde < date.max.year:
        until = Period(date.min, date(waarde.waarde + 1, 1, 1))
        begin = first_day(waarde.vanaf) if waarde.vanaf else None
    for record in each(subject, hard):
        plan = record.plan
        if built(plan):
            continue
        if until is None:
            yield not_agreed(RULE.code, PARAMETER, record)
        elif klassen[plan.planstatus] is Planklasse.ONBEKEND:
            yield RULE.undecided(record, "planstatus")
        elif begin is None:
            yield RULE.undecided(record, f"begin van de periode ('vanaf' van parameter {PARAMETER})")
        else:
            since = _hard_at(plan, state, begin)
            if since is None:
                yield RULE.undecided(record, "sinds wanneer het plan hard is")
            elif since and plan.soort is Soort.VERZAMELPOST:
                yield RULE.undecided(record, "welke plannen in een verzamelpost zitten")
            elif since and (found := _late(record, subject, state, until)) is not None:
                yield found


def _hard_at(plan: Plan, state: date, begin: date) -> bool | None:
    """Return whether a plan that is hard now was so when the period began; None when it is not known."""
    if state <= begin:
        return True
    return None if plan.jaar_hard is None else plan.jaar_hard < begin.year


def _late(record: Record, subject: Subject, state: date, period: Period) -> Diagnostic | Undecided | None:
    plan = record.plan
    year = period.tot.year - 1
    left = restant(plan)
    if state >= period.tot:
        if left.unknown or not left.low:
            return RULE.undecided(record, "hoeveel er van het plan is opgeleverd")
        message = f"stond bij het begin van de periode als hard en is na {year} nog niet opgeleverd"
        return RULE.finding(record, message, "Leg de oplevering vast, of zoek uit wat het plan ophoudt.", "planstatus")
    phased = {periode: aantal for periode, aantal in (plan.oplevering or {}).items() if aantal}
    known = {periode: within(period, *years) for periode in phased if (years := years_of(periode))}
    beyond = next((periode for periode, inside in known.items() if inside is False), None)
    if beyond is not None:
        message = f"is een hard plan van het begin van de periode, maar levert pas op in {beyond}, na {year}"
        hint = "Versnel het plan, of zoek uit wat het ophoudt en noem dat in 'knelpunten'."
        return RULE.finding(record, message, hint, "oplevering", beyond, key=True)
    if not phased or len(known) < len(phased) or None in known.values():
        return RULE.undecided(record, "jaar van oplevering")
    if first_day(subject.dag) >= period.tot:
        return RULE.undecided(record, "wat er sinds de peildatum is opgeleverd")
    return None


RULE = Rule(
    code="WP406",
    naam="hard plan niet op tijd gebouwd",
    wat=(
        "Meldt een plan dat hard was toen de afspraak inging en dat na het afgesproken jaar (2025) niet is "
        "opgeleverd, of woningen heeft die pas later worden opgeleverd. Het afgesproken jaar zelf telt als op tijd. "
        "Hard bij het begin is een hard plan in een stand van toen, of met een 'jaar_hard' van ervoor. "
        "Verzamelposten, plannen zonder planstatus of jaren van oplevering zijn niet te beoordelen; plannen met "
        "'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "Tot 2025 ligt de nadruk op het bouwen van de harde plannen die er al waren; wat daarvan blijft liggen, moet "
        "in de jaren tot 2030 extra worden gebouwd. Of 2025 zelf meetelt zegt de tekst niet; hier geldt de ruimste "
        "lezing."
    ),
    oplossing="Leg vast wat is opgeleverd, of noem in 'knelpunten' wat het plan ophoudt.",
    fout=Example(
        "  - id: hofjes\n"
        "    naam: Hofjes\n"
        "    gemeente: Borne\n"
        "    planstatus: 1A\n"
        "    jaar_hard: 2019\n"
        "    woningen: 30\n"
        "    gerealiseerd: 10\n"
        "    oplevering:\n"
        "      2025: 12\n"
        "      2026: 8\n",
        10,
        7,
    ),
    goed=Example(
        "  - id: hofjes\n"
        "    naam: Hofjes\n"
        "    gemeente: Borne\n"
        "    planstatus: 1A\n"
        "    jaar_hard: 2019\n"
        "    woningen: 30\n"
        "    gerealiseerd: 10\n"
        "    oplevering:\n"
        "      2025: 20\n"
    ),
    bron=f"{WOONAGENDA}, par. 4.7 (r. 1678-1679; actie 29, r. 1656; actie 32, r. 1720-1724)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
