"""Numbers that do not mean what they seem to: an unknown written as 0, gross beside net."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from woonplan.checks.judging import each, klasse_of, single
from woonplan.checks.subject import Check, Outcome, Record, Subject
from woonplan.diagnostics import Severity
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.restant import restant, te_slopen
from woonplan.model.split import SPLITS, parts
from woonplan.model.stand import soort_aantal
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import SoortAantal
from woonplan.rule import Example, plan_text


def _zeros(subject: Subject) -> Iterator[Outcome]:
    """Yield splits and phasings of zeros under an unknown total, and plans of 0 homes of which nothing is known."""
    for record in each(subject, _suspect):
        plan = record.plan
        if plan.woningen == 0:
            message = "woningen is 0 terwijl verder niets van de omvang bekend is"
            hint = "Laat 'woningen' weg als het aantal niet bekend is: leeg is onbekend, 0 is geen woningen."
            yield WP323.finding(record, message, "woningen", hint=hint, severity=Severity.WAARSCHUWING)
            continue
        for key in (*SPLITS, "oplevering"):
            if _all_zero(plan, key):
                message = f"{key} bestaat uit nullen, terwijl het aantal woningen van het plan niet bekend is"
                hint = f"Laat '{key}' weg: leeg is onbekend, 0 is geen woningen."
                yield WP323.finding(record, message, key, hint=hint, key=True)


def _suspect(plan: Plan) -> bool:
    if plan.restant is not None or plan.woningen_min is not None or plan.woningen_max is not None:
        return False
    if plan.woningen is None:
        return True
    untold = plan.gerealiseerd is None and plan.sloop is None and plan.sloop_restant is None
    return plan.woningen == 0 and untold and plan.planstatus is Planstatus.ONBEKEND and single(plan)


def _all_zero(plan: Plan, key: str) -> bool:
    """Whether all that a split or phasing says is 0; one 0 alone may be known ("no social rent")."""
    split = getattr(plan, key)
    if split is None:
        return False
    if key == "oplevering":
        return bool(split) and not any(split.values())
    numbers = [value for value in parts(split) if value is not None]
    return len(numbers) > 1 and not any(numbers)


WP323 = Check(
    code="WP323",
    naam="onbekend ingevuld als 0",
    wat=(
        "Meldt een verdeling of 'oplevering' die alleen uit nullen bestaat terwijl het aantal woningen van het plan "
        "niet bekend is. Een enkele 0 in een verdeling mag: dat er geen sociale huur komt, kan bekend zijn. Meldt als "
        "waarschuwing ook een plan met 'woningen: 0' zonder planstatus, sloop of gerealiseerd. Geldt ook bij "
        "'telt_mee: false'."
    ),
    waarom="Leeg is onbekend en 0 is geen enkele woning. Een 0 die onbekend betekent, maakt elke som te laag.",
    oplossing="Laat weg wat niet bekend is.",
    fout=Example(
        plan_text("molenveld", "planstatus: 4B", "jaar_hard: 2027", "woningtype: {eengezins: 0, meergezins: 0}"), 6, 5
    ),
    goed=Example(plan_text("molenveld", "planstatus: 4B", "jaar_hard: 2027")),
    find=_zeros,
)
"""Unknown written as 0."""


def _mixed(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when records of different kinds are added up in a class."""
    kinds: dict[Planklasse, Counter[SoortAantal]] = {Planklasse.HARD: Counter(), Planklasse.ZACHT: Counter()}
    first: Record | None = None
    # With nothing to demolish gross and net are the same number.
    for record in each(subject, lambda plan: plan.telt_mee and _numbered(plan) and _demolishes(plan)):
        counted = kinds.get(klasse_of(subject, record))
        if counted is not None:
            counted[soort_aantal(record.plan, record.standdeel)] += 1
            first = record if first is None and len(counted) > 1 else first
    if first is not None:
        texts = [f"{klasse}: {_counts(found)}" for klasse, found in kinds.items() if len(found) > 1]
        place = first.place("soort_aantal" if first.plan.soort_aantal else "id")
        yield WP324.at(place, f"bruto en netto staan in een som ({'; '.join(texts)})")


