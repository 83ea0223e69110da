"""WP321: a plan that is finished and has homes left."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.model.restant import restant
from woonplan.model.vocabulary import Projectfase


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield finished plans with homes still to be delivered."""
    for record in each(subject, lambda plan: plan.projectfase is Projectfase.AFGEROND):
        plan = record.plan
        left = restant(plan)
        phased = sum((plan.oplevering or {}).values())
        if left.known and left.low:
            number = left.low
        elif phased:
            number = phased
        else:
            if left.unknown or left.high != 0:
                yield RULE.undecided(record, "hoeveel er van een afgerond plan is opgeleverd")
            continue
        homes = "1 woning" if number == 1 else f"{number} woningen"
        message = f"projectfase is afgerond, maar er zijn nog {homes} op te leveren"
        hint = "Verhoog 'gerealiseerd', of kies een eerdere fase."
        yield RULE.finding(record, message, hint, "projectfase")


_PLAN = (
    "  - id: hofjes\n"
    "    naam: Hofjes\n"
    "    gemeente: Borne\n"
    "    planstatus: 1A\n"
    "    projectfase: afgerond\n"
    "    woningen: 30\n"
)

RULE = Rule(
    code="WP321",
    naam="afgerond plan met woningen over",
    wat=(
        "Meldt een plan met 'projectfase: afgerond' waarvan nog woningen op te leveren zijn. Zonder 'gerealiseerd' of "
        "'restant' is het niet te beoordelen. Geldt voor alle records, ook bij 'telt_mee: false'."
    ),
    waarom="De woningen tellen anders als plancapaciteit mee terwijl er niets meer gebouwd wordt.",
    oplossing="Verhoog 'gerealiseerd' tot alle woningen, verlaag 'woningen', of kies een eerdere fase.",
    fout=Example(f"{_PLAN}    gerealiseerd: 28\n", 5, 18),
    goed=Example(f"{_PLAN}    gerealiseerd: 30\n"),
    check=check,
)
