"""What the agreements ask of a plan: price segments, type and residential environment."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, each, statuses, unbuilt
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.split import Betaalbaarheid, Woningtype
from woonplan.model.vocabulary import Soort
from woonplan.rule import Example, plan_text


def _incomplete(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding per plan with everything that is missing."""
    out = statuses(subject, Planklasse.TELT_NIET)

    def incomplete(plan: Plan) -> bool:
        if plan.soort is not Soort.PLAN or not plan.telt_mee or plan.planstatus in out:
            return False
        return plan.woonmilieu is None or not _divided(plan.betaalbaarheid) or not _divided(plan.woningtype)

    for record in unbuilt(subject, incomplete):
        plan = record.plan
        known = {
            "betaalbaarheid": _divided(plan.betaalbaarheid),
            "woningtype": _divided(plan.woningtype),
            "woonmilieu": plan.woonmilieu is not None,
        }
        missing = [key for key, there in known.items() if not there]
        words = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} en {missing[-1]}"
        message = f"{words} {'ontbreekt' if len(missing) == 1 else 'ontbreken'}"
        yield WP412.finding(record, message, "Vul in wat bekend is; zet de rest bij 'onbekend'.", "id")


def _divided(split: Betaalbaarheid | Woningtype | None) -> bool:
    """Whether a split says anything: not when all homes in it are `onbekend`."""
    return split is not None and any(value is not None for key, value in vars(split).items() if key != "onbekend")


WP412 = Check(
    code="WP412",
    naam="prijssegment, woningtype of woonmilieu ontbreekt",
    wat=(
        "Meldt een plan dat meetelt en waarvan 'betaalbaarheid', 'woningtype' of 'woonmilieu' ontbreekt, of alleen uit "
        "'onbekend' bestaat; een melding per plan. Verzamelposten, voltooide plannen, plannen met een status die niet "
        "als capaciteit telt en records met 'telt_mee: false' (zoals sleutelprojecten waarvan alleen de naam bekend "
        "is) blijven buiten beschouwing."
    ),
    waarom=(
        "Elke gemeente splitst haar programma uit naar prijssegment, type en woonmilieu. Zonder die drie is niet te "
        "zien of gemeenten elkaar beconcurreren of dat er voor een groep niets wordt gebouwd."
    ),
    oplossing="Vul in wat bekend is, en zet het deel dat nog niet bekend is bij 'onbekend'.",
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
    bron=f"{WOONAGENDA}, par. 4.1 (r. 653-664); hfst. 5, actie 38 (r. 1991-1993)",
    severity=Severity.WAARSCHUWING,
    find=_incomplete,
)
"""A plan that counts without environment, price segments or type."""


def _unlisted(subject: Subject) -> Iterator[Outcome]:
    """Yield values of `woonmilieu` outside the list in `gemeenten.yaml`."""
    listed = subject.dataset.gebied.woonmilieus
    known = {name.casefold() for name in listed}
    for record in each(subject, lambda plan: plan.woonmilieu is not None):
        woonmilieu = record.plan.woonmilieu or ""
        if not known:
            yield WP413.undecided("lijst 'woonmilieus' in gemeenten.yaml", record)
        elif woonmilieu.casefold() not in known:
            some = ", ".join(listed[:8]) + (", ..." if len(listed) > 8 else "")
            message = f"woonmilieu {quote(woonmilieu)} staat niet in de lijst van dit register"
            yield WP413.finding(record, message, f"Kies uit: {some}.", "woonmilieu")


WP413 = Check(
    code="WP413",
    naam="woonmilieu niet in de lijst",
    wat=(
        "Meldt een woonmilieu dat niet in de lijst 'woonmilieus' van gemeenten.yaml staat, zonder op hoofdletters te "
        "letten. Heeft het register geen lijst, dan is een ingevuld woonmilieu niet te beoordelen. Geldt ook voor "
        "verzamelposten en voor records met 'telt_mee: false'."
    ),
    waarom=(
        "Vergelijken tussen gemeenten kan alleen met dezelfde woorden. De drie opsommingen in de Woonagenda "
        "verschillen onderling en de figuur die ze vastlegt ontbreekt in de tekst, dus de lijst is een keuze van het "
        "register."
    ),
    oplossing="Kies een woord uit de lijst, of vul de lijst aan.",
    fout=Example(plan_text("boomgaard", "woonmilieu: dorpser"), 4, 17),
    goed=Example(plan_text("boomgaard", "woonmilieu: dorps")),
    bron=f"{WOONAGENDA}, par. 4.2 (r. 1088-1097); opsommingen r. 403-404, 741-742 en 754-757",
    severity=Severity.WAARSCHUWING,
    find=_unlisted,
)
"""An environment that is not in the vocabulary of the register."""
