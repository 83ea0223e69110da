"""WP310: a housing stock that does not close."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP310",
    naam="woningvoorraad sluit niet",
    wat=(
        "De mutaties van een jaar tellen niet op tot het saldo, beginstand en saldo niet tot de eindstand (op"
        " 1 na), of een jaar begint niet waar het vorige eindigde."
    ),
    waarom=("De voorraad levert wat er sinds het begin van de periode gebouwd is; een tikfout verschuift de balans."),
    oplossing="Vergelijk de regel met de bron (CBS).",
    fout=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
gemeenten:
  - naam: Borne
    code: GM0147
    voorraad:
      2019:
        beginstand: 100
        nieuwbouw: 10
        overige_toevoeging: 0
        sloop: 1
        overige_onttrekking: 2
        correctie: 0
        saldo: 7
        eindstand: 110
""",
        line=16,
        column=16,
        file=Soort.GEMEENTEN,
    ),
    goed=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
gemeenten:
  - naam: Borne
    code: GM0147
    voorraad:
      2019:
        beginstand: 100
        nieuwbouw: 10
        overige_toevoeging: 0
        sloop: 1
        overige_onttrekking: 2
        correctie: 0
        saldo: 7
        eindstand: 107
""",
        file=Soort.GEMEENTEN,
    ),
)
