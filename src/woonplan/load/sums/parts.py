"""Parts against their aggregate: not more homes, other years, or more demolition than it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Listed, PlanRow
from woonplan.model.base import years_of
from woonplan.model.number import Number, total
from woonplan.model.restant import gepland, te_slopen
from woonplan.rule import Example, Rule, plan_text

NAMED = 5
"""So many parts are named in one finding."""


_REST = "  - {id: rest, naam: Overige plannen, soort: verzamelpost, %s, planstatus: hard, restant: 100}\n"
_HUNDRED = _REST % "regio: Twente"
_DIVIDED = (_REST % "gemeenten: [Borne, Hengelo]").replace("}", ",\n     verdeling: {Borne: 10, Hengelo: 90}}")


def _of(*lines: str) -> str:
    return plan_text("beekstraat", "planstatus: hard", *lines, "onderdeel_van: rest")


WP308 = Rule(
    code="WP308",
    naam="onderdelen groter dan verzamelpost",
    wat=(
        "De onderdelen van een verzamelpost tellen op tot meer dan de verzamelpost zelf. Is die 'circa', dan is het "
        "een waarschuwing."
    ),
    waarom="De verzamelpost is het totaal; er kan niet meer in zitten dan hij groot is.",
    oplossing="Verhoog de verzamelpost, of haal 'onderdeel_van' weg bij wat er niet in zit.",
    hint="Verhoog de verzamelpost of haal 'onderdeel_van' weg bij wat er niet in zit.",
    fout=Example(_HUNDRED + _of("restant: 120"), 1, 5),
    goed=Example(_HUNDRED + _of("restant: 20")),
)
"""Parts larger than their aggregate."""

WP319 = Rule(
    code="WP319",
    naam="onderdelen passen niet in verzamelpost",
    wat=(
        "Onderdelen hebben in een gemeente meer woningen dan de verdeling van hun verzamelpost daar heeft, woningen of "
        "sloop in jaren waarin de verzamelpost er geen of minder heeft, of samen meer sloop. Is de verzamelpost "
        "'circa', dan is meer dan het aantal met zijn marge een waarschuwing."
    ),
    waarom="Wat van de verzamelpost gezegd is geldt voor alles wat erin zit; een van de twee klopt dan niet.",
    oplossing=(
        "Verbeter de verdeling, de jaren of de sloop van de verzamelpost of die van het onderdeel, of haal "
        "'onderdeel_van' weg."
    ),
    hint="Verbeter de verzamelpost of het onderdeel, of haal 'onderdeel_van' weg.",
    fout=Example(_DIVIDED + _of("restant: 20"), 2, 25),
    goed=Example(_DIVIDED + _of("restant: 10")),
)
"""Parts that do not fit in their aggregate."""


def aggregate_sums(rows: list[PlanRow], listed: Listed) -> Iterator[Diagnostic]:
    """Yield aggregates that do not hold their parts.

    Args:
        rows: All records of the register state.
        listed: The names of `gemeenten.yaml`.
    """
    parts: dict[str, list[PlanRow]] = {}
    for row in rows:
        if row.kind.is_part and row.kind.telt_mee:
            parts.setdefault(row.plan.onderdeel_van or "", []).append(row)
    for row in rows:
        if row.kind.aggregate and row.plan.id in parts:
            yield from _family(row, parts[row.plan.id], listed)


def _family(whole: PlanRow, parts: Sequence[PlanRow], listed: Listed) -> Iterator[Diagnostic]:
    plan, vanaf = whole.plan, whole.standdeel.vanaf
    left, inside = whole.left, total(part.left for part in parts)
    if not left.blank and left.high is not None and (inside.low or 0) > left.high:
        added = f"de onderdelen ({_names(parts)}) tellen op tot {inside.low}"
        message = f"{added}, meer dan de verzamelpost zelf ({left.high})"
        yield whole.finding(WP308, message, severity=_severity(left))
    if plan.verdeling is not None and (left.blank or left.high is not None):
        yield from _shares(whole, parts, plan.verdeling, listed)
    if plan.oplevering:
        yield from _years(whole, parts, "oplevering", left)
    sloop = te_slopen(plan, vanaf)
    theirs = total(te_slopen(part.plan, vanaf) for part in parts).low or 0
    if sloop.off(theirs) > 0:
        message = f"de onderdelen ({_names(parts)}) slopen er {theirs}, meer dan de verzamelpost zelf ({sloop.high})"
        yield whole.finding(WP319, message, "sloop")
    elif plan.sloop_jaar:
        yield from _years(whole, parts, "sloop_jaar", sloop)


def _severity(whole: Number) -> Severity:
    # One below 0 holds no parts at all, however rough its number is.
    return Severity.WAARSCHUWING if whole.circa and (whole.high or 0) >= 0 else Severity.FOUT


def _names(parts: Sequence[PlanRow]) -> str:
    names = [quote(part.plan.id) for part in parts[:NAMED]]
    return ", ".join([*names, f"en {len(parts) - NAMED} andere"] if len(parts) > NAMED else names)


def _shares(
    whole: PlanRow, parts: Sequence[PlanRow], verdeling: Mapping[str, int], listed: Listed
) -> Iterator[Diagnostic]:
    """Yield the municipalities, alone or as many as a part lies in, that have more homes of parts than their share."""
    shares: dict[str, tuple[str, int]] = {}
    for name, aantal in verdeling.items():
        # Two municipalities that are one by now have their shares together.
        said, so_far = shares.get(listed.own(name), (name, 0))
        shares[listed.own(name)] = (said, so_far + aantal)
    inside: dict[frozenset[str], list[tuple[PlanRow, int]]] = {}
    for part in parts:
        for places, homes in _by_places(part, listed):
            inside.setdefault(places, []).append((part, homes))
    for places in inside:
        # What lies in all of them is held against the aggregate itself.
        if not places or not places <= shares.keys() or len(places) == len(shares) > 1:
            continue
        names = [name for place, (name, _) in shares.items() if place in places]
        those = dict.fromkeys([places, *(frozenset({place}) for place in places)])
        held = [one for place in those for one in inside.get(place, ())]
        homes, share = sum(number for _, number in held), sum(shares[place][1] for place in places)
        if homes > share + whole.left.marge:
            where, who = ", ".join(map(quote, names)), _names([part for part, _ in held])
            message = f"de onderdelen ({who}) hebben in {where} {homes} woningen, meer dan de verdeling ({share})"
            yield whole.finding(WP319, message, "verdeling", names[0], severity=_severity(whole.left))


def _by_places(part: PlanRow, listed: Listed) -> Iterator[tuple[frozenset[str], int]]:
    """Yield where the homes of a part lie: as it divides them, or in all of its municipalities together."""
    verdeling, left = part.plan.verdeling, part.left
    if verdeling and left.single and left.low == sum(verdeling.values()):
        yield from ((frozenset({listed.own(name)}), aantal) for name, aantal in verdeling.items())
    else:
        yield listed.places(part.plan), int(left.low or 0)


class _Piece(NamedTuple):
    """Homes of a part that come in some years, or room in an aggregate for them."""

    first: int
    last: int
    homes: int
    row: PlanRow
    periode: str


def _years(whole: PlanRow, parts: Sequence[PlanRow], key: str, homes: Number) -> Iterator[Diagnostic]:
    """Yield the parts with years that their aggregate does not have, or with more in them than it has."""
    if homes.blank or homes.high is None:
        return
    rooms = _pieces(whole, key)
    spare = max(homes.high - sum(room.homes for room in rooms), 0)
    pieces = [piece for part in parts for piece in _pieces(part, key)]
    fitting: list[_Piece] = []
    for piece in pieces:
        if spare or any(room.first <= piece.last and piece.first <= room.last for room in rooms):
            fitting.append(piece)
            continue
        message = f"{key} {piece.periode} valt buiten de jaren van verzamelpost {quote(whole.plan.id)}"
        yield piece.row.finding(WP319, message, key, piece.periode, key=True)
    over = sum(piece.homes for piece in fitting) - _placed(fitting, rooms) - spare
    if over > homes.marge:
        names = _names(list({piece.row.plan.id: piece.row for piece in fitting}.values()))
        message = f"{key} van de onderdelen ({names}) is {over} meer dan de verzamelpost in die jaren heeft"
        yield whole.finding(WP319, message, key, key=True, severity=_severity(homes))


def _pieces(row: PlanRow, key: str) -> list[_Piece]:
    """Return what of a record is to come in known years, in the order of those."""
    fasering: Mapping[str, int] = gepland(getattr(row.plan, key) or {}, row.standdeel.vanaf)
    dated = ((years_of(periode), aantal, periode) for periode, aantal in fasering.items() if aantal)
    pieces = [_Piece(*years, aantal, row, periode) for years, aantal, periode in dated if years]
    return sorted(pieces, key=lambda piece: piece.first)


def _placed(pieces: Sequence[_Piece], rooms: Sequence[_Piece]) -> int:
    """Return how many of the homes find room at the most: of those that can go in, first what must be in first."""
    to_come = sorted(pieces, key=lambda piece: piece.first, reverse=True)
    waiting: list[tuple[int, int, int]] = []
    placed = 0
    for room in rooms:
        left = room.homes
        while to_come and to_come[-1].first <= room.last:
            piece = to_come.pop()
            heappush(waiting, (piece.last, len(to_come), piece.homes))
        while waiting and left:
            last, at, homes = heappop(waiting)
            taken = min(homes, left) if last >= room.first else 0
            left -= taken
            placed += taken
            if 0 < taken < homes:
                heappush(waiting, (last, at, homes - taken))
    return placed
