"""WP316: a published total that cannot be checked."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule
from woonplan.diagnostics import Severity

RULE = Rule(
    code="WP316",
    naam="controletotaal niet na te rekenen",
    wat="Bij een totaal in 'controle' hoort minstens een plan zonder aantal.",
    waarom="Wat onbekend is kan het verschil precies opvullen: de controle slaagt dan, maar bewijst niets.",
    oplossing="Vul de aantallen in, of ga na of er een regel is weggevallen.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
controle:
  - {id: nota-hard, klassen: [hard], woningen: 100, tolerantie: 2}
""",
        line=6,
        column=48,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 100
controle:
  - {id: nota-hard, klassen: [hard], woningen: 100, tolerantie: 2}
"""),
    severity=Severity.WAARSCHUWING,
)
