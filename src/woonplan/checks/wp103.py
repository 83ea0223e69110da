"""WP103: a number that is no whole number."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP103",
    naam="geen geheel getal",
    wat=(
        "Bij een aantal staat iets anders dan een geheel getal met alleen cijfers: 2.000, 012, 1_000, 2,5, ja"
        " of een woord."
    ),
    waarom=(
        "Veel programma's lezen 2.000 als twee en 012 als tien. Hier wordt niets geraden: het getal moet er "
        "eenduidig staan."
    ),
    oplossing=(
        "Schrijf het getal met alleen cijfers: 2000. Is het niet precies bekend, gebruik dan woningen_min en "
        "woningen_max, of precisie. Is het onbekend, laat de regel dan weg."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 2.000
""",
        line=4,
        column=15,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 2000
"""),
)
