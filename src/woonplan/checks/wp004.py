"""WP004: a file that is not UTF-8 text."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP004",
    naam="geen UTF-8",
    wat="Het bestand is opgeslagen in een andere codering dan UTF-8, of bevat tekens die geen tekst zijn.",
    waarom=(
        "In een andere codering worden letters als ë en û anders gelezen dan bedoeld; namen zijn dan niet "
        "meer terug te vinden."
    ),
    oplossing="Sla het bestand op als UTF-8. In Kladblok: Opslaan als, codering UTF-8.",
    fout=Example("plannen.yaml is in Kladblok opgeslagen met codering 'Unicode' (UTF-16).", file=Soort.SITUATIE),
    goed=Example("plannen.yaml is opgeslagen als UTF-8.", file=Soort.SITUATIE),
)
