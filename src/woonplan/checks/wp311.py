"""WP311: municipalities that miss a published stock."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP311",
    naam="voorraad telt niet op",
    wat=(
        "De eindstanden van de gemeenten tellen niet op tot het totaal bij 'controle', of een gemeente heeft "
        "voor dat jaar geen voorraad."
    ),
    waarom="Een gemeente die ontbreekt of verkeerd is overgenomen valt alleen op tegen het totaal van de regio.",
    oplossing="Zoek de gemeente die afwijkt van de bron, of vul de voorraad aan.",
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
        eindstand: 107
controle:
  - {jaar: 2019, eindstand: 117}
""",
        line=19,
        column=29,
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
controle:
  - {jaar: 2019, eindstand: 107}
""",
        file=Soort.GEMEENTEN,
    ),
)
