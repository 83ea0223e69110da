"""WP204: an aggregate that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP204",
    naam="verzamelpost bestaat niet",
    wat="'onderdeel_van' noemt een id dat niet in deze stand voorkomt.",
    waarom="Het plan zou dan dubbel tellen: zelf en in de verzamelpost die bedoeld is.",
    oplossing="Geef het id van een verzamelpost in dezelfde stand, of haal de regel weg.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 30
    onderdeel_van: rust
  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}
""",
        line=6,
        column=20,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 30
    onderdeel_van: rest
  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}
"""),
)
