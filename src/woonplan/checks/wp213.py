"""WP213: left out of sums without a reason."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP213",
    naam="telt niet mee zonder reden",
    wat="Een plan heeft 'telt_mee: false', maar geen reden.",
    waarom="Een plan dat buiten de optelling blijft moet uit te leggen zijn aan wie de optelling controleert.",
    oplossing="Voeg 'reden: ...' toe, of haal 'telt_mee: false' weg.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    telt_mee: false
""",
        line=4,
        column=15,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    telt_mee: false
    reden: Omvang en status staan niet in de bron.
"""),
)
