"""WP317: a period that is not a number of whole calendar years."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule, Soort
from woonplan.diagnostics import Severity

_FILE = """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen: [{id: nota, titel: Nota}]
opgaven:
  - id: nota
    naam: Nota
    standaard: true
    bron: nota
    tellingen:
      - {id: tien, van: 2020-01-01, tot: EINDE, standaard: true}
    uitspraken: []
gemeenten: [{naam: Borne, code: GM0147}]
"""

RULE = Rule(
    code="WP317",
    naam="periode van geen hele jaren",
    wat="Een telling begint of eindigt niet op 1 januari. 'tot' is de eerste dag na de periode.",
    waarom=(
        "Opleveringen zijn per kalenderjaar bekend en een tempo telt per jaar; van een deel van een jaar is geen van "
        "beide te zeggen. Een 'tot' van 31 december laat dat hele jaar half buiten de periode vallen."
    ),
    oplossing="Schrijf voor 'tot en met 2030': tot: 2031-01-01.",
    severity=Severity.WAARSCHUWING,
    fout=Example(_FILE.replace("EINDE", "2030-12-31"), line=10, column=42, file=Soort.GEMEENTEN),
    goed=Example(_FILE.replace("EINDE", "2031-01-01"), file=Soort.GEMEENTEN),
)
