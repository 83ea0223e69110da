"""WP201: a municipality that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP201",
    naam="gemeente bestaat niet",
    wat="Een plan, een uitspraak of een gemeentegroep noemt een gemeente die niet in gemeenten.yaml staat.",
    waarom="Het plan telt dan bij geen enkele gemeente mee.",
    oplossing=(
        "Verbeter de naam; de naam, een alias en de CBS-code zijn alle drie goed. Voeg een schrijfwijze die "
        "vaker voorkomt toe bij 'aliassen'."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Bornee
""",
        line=3,
        column=15,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
"""),
)
