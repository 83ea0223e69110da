"""What the agreements ask of a plan: price segments, type, residential environment, and contracts of flexible homes."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.target.period import months
from woonplan.checks.judging import agreed, agreement, each, filled_in, klasse_of, not_agreed, single, unbuilt
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.agenda import Afspraaksoort
from woonplan.model.control import Planklasse
from woonplan.model.parameter import Eenheid
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Soort
from woonplan.numerals import amount, listing, plural
from woonplan.rule import Example, plan_text


def _incomplete(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding per plan with everything that is missing."""
    velden = agreement(subject, Afspraaksoort.UITSPLITSING).velden
    if not velden:
        yield WP412.undecided(f"'velden' van afspraak {Afspraaksoort.UITSPLITSING} in agenda.yaml")
        return

    def incomplete(plan: Plan) -> bool:
        return plan.soort is Soort.PLAN and plan.telt_mee and bool(missing(plan))

    def missing(plan: Plan) -> list[str]:
        return [veld for veld in velden if not filled_in(plan, veld)]

    for record in unbuilt(subject, incomplete):
        if klasse_of(subject, record) is Planklasse.TELT_NIET:
            continue
        found = missing(record.plan)
        yield WP412.finding(record, f"{listing(found)} {plural(len(found), 'ontbreekt', 'ontbreken')}", "id")


WP412 = Check(
    code="WP412",
    naam="afgesproken gegeven van een plan ontbreekt",
    wat=(
        "Meldt een plan dat meetelt en waarvan een gegeven ontbreekt dat 'velden' van de afspraak noemt, zoals "
        "'betaalbaarheid', of dat alleen uit 'onbekend' bestaat; een melding per plan. Verzamelposten, voltooide "
        "plannen, plannen met een status die niet als capaciteit telt en plannen met 'telt_mee: false' (zoals "
        "sleutelprojecten waarvan alleen de naam bekend is) blijven buiten beschouwing."
    ),
    waarom=(
        "Zonder wat is afgesproken, zoals prijssegment, type en woonmilieu, is niet te zien of gemeenten elkaar "
        "beconcurreren of dat er voor een groep niets wordt gebouwd."
    ),
    oplossing="Vul in wat bekend is, en zet het deel dat nog niet bekend is bij 'onbekend'.",
    hint="Vul in wat bekend is; zet de rest bij 'onbekend'.",
    fout=Example(
        plan_text(
            "boomgaard",
            "planstatus: 1A",
            "woningen: 20",
            "gerealiseerd: 0",
            "woningtype: {eengezins: 20, meergezins: 0}",
        ),
        1,
        9,
    ),
    goed=Example(
        plan_text(
            "boomgaard",
            "planstatus: 1A",
            "woningen: 20",
            "gerealiseerd: 0",
            "woningtype: {eengezins: 20, meergezins: 0}",
            "betaalbaarheid: {sociale_huur: 6, onbekend: 14}",
            "woonmilieu: dorps",
        )
    ),
    afspraken=(Afspraaksoort.UITSPLITSING,),
    severity=Severity.WAARSCHUWING,
    find=_incomplete,
)
"""A plan that counts without environment, price segments or type."""


def _unlisted(subject: Subject) -> Iterator[Outcome]:
    """Yield values of `woonmilieu` outside the list in `gemeenten.yaml`."""
    listed = subject.dataset.gebied.woonmilieus
    folded = {name.casefold() for name in listed}
    for record in each(subject, lambda plan: bool(folded) and plan.woonmilieu is not None):
        woonmilieu = record.plan.woonmilieu or ""
        if woonmilieu.casefold() not in folded:
            some = ", ".join(listed[:8]) + (", ..." if len(listed) > 8 else "")
            message = f"woonmilieu {quote(woonmilieu)} staat niet in de lijst van dit register"
            yield WP413.finding(record, message, "woonmilieu", hint=f"Kies uit: {some}.")


WP413 = Check(
    code="WP413",
    naam="woonmilieu niet in de lijst",
    wat=(
        "Meldt een woonmilieu dat niet in de lijst 'woonmilieus' van gemeenten.yaml staat, zonder op hoofdletters te "
        "letten. Zonder lijst is elk woord goed. Geldt ook voor verzamelposten en voor plannen met 'telt_mee: false'."
    ),
    waarom=("Vergelijken tussen gemeenten kan alleen met dezelfde woorden; de lijst is een keuze van het register."),
    oplossing="Kies een woord uit de lijst, of vul de lijst aan.",
    fout=Example(plan_text("boomgaard", "woonmilieu: dorpser"), 4, 17),
    goed=Example(plan_text("boomgaard", "woonmilieu: dorps")),
    severity=Severity.WAARSCHUWING,
    find=_unlisted,
)
"""An environment that is not in the vocabulary of the register."""


MINIMUM = "flexcontract-minimum"

MAXIMUM = "flexcontract-maximum"

_WORDS = {"contract_maanden_min": "kortste", "contract_maanden_max": "langste"}


def _contracts(subject: Subject) -> Iterator[Outcome]:
    """Yield contract lengths outside the agreed range, in months."""
    lowest, highest = (agreed(subject, name, Eenheid.MAANDEN, Eenheid.JAAR) for name in (MINIMUM, MAXIMUM))
    for record in each(subject, lambda plan: plan.flex is not None and single(plan)):
        flex = record.plan.flex
        lengths = {key: length for key in _WORDS if (length := getattr(flex, key)) is not None}
        if not lengths and not (flex and flex.flexwoningen):
            continue
        if lowest is None or highest is None:
            yield not_agreed(WP409, MINIMUM if lowest is None else MAXIMUM, record)
            continue
        low, high = months(lowest), months(highest)
        outside = {key: length for key, length in lengths.items() if not low <= length <= high}
        for key, length in outside.items():
            time = amount(length, "maand", "maanden")
            message = (
                f"het {_WORDS[key]} contract van de flexwoningen duurt {time}; afgesproken is {low} tot {high} maanden"
            )
            yield WP409.finding(record, message, "flex", key)
        if not outside and len(lengths) < len(_WORDS):
            yield WP409.undecided("duur van de contracten van flexwoningen", record)


WP409 = Check(
    code="WP409",
    naam="flexcontract te kort of te lang",
    wat=(
        "Meldt flexwoningen met een kortste of langste huurcontract buiten wat is afgesproken (de grenzen zelf zijn "
        "toegestaan). Flexwoningen zonder duur van het contract zijn niet te beoordelen. Verzamelposten blijven buiten "
        "beschouwing; plannen met 'telt_mee: false' worden wel beoordeeld."
    ),
    waarom="Binnen die grenzen kan een woning voor bepaalde tijd worden verhuurd.",
    oplossing="Pas de duur aan, of verbeter het aantal maanden.",
    hint="Pas de duur van het contract aan.",
    fout=Example(
        plan_text(
            "paviljoens", "flex:", "  flexwoningen: 20", "  contract_maanden_min: 6", "  contract_maanden_max: 36"
        ),
        7,
        29,
    ),
    goed=Example(
        plan_text(
            "paviljoens", "flex:", "  flexwoningen: 20", "  contract_maanden_min: 6", "  contract_maanden_max: 24"
        )
    ),
    afspraken=(MINIMUM, MAXIMUM),
    severity=Severity.WAARSCHUWING,
    find=_contracts,
)
"""A contract of flexible homes shorter or longer than agreed."""
