"""WP415: an inventory that does not say which plans have priority, or where buildings can be transformed."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, each
from woonplan.checks.rule import Example, Outcome, Record, Rule, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.vocabulary import Soort


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when not one plan of the state gives an attribute that the inventory must have."""
    missing = ["prioriteit", "transformatiepotentie"]
    first: Record | None = None
    number = 0
    for record in each(subject, lambda plan: plan.soort is Soort.PLAN and plan.telt_mee):
        first, number = first or record, number + 1
        missing = [key for key in missing if getattr(record.plan, key) is None]
        if not missing:
            return
    if first is None:
        yield Undecided(RULE.code, "plannen die meetellen")
        return
    plans = "het enige plan dat meetelt" if number == 1 else f"geen van de {number} plannen die meetellen"
    message = f"{' en '.join(missing)} {'staat' if len(missing) == 1 else 'staan'} {'niet ' * (number == 1)}bij {plans}"
    hint = "Zet 'prioriteit: true' bij plannen met prioriteit en geef 'transformatiepotentie' bij bestaande gebouwen."
    yield Diagnostic(RULE.code, message, first.place("id"), hint, RULE.severity)


_PLAN = "  - id: boomgaard\n    naam: Boomgaard\n    gemeente: Borne\n    planstatus: 5A\n"

RULE = Rule(
    code="WP415",
    naam="inventarisatie zonder prioriteit of transformatie",
    wat=(
        "Meldt een keer per stand dat geen enkel plan dat meetelt 'prioriteit' heeft, of 'transformatiepotentie'. "
        "Staat het bij een deel van de plannen, dan is er geen melding: de andere hebben dan geen prioriteit of geen "
        "gebouw om te transformeren. Verzamelposten en records met 'telt_mee: false' blijven buiten beschouwing; "
        "zonder andere plannen is er niets te beoordelen."
    ),
    waarom=(
        "De jaarlijkse inventarisatie laat ook zien welke ontwikkelingen prioriteit hebben en wat bestaande gebouwen "
        "kunnen opleveren."
    ),
    oplossing="Geef 'prioriteit' en 'transformatiepotentie' (true of false) bij de plannen waarvan het bekend is.",
    fout=Example(_PLAN, 1, 9),
    goed=Example(f"{_PLAN}    prioriteit: false\n    transformatiepotentie: false\n"),
    bron=f"{WOONAGENDA}, hfst. 5, actie 38 (r. 1993-1997)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
