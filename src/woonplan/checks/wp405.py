"""WP405: infill that starts on short term without a qualitative test."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import IN_UITVOERING, WOONAGENDA, bound, built, each, not_agreed, term, within
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Afweging

PARAMETER = "inbreiding-start"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield infill plans that start within the term, are not in development yet and were not tested."""
    period = term(subject, PARAMETER)
    for record in each(subject, _untested):
        plan = record.plan
        if built(plan):
            continue
        if period is None:
            yield not_agreed(RULE.code, PARAMETER, record)
            continue
        soon = None if plan.start is None else within(period, plan.start, plan.start)
        if soon is False:
            continue
        if plan.plantype is None:
            yield RULE.undecided(record, "plantype")
        elif soon is None:
            yield RULE.undecided(record, "start")
        elif plan.in_ontwikkeling is None:
            yield RULE.undecided(record, "of het plan al in ontwikkeling is")
        else:
            message = (
                f"inbreiding die in {plan.start} start, voor {period.tot.isoformat()}, is niet getoetst op de "
                "kwalitatieve behoefte"
            )
            hint = "Toets het plan en leg de uitkomst vast in 'afwegingskader'."
            yield RULE.finding(record, message, hint, "start")


def _untested(plan: Plan) -> bool:
    if plan.afwegingskader in (Afweging.POSITIEF, Afweging.NEGATIEF) or not bound(plan):
        return False
    if plan.in_ontwikkeling or plan.projectfase in IN_UITVOERING:
        return False
    return plan.plantype is None or plan.plantype.inbreiding


RULE = Rule(
    code="WP405",
    naam="inbreiding op korte termijn zonder toets",
    wat=(
        "Meldt een inbreidingsplan dat binnen de afgesproken termijn start (vijf jaar vanaf de dag van beoordelen), "
        "nog niet in ontwikkeling is en niet is getoetst ('afwegingskader' ontbreekt of is niet_getoetst). Zonder "
        "'plantype', 'start' of 'in_ontwikkeling' is het niet te beoordelen. Verzamelposten, voltooide plannen en "
        "plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "Voor inbreiding die binnen vijf jaar start geldt geen kwantitatief kader. De toets of plan en programma bij "
        "de kwalitatieve behoefte passen blijft, voor plannen die nog niet in ontwikkeling zijn."
    ),
    oplossing="Toets het plan en leg de uitkomst vast, of zet 'in_ontwikkeling: true' als het al zover is.",
    fout=Example(
        "  - id: oude-fabriek\n"
        "    naam: Oude fabriek\n"
        "    gemeente: Borne\n"
        "    planstatus: 3\n"
        "    plantype: transformatiegebied\n"
        "    start: 2025\n"
        "    in_ontwikkeling: false\n",
        6,
        12,
    ),
    goed=Example(
        "  - id: oude-fabriek\n"
        "    naam: Oude fabriek\n"
        "    gemeente: Borne\n"
        "    planstatus: 3\n"
        "    plantype: transformatiegebied\n"
        "    start: 2025\n"
        "    in_ontwikkeling: false\n"
        "    afwegingskader: positief\n"
    ),
    bron=f"{WOONAGENDA}, par. 4.2 (r. 1108-1117)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
