"""WP411: a rural municipality that builds less than its own need."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.groups import grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By, Question, Tegen
from woonplan.calc.target.demand import Area
from woonplan.calc.view import View
from woonplan.checks.judging import WOONAGENDA, gebied_place
from woonplan.checks.rule import Example, Outcome, Rule, Soort, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.target import SoortUitspraak
from woonplan.model.vocabulary import Positie


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield rural municipalities whose balance against their own need is below 0 (as `gap --tegen behoefte`)."""
    dataset = subject.dataset
    view = View(dataset, Question(tegen=Tegen.BEHOEFTE))
    rural: dict[str, int] = {}
    for i, gemeente in enumerate(dataset.gebied.gemeenten):
        if gemeente.positie is Positie.STEDELIJK:
            continue
        if gemeente.positie is None:
            yield Undecided(RULE.code, "positie van een gemeente in de regio")
        elif not view.stated(SoortUitspraak.LOKALE_BEHOEFTE, Area("gemeente", gemeente.naam)):
            yield Undecided(RULE.code, "lokale behoefte van een landelijke gemeente")
        else:
            rural[gemeente.naam] = i
    if not rural:
        return
    for group in grouped(view, By.GEMEENTE).groups:
        if group.key not in rural:
            continue
        short = _shortage(group.saldo)
        if short is None:
            yield Undecided(RULE.code, "plancapaciteit of behoefte van een landelijke gemeente")
        elif short:
            message = (
                f"gemeente {group.key} bouwt minder dan de eigen behoefte: gerealiseerd, harde en zachte plannen komen "
                f"samen {short} {'woning' if short == 1 else 'woningen'} tekort"
            )
            place = gebied_place(subject, "gemeenten", rural[group.key], "positie")
            hint = "Zoek plannen voor het verschil, of controleer de behoefte en de positie van de gemeente."
            yield Diagnostic(RULE.code, message, place, hint, RULE.severity)


def _shortage(saldo: Figure | None) -> int | None:
    """Return how many homes are short at least, at the low end of the need; 0 when none are at its high end."""
    if saldo is None or any(end.blank for end in saldo.ends):
        return None
    lowest, highest = saldo.ends
    if highest.low is not None and highest.low >= 0:
        return 0
    # One unknown record may hold everything that is missing.
    if saldo.low.unknown or lowest.high is None or lowest.high >= 0:
        return None
    return -int(lowest.high)


def _gemeenten(behoefte: int) -> str:
    return (
        "versie: 1\n"
        "regio: {naam: Twente, provincie: Overijssel}\n"
        "bronnen:\n"
        "  - {id: nota, titel: Nota wonen}\n"
        "opgaven:\n"
        "  - id: nota\n"
        "    naam: Nota wonen\n"
        "    standaard: true\n"
        "    bron: nota\n"
        "    tellingen:\n"
        "      - {id: tien, van: 2024-01-01, tot: 2034-01-01, standaard: true}\n"
        "    uitspraken:\n"
        f"      - {{id: behoefte, soort: lokale_behoefte, gebruikt: true, gemeente: Borne, woningen: {behoefte}}}\n"
        "gemeenten:\n"
        "  - naam: Borne\n"
        "    code: GM0147\n"
        "    positie: landelijk_lokaal\n"
        "  - naam: Enschede\n"
        "    code: GM0153\n"
        "    positie: stedelijk\n"
    )


_PLANNEN = (
    "  - id: hofjes\n    naam: Hofjes\n    gemeente: Borne\n    planstatus: 1A\n    woningen: 60\n    gerealiseerd: 0\n"
)

RULE = Rule(
    code="WP411",
    naam="landelijke gemeente onder de eigen behoefte",
    wat=(
        "Meldt een gemeente met 'positie: landelijk_regionaal' of 'landelijk_lokaal' waarvan de gerealiseerde "
        "woningen en de harde en zachte plannen samen minder zijn dan haar eigen lokale behoefte; het sommetje is dat "
        "van 'woonplan gap --tegen behoefte --by gemeente'. Zonder positie, zonder lokale behoefte van die gemeente "
        "of met capaciteit die niet over gemeenten is verdeeld, is het niet te beoordelen. Verzamelposten tellen mee; "
        "records met 'telt_mee: false' niet."
    ),
    waarom=(
        "Het stedelijk hart vult de extra opgave voor een belangrijk deel in; landelijke gemeenten bouwen minimaal "
        "voor eigen behoefte. Welke gemeente welke positie heeft, staat niet in de bron."
    ),
    oplossing="Zoek plannen voor het verschil, of controleer de behoefte en de positie van de gemeente.",
    fout=Example(_gemeenten(100), 17, 14, Soort.GEMEENTEN, plannen=_PLANNEN),
    goed=Example(_gemeenten(50), file=Soort.GEMEENTEN, plannen=_PLANNEN),
    bron=f"{WOONAGENDA}, par. 4.4 (r. 1225-1233)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
