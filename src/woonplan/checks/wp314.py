"""WP314: more demolished than planned."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP314",
    naam="meer gesloopt dan sloop",
    wat="'sloop_gerealiseerd' is meer dan 'sloop'.",
    waarom="Wat nog te slopen is zou onder nul komen.",
    oplossing="Verbeter een van de twee.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    sloop: 3
    sloop_gerealiseerd: 4
""",
        line=5,
        column=25,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    sloop: 4
    sloop_gerealiseerd: 4
"""),
)
