"""WP220: a reason for something that counts."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule
from woonplan.diagnostics import Severity

RULE = Rule(
    code="WP220",
    naam="reden bij een plan dat meetelt",
    wat="Een plan heeft een 'reden', maar geen 'telt_mee: false': het telt gewoon mee.",
    waarom=(
        "Wie een reden opschrijft, bedoelt bijna altijd dat het plan buiten de optelling blijft; nu telt het toch."
    ),
    oplossing="Voeg 'telt_mee: false' toe, of zet de tekst bij 'opmerkingen'.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    reden: Omvang staat niet in de bron.
""",
        line=4,
        column=5,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    telt_mee: false
    reden: Omvang staat niet in de bron.
"""),
    severity=Severity.WAARSCHUWING,
)
