"""WP217: an action that refers to the wrong one."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP217",
    naam="verwijzing tussen acties klopt niet",
    wat="Een actie verwijst naar zichzelf, of 'gelijk_aan' wijst niet naar de eerste actie met die tekst.",
    waarom="Herhaalde acties worden een keer geteld; dat kan alleen als vaststaat welke de eerste is.",
    oplossing="Verwijs naar de eerste actie met dezelfde tekst, of haal de verwijzing weg.",
    fout=Example(
        """\
versie: 1
bron: nota
acties:
  - {nummer: 1, paragraaf: '4.1', tekst: Plannen versnellen, gelijk_aan: 1}
""",
        line=4,
        column=74,
        file=Soort.AGENDA,
    ),
    goed=Example(
        """\
versie: 1
bron: nota
acties:
  - {nummer: 1, paragraaf: '4.1', tekst: Plannen versnellen}
  - {nummer: 2, paragraaf: '4.1', tekst: Plannen versnellen, gelijk_aan: 1}
""",
        file=Soort.AGENDA,
    ),
)
