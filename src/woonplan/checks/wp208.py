"""WP208: a status definition that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP208",
    naam="statusdefinitie bestaat niet",
    wat="De kop van een plannenbestand noemt een statusdefinitie die niet bestaat.",
    waarom="Wat hard en zacht is verschilt per jaar en per provincie; zonder definitie is dat niet te zeggen.",
    oplossing="Kies basisset-2022, onbekend, of een definitie uit 'statusdefinities' in gemeenten.yaml.",
    fout=Example(
        """\
versie: 1
peildatum: 2024-01-01
statusdefinitie: basisset-2020
bron: nota
plannen: []
""",
        line=3,
        column=18,
    ),
    goed=Example("""\
versie: 1
peildatum: 2024-01-01
statusdefinitie: basisset-2022
bron: nota
plannen: []
"""),
)
