"""WP106: something that is no text."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP106",
    naam="geen tekst",
    wat="Bij een sleutel voor tekst staat een lijst, een blok of niets.",
    waarom="Een naam of plaats moet als tekst te lezen en te vergelijken zijn.",
    oplossing="Vul tekst in of haal de regel weg.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    plaats: [Borne]
""",
        line=4,
        column=13,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    plaats: Borne
"""),
)
