"""Does the housing stock close: per municipality and year, from year to year, and for the region?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Entry
from woonplan.load.herindelingen import herindelingen
from woonplan.model.base import first_day, folded
from woonplan.model.gemeente import Gemeente, Gemeentenbestand
from woonplan.model.stand import Positions
from woonplan.numerals import amount, listing
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
        "De mutaties van een jaar tellen niet op tot het saldo, of beginstand en saldo niet tot de eindstand (op 1 "
        "na). Scheelt het saldo 1 woning, of begint een jaar niet waar het vorige eindigde, dan is het een "
        "waarschuwing: dat komt in de cijfers van het CBS zelf voor, door een herindeling of een correctie. Wat er "
        "volgens gemeenten.yaml bij kwam is geen verschil."
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
        "De eindstanden van de gemeenten die op 31 december bestonden tellen niet op tot het totaal bij 'controle', of "
        "een van hen heeft voor dat jaar geen voorraad."
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
    names = {folded(name): gemeente for gemeente in gebied.gemeenten for name in gemeente.namen}
    joined: dict[str, list[Gemeente]] = {}
    for gemeente in gebied.gemeenten:
        for name in gemeente.opgegaan_in:
            if (opvolger := names.get(folded(name))) is not None:
                joined.setdefault(opvolger.code, []).append(gemeente)
    for i, gemeente in enumerate(gebied.gemeenten):
        yield from _years(gemeente, joined.get(gemeente.code, []), i, positions)
    yield from _totals(gebied, positions)


def _years(gemeente: Gemeente, joined: list[Gemeente], index: int, positions: Positions) -> Iterator[Diagnostic]:
    for name, jaar in sorted(gemeente.voorraad.items()):
        entry = Entry(positions, ("gemeenten", index, "voorraad", name), f"gemeente {quote(gemeente.naam)}, {name}")
        saldo = jaar.nieuwbouw + jaar.overige_toevoeging - jaar.sloop - jaar.overige_onttrekking + jaar.correctie
        if saldo != jaar.saldo:
            message = f"de mutaties tellen op tot {saldo}, maar het saldo is {jaar.saldo}"
            rounding = abs(saldo - jaar.saldo) <= TOLERANCE
            yield entry.finding(WP310, message, "saldo", severity=Severity.WAARSCHUWING if rounding else None)
        end = jaar.beginstand + jaar.saldo
        if abs(end - jaar.eindstand) > TOLERANCE:
            yield entry.finding(WP310, f"beginstand + saldo is {end}, maar de eindstand is {jaar.eindstand}", "saldo")
        yield from _break(gemeente, joined, int(name), entry)


def _break(gemeente: Gemeente, joined: list[Gemeente], year: int, entry: Entry) -> Iterator[Diagnostic]:
    """Yield that a year does not begin where the one before ended, with what joined the municipality on that day."""
    before, begin = str(year - 1), gemeente.voorraad[str(year)].beginstand
    at_once = [other for other in joined if other.tot and first_day(other.tot) == date(year, 1, 1)]
    parts = [gemeente, *at_once] if gemeente.bestaat(date(year - 1, 12, 31)) else at_once
    if any(before not in part.voorraad for part in parts) or not parts:
        return
    ended = sum(part.voorraad[before].eindstand for part in parts)
    if begin != ended:
        of = "het jaar ervoor" if not at_once else f"{year - 1} van {listing([part.naam for part in parts])} samen"
        more = f"{amount(abs(begin - ended), 'woning', 'woningen')} {'meer' if begin > ended else 'minder'}"
        message = f"beginstand {begin} is {more} dan de eindstand van {of} ({ended}): "
        message += _cause(gemeente, at_once, year, abs(begin - ended))
        yield entry.finding(WP310, message, "beginstand", hint=_COMPARE, severity=Severity.WAARSCHUWING)


def _cause(gemeente: Gemeente, at_once: list[Gemeente], year: int, homes: int) -> str:
    """Return what may have broken a stock between two years."""
    divided = [other.naam for other in at_once if len(other.opgegaan_in) > 1]
    if divided:
        return f"{listing(divided)} is verdeeld, en welk deel hierheen ging staat er niet"
    joined = [h.oud_naam for h in herindelingen() if (h.nieuw_code, h.datum) == (gemeente.code, f"{year}-01-01")]
    unlisted = [name for name in joined if name not in {other.naam for other in at_once}]
    if unlisted:
        return f"op 1-1-{year} kwam {listing(unlisted)} erbij, en dat staat niet in gemeenten.yaml"
    if homes <= TOLERANCE:
        return "een verschil van de bron zelf, of een tikfout"
    return "een correctie van de bron, een grenswijziging of een tikfout"


_COMPARE = (
    "Vergelijk beide regels met de bron. Kwam er een gemeente bij, zet die er dan ook in, met 'tot' en 'opgegaan_in'."
)


def _totals(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    # Added up once per year, however many control totals a file has.
    found: dict[int, tuple[int, list[str]]] = {}
    for i, controle in enumerate(gebied.controle):
        name = str(controle.jaar)
        entry = Entry(positions, ("controle", i), f"controle {name}")
        if controle.jaar not in found:
            there = [g for g in gebied.gemeenten if g.bestaat(date(controle.jaar, 12, 31))]
            filled = [g.voorraad[name].eindstand for g in there if name in g.voorraad]
            found[controle.jaar] = sum(filled), [g.naam for g in there if name not in g.voorraad]
        added, absent = found[controle.jaar]
        if absent:
            message = f"geen voorraad voor {', '.join(map(quote, absent[:5]))}"
            yield entry.finding(WP311, message, "eindstand", hint="Vul de voorraad aan of haal de controle weg.")
        elif abs(added - controle.eindstand) > controle.tolerantie:
            message = f"de gemeenten tellen op tot {added}, de bron geeft {controle.eindstand}"
            yield entry.finding(WP311, message, "eindstand")
