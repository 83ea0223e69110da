"""WP112: text that is empty or too long."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP112",
    naam="tekst leeg of te lang",
    wat="Een tekst is leeg, of langer dan de sleutel toelaat.",
    waarom="Een lege naam is niet te noemen in een tabel; een tekst van bladzijden past er niet in.",
    oplossing="Vul iets in of haal de regel weg; kort een te lange tekst in.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    plaats: ''
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
