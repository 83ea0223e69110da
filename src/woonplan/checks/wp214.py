"""WP214: a share that is not complete."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP214",
    naam="aandeel niet compleet",
    wat=(
        "Een uitspraak van de soort aandeel mist van_uitspraak, teller of noemer, of een andere uitspraak "
        "heeft ze juist."
    ),
    waarom="Een derde deel is alleen te berekenen als vaststaat waarvan.",
    oplossing="Geef een aandeel het id van de uitspraak waarvan het een deel is, een teller en een noemer boven 0.",
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
      - {id: derde, soort: aandeel, regio: Twente, teller: 1, noemer: 3}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        line=14,
        column=14,
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
      - {id: derde, soort: aandeel, regio: Twente, van_uitspraak: ambitie, teller: 1, noemer: 3}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        file=Soort.GEMEENTEN,
    ),
)
