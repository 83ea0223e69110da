"""WP306: years that do not add up."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP306",
    naam="jaren tellen niet op",
    wat=(
        "De aantallen bij oplevering tellen niet op tot het restant, of die bij sloop_jaar niet tot wat nog "
        "te slopen is. Is het restant niet op een woning bekend, dan mogen ze niet buiten zijn grenzen vallen."
    ),
    waarom="Van woningen die nergens staan weet niemand of zij binnen de periode van de opgave vallen.",
    oplossing="Zet wat nog geen jaar heeft bij 'onbekend'.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    oplevering: {2026: 20}
""",
        line=5,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
    oplevering: {2026: 20, onbekend: 10}
"""),
)
