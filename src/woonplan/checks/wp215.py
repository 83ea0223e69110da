"""WP215: files of one state that disagree."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP215",
    naam="bestanden van een stand verschillen",
    wat="De bestanden in de map plannen/ hebben niet dezelfde peildatum of statusdefinitie.",
    waarom="Samen vormen ze een stand op een peildatum; standen van verschillende datums worden niet opgeteld.",
    oplossing=(
        "Geef alle bestanden dezelfde peildatum en statusdefinitie, of zet een andere stand in een eigen bestand."
    ),
    fout=Example(
        "plannen/borne.yaml heeft peildatum 2024-01-01 en plannen/hengelo.yaml 2023-01-01.", file=Soort.SITUATIE
    ),
    goed=Example("Alle bestanden in plannen/ hebben peildatum 2024-01-01.", file=Soort.SITUATIE),
)
