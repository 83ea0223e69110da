"""WP219: price limits that overlap."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP219",
    naam="prijsgrenzen overlappen",
    wat="Voor dezelfde soort en dezelfde dagen staan twee prijsgrenzen, of een grens geldt buiten zijn jaar.",
    waarom="Dan is niet te zeggen of een woning betaalbaar is.",
    oplossing="Begrens beide met 'vanaf' en 'tot' binnen het jaar, of haal er een weg.",
    fout=Example(
        """\
versie: 1
bron: nota
prijsgrenzen:
  - {jaar: 2024, soort: betaalbare_koop, bedrag_cent: 39000000}
  - {jaar: 2024, soort: betaalbare_koop, bedrag_cent: 40500000}
""",
        line=5,
        column=12,
        file=Soort.AGENDA,
    ),
    goed=Example(
        """\
versie: 1
bron: nota
prijsgrenzen:
  - {jaar: 2024, soort: betaalbare_koop, bedrag_cent: 39000000}
  - {jaar: 2025, soort: betaalbare_koop, bedrag_cent: 40500000}
""",
        file=Soort.AGENDA,
    ),
)
