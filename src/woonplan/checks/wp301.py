"""WP301: bounds the wrong way round."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP301",
    naam="ondergrens boven bovengrens",
    wat="woningen_min is groter dan woningen_max.",
    waarom="Een aantal kan niet tegelijk minstens 40 en hoogstens 30 zijn.",
    oplossing="Wissel de twee om of verbeter ze.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen_min: 40
    woningen_max: 30
""",
        line=4,
        column=19,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen_min: 30
    woningen_max: 40
"""),
)
