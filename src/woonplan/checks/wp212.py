"""WP212: two statements in use for one quantity."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP212",
    naam="twee uitspraken in gebruik",
    wat="Twee uitspraken over dezelfde soort en hetzelfde gebied hebben 'gebruikt: true'.",
    waarom=(
        "Bronnen geven soms twee getallen voor hetzelfde; er wordt met een gerekend, de andere worden ermee vergeleken."
    ),
    oplossing="Laat een van de twee 'gebruikt: true' houden.",
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
      - {id: tien, van: 2020, tot: 2030, standaard: true}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}
      - {id: ambitie-ruim, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        line=14,
        column=54,
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
      - {id: ambitie-ruim, soort: ambitie, regio: Twente, woningen: 1000}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        file=Soort.GEMEENTEN,
    ),
)
