"""What was agreed of a municipality: the strategy it is meant for, and building for its own need."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.groups import grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By, Question, Tegen
from woonplan.calc.target.demand import Area
from woonplan.calc.view import View
from woonplan.checks.judging import each, gebied_place, single
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity
from woonplan.model.agenda import Afspraaksoort
from woonplan.model.target import SoortUitspraak
from woonplan.model.vocabulary import Positie, Strategie
from woonplan.numerals import amount
from woonplan.rule import Example, opgave_text, plan_text

GROEP = "stedelijk-wonen"


def _outside_cities(subject: Subject) -> Iterator[Outcome]:
    """Yield plans with the strategy outside the group of cities in the agreements."""
    group = subject.agenda.groep(GROEP) if subject.agenda else None
    names = group.gemeenten if group else ()
    cities = {gemeente.naam for name in names if (gemeente := subject.dataset.gemeente(name))}
    for record in each(subject, lambda plan: plan.strategie is Strategie.STEDELIJK_WONEN and single(plan)):
        gemeenten = subject.dataset.gemeenten_of(record.plan)
        if not gemeenten:
            yield WP410.undecided("gemeente van een plan met stedelijk wonen", record)
        elif outside := [name for name in gemeenten if name not in cities]:
            message = f"stedelijk wonen in {', '.join(outside)}; de bron noemt daarvoor {', '.join(names)}"
            yield WP410.finding(record, message, "strategie")


WP410 = Check(
    code="WP410",
    naam="stedelijk wonen buiten de steden",
    wat=(
        "Meldt een plan met 'strategie: stedelijk_wonen' in een gemeente buiten de gemeentegroep 'stedelijk-wonen' van "
        "agenda.yaml. Verzamelposten blijven buiten beschouwing; plannen met 'telt_mee: false' worden wel beoordeeld."
    ),
    waarom=(
        "De afspraak noemt deze strategie voor een aantal steden. Dwingend zijn strategieën zelden, dus dit is een "
        "waarschuwing."
    ),
    oplossing="Kies een strategie die bij de gemeente past, of vul de gemeentegroep in agenda.yaml aan.",
    hint="Kies een strategie die bij de gemeente past.",
    fout=Example(plan_text("dorpsrand", "strategie: stedelijk_wonen"), 4, 16),
    goed=Example(plan_text("dorpsrand", "strategie: wonen_langs_de_radialen")),
    afspraken=(GROEP,),
    severity=Severity.WAARSCHUWING,
    find=_outside_cities,
)
"""The strategy "stedelijk wonen" in a municipality that it is not meant for."""


def _below_need(subject: Subject) -> Iterator[Outcome]:
    """Yield rural municipalities whose balance against their own need is below 0 (as `gap --tegen behoefte`)."""
    dataset = subject.dataset
    view = View(dataset, Question(tegen=Tegen.BEHOEFTE))
    rural: dict[str, int] = {}
    for i, gemeente in enumerate(dataset.gebied.gemeenten):
        if gemeente.positie is Positie.STEDELIJK or gemeente not in dataset.gemeenten:
            continue
        if gemeente.positie is None:
            yield WP411.undecided("positie van een gemeente in de regio")
        elif not view.stated(SoortUitspraak.LOKALE_BEHOEFTE, Area("gemeente", gemeente.naam)):
            yield WP411.undecided("lokale behoefte van een landelijke gemeente")
        else:
            rural[gemeente.naam] = i
    if not rural:
        return
    for group in grouped(view, By.GEMEENTE).groups:
        if group.key not in rural:
            continue
        short = _shortage(group.saldo)
        if short is None:
            yield WP411.undecided("plancapaciteit of behoefte van een landelijke gemeente")
        elif short:
            message = (
                f"gemeente {group.key} bouwt minder dan de eigen behoefte: gerealiseerd, harde en zachte plannen komen "
                f"samen {amount(short, 'woning', 'woningen')} tekort"
            )
            yield WP411.at(gebied_place(subject, "gemeenten", rural[group.key], "positie"), message)


def _shortage(saldo: Figure | None) -> int | None:
    """Return how many homes are short at least, at the low end of the need; 0 when none are at its high end."""
    if saldo is None or any(end.blank for end in saldo.ends):
        return None
    highest, lowest = saldo.high.reach[0], saldo.low.reach[1]
    if highest is not None and highest >= 0:
        return 0
    # One unknown record may hold everything that is missing, and what is approximate may be that much off.
    if lowest is None or lowest >= -saldo.low.marge:
        return None
    return -int(lowest)


_PLANNEN = plan_text("hofjes", "planstatus: 1A", "woningen: 60", "gerealiseerd: 0")


def _need(behoefte: int) -> str:
    return opgave_text(
        f"{{id: behoefte, soort: lokale_behoefte, gebruikt: true, gemeente: Borne, woningen: {behoefte}}}",
        telling="{id: tien, van: 2024-01-01, tot: 2034-01-01, standaard: true}",
        gemeenten=(
            "gemeenten:\n  - naam: Borne\n    code: GM0147\n    positie: landelijk_lokaal\n"
            "  - naam: Enschede\n    code: GM0153\n    positie: stedelijk\n"
        ),
    )


WP411 = Check(
    code="WP411",
    naam="landelijke gemeente onder de eigen behoefte",
    wat=(
        "Meldt een gemeente met 'positie: landelijk_regionaal' of 'landelijk_lokaal' waarvan de gerealiseerde woningen "
        "en de harde en zachte plannen samen minder zijn dan haar eigen lokale behoefte; het sommetje is dat van "
        "'woonplan gap --tegen behoefte --by gemeente'. Zonder positie, zonder lokale behoefte van die gemeente of met "
        "capaciteit die niet over gemeenten is verdeeld, is het niet te beoordelen. Verzamelposten tellen mee; plannen "
        "met 'telt_mee: false' niet."
    ),
    waarom=(
        "Het stedelijk hart vult de extra opgave voor een belangrijk deel in; landelijke gemeenten bouwen minimaal "
        "voor eigen behoefte."
    ),
    oplossing="Zoek plannen voor het verschil, of controleer de behoefte en de positie van de gemeente.",
    fout=Example(_need(100), 17, 14, file="gemeenten.yaml", plannen=_PLANNEN),
    goed=Example(_need(50), file="gemeenten.yaml", plannen=_PLANNEN),
    afspraken=(Afspraaksoort.EIGEN_BEHOEFTE,),
    severity=Severity.WAARSCHUWING,
    find=_below_need,
)
"""A rural municipality that builds less than its own need."""
