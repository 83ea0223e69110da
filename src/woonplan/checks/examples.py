"""The rest of the register around an example: invented heads, so that an example holds only what it is about."""

from __future__ import annotations

from woonplan.rule import Example, csv_text

GEMEENTEN = """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
woonmilieus: [stedelijk, dorps, landelijk]
opgaven:
  - id: nota
    naam: Nota wonen
    standaard: true
    bron: nota
    tellingen:
      - {id: tien, van: 2024-01-01, tot: 2034-01-01, standaard: true}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Twente, woningen: 500}
gemeenten:
  - {naam: Almelo, code: GM0141}
  - {naam: Borne, code: GM0147}
  - {naam: Dinkelland, code: GM1774}
  - {naam: Enschede, code: GM0153}
  - {naam: Haaksbergen, code: GM0158}
  - {naam: Hellendoorn, code: GM0163}
  - {naam: Hengelo, code: GM0164}
  - {naam: Hof van Twente, code: GM1735}
  - {naam: Losser, code: GM0168}
  - {naam: Oldenzaal, code: GM0173}
  - {naam: Rijssen-Holten, code: GM1742}
  - {naam: Tubbergen, code: GM0183}
  - {naam: Twenterand, code: GM1700}
  - {naam: Wierden, code: GM0189}
  - {naam: Middendorp, code: GM9901, tot: 2020-01-01, opgegaan_in: [Borne, Hengelo]}
"""

KOP = """\
versie: 1
peildatum: 2024-01-01
bron: nota
statusdefinitie: basisset-2022
soort_aantal: bruto
plannen:
"""

AFSPRAKEN = """\
versie: 1
bron: nota
parameters:
  - id: sleutelproject-versnelling-minimum
    naam: Minste aantal woningen
    waarden: [{vanaf: 2021, waarde: 200, eenheid: woningen}]
  - id: sleutelprojecten-per-regio-minimum
    naam: Minste aantal sleutelprojecten
    waarden: [{vanaf: 2021, waarde: 5, eenheid: projecten}]
  - id: sleutelprojecten-per-regio-maximum
    naam: Hoogste aantal sleutelprojecten
    waarden: [{vanaf: 2021, waarde: 10, eenheid: projecten}]
  - id: inbreiding-start
    naam: Termijn voor de start
    waarden: [{vanaf: 2021, waarde: 5, eenheid: jaar}]
  - id: uitbreiding-realisatie
    naam: Termijn voor de realisatie
    waarden: [{vanaf: 2021, waarde: 5, eenheid: jaar}]
  - id: inventarisatie-maand
    naam: Maand van de inventarisatie
    waarden: [{vanaf: 2021, waarde: 7, eenheid: kalendermaand}]
  - id: inventarisatie-dag
    naam: Dag van de inventarisatie
    waarden: [{vanaf: 2021, waarde: 1, eenheid: dag_van_de_maand}]
  - id: flexcontract-minimum
    naam: Kortste contract
    waarden: [{vanaf: 2021, waarde: 1, eenheid: maanden}]
  - id: flexcontract-maximum
    naam: Langste contract
    waarden: [{vanaf: 2021, waarde: 24, eenheid: maanden}]
  - id: harde-plannen-gerealiseerd
    naam: Jaar waarin de harde plannen zijn gebouwd
    waarden: [{vanaf: 2021, waarde: 2025, eenheid: kalenderjaar}]
afspraken:
  - {id: toets-harde-plannen, naam: Harde plannen zijn getoetst}
  - {id: jaar-hard-zachte-plannen, naam: Zachte plannen hebben een jaar}
  - {id: zachte-plannen-passend, naam: Zachte plannen worden hard als zij passen}
  - {id: eigen-behoefte-landelijk, naam: Landelijke gemeenten bouwen voor de eigen behoefte}
  - id: uitsplitsing-programma
    naam: Elk plan is uitgesplitst
    velden: [betaalbaarheid, woningtype, woonmilieu]
  - id: inventarisatie-velden
    naam: Wat de inventarisatie geeft
    velden: [prioriteit, transformatiepotentie]
"""

AGENDA = f"""\
{AFSPRAKEN}gemeentegroepen:
  - id: stedelijk-wonen
    naam: Gemeenten met stedelijk wonen
    gemeenten: [Almelo, Enschede, Hengelo]
sleutelprojecten:
  - {{id: kade, naam: Kade, soort: stedelijk, gemeente: Enschede, doel: versnelling}}
"""


LISTS = {"lijst.csv": "", "kolommen.yaml": csv_text("Plan;Aantal", "Beekstraat;30")}
"""The files of an example of import, and the list that belongs to one of them."""


def files(example: Example) -> dict[str, str]:
    """Return the files of a small register with the example in its place, by name.

    Empty for a situation: that is told in words.
    """
    if not example.file:
        return {}
    if example.file in LISTS:
        return {
            "gemeenten.yaml": GEMEENTEN,
            "lijst.csv": LISTS[example.file] or example.text,
            example.file: example.text,
        }
    plannen = KOP + example.plannen if example.plannen else f"{KOP.rstrip()} []\n"
    texts = {"gemeenten.yaml": GEMEENTEN, "plannen.yaml": plannen}
    # The groups name municipalities that an example need not have.
    texts["agenda.yaml"] = AFSPRAKEN if example.file == "gemeenten.yaml" else AGENDA
    texts[example.file] = KOP + example.text if lines_before(example) else example.text
    return texts


def lines_before(example: Example) -> int:
    """Return how many lines of its file stand before the example."""
    whole = example.file != "plannen.yaml" or example.text.startswith("versie:")
    return 0 if whole else KOP.count("\n")
