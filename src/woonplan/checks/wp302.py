"""WP302: a number and bounds together."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP302",
    naam="getal en grenzen tegelijk",
    wat="Naast 'woningen' staat ook woningen_min of woningen_max, of de precisie past niet bij grenzen.",
    waarom="Dan staan er twee antwoorden op dezelfde vraag.",
    oplossing="Geef een getal (eventueel met precisie), of een onder- en bovengrens.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 40
    woningen_max: 50
""",
        line=5,
        column=19,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen_min: 40
    woningen_max: 50
"""),
)
