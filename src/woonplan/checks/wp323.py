"""WP323: unknown written as 0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from woonplan.checks.judging import each, single
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Planstatus

_SPLITS = ("woningtype", "betaalbaarheid", "zorg", "flex")
_CONTRACT = frozenset({"contract_maanden_min", "contract_maanden_max"})


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield splits and phasings of zeros under an unknown total, and plans of 0 homes of which nothing is known."""
    for record in each(subject, _suspect):
        plan = record.plan
        if plan.woningen == 0:
            message = "woningen is 0 terwijl verder niets van de omvang bekend is"
            hint = "Laat 'woningen' weg als het aantal niet bekend is: leeg is onbekend, 0 is geen woningen."
            yield replace(RULE.finding(record, message, hint, "woningen"), severity=Severity.WAARSCHUWING)
            continue
        for key in (*_SPLITS, "oplevering"):
            if _zeros(plan, key):
                message = f"{key} bestaat uit nullen, terwijl het aantal woningen van het plan niet bekend is"
                yield RULE.finding(
                    record, message, f"Laat '{key}' weg: leeg is onbekend, 0 is geen woningen.", key, key=True
                )


def _suspect(plan: Plan) -> bool:
    if plan.restant is not None or plan.woningen_min is not None or plan.woningen_max is not None:
        return False
    if plan.woningen is None:
        return True
    untold = plan.gerealiseerd is None and plan.sloop is None
    return plan.woningen == 0 and untold and plan.planstatus is Planstatus.ONBEKEND and single(plan)


def _zeros(plan: Plan, key: str) -> bool:
    """Whether all that a split or phasing says is 0; one 0 alone may be known ("no social rent")."""
    split = getattr(plan, key)
    if split is None:
        return False
    if key == "oplevering":
        return bool(split) and not any(split.values())
    numbers = [value for name, value in split if value is not None and name not in _CONTRACT]
    return len(numbers) > 1 and not any(numbers)


_PLAN = "  - id: molenveld\n    naam: Molenveld\n    gemeente: Borne\n    planstatus: 4B\n    jaar_hard: 2027\n"

RULE = Rule(
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
    fout=Example(f"{_PLAN}    woningtype: {{eengezins: 0, meergezins: 0}}\n", 6, 5),
    goed=Example(_PLAN),
    check=check,
)
