"""WP304: a remainder that does not follow."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP304",
    naam="restant klopt niet",
    wat=(
        "'restant' is niet woningen min gerealiseerd, is meer dan woningen, of staat bij gerealiseerd zonder woningen."
    ),
    waarom=(
        "Het restant is wat nog meetelt voor de opgave; twee verschillende antwoorden maken de balans willekeurig."
    ),
    oplossing=(
        "Geef woningen en gerealiseerd, dan volgt het restant. Geef alleen 'restant' als de bron niets anders geeft."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
    gerealiseerd: 10
    restant: 21
""",
        line=6,
        column=14,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
    gerealiseerd: 10
"""),
)