def _demolishes(plan: Plan) -> bool:
    return plan.sloop != 0 and plan.sloop_restant != 0


def _numbered(plan: Plan) -> bool:
    bounded = plan.woningen_min is not None or plan.woningen_max is not None
    return bounded or plan.woningen is not None or plan.restant is not None


def _counts(found: Counter[SoortAantal]) -> str:
    return ", ".join(f"{found[kind]} {kind}" for kind in SoortAantal if found[kind])


def _kinds(second: str) -> str:
    first = plan_text("hofjes", "planstatus: 1A", "woningen: 30")
    return first + plan_text("kade", "planstatus: 2A", "woningen: 50", f"soort_aantal: {second}")


WP324 = Check(
    code="WP324",
    naam="bruto en netto in een som",
    wat=(
        "Meldt een keer per stand dat plannen met een verschillende 'soort_aantal' (bruto, netto, onbekend) bij elkaar "
        "worden opgeteld als harde of als zachte capaciteit, met de aantallen. Plannen zonder aantal, met 'sloop: 0' "
        "(bruto en netto zijn dan gelijk) en met 'telt_mee: false' blijven buiten beschouwing; verzamelposten doen "
        "mee."
    ),
    waarom=(
        "Bij sloop en nieuwbouw is bruto meer dan netto. Een som van beide is geen van beide, en niet met een opgave "
        "te vergelijken. De Woonagenda zegt niet wat zij telt."
    ),
    oplossing="Geef alle plannen in dezelfde soort, of geef bij bruto ook 'sloop'.",
    hint="Geef alle plannen in dezelfde soort, of geef bij bruto ook 'sloop' zodat netto te berekenen is.",
    fout=Example(_kinds("netto"), 11, 19),
    goed=Example(_kinds("bruto")),
    severity=Severity.WAARSCHUWING,
    find=_mixed,
)
"""Gross and net numbers in one sum."""


def _torn_down(subject: Subject) -> Iterator[Outcome]:
    """Yield records of which more is still to be demolished than is still to be built."""
    for record in each(subject, lambda plan: plan.telt_mee and bool(plan.sloop or plan.sloop_jaar)):
        vanaf = record.standdeel.vanaf
        left, sloop = restant(record.plan, vanaf), te_slopen(record.plan, vanaf)
        if not left.blank and left.high is not None and (sloop.low or 0) > left.high:
            message = f"er zijn nog {sloop.low} woningen te slopen en nog {left.high} te bouwen"
            yield WP331.finding(record, message, "sloop" if record.plan.sloop else "sloop_jaar")


WP331 = Check(
    code="WP331",
    naam="meer sloop dan er nog gebouwd wordt",
    wat=(
        "Meldt een plan dat meetelt en waarvan zeker meer woningen te slopen zijn dan er nog te bouwen zijn. Wat "
        "niet bekend is, wordt niet gemeld."
    ),
    waarom=(
        "Het plan telt netto onder nul. Soms is dat zo; vaker is de sloop al geweest, of staat zij bij het verkeerde "
        "plan."
    ),
    oplossing="Werk 'sloop_gerealiseerd' bij als er al gesloopt is, of verbeter 'sloop'. Klopt het, aanvaard het dan.",
    hint="Werk 'sloop_gerealiseerd' bij als er al gesloopt is; klopt het, leg de melding dan vast in bekend.yaml.",
    fout=Example(plan_text("kade", "woningen: 30", "gerealiseerd: 20", "sloop: 40", "sloop_gerealiseerd: 0"), 6, 12),
    goed=Example(plan_text("kade", "woningen: 30", "gerealiseerd: 20", "sloop: 40", "sloop_gerealiseerd: 40")),
    severity=Severity.WAARSCHUWING,
    find=_torn_down,
)
"""Demolition larger than what is left."""
