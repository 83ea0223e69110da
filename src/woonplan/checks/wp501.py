"""WP501: a difference in the source that nobody explained."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort
from woonplan.diagnostics import Severity

RULE = Rule(
    code="WP501",
    naam="verschil in de bron niet verklaard",
    wat=(
        "'woonplan reconcile' vindt dat een uitspraak van de bron niet klopt met haar eigen cijfers, en "
        "bekend.yaml legt het verschil niet uit."
    ),
    waarom=(
        "Een bron die zichzelf tegenspreekt, geeft op dezelfde vraag twee antwoorden; een lezer moet weten "
        "welke van de twee is gebruikt."
    ),
    oplossing="Zoek de fout, of leg het verschil in bekend.yaml vast met id, aantallen, reden en datum.",
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
      - {id: ambitie-nieuw, soort: ambitie, regio: Twente, woningen: 1200}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        line=14,
        column=9,
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
      - {id: ambitie-nieuw, soort: ambitie, regio: Twente, woningen: 1000}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        file=Soort.GEMEENTEN,
    ),
    severity=Severity.WAARSCHUWING,
)
