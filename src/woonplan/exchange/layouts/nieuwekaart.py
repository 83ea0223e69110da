"""De Nieuwe Kaart (EIB, 2020): one row a plan, what is left of it, and the unknown as the balancing item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from woonplan.diagnostics import Severity, quote
from woonplan.exchange.cells import Cell, Worksheet, ref
from woonplan.exchange.columns import FileColumn
from woonplan.exchange.fields import NOT_YET
from woonplan.exchange.headers import fold, headers
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.draft import WP613, Draft
from woonplan.exchange.layouts.layout import Layout, head_rows
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.numbers import whole
from woonplan.exchange.values.spelling import WP625
from woonplan.rule import Example, Rule, csv_text


def _table(naam: str) -> str:
    return csv_text("Gem_naam;Plannaam;Planstatus;Aantalrest", f"Borne;{naam};2A Vastgesteld;30")


WP616 = Rule(
    code="WP616",
    naam="naam en aantal spreken elkaar tegen",
    wat="Volgens de naam is een plan klaar of vervallen, maar er zijn nog woningen over. Die tellen mee.",
    waarom="Een van de twee klopt niet, en de capaciteit van de gemeente hangt eraan.",
    oplossing="Ga na wat klopt: zet het restant op 0, of verbeter de naam of fase.",
    fout=Example(_table("Afgerond - Beekstraat"), 2, 2, file="lijst.csv"),
    goed=Example(_table("Beekstraat"), file="lijst.csv"),
    severity=Severity.WAARSCHUWING,
)
"""A name that says that nothing is left, beside homes that are."""


_NEEDED = frozenset({"gem naam", "plannaam", "planstatus", "aantalrest"})
_KEY = "objectid"
_OTHER = {
    "provincie": "staat in het register",
    "pslegenda": "volgt uit de status",
    "et id": "nummer van de uitgever",
    "uit": "is overal 0",
}
_PERIOD = re.compile(r"op(\d{4})(\d{2}|\d{4})?")
_BLOCKS = {"oplevering": "de perioden", "woningtype": "de woningtypen", "betaalbaarheid": "huur en koop"}
_PHASE = re.compile(r"(afgerond|vervallen)\s*-", re.IGNORECASE)


def recognise(sheet: Worksheet) -> Layout | None:
    """Return the layout when the first row holds its columns; letter case differs between files of the publisher."""
    for number, texts in head_rows(sheet)[:1]:
        if set(map(fold, texts)) >= _NEEDED:
            columns = [FileColumn(i, text, *_key(fold(text))) for i, text in enumerate(texts, 1)]
            return NieuweKaart(sheet, number, columns)
    return None


def _key(header: str) -> tuple[str, str]:
    if header == _KEY:
        return _KEY, ""
    if header == "oplonb":
        return "oplevering.onbekend", ""
    if match := _PERIOD.fullmatch(header):
        last = match[2] or ""
        end = match[1][: 4 - len(last)] + last
        return f"oplevering.{match[1]}" + (f"-{end}" if last else ""), ""
    return headers("nieuwekaart").get(header, ""), _OTHER.get(header, "")


class NieuweKaart(Layout):
    """Its rows, with the signs and the balancing cells turned right."""

    naam = "De Nieuwe Kaart"
    slug = "nieuwekaart"
    statusdefinitie = "onbekend"

    def __init__(self, sheet: Worksheet, header: int, columns: Sequence[FileColumn]) -> None:
        super().__init__(sheet, header, columns)
        self._blocks = {block: [key for key in self.keys if key.startswith(f"{block}.")] for block in _BLOCKS}

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield a plan per row."""
        for draft in self.rows(asked):
            key = draft.cells.pop(_KEY, None)
            draft.key = str(key.value) if key else ""
            for name in ("sloop", *(key for keys in self._blocks.values() for key in keys)):
                cell = draft.cells.pop(name, None)
                if cell is not None:
                    _number(draft, name, cell)
            yield draft

    def settle(self, draft: Draft, asked: Given) -> None:
        """Hold the three groups against what is left; read the phase from the name."""
        del asked
        for block, keys in self._blocks.items():
            _balance(draft, block, keys)
        _phase(draft)


def _number(draft: Draft, key: str, cell: Cell) -> None:
    """Read a number that may stand below 0: demolition always does, a balancing cell when the others are too many."""
    value = whole(cell.value, negative=True)
    draft.cells[f"{key}/"] = cell
    if isinstance(value, Problem):
        draft.say(value.rule, cell, value.message, value.hint)
    elif value is not None:
        draft.values[key] = abs(value) if key == "sloop" else value
        if key == "sloop" and value > 0:
            message = f"sloop {value} staat als positief getal, terwijl deze indeling sloop negatief schrijft"
            draft.say(WP625, cell, f"{message}; gelezen als {value} te slopen woningen")


def _balance(draft: Draft, block: str, keys: list[str]) -> None:
    rest = draft.values.get("restant")
    parts = draft.parts(block)
    if rest is None or not keys or len(parts) < len(keys):
        draft.drop(parts)
        return
    below = [key for key, value in parts.items() if value < 0]
    at = draft.cells.get("restant")
    where = f" ({ref(at.row, at.column)})" if at else ""
    if below:
        cell = draft.cells[f"{below[0]}/"]
        others = sum(value for value in parts.values() if value > 0)
        message = f"{parts[below[0]]}: negatieve sluitpost; {_BLOCKS[block]} tellen op tot {others}, "
        message += f"maar Aantalrest{where} is {rest}"
        hint = f"Het restant blijft {rest} en deze verdeling wordt onbekend; ga na welke van de twee klopt."
        draft.say(WP613, cell, message, hint, Severity.WAARSCHUWING)
        draft.drop(parts)
    elif sum(parts.values()) != rest:
        message = f"{_BLOCKS[block]} tellen op tot {sum(parts.values())}, maar Aantalrest{where} is {rest}"
        draft.say(WP613, draft.cells[f"{keys[0]}/"], message)
    else:
        draft.drop_zeros(parts)


def _phase(draft: Draft) -> None:
    """Read "Afgerond -" and "Vervallen -" in front of a name as what they say; the name stays as it is."""
    match = _PHASE.match(draft.naam)
    if match is None:
        return
    phase = match[1].casefold()
    if f"projectfase: {phase}" not in NOT_YET:
        draft.values["projectfase"] = phase
    rest = draft.values.get("restant")
    if rest:
        said = "klaar" if phase == "afgerond" else "vervallen"
        at = draft.cells["restant"]
        message = (
            f"{quote(draft.naam)} is volgens de naam {said}, maar {ref(at.row, at.column)} heeft nog {rest} woningen"
        )
        draft.say(WP616, draft.cells["naam"], message)
