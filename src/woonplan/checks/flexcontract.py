"""The contracts of flexible homes."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, agreed, each, not_agreed, single
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity
from woonplan.model.agenda import Eenheid, Waarde
from woonplan.rule import Example, plan_text

MINIMUM = "flexcontract-minimum"

MAXIMUM = "flexcontract-maximum"


def _contracts(subject: Subject) -> Iterator[Outcome]:
    """Yield contract lengths outside the agreed range, in months."""
    lowest, highest = (agreed(subject, name, Eenheid.MAANDEN, Eenheid.JAAR) for name in (MINIMUM, MAXIMUM))
    for record in each(subject, lambda plan: plan.flex is not None and single(plan)):
        flex = record.plan.flex
        if flex is None:
            continue
        given = {key: getattr(flex, key) for key in ("contract_maanden_min", "contract_maanden_max")}
        known = {key: months for key, months in given.items() if months is not None}
        if not known and not flex.flexwoningen:
            continue
        if lowest is None or highest is None:
            yield not_agreed(WP409, MINIMUM if lowest is None else MAXIMUM, record)
            continue
        low, high = _months(lowest), _months(highest)
        outside = {key: months for key, months in known.items() if not low <= months <= high}
        for key, months in outside.items():
            word = "kortste" if key == "contract_maanden_min" else "langste"
            length = "1 maand" if months == 1 else f"{months} maanden"
            message = f"het {word} contract van de flexwoningen duurt {length}; afgesproken is {low} tot {high} maanden"
            yield WP409.finding(record, message, "Pas de duur van het contract aan.", "flex", key)
        if not outside and len(known) < len(given):
            yield WP409.undecided("duur van de contracten van flexwoningen", record)


def _months(waarde: Waarde) -> int:
    return int(waarde.breuk * (12 if waarde.eenheid is Eenheid.JAAR else 1))


WP409 = Check(
    code="WP409",
    naam="flexcontract te kort of te lang",
    wat=(
        "Meldt flexwoningen met een kortste of langste huurcontract buiten wat is afgesproken (1 tot 24 maanden, beide "
        "toegestaan). Flexwoningen zonder duur van het contract zijn niet te beoordelen. Verzamelposten blijven buiten "
        "beschouwing; records met 'telt_mee: false' worden wel beoordeeld."
    ),
    waarom="Binnen die grenzen kan een woning voor bepaalde tijd worden verhuurd.",
    oplossing="Pas de duur aan, of verbeter het aantal maanden.",
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
    bron=f"{WOONAGENDA}, par. 4.6 (r. 1473-1475)",
    severity=Severity.WAARSCHUWING,
    find=_contracts,
)
"""A contract of flexible homes shorter or longer than agreed."""
