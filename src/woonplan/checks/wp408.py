"""WP408: a soft plan of which nobody says when it becomes hard."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, bound, built, each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield soft plans without `jaar_hard`."""
    klassen = subject.dataset.klassen
    maybe = {status for status, klasse in klassen.items() if klasse in (Planklasse.ZACHT, Planklasse.ONBEKEND)}

    def without_year(plan: Plan) -> bool:
        return plan.jaar_hard is None and plan.planstatus in maybe and bound(plan)

    for record in each(subject, without_year):
        if built(record.plan):
            continue
        if klassen[record.plan.planstatus] is Planklasse.ONBEKEND:
            yield RULE.undecided(record, "planstatus")
            continue
        hint = "Voeg 'jaar_hard: ...' toe: het jaar waarin het plan naar verwachting hard wordt."
        yield RULE.finding(record, "zacht plan zonder jaar waarin het hard wordt", hint, "planstatus")


RULE = Rule(
    code="WP408",
    naam="zacht plan zonder jaar van hard worden",
    wat=(
        "Meldt een zacht plan zonder 'jaar_hard'. Zonder planstatus is het niet te beoordelen. Verzamelposten, "
        "voltooide plannen en plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "De regio wil de zachte plannen hard maken en tot 2030 bouwen. Zonder jaar is niet te zien of dat op tijd komt "
        "voor de bouw."
    ),
    oplossing="Geef het jaar waarin het plan naar verwachting wordt vastgesteld.",
    fout=Example(
        "  - id: molenveld\n    naam: Molenveld\n    gemeente: Borne\n    planstatus: 3\n",
        4,
        17,
    ),
    goed=Example(
        "  - id: molenveld\n"
        "    naam: Molenveld\n"
        "    gemeente: Borne\n"
        "    planstatus: 3\n"
        "    jaar_hard: 2026\n"
        "    afwegingskader: positief\n"
    ),
    bron=f"{WOONAGENDA}, par. 4.7 (r. 1689-1693; acties 30 en 33, r. 1657-1658 en 1726-1731)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
