"""Does the housing stock close: per municipality and year, from year to year, and for the region?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.sums import bounds_wrong
from woonplan.model.gemeente import Gemeente, Gemeentenbestand
from woonplan.model.stand import Positions

TOLERANCE = 1
"""Largest gap (homes, inclusive) between opening stock + net addition and closing stock: CBS's own rounding
(3 of 126 rows of Twente 2012-2020 are off by 1; domain 3)."""


def stock_findings(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    """Yield what does not close in the figures of `gemeenten.yaml`."""
    for i, opgave in enumerate(gebied.opgaven):
        for j, uitspraak in enumerate(opgave.uitspraken):
            wrong = bounds_wrong(uitspraak)
            if wrong:
                code, key, message, hint = wrong
                place = positions.place(("opgaven", i, "uitspraken", j, key))
                yield Diagnostic(code, f"uitspraak {quote(uitspraak.id)}: {message}", place, hint)
    for i, gemeente in enumerate(gebied.gemeenten):
        yield from _years(gemeente, i, positions)
    yield from _totals(gebied, positions)


def _years(gemeente: Gemeente, index: int, positions: Positions) -> Iterator[Diagnostic]:
    previous: tuple[int, int] | None = None
    for name, jaar in sorted(gemeente.voorraad.items()):
        subject = f"gemeente {quote(gemeente.naam)}, {name}: "
        place = positions.place(("gemeenten", index, "voorraad", name, "saldo"))
        saldo = jaar.nieuwbouw + jaar.overige_toevoeging - jaar.sloop - jaar.overige_onttrekking + jaar.correctie
        if saldo != jaar.saldo:
            message = f"{subject}de mutaties tellen op tot {saldo}, maar het saldo is {jaar.saldo}"
            yield Diagnostic("WP310", message, place, "Vergelijk de regel met de bron.")
        end = jaar.beginstand + jaar.saldo
        if abs(end - jaar.eindstand) > TOLERANCE:
            message = f"{subject}beginstand + saldo is {end}, maar de eindstand is {jaar.eindstand}"
            yield Diagnostic("WP310", message, place, "Vergelijk de regel met de bron.")
        if previous is not None and previous[0] == int(name) - 1 and previous[1] != jaar.beginstand:
            begin = positions.place(("gemeenten", index, "voorraad", name, "beginstand"))
            message = f"{subject}beginstand {jaar.beginstand} is niet de eindstand van het jaar ervoor ({previous[1]})"
            yield Diagnostic("WP310", message, begin, "Vergelijk beide regels met de bron.")
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
        place = positions.place(("controle", i, "eindstand"))
        name = str(controle.jaar)
        if filled[name] < len(gebied.gemeenten):
            absent = (g.naam for g in gebied.gemeenten if name not in g.voorraad)
            message = f"controle {controle.jaar}: geen voorraad voor {', '.join(map(quote, islice(absent, 5)))}"
            yield Diagnostic("WP311", message, place, "Vul de voorraad aan of haal de controle weg.")
            continue
        added = sums[name]
        if abs(added - controle.eindstand) > controle.tolerantie:
            message = (
                f"controle {controle.jaar}: de gemeenten tellen op tot {added}, de bron geeft {controle.eindstand}"
            )
            yield Diagnostic("WP311", message, place, "Zoek de gemeente die afwijkt van de bron.")
