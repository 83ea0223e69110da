"""WP107: a list or a block that is something else."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP107",
    naam="geen lijst of blok",
    wat="Waar een lijst of een blok met sleutels hoort, staat iets anders.",
    waarom="De onderdelen zijn dan niet te vinden en tellen niet mee.",
    oplossing=(
        "Schrijf een lijst met een streepje per regel of tussen rechte haken; schrijf een blok als sleutels "
        "eronder, ingesprongen."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    locaties: Beekstraat
""",
        line=4,
        column=15,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    locaties: [Beekstraat]
"""),
)
