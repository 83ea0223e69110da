"""WP006: two candidates for one register state."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP006",
    naam="twee standen naast elkaar",
    wat="Naast de map plannen/ staat ook een bestand plannen.yaml.",
    waarom="Standen worden nooit opgeteld, dus het programma kan niet kiezen welke van de twee de stand is.",
    oplossing="Haal een van de twee weg, of kies er een met --plannen (bij check: geef het pad van de stand).",
    fout=Example("In de map staan zowel plannen.yaml als een map plannen/ met bestanden.", file=Soort.SITUATIE),
    goed=Example("In de map staat plannen.yaml, of de map plannen/, maar niet allebei.", file=Soort.SITUATIE),
)
