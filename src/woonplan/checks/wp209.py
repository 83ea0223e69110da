"""WP209: a division that does not fit the municipalities."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP209",
    naam="verdeling past niet bij gemeenten",
    wat=("De verdeling noemt een gemeente die niet bij 'gemeenten' staat, of er is een verdeling zonder 'gemeenten'."),
    waarom="Woningen zouden bij een gemeente tellen waar het plan niet ligt.",
    oplossing="Noem bij verdeling dezelfde namen als bij gemeenten.",
    fout=Example(
        """\
  - id: grensland
    naam: Grensland
    gemeenten: [Borne, Hengelo]
    restant: 30
    verdeling: {Borne: 10, Almelo: 20}
""",
        line=5,
        column=28,
    ),
    goed=Example("""\
  - id: grensland
    naam: Grensland
    gemeenten: [Borne, Hengelo]
    restant: 30
    verdeling: {Borne: 10, Hengelo: 20}
"""),
)
