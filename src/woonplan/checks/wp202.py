"""WP202: a name that is there twice."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP202",
    naam="naam staat dubbel",
    wat=("Twee plannen, documenten, opgaven, gemeenten of andere onderdelen hebben hetzelfde id of dezelfde naam."),
    waarom=("Een verwijzing kan dan naar twee dingen wijzen, en een plan dat twee keer is ingevoerd telt twee keer."),
    oplossing="Is het hetzelfde, haal er dan een weg. Zijn het er twee, geef elk een eigen id.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
  - id: beekstraat
    naam: Beekstraat-Zuid
    gemeente: Borne
""",
        line=4,
        column=9,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
  - id: beekstraat-zuid
    naam: Beekstraat-Zuid
    gemeente: Borne
"""),
)
