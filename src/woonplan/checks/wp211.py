"""WP211: not exactly one default."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP211",
    naam="niet precies een standaard",
    wat="Niet precies een opgave, of niet precies een telling van een opgave, heeft 'standaard: true'.",
    waarom="Zonder keuze op de opdrachtregel moet vaststaan waarmee gerekend wordt.",
    oplossing="Zet 'standaard: true' bij een opgave en bij een telling van elke opgave.",
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
      - {id: tien, van: 2020, tot: 2030}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        line=10,
        column=5,
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
