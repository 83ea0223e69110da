"""WP312: a period that ends before it starts."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP312",
    naam="periode eindigt voor het begin",
    wat="Een telling eindigt niet na haar begin.",
    waarom="Zonder een enkel jaar in de periode valt er niets te tellen.",
    oplossing="'van' is de eerste dag, 'tot' de eerste dag erna: van 2020-01-01 tot 2030-01-01 is tien jaar.",
    fout=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
opgaven:
  - id: nota
    naam: Nota wonen
    standaard: true
    bron: nota
    tellingen:
      - {id: tien, van: 2020, tot: 2020, standaard: true}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        line=11,
        column=36,
        file=Soort.GEMEENTEN,
    ),
    goed=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
opgaven:
  - id: nota
    naam: Nota wonen
    standaard: true
    bron: nota
    tellingen:
      - {id: tien, van: 2020, tot: 2030, standaard: true}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        file=Soort.GEMEENTEN,
    ),
)
