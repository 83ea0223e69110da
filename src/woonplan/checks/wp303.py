"""WP303: more delivered than the plan has."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP303",
    naam="meer gerealiseerd dan woningen",
    wat="'gerealiseerd' is meer dan het aantal woningen van het plan.",
    waarom="Het restant zou onder nul komen en andere plannen wegstrepen.",
    oplossing="Verbeter een van de twee; is het plan groter geworden, pas dan 'woningen' aan.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
    gerealiseerd: 31
""",
        line=5,
        column=19,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
    gerealiseerd: 30
"""),
)
