"""WP111: something that is not true or false."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP111",
    naam="geen true of false",
    wat="Bij een sleutel voor ja of nee staat iets anders dan true of false.",
    waarom="Wat 'ja', 'yes' of 'J' betekent verschilt per programma; true en false niet.",
    oplossing="Schrijf true of false.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    prioriteit: ja
""",
        line=4,
        column=17,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    prioriteit: true
"""),
)
