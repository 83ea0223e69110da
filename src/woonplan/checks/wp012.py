"""WP012: a key that is no word."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP012",
    naam="sleutel is geen woord",
    wat="Voor de dubbele punt staat een lijst of een blok in plaats van een woord.",
    waarom="Sleutels zijn de namen van de gegevens; iets anders is niet terug te vinden.",
    oplossing="Schrijf 'naam: waarde'.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    ? [plaats]
    : Borne
""",
        line=4,
        column=7,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    plaats: Borne
"""),
)
