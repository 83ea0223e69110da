"""WP002: a file that cannot be read."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP002",
    naam="bestand niet te lezen",
    wat="Het pad wijst naar een map of een apparaat, of u mag het bestand niet lezen.",
    waarom="Wat niet gelezen wordt, telt nergens mee en wordt niet gecontroleerd.",
    oplossing="Geef het pad van een YAML-bestand, en geef uzelf leesrechten.",
    fout=Example("gemeenten.yaml is een map in plaats van een bestand.", file=Soort.SITUATIE),
    goed=Example("gemeenten.yaml is een gewoon bestand dat u mag lezen.", file=Soort.SITUATIE),
)
