"""WP322: a hard plan that starts after the period of the target."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.question import Question, opgavenset, telling
from woonplan.calc.target.period import Period
from woonplan.checks.judging import bound, each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield hard plans whose year of start lies wholly after the standard reading of the period."""
    klassen = subject.dataset.klassen
    hard = {status for status, klasse in klassen.items() if klasse is Planklasse.HARD}

    def starts(plan: Plan) -> bool:
        return plan.start is not None and plan.planstatus in hard and bound(plan)

    opgave = opgavenset(subject.dataset, Question())
    period = Period.of(telling(opgave, Question())) if opgave else None
    for record in each(subject, starts):
        start = record.plan.start or 0
        if period is None:
            yield RULE.undecided(record, "periode van de opgave")
        elif start >= period.tot.year and not period.touches(start, start):
            message = f"hard plan start in {start}, na de periode van de opgave (tot {period.tot.isoformat()})"
            hint = "Controleer 'start' en 'planstatus'; deze woningen tellen niet mee voor de opgave."
            yield RULE.finding(record, message, hint, "start")


RULE = Rule(
    code="WP322",
    naam="hard plan start na de periode",
    wat=(
        "Meldt een hard plan waarvan de bouw pas start na de periode van de opgave (de standaardlezing in "
        "gemeenten.yaml). Zonder 'start' is er niets te vergelijken; zonder opgave is het niet te beoordelen. "
        "Verzamelposten en plannen met 'telt_mee: false' die geen sleutelproject zijn, blijven buiten beschouwing."
    ),
    waarom=(
        "Een vastgesteld plan dat zo laat begint draagt niet bij aan de opgave en houdt ruimte bezet; vaak is een van "
        "de twee gegevens verouderd."
    ),
    oplossing="Controleer 'start' en 'planstatus'.",
    fout=Example(
        "  - id: hofjes\n    naam: Hofjes\n    gemeente: Borne\n    planstatus: 1A\n    start: 2036\n",
        5,
        12,
    ),
    goed=Example("  - id: hofjes\n    naam: Hofjes\n    gemeente: Borne\n    planstatus: 1A\n    start: 2025\n"),
    severity=Severity.WAARSCHUWING,
    check=check,
)
