"""WP205: no area, or more than one."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP205",
    naam="niet precies een gebied",
    wat="Een plan of uitspraak noemt geen gebied, of meer dan een soort gebied.",
    waarom="Dan is niet te zeggen waar het aantal bij telt.",
    oplossing=(
        "Geef een plan precies een van gemeente, gemeenten of regio; geef een uitspraak precies een van "
        "gemeente, regio of provincie."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    regio: Twente
""",
        line=4,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
"""),
)
