"""WP324: gross and net numbers in one sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from woonplan.checks.rule import Example, Outcome, Record, Rule, Subject
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.stand import Deel, soort_aantal
from woonplan.model.vocabulary import SoortAantal


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when records of different kinds are added up in a class."""
    klassen = subject.dataset.klassen
    kinds: dict[Planklasse, Counter[SoortAantal]] = {Planklasse.HARD: Counter(), Planklasse.ZACHT: Counter()}
    first: tuple[Deel, int, Plan] | None = None
    for deel in subject.dataset.stand.delen:
        for index, plan in enumerate(deel.inhoud.plannen):
            counted = kinds.get(klassen[plan.planstatus])
            # With nothing to demolish gross and net are the same number.
            if counted is None or not plan.telt_mee or not _numbered(plan) or plan.sloop == 0:
                continue
            kind = soort_aantal(plan, deel)
            counted[kind] += 1
            if first is None and len(counted) > 1:
                first = deel, index, plan
    if first is None:
        return
    texts = [f"{klasse}: {_counts(found)}" for klasse, found in kinds.items() if len(found) > 1]
    place = Record(*first).place("soort_aantal" if first[2].soort_aantal else "id")
    message = f"bruto en netto staan in een som ({'; '.join(texts)})"
    hint = "Geef alle records in dezelfde soort, of geef bij bruto ook 'sloop' zodat netto te berekenen is."
    yield Diagnostic(RULE.code, message, place, hint, RULE.severity)


def _numbered(plan: Plan) -> bool:
    return any(n is not None for n in (plan.woningen, plan.woningen_min, plan.woningen_max, plan.restant))


def _counts(found: Counter[SoortAantal]) -> str:
    return ", ".join(f"{found[kind]} {kind}" for kind in SoortAantal if found[kind])


def _plans(kind: str) -> str:
    return (
        "  - id: hofjes\n"
        "    naam: Hofjes\n"
        "    gemeente: Borne\n"
        "    planstatus: 1A\n"
        "    woningen: 30\n"
        "  - id: kade\n"
        "    naam: Kade\n"
        "    gemeente: Borne\n"
        "    planstatus: 2A\n"
        "    woningen: 50\n"
        f"    soort_aantal: {kind}\n"
    )


RULE = Rule(
    code="WP324",
    naam="bruto en netto in een som",
    wat=(
        "Meldt een keer per stand dat records met een verschillende 'soort_aantal' (bruto, netto, onbekend) bij elkaar "
        "worden opgeteld als harde of als zachte capaciteit, met de aantallen. Records zonder aantal, met 'sloop: 0' "
        "(bruto en netto zijn dan gelijk) en met 'telt_mee: false' blijven buiten beschouwing; verzamelposten doen mee."
    ),
    waarom=(
        "Bij sloop en nieuwbouw is bruto meer dan netto. Een som van beide is geen van beide, en niet met een opgave "
        "te vergelijken. De Woonagenda zegt niet wat zij telt."
    ),
    oplossing="Geef alle records in dezelfde soort, of geef bij bruto ook 'sloop'.",
    fout=Example(_plans("netto"), 11, 19),
    goed=Example(_plans("bruto")),
    severity=Severity.WAARSCHUWING,
    check=check,
)
