"""WP305: periods that overlap."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP305",
    naam="perioden overlappen",
    wat="Bij oplevering of sloop_jaar valt een jaar in twee perioden.",
    waarom="Woningen in dat jaar zijn niet aan een van de twee toe te wijzen.",
    oplossing="Laat elk jaar maar in een periode vallen.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    oplevering: {2025-2027: 20, 2027: 10}
""",
        line=5,
        column=33,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    oplevering: {2025-2026: 20, 2027: 10}
"""),
)
