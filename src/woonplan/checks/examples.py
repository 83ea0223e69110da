"""The rest of the register around an example: invented heads, so that an example holds only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from woonplan.checks.rule import Example, Soort

GEMEENTEN = """\
versie: 1
regio: {naam: Twente, provincie: Overijssel}
bronnen:
  - {id: nota, titel: Nota wonen}
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
"""

KOP = """\
versie: 1
peildatum: 2024-01-01
bron: nota
statusdefinitie: basisset-2022
soort_aantal: bruto
plannen:
"""

NAMES: Mapping[Soort, str] = MappingProxyType(
    {
        Soort.PLANNEN: "plannen.yaml",
        Soort.GEMEENTEN: "gemeenten.yaml",
        Soort.AGENDA: "agenda.yaml",
        Soort.BEKEND: "bekend.yaml",
    }
)


def files(example: Example) -> dict[str, str]:
    """Return the files of a small register with the example in its place, by name.

    Empty for a situation: that is told in words.
    """
    if example.file is Soort.SITUATIE:
        return {}
    texts = {Soort.GEMEENTEN: GEMEENTEN, Soort.PLANNEN: f"{KOP.rstrip()} []\n"}
    texts[example.file] = KOP + example.text if example.file is Soort.PLANNEN else example.text
    return {NAMES[soort]: text for soort, text in texts.items()}


def lines_before(example: Example) -> int:
    """Return how many lines of its file stand before the example."""
    return KOP.count("\n") if example.file is Soort.PLANNEN else 0
