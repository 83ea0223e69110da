"""WP410: the strategy "stedelijk wonen" in a municipality that it is not meant for."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, each, single
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.vocabulary import Strategie

GROEP = "stedelijk-wonen"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield plans with the strategy outside the group of cities in the agreements."""
    group = subject.agenda.groep(GROEP) if subject.agenda else None
    names = group.gemeenten if group else ()
    cities = {gemeente.naam for name in names if (gemeente := subject.dataset.gemeente(name))}
    for record in each(subject, lambda plan: plan.strategie is Strategie.STEDELIJK_WONEN and single(plan)):
        gemeenten = subject.dataset.gemeenten_of(record.plan)
        if group is None:
            yield RULE.undecided(record, f"gemeentegroep {GROEP} in agenda.yaml")
        elif not gemeenten:
            yield RULE.undecided(record, "gemeente van een plan met stedelijk wonen")
        elif outside := [name for name in gemeenten if name not in cities]:
            message = f"stedelijk wonen in {', '.join(outside)}; de bron noemt daarvoor {', '.join(names)}"
            yield RULE.finding(record, message, "Kies een strategie die bij de gemeente past.", "strategie")


RULE = Rule(
    code="WP410",
    naam="stedelijk wonen buiten de steden",
    wat=(
        "Meldt een plan met 'strategie: stedelijk_wonen' in een gemeente buiten de gemeentegroep 'stedelijk-wonen' van "
        "agenda.yaml. Verzamelposten blijven buiten beschouwing; records met 'telt_mee: false' worden wel beoordeeld."
    ),
    waarom=(
        "De Woonagenda noemt deze strategie voor drie steden. De strategieën zijn geen dwingend kader (r. 513), dus "
        "dit is een waarschuwing."
    ),
    oplossing="Kies een strategie die bij de gemeente past, of vul de gemeentegroep in agenda.yaml aan.",
    fout=Example(
        "  - id: dorpsrand\n    naam: Dorpsrand\n    gemeente: Borne\n    strategie: stedelijk_wonen\n",
        4,
        16,
    ),
    goed=Example(
        "  - id: dorpsrand\n    naam: Dorpsrand\n    gemeente: Borne\n    strategie: wonen_langs_de_radialen\n",
    ),
    bron=f"{WOONAGENDA}, par. 4.1 (r. 752); niet dwingend: r. 508-513",
    severity=Severity.WAARSCHUWING,
    check=check,
)
