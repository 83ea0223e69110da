"""WP005: a file without anything in it."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP005",
    naam="bestand is leeg",
    wat="In het bestand staat niets, of alleen commentaar.",
    waarom=(
        "Een leeg bestand is meestal een mislukte kopie; als dat niet opvalt lijkt de gemeente geen plannen te hebben."
    ),
    oplossing="Begin met 'versie: 1'. Wie echt niets heeft, schrijft een lege lijst: 'plannen: []'.",
    fout=Example("# Hier komen de gemeenten.\n", line=1, column=1, file=Soort.GEMEENTEN),
    goed=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        file=Soort.GEMEENTEN,
    ),
)
