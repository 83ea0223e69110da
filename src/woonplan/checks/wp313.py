"""WP313: a division that does not add up."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP313",
    naam="verdeling over gemeenten telt niet op",
    wat="De verdeling over gemeenten telt niet op tot het restant van het plan.",
    waarom="De gemeenten samen zouden een ander aantal hebben dan de regio.",
    oplossing="Verdeel precies het restant.",
    fout=Example(
        """\
  - id: grensland
    naam: Grensland
    gemeenten: [Borne, Hengelo]
    restant: 30
    verdeling: {Borne: 10, Hengelo: 25}
""",
        line=5,
        column=5,
    ),
    goed=Example("""\
  - id: grensland
    naam: Grensland
    gemeenten: [Borne, Hengelo]
    restant: 30
    verdeling: {Borne: 10, Hengelo: 20}
"""),
)
