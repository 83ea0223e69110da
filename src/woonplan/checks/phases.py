"""Start, phase and delivery of a plan: whether they can all be true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from woonplan.calc.question import Question, opgavenset, telling
from woonplan.calc.target.period import Period
from woonplan.checks.judging import bound, each, klasse_of, statuses
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.base import years_of
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.vocabulary import Projectfase
from woonplan.numerals import amount
from woonplan.rule import Example, plan_text


def _early_delivery(subject: Subject) -> Iterator[Outcome]:
    """Yield every year or period of delivery that ends before the year of start."""
    for record in each(subject, lambda plan: plan.start is not None and bool(plan.oplevering)):
        start = record.plan.start or 0
        for periode, aantal in (record.plan.oplevering or {}).items():
            years = years_of(periode)
            if aantal and years and years[1] < start:
                message = f"oplevering in {periode} ligt voor de start in {start}"
                yield WP320.finding(record, message, "oplevering", periode, key=True)


def _phased(start: str) -> str:
    phasing = ("oplevering:", "  2026: 10", "  2027-2028: 20")
    return plan_text("hofjes", "woningen: 30", "gerealiseerd: 0", *phasing, start)


WP320 = Check(
    code="WP320",
    naam="oplevering voor de start",
    wat=(
        "Meldt een jaar of periode in 'oplevering' die voorbij is voordat de bouw start ('start'). Opleveren in het "
        "jaar van de start mag. Geldt voor alle plannen, ook voor verzamelposten en bij 'telt_mee: false'."
    ),
    waarom="Een van de twee jaren is verkeerd; de verdeling over de jaren klopt dan niet.",
    oplossing="Verbeter 'start' of 'oplevering'.",
    hint="Verbeter een van de twee.",
    fout=Example(_phased("start: 2027"), 7, 7),
    goed=Example(_phased("start: 2026")),
    find=_early_delivery,
)
"""Homes delivered before construction starts."""


def _finished(subject: Subject) -> Iterator[Outcome]:
    """Yield finished plans with homes still to be delivered."""
    for record in each(subject, lambda plan: plan.projectfase is Projectfase.AFGEROND):
        plan = record.plan
        left = restant(plan, record.standdeel.vanaf)
        number = left.low
        if number:
            homes = amount(int(number), "woning", "woningen")
            message = f"projectfase is afgerond, maar er zijn nog {homes} op te leveren"
            yield WP321.finding(record, message, "projectfase")
        elif left.unknown or left.high != 0:
            yield WP321.undecided("hoeveel er van een afgerond plan is opgeleverd", record)


WP321 = Check(
    code="WP321",
    naam="afgerond plan met woningen over",
    wat=(
        "Meldt een plan met 'projectfase: afgerond' waarvan nog woningen op te leveren zijn. Zonder 'gerealiseerd' of "
        "'restant' is het niet te beoordelen. Geldt voor alle plannen, ook bij 'telt_mee: false'."
    ),
    waarom="De woningen tellen anders als plancapaciteit mee terwijl er niets meer gebouwd wordt.",
    oplossing="Verhoog 'gerealiseerd' tot alle woningen, verlaag 'woningen', of kies een eerdere fase.",
    hint="Verhoog 'gerealiseerd', of kies een eerdere fase.",
    fout=Example(
        plan_text("hofjes", "planstatus: 1A", "projectfase: afgerond", "woningen: 30", "gerealiseerd: 28"), 5, 18
    ),
    goed=Example(plan_text("hofjes", "planstatus: 1A", "projectfase: afgerond", "woningen: 30", "gerealiseerd: 30")),
    find=_finished,
)
"""A plan that is finished and has homes left."""


def _late_start(subject: Subject) -> Iterator[Outcome]:
    """Yield hard plans whose year of start lies wholly after the standard reading of the period."""
    hard = statuses(subject, Planklasse.HARD)

    def starts(plan: Plan) -> bool:
        return plan.start is not None and plan.planstatus in hard and bound(plan)

    opgave = opgavenset(subject.dataset, Question())
    period = Period.of(telling(opgave, Question())) if opgave else None
    for record in each(subject, starts):
        start = record.plan.start or 0
        if klasse_of(subject, record) is not Planklasse.HARD:
            continue
        if period is None:
            yield WP322.undecided("periode van de opgave", record)
        elif start >= period.tot.year and not period.touches(start, start):
            message = f"hard plan start in {start}, na de periode van de opgave (tot {period.tot.isoformat()})"
            yield WP322.finding(record, message, "start")


WP322 = Check(
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
    hint="Controleer 'start' en 'planstatus'; deze woningen tellen niet mee voor de opgave.",
    fout=Example(plan_text("hofjes", "planstatus: 1A", "start: 2036"), 5, 12),
    goed=Example(plan_text("hofjes", "planstatus: 1A", "start: 2025")),
    severity=Severity.WAARSCHUWING,
    find=_late_start,
)
"""A hard plan that starts after the period of the target."""


_ENDED = re.compile(
    r"(?<!niet )(?<!nog te )\b(vervallen|vervalt|afgerond|gereed|opgeleverd|gerealiseerd|voltooid|geannuleerd"
    r"|ingetrokken|gestopt|afgeblazen)\b",
    re.IGNORECASE,
)
"""Words in a name that say that nothing is left to build."""


def _named_ended(subject: Subject) -> Iterator[Outcome]:
    """Yield plans whose name says that they have ended, with homes that count as still to come."""

    def named(plan: Plan) -> bool:
        return plan.telt_mee and plan.projectfase is not Projectfase.AFGEROND and _ENDED.search(plan.naam) is not None

    for record in each(subject, named):
        left = restant(record.plan, record.standdeel.vanaf)
        word = (_ENDED.search(record.plan.naam) or [""])[0]
        if left.low:
            homes = amount(int(left.low), "woning telt", "woningen tellen")
            yield WP330.finding(record, f"de naam zegt {quote(word)}, maar {homes} mee als nog te bouwen", "naam")
        elif left.high != 0:
            yield WP330.undecided("hoeveel er over is van een plan dat volgens zijn naam klaar is", record)


WP330 = Check(
    code="WP330",
    naam="naam zegt dat het plan klaar is",
    wat=(
        "Meldt een plan dat meetelt, met woningen die nog te bouwen zijn, terwijl zijn naam 'vervallen', 'afgerond', "
        "'opgeleverd', 'ingetrokken' of iets dergelijks zegt. Zonder 'gerealiseerd' of 'restant' is het niet te "
        "beoordelen. Een plan met 'projectfase: afgerond' valt onder WP321."
    ),
    waarom="In een lijst wordt zoiets vaak achter de naam gezet; de woningen tellen dan gewoon mee.",
    oplossing=(
        "Zet 'telt_mee: false' met een reden bij een plan dat vervallen is. Is het gebouwd, werk dan 'gerealiseerd' "
        "of 'restant' bij."
    ),
    fout=Example("  - id: kade\n    naam: Kade (vervallen)\n    gemeente: Borne\n    restant: 30\n", 2, 11),
    goed=Example(
        "  - id: kade\n    naam: Kade (vervallen)\n    gemeente: Borne\n    restant: 30\n    telt_mee: false\n"
        "    reden: Het plan is ingetrokken.\n"
    ),
    severity=Severity.WAARSCHUWING,
    find=_named_ended,
)
"""A name that says that the plan has ended, with homes left."""
