"""WP412: a plan that counts without environment, price segments or type."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, built, each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.split import Betaalbaarheid, Woningtype
from woonplan.model.vocabulary import Soort


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding per plan with everything that is missing."""
    klassen = subject.dataset.klassen
    out = {status for status, klasse in klassen.items() if klasse is Planklasse.TELT_NIET}

    def incomplete(plan: Plan) -> bool:
        if plan.soort is not Soort.PLAN or not plan.telt_mee or plan.planstatus in out:
            return False
        return plan.woonmilieu is None or not _divided(plan.betaalbaarheid) or not _divided(plan.woningtype)

    for record in each(subject, incomplete):
        plan = record.plan
        if built(plan):
            continue
        known = {
            "betaalbaarheid": _divided(plan.betaalbaarheid),
            "woningtype": _divided(plan.woningtype),
            "woonmilieu": plan.woonmilieu is not None,
        }
        missing = [key for key, there in known.items() if not there]
        words = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} en {missing[-1]}"
        message = f"{words} {'ontbreekt' if len(missing) == 1 else 'ontbreken'}"
        yield RULE.finding(record, message, "Vul in wat bekend is; zet de rest bij 'onbekend'.", "id")


def _divided(split: Betaalbaarheid | Woningtype | None) -> bool:
    """Whether a split says anything: not when all homes in it are `onbekend`."""
    return split is not None and any(value is not None for key, value in vars(split).items() if key != "onbekend")


RULE = Rule(
    code="WP412",
    naam="prijssegment, woningtype of woonmilieu ontbreekt",
    wat=(
        "Meldt een plan dat meetelt en waarvan 'betaalbaarheid', 'woningtype' of 'woonmilieu' ontbreekt, of alleen "
        "uit 'onbekend' bestaat; een melding per plan. Verzamelposten, voltooide plannen, plannen met een status die "
        "niet als capaciteit telt en records met 'telt_mee: false' (zoals sleutelprojecten waarvan alleen de naam "
        "bekend is) blijven buiten beschouwing."
    ),
    waarom=(
        "Elke gemeente splitst haar programma uit naar prijssegment, type en woonmilieu. Zonder die drie is niet te "
        "zien of gemeenten elkaar beconcurreren of dat er voor een groep niets wordt gebouwd."
    ),
    oplossing="Vul in wat bekend is, en zet het deel dat nog niet bekend is bij 'onbekend'.",
    fout=Example(
        "  - id: boomgaard\n"
        "    naam: Boomgaard\n"
        "    gemeente: Borne\n"
        "    planstatus: 1A\n"
        "    woningen: 20\n"
        "    gerealiseerd: 0\n"
        "    woningtype: {eengezins: 20, meergezins: 0}\n",
        1,
        9,
    ),
    goed=Example(
        "  - id: boomgaard\n"
        "    naam: Boomgaard\n"
        "    gemeente: Borne\n"
        "    planstatus: 1A\n"
        "    woningen: 20\n"
        "    gerealiseerd: 0\n"
        "    woningtype: {eengezins: 20, meergezins: 0}\n"
        "    betaalbaarheid: {sociale_huur: 6, onbekend: 14}\n"
        "    woonmilieu: dorps\n"
    ),
    bron=f"{WOONAGENDA}, par. 4.1 (r. 653-664); hfst. 5, actie 38 (r. 1991-1993)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
