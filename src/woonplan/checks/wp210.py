"""WP210: a region that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP210",
    naam="regio bestaat niet",
    wat="Een plan noemt een andere regio dan die van het register.",
    waarom="Het plan telt dan in geen enkele optelling mee.",
    oplossing="Verbeter de naam van de regio; die staat bovenaan gemeenten.yaml.",
    fout=Example("  - {id: overig, naam: Overige plannen, regio: Twenthe, restant: 30}\n", line=1, column=48),
    goed=Example("  - {id: overig, naam: Overige plannen, regio: Twente, restant: 30}\n"),
)
