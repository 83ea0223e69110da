"""WP415: an inventory that does not say which plans have priority, or where buildings can be transformed."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, each
from woonplan.checks.rule import Example, Outcome, Rule, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.vocabulary import Soort


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when not one plan of the state gives an attribute that the inventory must have."""
    records = list(each(subject, lambda plan: plan.soort is Soort.PLAN and plan.telt_mee))
    if not records:
        yield Undecided(RULE.code, "prioriteit en transformatiepotentie van plannen (er zijn er geen die meetellen)")
        return
    keys = ("prioriteit", "transformatiepotentie")
    missing = [key for key in keys if all(getattr(record.plan, key) is None for record in records)]
    if missing:
        what = " en ".join(missing)
        verb = "staat" if len(missing) == 1 else "staan"
        message = f"{what} {verb} bij geen van de {len(records)} plannen die meetellen"
        if len(records) == 1:
            message = f"{what} {verb} niet bij het enige plan dat meetelt"
        hint = "Zet 'prioriteit: true' bij plannen met prioriteit en geef 'transformatiepotentie' bij bestaande gebouwen."
        yield Diagnostic(RULE.code, message, records[0].place("id"), hint, RULE.severity)


_PLAN = "  - id: boomgaard\n    naam: Boomgaard\n    gemeente: Borne\n    planstatus: 5A\n"

RULE = Rule(
    code="WP415",
    naam="inventarisatie zonder prioriteit of transformatie",
    wat=(
        "Meldt een keer per stand dat geen enkel plan dat meetelt 'prioriteit' heeft, of 'transformatiepotentie'. Staat "
        "het bij een deel van de plannen, dan is er geen melding: de andere hebben dan geen prioriteit of geen gebouw om "
        "te transformeren. Verzamelposten en records met 'telt_mee: false' blijven buiten beschouwing; zonder andere "
        "plannen is er niets te beoordelen."
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
