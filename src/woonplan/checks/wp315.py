"""WP315: more homes for students than homes."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP315",
    naam="meer studentenwoningen dan woningen",
    wat="'studentenwoningen' is meer dan het aantal woningen van het plan.",
    waarom="Studentenwoningen zijn een deel van de woningen.",
    oplossing="Verbeter een van de twee.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
    studentenwoningen: 40
""",
        line=5,
        column=24,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
    studentenwoningen: 20
"""),
)
