"""WP308: parts larger than their aggregate."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP308",
    naam="onderdelen groter dan verzamelpost",
    wat=(
        "De onderdelen van een verzamelpost tellen op tot meer dan de verzamelpost zelf. Is die 'circa', dan "
        "is het een waarschuwing."
    ),
    waarom="De verzamelpost is het totaal; er kan niet meer in zitten dan hij groot is.",
    oplossing="Verhoog de verzamelpost, of haal 'onderdeel_van' weg bij wat er niet in zit.",
    fout=Example(
        """\
  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 120
    onderdeel_van: rest
""",
        line=1,
        column=5,
    ),
    goed=Example("""\
  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 20
    onderdeel_van: rest
"""),
)
