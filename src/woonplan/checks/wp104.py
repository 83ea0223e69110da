"""WP104: a number outside its limits."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP104",
    naam="getal buiten de grenzen",
    wat=(
        "Een getal is kleiner of groter dan hier kan: een negatief aantal, meer dan 9.999.999 woningen, een "
        "jaar voor 1900."
    ),
    waarom="Een cijfer te veel of een minteken vertekent elke optelling.",
    oplossing="Controleer het getal. Sloop en onttrekking zijn positieve getallen in eigen sleutels.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: -30
""",
        line=4,
        column=14,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    sloop: 30
"""),
)
