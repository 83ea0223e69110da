"""WP101: a key that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP101",
    naam="onbekende sleutel",
    wat="Een sleutel staat niet in de lijst van sleutels die hier kunnen.",
    waarom="Een verkeerd gespelde sleutel wordt anders stil overgeslagen: het getal telt dan niet mee.",
    oplossing=(
        "Verbeter de spelling; de melding noemt de sleutel die er het meest op lijkt. Eigen gegevens horen "
        "bij 'opmerkingen'."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    wonigen: 30
""",
        line=4,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    woningen: 30
"""),
)
