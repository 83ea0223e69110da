"""WP206: a part of another class than its aggregate."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP206",
    naam="onderdeel van andere klasse",
    wat="Een plan is onderdeel van een verzamelpost met een andere klasse: het ene hard, het andere zacht.",
    waarom="Het plan zou bij de ene klasse meetellen en bij de andere worden afgetrokken.",
    oplossing="Laat het plan en zijn verzamelpost dezelfde klasse hebben, of haal 'onderdeel_van' weg.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: 1C
    restant: 30
    onderdeel_van: rest
  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}
""",
        line=4,
        column=17,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: 1A
    restant: 30
    onderdeel_van: rest
  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}
"""),
)
