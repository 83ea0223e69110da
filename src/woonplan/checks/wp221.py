"""WP221: a part of an aggregate that lies somewhere else."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP221",
    naam="onderdeel in een andere gemeente",
    wat="Een plan is onderdeel van een verzamelpost voor een gemeente waarin het plan niet ligt.",
    waarom="De rest van de verzamelpost wordt dan kleiner met woningen die er nooit in zaten.",
    oplossing="Verbeter de gemeente, of laat 'onderdeel_van' naar de verzamelpost van de goede gemeente wijzen.",
    fout=Example(
        """\
  - {id: rest, naam: Overige plannen, soort: verzamelpost, gemeente: Borne, planstatus: hard, restant: 100}
  - id: beekstraat
    naam: Beekstraat
    gemeente: Enschede
    planstatus: hard
    restant: 30
    onderdeel_van: rest
""",
        line=7,
        column=20,
    ),
    goed=Example("""\
  - {id: rest, naam: Overige plannen, soort: verzamelpost, gemeente: Borne, planstatus: hard, restant: 100}
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 30
    onderdeel_van: rest
"""),
)
