"""WP307: a split that does not add up."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP307",
    naam="verdeling in soorten telt niet op",
    wat=(
        "woningtype, betaalbaarheid, zorg of flex telt niet op tot het aantal woningen van het plan. Te veel is altijd "
        "fout; te weinig is dat als 'onbekend' erbij staat, want dan is er niets anders meer open. Zonder 'onbekend' "
        "kan een deel dat niet genoemd is het verschil zijn."
    ),
    waarom="Het aandeel betaalbaar of nultreden klopt dan niet, en niemand weet in welke soort de fout zit.",
    oplossing="Zet wat niet bekend is bij 'onbekend', zodat de verdeling sluit.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    woningtype: {eengezins: 20, meergezins: 5, onbekend: 0}
""",
        line=5,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    woningtype: {eengezins: 20, meergezins: 5, onbekend: 5}
"""),
)
