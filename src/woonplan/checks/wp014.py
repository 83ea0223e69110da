"""WP014: a second document in one file."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP014",
    naam="tweede document in een bestand",
    wat="Na '---' begint een tweede document in hetzelfde bestand.",
    waarom="Alleen het eerste wordt gelezen; wat erna komt zou ongemerkt ontbreken.",
    oplossing="Zet het tweede document in een eigen bestand.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
---
versie: 1
""",
        line=5,
        column=1,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
"""),
)
