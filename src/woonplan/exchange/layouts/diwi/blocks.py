"""The blocks of homes of a project: how many, of which type and owner, and in which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from woonplan.diagnostics import Severity
from woonplan.exchange.cells import ref, shown
from woonplan.exchange.layouts.draft import WP613, Draft
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.numbers import whole
from woonplan.exchange.values.spelling import WP617
from woonplan.rule import Rule, situation

WP620 = Rule(
    code="WP620",
    naam="gerealiseerd is niet af te leiden",
    wat="Er staat een vlag 'gerealiseerd', of een opleverdatum die voorbij is. Geen van beide wordt overgenomen.",
    waarom="De vlag wordt in de praktijk omgekeerd geschreven, en een datum die voorbij is bewijst geen bouw.",
    oplossing="Vul in het register bij 'gerealiseerd' in wat er is opgeleverd.",
    fout=situation("Een werkmap van DIWI heeft op 1-1-2024 een blok met opleverdatum 1-7-2023."),
    goed=situation("Een werkmap van DIWI heeft op 1-1-2024 een blok met opleverdatum 1-7-2026."),
    severity=Severity.WAARSCHUWING,
)
"""Signs of delivery that prove nothing."""

_SPLITS = {"woningtype": "de woningtypen", "betaalbaarheid": "de eigendomstypen"}


def settle_blocks(draft: Draft, day: date) -> None:
    """Put the blocks of a project together, as they stand on a day; report what does not add up."""
    built = _homes(draft, "bouw")
    gone = _homes(draft, "sloop")
    to_come = sum(_dates(draft, number, "bouw", homes, day) for number, homes in built.items())
    for number, homes in gone.items():
        _dates(draft, number, "sloop", homes, day)
    if any(key.endswith("/bouw") for key in draft.cells):
        draft.values["woningen"] = total = sum(built.values())
        if to_come == total:
            # All of them have a date that is still to come: what was delivered needs no guess.
            draft.values["restant"] = total
    if gone:
        draft.values["sloop"] = sum(gone.values())
    for block, named in _SPLITS.items():
        parts = _split(draft, built, block, named)
        if set(parts) != {f"{block}.onbekend"}:
            draft.values.update(parts)
    prices = [ref(c.row, c.column) for key, c in draft.cells.items() if "/prijs" in key]
    if prices and any(key.startswith("betaalbaarheid.") for key in draft.values):
        message = (
            f"prijsklassen ({', '.join(prices)}) zijn niet overgenomen: zij volgen de grenzen van DIWI en niet die "
        )
        message += "van een jaar. Huur en koop zijn wel verdeeld"
        draft.say(WP617, None, message)


def _homes(draft: Draft, kind: str) -> dict[int, int]:
    """Return the homes of the blocks of a kind, by row."""
    amounts = {number: _amount(draft, f"{number}/{kind}") for number in draft.rows}
    return {number: homes for number, homes in amounts.items() if homes is not None}


def _split(draft: Draft, built: Mapping[int, int], block: str, named: str) -> dict[str, int]:
    """Return how the homes of all blocks are divided; those of a block that says nothing are unknown."""
    found: Counter[str] = Counter()
    for number, homes in built.items():
        parts = _parts(draft, number, block)
        if parts and sum(parts.values()) != homes:
            message = f"{named} tellen op tot {sum(parts.values())}, maar het blok heeft {homes} woningen"
            draft.say(WP613, draft.cells[f"{number}/bouw"], message)
        found.update(parts or {f"{block}.onbekend": homes})
    return {key: value for key, value in found.items() if value}


def _amount(draft: Draft, key: str) -> int | None:
    cell = draft.cells.get(key)
    if cell is None:
        return None
    value = whole(cell.value, key="woningen")
    if isinstance(value, Problem):
        draft.say(value.rule, cell, value.message, value.hint)
        return None
    return value if isinstance(value, int) else None


def _parts(draft: Draft, number: int, block: str) -> dict[str, int]:
    parts: dict[str, int] = {}
    for name in list(draft.cells):
        row, slash, rest = name.partition("/")
        key = rest.partition("|")[2]
        if slash and row == str(number) and key.startswith(f"{block}."):
            value = _amount(draft, name)
            if value is not None:
                parts[key] = parts.get(key, 0) + value
    return parts


def _dates(draft: Draft, number: int, kind: str, homes: int, day: date) -> int:
    """Put homes in the year of their date, and return how many are still to come.

    A date that is past says neither that they are there nor that they come.
    """
    block = "oplevering" if kind == "bouw" else "sloop_jaar"
    found: dict[str, int] = {}
    past: list[str] = []
    dated = 0
    prefix = f"{number}/{kind} "
    for name in [name for name in draft.cells if name.startswith(prefix)]:
        value = _amount(draft, name)
        if not value:
            continue
        dated += value
        when = name.removeprefix(prefix)
        cell = draft.cells[name]
        if date.fromisoformat(when) < day:
            past.append(f"{ref(cell.row, cell.column)}: {value} op {shown(date.fromisoformat(when))}")
        else:
            found[when[:4]] = found.get(when[:4], 0) + value
    if dated > homes:
        cell = draft.cells[f"{number}/{kind}"]
        draft.say(WP613, cell, f"de opleverdata tellen op tot {dated}, maar het blok heeft {homes} woningen")
        return 0
    for year, value in found.items():
        draft.values[f"{block}.{year}"] = draft.values.get(f"{block}.{year}", 0) + value
    if past and kind == "bouw":
        message = (
            f"de opleverdatum is voorbij op de peildatum ({'; '.join(past)}): dat bewijst niet dat er gebouwd is. "
        )
        message += "Er staat dus niet bij of deze woningen er zijn of nog komen"
        draft.say(WP620, None, message)
    return sum(found.values())
