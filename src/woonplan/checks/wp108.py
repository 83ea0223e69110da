"""WP108: a date that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP108",
    naam="geen bestaande datum",
    wat="Een datum is niet geschreven als jaar-maand-dag, of bestaat niet.",
    waarom="1-7-2024 en 7-1-2024 zijn niet uit elkaar te houden; jaar-maand-dag is maar op een manier te lezen.",
    oplossing="Schrijf 2024-07-01, of alleen het jaar als meer niet bekend is.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    bijgewerkt: 1-7-2024
""",
        line=4,
        column=17,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    bijgewerkt: 2024-07-01
"""),
)
