"""WP109: a period that is none."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP109",
    naam="geen jaar of periode",
    wat="Bij oplevering of sloop_jaar staat iets anders dan een jaar, een periode of 'onbekend'.",
    waarom="Zonder jaartal is niet te zeggen welke woningen binnen de periode van de opgave vallen.",
    oplossing="Schrijf 2026, 2025-2029 (het vroegste jaar eerst, beide jaren tellen mee) of onbekend.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 4
    oplevering: {2029-2025: 4}
""",
        line=5,
        column=18,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 4
    oplevering: {2025-2029: 4}
"""),
)
