"""Does the housing stock close: per municipality and year, from year to year, and for the region?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import Entry
from woonplan.model.gemeente import Gemeente, Gemeentenbestand
from woonplan.model.stand import Positions
from woonplan.rule import Example, Rule, gemeenten_text

TOLERANCE = 1
"""Largest gap (homes, inclusive) between opening stock + net addition and closing stock: CBS's own rounding
(3 of 126 rows of Twente 2012-2020 are off by 1)."""


def _voorraad(eindstand: int) -> str:
    return (
        "gemeenten:\n  - naam: Borne\n    code: GM0147\n    voorraad:\n      2019:\n        beginstand: 100\n"
        "        nieuwbouw: 10\n        overige_toevoeging: 0\n        sloop: 1\n        overige_onttrekking: 2\n"
        f"        correctie: 0\n        saldo: 7\n        eindstand: {eindstand}\n"
    )


def _controle(eindstand: int) -> str:
    return f"controle:\n  - {{jaar: 2019, eindstand: {eindstand}}}\n"


WP310 = Rule(
    code="WP310",
    naam="woningvoorraad sluit niet",
    wat=(
        "De mutaties van een jaar tellen niet op tot het saldo, beginstand en saldo niet tot de eindstand (op 1 na), "
        "of een jaar begint niet waar het vorige eindigde."
    ),
    waarom="De voorraad levert wat er sinds het begin van de periode gebouwd is; een tikfout verschuift de balans.",
    oplossing="Vergelijk de regel met de bron (CBS).",
    hint="Vergelijk de regel met de bron.",
    fout=Example(gemeenten_text(_voorraad(110)), 16, 16, file="gemeenten.yaml"),
    goed=Example(gemeenten_text(_voorraad(107)), file="gemeenten.yaml"),
)
"""A housing stock that does not close."""

WP311 = Rule(
    code="WP311",
    naam="voorraad telt niet op",
    wat=(
        "De eindstanden van de gemeenten tellen niet op tot het totaal bij 'controle', of een gemeente heeft voor dat "
        "jaar geen voorraad."
    ),
    waarom="Een gemeente die ontbreekt of verkeerd is overgenomen valt alleen op tegen het totaal van de regio.",
    oplossing="Zoek de gemeente die afwijkt van de bron, of vul de voorraad aan.",
    hint="Zoek de gemeente die afwijkt van de bron.",
    fout=Example(gemeenten_text(_voorraad(107), _controle(117)), 19, 29, file="gemeenten.yaml"),
    goed=Example(gemeenten_text(_voorraad(107), _controle(107)), file="gemeenten.yaml"),
)
"""Municipalities that miss a published stock."""


def stock_findings(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    """Yield what does not close in the housing stock of `gemeenten.yaml`."""
    for i, gemeente in enumerate(gebied.gemeenten):
        yield from _years(gemeente, i, positions)
    yield from _totals(gebied, positions)


def _years(gemeente: Gemeente, index: int, positions: Positions) -> Iterator[Diagnostic]:
    previous: tuple[int, int] | None = None
    for name, jaar in sorted(gemeente.voorraad.items()):
        entry = Entry(positions, ("gemeenten", index, "voorraad", name), f"gemeente {quote(gemeente.naam)}, {name}")
        saldo = jaar.nieuwbouw + jaar.overige_toevoeging - jaar.sloop - jaar.overige_onttrekking + jaar.correctie
        if saldo != jaar.saldo:
            message = f"de mutaties tellen op tot {saldo}, maar het saldo is {jaar.saldo}"
            yield entry.finding(WP310, message, "saldo")
        end = jaar.beginstand + jaar.saldo
        if abs(end - jaar.eindstand) > TOLERANCE:
            yield entry.finding(WP310, f"beginstand + saldo is {end}, maar de eindstand is {jaar.eindstand}", "saldo")
        if previous is not None and previous[0] == int(name) - 1 and previous[1] != jaar.beginstand:
            message = f"beginstand {jaar.beginstand} is niet de eindstand van het jaar ervoor ({previous[1]})"
            yield entry.finding(WP310, message, "beginstand", hint="Vergelijk beide regels met de bron.")
        previous = (int(name), jaar.eindstand)


def _totals(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    # Added up once per year, however many control totals a file has.
    sums: Counter[str] = Counter()
    filled: Counter[str] = Counter()
    for gemeente in gebied.gemeenten:
        for name, jaar in gemeente.voorraad.items():
            sums[name] += jaar.eindstand
            filled[name] += 1
    for i, controle in enumerate(gebied.controle):
        name = str(controle.jaar)
        entry = Entry(positions, ("controle", i), f"controle {name}")
        if filled[name] < len(gebied.gemeenten):
            absent = (g.naam for g in gebied.gemeenten if name not in g.voorraad)
            message = f"geen voorraad voor {', '.join(map(quote, islice(absent, 5)))}"
            yield entry.finding(WP311, message, "eindstand", hint="Vul de voorraad aan of haal de controle weg.")
        elif abs(sums[name] - controle.eindstand) > controle.tolerantie:
            message = f"de gemeenten tellen op tot {sums[name]}, de bron geeft {controle.eindstand}"
            yield entry.finding(WP311, message, "eindstand")
