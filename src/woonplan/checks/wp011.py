"""WP011: a key twice in one block."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP011",
    naam="sleutel staat dubbel",
    wat="Een sleutel staat twee keer in hetzelfde blok.",
    waarom=(
        "De meeste programma's houden dan zonder waarschuwing de laatste over; een van de twee getallen verdwijnt."
    ),
    oplossing="Haal een van de twee weg.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    restant: 40
""",
        line=5,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 40
"""),
)
