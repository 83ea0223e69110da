"""WP102: a key that is missing."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP102",
    naam="verplichte sleutel ontbreekt",
    wat="Een sleutel die er altijd moet zijn, ontbreekt. De melding staat bij het blok waarin hij hoort.",
    waarom=(
        "Zonder id en naam is een plan niet te noemen; zonder peildatum is niet bekend van wanneer de aantallen zijn."
    ),
    oplossing="Voeg de sleutel toe.",
    fout=Example(
        """\
  - id: beekstraat
    gemeente: Borne
""",
        line=1,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
"""),
)
