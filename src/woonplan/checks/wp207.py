"""WP207: a part of something that is no aggregate."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP207",
    naam="geen verzamelpost",
    wat="'onderdeel_van' wijst naar een gewoon plan, of een verzamelpost is zelf onderdeel van een andere.",
    waarom=(
        "Alleen een verzamelpost staat voor plannen die niet apart genoemd zijn; meer lagen maken niet meer "
        "na te gaan wat waarin zit."
    ),
    oplossing="Wijs naar een record met 'soort: verzamelpost', en laat verzamelposten niet in elkaar staan.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 30
    onderdeel_van: kade
  - {id: kade, naam: Kade, gemeente: Borne, planstatus: hard, restant: 50}
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
