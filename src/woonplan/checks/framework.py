"""The qualitative framework: which plans must have been tested against it."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import (
    IN_UITVOERING,
    agreement,
    bound,
    delivery_within,
    klasse_of,
    not_agreed,
    statuses,
    term,
    unbuilt,
    within,
)
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity
from woonplan.model.agenda import Afspraaksoort
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Afweging
from woonplan.rule import Example, plan_text

EXTENSION_TERM = "uitbreiding-realisatie"
INFILL_TERM = "inbreiding-start"


def _extension(subject: Subject) -> Iterator[Outcome]:
    """Yield extension plans that deliver homes within the term and did not pass the framework."""
    period = term(subject, EXTENSION_TERM)
    for record in unbuilt(subject, _extension_untested):
        plan = record.plan
        if period is None:
            yield not_agreed(WP404, EXTENSION_TERM, record)
        elif (soon := delivery_within(plan, period)) is False:
            continue
        elif plan.plantype is None:
            yield WP404.undecided("plantype", record)
        elif soon is None:
            yield WP404.undecided("jaar van oplevering", record)
        else:
            outcome = str(plan.afwegingskader or "niet vastgelegd").replace("_", " ")
            message = (
                f"uitbreiding met oplevering voor {period.tot.isoformat()}, maar de uitkomst van het kwalitatief "
                f"afwegingskader is {outcome} in plaats van positief"
            )
            yield WP404.finding(record, message, "afwegingskader" if plan.afwegingskader else "plantype")


def _extension_untested(plan: Plan) -> bool:
    open_ = plan.afwegingskader is not Afweging.POSITIEF and bound(plan)
    return open_ and (plan.plantype is None or not plan.plantype.inbreiding)


def _extension_text(outcome: str) -> str:
    phasing = ("gerealiseerd: 0", "oplevering:", "  2025: 40")
    kind = ("plantype: uitbreiding_uitleg", f"afwegingskader: {outcome}")
    return plan_text("weide-west", "planstatus: 2A", "woningen: 40", *phasing, *kind)


WP404 = Check(
    code="WP404",
    naam="uitbreiding op korte termijn zonder positieve toets",
    wat=(
        "Meldt een uitbreidingsplan dat woningen oplevert binnen de afgesproken termijn (geteld vanaf de dag van "
        "beoordelen) zonder 'afwegingskader: positief'. Zonder 'plantype' of zonder jaren in 'oplevering' is het niet "
        "te beoordelen; een jaar dat maar voor een deel binnen de termijn valt ook niet. Verzamelposten, voltooide "
        "plannen en plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "De afspraak geeft uitbreiding op korte termijn alleen ruimte als het plan positief scoort op het kwalitatief "
        "afwegingskader. Het gaat hier om de realisatie; bij inbreiding gaat het om de start (WP405)."
    ),
    oplossing="Toets het plan en leg de uitkomst vast in 'afwegingskader', of geef een latere oplevering.",
    hint="Toets het plan en leg 'afwegingskader: positief' vast, of plan de oplevering later.",
    fout=Example(_extension_text("niet_getoetst"), 10, 21),
    goed=Example(_extension_text("positief")),
    afspraken=(EXTENSION_TERM,),
    severity=Severity.WAARSCHUWING,
    find=_extension,
)
"""Extension on short term without a positive outcome of the qualitative framework."""


def _infill(subject: Subject) -> Iterator[Outcome]:
    """Yield infill plans that start within the term, are not in development yet and were not tested."""
    period = term(subject, INFILL_TERM)
    for record in unbuilt(subject, _infill_untested):
        plan = record.plan
        if period is None:
            yield not_agreed(WP405, INFILL_TERM, record)
        elif (soon := None if plan.start is None else within(period, plan.start, plan.start)) is False:
            continue
        elif plan.plantype is None:
            yield WP405.undecided("plantype", record)
        elif soon is None:
            yield WP405.undecided("start", record)
        elif plan.in_ontwikkeling is None:
            yield WP405.undecided("of het plan al in ontwikkeling is", record)
        else:
            message = (
                f"inbreiding die in {plan.start} start, voor {period.tot.isoformat()}, is niet getoetst op de "
                "kwalitatieve behoefte"
            )
            yield WP405.finding(record, message, "start")


def _infill_untested(plan: Plan) -> bool:
    open_ = _untested(plan) and not _developed(plan)
    return open_ and (plan.plantype is None or plan.plantype.inbreiding)


def _untested(plan: Plan) -> bool:
    return plan.afwegingskader not in (Afweging.POSITIEF, Afweging.NEGATIEF) and bound(plan)


def _developed(plan: Plan) -> bool:
    return plan.in_ontwikkeling is True or plan.projectfase in IN_UITVOERING


_INFILL = ("planstatus: 3", "plantype: transformatiegebied", "start: 2025", "in_ontwikkeling: false")

WP405 = Check(
    code="WP405",
    naam="inbreiding op korte termijn zonder toets",
    wat=(
        "Meldt een inbreidingsplan dat binnen de afgesproken termijn start (geteld vanaf de dag van beoordelen), "
        "nog niet in ontwikkeling is en niet is getoetst ('afwegingskader' ontbreekt of 'niet_getoetst' is). Zonder "
        "'plantype', 'start' of 'in_ontwikkeling' is het niet te beoordelen. Verzamelposten, voltooide plannen en "
        "plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "Voor inbreiding die binnen de termijn start geldt geen kwantitatief kader. De toets of plan en programma bij "
        "de kwalitatieve behoefte passen blijft, voor plannen die nog niet in ontwikkeling zijn."
    ),
    oplossing="Toets het plan en leg de uitkomst vast, of zet 'in_ontwikkeling: true' als het al zover is.",
    hint="Toets het plan en leg de uitkomst vast in 'afwegingskader'.",
    fout=Example(plan_text("oude-fabriek", *_INFILL), 6, 12),
    goed=Example(plan_text("oude-fabriek", *_INFILL, "afwegingskader: positief")),
    afspraken=(INFILL_TERM,),
    severity=Severity.WAARSCHUWING,
    find=_infill,
)
"""Infill that starts on short term without a qualitative test."""


def _hard_untested(subject: Subject) -> Iterator[Outcome]:
    """Yield hard and converting plans that were not tested."""
    toelichting = agreement(subject, Afspraaksoort.TOETS_HARD).toelichting
    maybe = statuses(subject, Planklasse.HARD, Planklasse.ONBEKEND)
    soft = statuses(subject, Planklasse.ZACHT)

    def untested(plan: Plan) -> bool:
        hard = plan.planstatus in maybe or (plan.jaar_hard is not None and plan.planstatus in soft)
        return hard and _untested(plan)

    for record in unbuilt(subject, untested):
        plan = record.plan
        klasse = klasse_of(subject, record)
        if klasse is Planklasse.TELT_NIET or (klasse is Planklasse.ZACHT and plan.jaar_hard is None):
            continue
        if klasse is Planklasse.ONBEKEND:
            yield WP407.undecided("planstatus", record)
            continue
        what = "hard plan" if klasse is Planklasse.HARD else f"zacht plan dat in {plan.jaar_hard} hard wordt,"
        message = f"{what} is niet getoetst aan het kwalitatief afwegingskader"
        if toelichting and _developed(plan):
            message += f"; het plan is al in ontwikkeling, en bij de afspraak staat: {toelichting}"
        yield WP407.finding(record, message, "planstatus")


WP407 = Check(
    code="WP407",
    naam="hard plan niet getoetst",
    wat=(
        "Meldt een hard plan, of een zacht plan met 'jaar_hard', waarvan 'afwegingskader' ontbreekt of 'niet_getoetst' "
        "is. Zonder planstatus is het niet te beoordelen. Verzamelposten, voltooide plannen en plannen met 'telt_mee: "
        "false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "De afspraak vraagt de toets van alle harde plannen, en van zachte plannen die hard worden. Zegt de bron van "
        "plannen die al in ontwikkeling zijn iets anders, dan hoort dat bij de 'toelichting' van de afspraak: de "
        "melding noemt die dan."
    ),
    oplossing=(
        "Toets het plan en leg de uitkomst vast. Is de toets voor dit plan niet nodig, aanvaard de melding dan als "
        "bekend."
    ),
    hint="Toets het plan en leg de uitkomst vast in 'afwegingskader'.",
    fout=Example(plan_text("kade", "planstatus: 2A", "afwegingskader: niet_getoetst"), 4, 17),
    goed=Example(plan_text("kade", "planstatus: 2A", "afwegingskader: positief")),
    afspraken=(Afspraaksoort.TOETS_HARD,),
    severity=Severity.WAARSCHUWING,
    find=_hard_untested,
)
"""A hard plan, or one that is to become hard, without a test against the qualitative framework."""


def _soft_refused(subject: Subject) -> Iterator[Outcome]:
    """Yield soft extension plans that did not pass the framework."""
    agreed = agreement(subject, Afspraaksoort.ZACHT_PASSEND)
    maybe = statuses(subject, Planklasse.ZACHT, Planklasse.ONBEKEND)

    def refused(plan: Plan) -> bool:
        return plan.afwegingskader is Afweging.NEGATIEF and plan.planstatus in maybe and bound(plan)

    for record in unbuilt(subject, refused):
        plan, klasse = record.plan, klasse_of(subject, record)
        if klasse not in (Planklasse.ZACHT, Planklasse.ONBEKEND) or (plan.plantype and plan.plantype.inbreiding):
            continue
        if klasse is Planklasse.ONBEKEND:
            yield WP416.undecided("planstatus", record)
        elif plan.plantype is None:
            yield WP416.undecided("plantype", record)
        else:
            place = f" ({agreed.vindplaats})" if agreed.vindplaats else ""
            message = f"zacht uitbreidingsplan met een negatieve toets; afspraak: {agreed.naam}{place}"
            yield WP416.finding(record, message, "afwegingskader")


_REFUSED = ("planstatus: 3", "jaar_hard: 2026", "plantype: uitbreiding_uitleg")

WP416 = Check(
    code="WP416",
    naam="zachte uitbreiding met een negatieve toets",
    wat=(
        "Meldt een zacht uitbreidingsplan met 'afwegingskader: negatief', ook als het pas later wordt gebouwd dan de "
        "termijn van WP404. Zonder planstatus of plantype is het niet te beoordelen. Verzamelposten, voltooide plannen "
        "en plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "De afspraak maakt zachte plannen alleen hard als zij binnen de kwalitatieve kaders passen; een plan dat daar "
        "niet in past, telt nog als zachte plancapaciteit mee."
    ),
    oplossing="Pas het plan aan en toets het opnieuw, of laat het vervallen ('telt_mee: false' met een 'reden').",
    hint="Pas het plan aan en toets het opnieuw, of laat het vervallen.",
    fout=Example(plan_text("weide-oost", *_REFUSED, "afwegingskader: negatief"), 7, 21),
    goed=Example(plan_text("weide-oost", *_REFUSED, "afwegingskader: positief")),
    afspraken=(Afspraaksoort.ZACHT_PASSEND,),
    severity=Severity.WAARSCHUWING,
    find=_soft_refused,
)
"""A soft extension plan that does not fit the framework."""
