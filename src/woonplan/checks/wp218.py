"""WP218: values of a parameter that are not in order."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP218",
    naam="waarden niet op volgorde",
    wat=("De waarden van een parameter staan niet van oud naar nieuw, of een latere waarde heeft geen 'vanaf'."),
    waarom="Welke afspraak op een datum geldt, volgt uit de volgorde.",
    oplossing="Zet de oudste waarde eerst en geef elke volgende een 'vanaf'.",
    fout=Example(
        """\
versie: 1
bron: nota
parameters:
  - id: minimum
    naam: Minimum van een sleutelproject
    waarden:
      - {vanaf: 2022, waarde: 200, eenheid: woningen}
      - {vanaf: 2021, waarde: 150, eenheid: woningen}
""",
        line=8,
        column=17,
        file=Soort.AGENDA,
    ),
    goed=Example(
        """\
versie: 1
bron: nota
parameters:
  - id: minimum
    naam: Minimum van een sleutelproject
    waarden:
      - {vanaf: 2021, waarde: 200, eenheid: woningen}
      - {vanaf: 2022, waarde: 150, eenheid: woningen}
""",
        file=Soort.AGENDA,
    ),
)
