"""WP320: homes delivered before construction starts."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.model.base import years_of


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield every year or period of delivery that ends before the year of start."""
    for record in each(subject, lambda plan: plan.start is not None and bool(plan.oplevering)):
        start = record.plan.start or 0
        for periode, aantal in (record.plan.oplevering or {}).items():
            years = years_of(periode)
            if aantal and years and years[1] < start:
                message = f"oplevering in {periode} ligt voor de start in {start}"
                yield RULE.finding(record, message, "Verbeter een van de twee.", "oplevering", periode, key=True)


_PLAN = (
    "  - id: hofjes\n"
    "    naam: Hofjes\n"
    "    gemeente: Borne\n"
    "    woningen: 30\n"
    "    gerealiseerd: 0\n"
    "    oplevering:\n"
    "      2026: 10\n"
    "      2027-2028: 20\n"
)

RULE = Rule(
    code="WP320",
    naam="oplevering voor de start",
    wat=(
        "Meldt een jaar of periode in 'oplevering' die voorbij is voordat de bouw start ('start'). Opleveren in het "
        "jaar van de start mag. Geldt voor alle records, ook voor verzamelposten en bij 'telt_mee: false'."
    ),
    waarom="Een van de twee jaren is verkeerd; de verdeling over de jaren klopt dan niet.",
    oplossing="Verbeter 'start' of 'oplevering'.",
    fout=Example(f"{_PLAN}    start: 2027\n", 7, 7),
    goed=Example(f"{_PLAN}    start: 2026\n"),
    check=check,
)
