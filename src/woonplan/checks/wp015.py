"""WP015: nesting that is too deep."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP015",
    naam="te diep genest",
    wat="Er staan meer dan 64 niveaus in elkaar.",
    waarom="Geen enkel gegeven staat zo diep; bijna altijd ontbreekt er een haak of klopt het inspringen niet.",
    oplossing="Controleer de haakjes en het inspringen.",
    fout=Example(
        "  - id: beekstraat\n    naam: Beekstraat\n    gemeente: Borne\n    locaties: "
        + "[ " * 70
        + "]"
        + " ]" * 69
        + "\n",
        line=4,
        column=137,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    locaties: [Beekstraat]
"""),
)
