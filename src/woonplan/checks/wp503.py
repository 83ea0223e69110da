"""WP503: an accepted finding that is gone."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort
from woonplan.diagnostics import Severity

RULE = Rule(
    code="WP503",
    naam="bekende afwijking komt niet voor",
    wat=(
        "bekend.yaml accepteert bij 'bevindingen' een afwijking die 'woonplan check' niet (meer) vindt, of "
        "noemt een regel die niet bestaat."
    ),
    waarom="Een verouderde uitzondering zou een nieuwe fout op dezelfde plaats verbergen.",
    oplossing="Haal de regel weg, of verbeter de code, het plan of de peildatum.",
    fout=Example(
        """\
versie: 1
bevindingen:
  - {regel: WP308, plan: beekstraat, reden: Afgerond in de bron, datum: 2024-01-15}
""",
        line=3,
        column=13,
        file=Soort.BEKEND,
    ),
    goed=Example(
        """\
versie: 1
bevindingen: []
""",
        file=Soort.BEKEND,
    ),
    severity=Severity.WAARSCHUWING,
)
