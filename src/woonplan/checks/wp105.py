"""WP105: a value that is not in its list."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP105",
    naam="waarde niet in de lijst",
    wat="Een sleutel met een vaste lijst van waarden heeft een andere waarde.",
    waarom="Een onbekende status of fase valt buiten elke optelling, zodat een plan ongemerkt verdwijnt.",
    oplossing="Kies een waarde uit de lijst in de melding.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: zact
""",
        line=4,
        column=17,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: zacht
"""),
)
