"""WP404: extension on short term without a positive outcome of the qualitative framework."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, bound, built, delivery_within, each, not_agreed, term
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Afweging

PARAMETER = "uitbreiding-realisatie"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield extension plans that deliver homes within the term and did not pass the framework."""
    period = term(subject, PARAMETER)
    for record in each(subject, _untested):
        plan = record.plan
        if built(plan):
            continue
        if period is None:
            yield not_agreed(RULE.code, PARAMETER, record)
            continue
        soon = delivery_within(plan, period)
        if soon is False:
            continue
        if plan.plantype is None:
            yield RULE.undecided(record, "plantype")
        elif soon is None:
            yield RULE.undecided(record, "jaar van oplevering")
        else:
            outcome = plan.afwegingskader or "niet vastgelegd"
            message = (
                f"uitbreiding met oplevering voor {period.tot.isoformat()}, maar de uitkomst van het kwalitatief "
                f"afwegingskader is {outcome} in plaats van positief"
            )
            hint = "Toets het plan en leg 'afwegingskader: positief' vast, of plan de oplevering later."
            key = "plantype" if plan.afwegingskader is None else "afwegingskader"
            yield RULE.finding(record, message, hint, key)


def _untested(plan: Plan) -> bool:
    if plan.afwegingskader is Afweging.POSITIEF or not bound(plan):
        return False
    return plan.plantype is None or not plan.plantype.inbreiding


RULE = Rule(
    code="WP404",
    naam="uitbreiding op korte termijn zonder positieve toets",
    wat=(
        "Meldt een uitbreidingsplan dat woningen oplevert binnen de afgesproken termijn (vijf jaar vanaf de dag van "
        "beoordelen) zonder 'afwegingskader: positief'. Zonder 'plantype' of zonder jaren in 'oplevering' is het niet "
        "te beoordelen; een jaar dat maar voor een deel binnen de termijn valt ook niet. Verzamelposten, voltooide "
        "plannen en plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "De regio geeft uitbreiding op korte termijn alleen ruimte als het plan positief scoort op het kwalitatief "
        "afwegingskader. Het gaat hier om de realisatie; bij inbreiding gaat het om de start (WP405)."
    ),
    oplossing="Toets het plan en leg de uitkomst vast in 'afwegingskader', of geef een latere oplevering.",
    fout=Example(
        "  - id: weide-west\n"
        "    naam: Weide west\n"
        "    gemeente: Borne\n"
        "    planstatus: 2A\n"
        "    woningen: 40\n"
        "    gerealiseerd: 0\n"
        "    oplevering:\n"
        "      2025: 40\n"
        "    plantype: uitbreiding_uitleg\n"
        "    afwegingskader: niet_getoetst\n",
        10,
        21,
    ),
    goed=Example(
        "  - id: weide-west\n"
        "    naam: Weide west\n"
        "    gemeente: Borne\n"
        "    planstatus: 2A\n"
        "    woningen: 40\n"
        "    gerealiseerd: 0\n"
        "    oplevering:\n"
        "      2025: 40\n"
        "    plantype: uitbreiding_uitleg\n"
        "    afwegingskader: positief\n"
    ),
    bron=f"{WOONAGENDA}, par. 4.2 (r. 1119-1133)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
