"""WP001: a file that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP001",
    naam="bestand bestaat niet",
    wat="Een bestand dat bij het register hoort is er niet, of een map met plannen is leeg.",
    waarom="Zonder gemeenten en plannen valt er niets te controleren of te rekenen.",
    oplossing=(
        "Controleer de naam en de map. Een register heeft gemeenten.yaml en plannen.yaml in dezelfde map; "
        "'woonplan init' maakt ze."
    ),
    fout=Example("In de map staat plannen.yaml, maar geen gemeenten.yaml.", file=Soort.SITUATIE),
    goed=Example("In de map staan gemeenten.yaml en plannen.yaml.", file=Soort.SITUATIE),
)
