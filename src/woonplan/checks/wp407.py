"""WP407: a hard plan, or one that is to become hard, without a test against the qualitative framework."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import IN_UITVOERING, WOONAGENDA, bound, built, each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Afweging


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield hard and converting plans that were not tested."""
    klassen = subject.dataset.klassen

    def untested(plan: Plan) -> bool:
        if plan.afwegingskader in (Afweging.POSITIEF, Afweging.NEGATIEF) or not bound(plan):
            return False
        klasse = klassen[plan.planstatus]
        return klasse in (Planklasse.HARD, Planklasse.ONBEKEND) or (
            klasse is Planklasse.ZACHT and plan.jaar_hard is not None
        )

    for record in each(subject, untested):
        plan = record.plan
        if built(plan):
            continue
        klasse = klassen[plan.planstatus]
        if klasse is Planklasse.ONBEKEND:
            yield RULE.undecided(record, "planstatus")
            continue
        what = "hard plan" if klasse is Planklasse.HARD else f"zacht plan dat in {plan.jaar_hard} hard wordt,"
        message = f"{what} is niet getoetst aan het kwalitatief afwegingskader"
        if plan.in_ontwikkeling or plan.projectfase in IN_UITVOERING:
            message += (
                "; het plan is al in ontwikkeling, en dan spreekt de Woonagenda zich tegen: r. 1681-1684 vraagt de "
                "toets, r. 1115-1117 niet"
            )
        yield RULE.finding(record, message, "Toets het plan en leg de uitkomst vast in 'afwegingskader'.", "planstatus")


RULE = Rule(
    code="WP407",
    naam="hard plan niet getoetst",
    wat=(
        "Meldt een hard plan, of een zacht plan met 'jaar_hard', waarvan 'afwegingskader' ontbreekt of niet_getoetst "
        "is. Zonder planstatus is het niet te beoordelen. Verzamelposten, voltooide plannen en plannen met 'telt_mee: "
        "false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "De Woonagenda vraagt de toets van alle harde plannen (r. 1681-1684, actie 32) en van zachte plannen die hard "
        "worden (r. 1709-1711, actie 33). Op een andere plaats zegt zij dat de toets alleen geldt voor plannen die nog "
        "niet in ontwikkeling zijn (r. 1115-1117), en harde plannen zijn dat vaak wel. De twee plaatsen spreken elkaar "
        "tegen; deze regel volgt de eerste en is daarom een waarschuwing."
    ),
    oplossing=(
        "Toets het plan en leg de uitkomst vast. Volgt de regio de andere plaats, aanvaard de melding dan als bekend, "
        "of zet de regel uit."
    ),
    fout=Example(
        "  - id: kade\n    naam: Kade\n    gemeente: Borne\n    planstatus: 2A\n    afwegingskader: niet_getoetst\n",
        4,
        17,
    ),
    goed=Example(
        "  - id: kade\n    naam: Kade\n    gemeente: Borne\n    planstatus: 2A\n    afwegingskader: positief\n"
    ),
    bron=(
        f"{WOONAGENDA}, par. 4.7 (r. 1681-1684 en 1709-1711; acties 32 en 33, r. 1720-1731), in strijd met par. 4.2 "
        "(r. 1115-1117)"
    ),
    severity=Severity.WAARSCHUWING,
    check=check,
)
