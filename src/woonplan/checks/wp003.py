"""WP003: a file that is too large."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP003",
    naam="bestand te groot",
    wat="Het bestand is groter dan 256 MB, of heeft meer dan 1.000.000 blokken en waarden in lijsten.",
    waarom="Heel Nederland past in 50 MB; een groter bestand is bijna zeker iets anders dan een planlijst.",
    oplossing=(
        "Controleer of dit het goede bestand is. Splits een echte planlijst in een map plannen/ met een "
        "bestand per gemeente."
    ),
    fout=Example("plannen.yaml is groter dan 256 MB.", file=Soort.SITUATIE),
    goed=Example("plannen.yaml is kleiner dan 256 MB.", file=Soort.SITUATIE),
)
