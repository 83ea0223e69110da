"""WP216: a status or an action that does not exist."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort

RULE = Rule(
    code="WP216",
    naam="status of actie bestaat niet",
    wat=(
        "Een statusdefinitie noemt een planstatus die niet bestaat of twee keer voorkomt, of een actie "
        "verwijst naar een nummer dat er niet is."
    ),
    waarom=("Plannen met die status vallen dan buiten hard en zacht; een verwijzing zonder doel is niet te volgen."),
    oplossing="Noem elke status van de basisset een keer, en geef het nummer van een actie in hetzelfde bestand.",
    fout=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
statusdefinities:
  - {id: eigen, naam: Eigen, hard: [1A, 1Z], zacht: [1C]}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        line=6,
        column=41,
        file=Soort.GEMEENTEN,
    ),
    goed=Example(
        """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
statusdefinities:
  - {id: eigen, naam: Eigen, hard: [1A, 1B], zacht: [1C]}
gemeenten:
  - {naam: Borne, code: GM0147}
""",
        file=Soort.GEMEENTEN,
    ),
)
