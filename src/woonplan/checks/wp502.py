"""WP502: an explanation of a difference that is gone."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort
from woonplan.diagnostics import Severity

RULE = Rule(
    code="WP502",
    naam="verklaring zonder verschil",
    wat="bekend.yaml legt een verschil uit dat er niet (meer) zo is.",
    waarom="Een verouderde verklaring zou een nieuw verschil met dezelfde naam kunnen verbergen.",
    oplossing="Haal de verklaring weg, of pas haar aan als het verschil veranderd is.",
    fout=Example(
        """\
versie: 1
verschillen:
  - {id: ambitie.weg, ondergrens: 200, reden: Oude telling, datum: 2024-01-15}
""",
        line=3,
        column=5,
        file=Soort.BEKEND,
    ),
    goed=Example(
        """\
versie: 1
verschillen: []
""",
        file=Soort.BEKEND,
    ),
    severity=Severity.WAARSCHUWING,
)
