"""WP208: a status definition that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP208",
    naam="statusdefinitie bestaat niet",
    wat="De kop van een plannenbestand noemt een statusdefinitie die niet bestaat.",
    waarom="Wat hard en zacht is verschilt per jaar en per provincie; zonder definitie is dat niet te zeggen.",
    oplossing="Kies basisset-2022, onbekend, of een definitie uit 'statusdefinities' in gemeenten.yaml.",
    fout=Example("De kop van plannen.yaml heeft 'statusdefinitie: basisset-2020'.", file=Soort.SITUATIE),
    goed=Example("De kop van plannen.yaml heeft 'statusdefinitie: basisset-2022'.", file=Soort.SITUATIE),
)
