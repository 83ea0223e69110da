"""One area in both states: its sums, and every cause that leads from the old ones to the new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from woonplan.calc.diff.attribution import GEMEENTEN, Attribution, Deelverschil
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.diff.rules import Blok
from woonplan.calc.diff.tally import KOLOMMEN, Tallied
from woonplan.calc.number.figure import Figure, Op, Origin, given
from woonplan.calc.number.sums import changed
from woonplan.model.change import Change, added_to, changes
from woonplan.model.number import NOTHING, Number

OPGELEVERD = "opgeleverd_sinds_begin"
"""The cause that is no plan: what the stock statistics count since the start of the period."""

OVERIG = "overig"
"""What can be attributed to nothing that is listed."""

OORZAKEN = (*map(str, Blok), *map(str, Wijziging), GEMEENTEN, OPGELEVERD, OVERIG)
"""Every cause, in the order in which they are listed."""


class Oorzaak(NamedTuple):
    """One cause in a row: a block of rules, a kind of change, or what is no plan at all."""

    naam: str
    plannen: int
    """How many plans it is about; 0 for a cause that is no plan."""
    figures: Mapping[str, Figure]
    """By sum, what it changed; only the sums that it changed."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One area: its sums in both states, and all that leads from the old to the new ones."""

    naam: str
    oud: Mapping[str, Figure]
    nieuw: Mapping[str, Figure]
    oorzaken: tuple[Oorzaak, ...]
    verschil: Mapping[str, Figure]

    @property
    def anders(self) -> bool:
        """Whether anything in it changed."""
        return bool(self.oorzaken)


def row(name: str, before: Tallied, after: Tallied, pieces: Iterable[Deelverschil], attribution: Attribution) -> Rij:
    """Return the row of an area, with its change in pieces."""
    by_cause: dict[str, dict[str, list[Deelverschil]]] = {}
    for piece in pieces:
        by_cause.setdefault(piece.oorzaak, {}).setdefault(piece.kolom, []).append(piece)
    oorzaken = []
    for cause in sorted(by_cause, key=OORZAKEN.index):
        kolommen = by_cause[cause]
        plans = {piece.nummer for of_kolom in kolommen.values() for piece in of_kolom if piece.nummer >= 0}
        figures = {
            kolom: together(Op.RECORDS, cause, [_piece(piece, attribution) for piece in kolommen[kolom]])
            for kolom in KOLOMMEN
            if kolom in kolommen
        }
        oorzaken.append(Oorzaak(cause, len(plans), figures))
    verschil = {
        kolom: difference(kolom, oorzaken, before.figures.get(kolom, _NONE), after.figures.get(kolom, _NONE))
        for kolom in KOLOMMEN
        if kolom in before.figures or kolom in after.figures
    }
    return Rij(name, before.figures, after.figures, tuple(oorzaken), verschil)


_NONE = given("niets", "niet in deze stand", NOTHING)


def difference(kolom: str, oorzaken: Sequence[Oorzaak], before: Figure, after: Figure) -> Figure:
    """Return by how much a sum changed: all causes together, also where both numbers of it are open at an end.

    What is approximate came and went where it is in neither of the two: then the difference is not approximate.
    """
    whole = together(Op.SAMEN, kolom, [o.figures[kolom] for o in oorzaken if kolom in o.figures])
    low, high = (
        replace(end, circa=end.circa and (new.circa or old.circa))
        for end, new, old in zip(whole.ends, after.ends, before.ends, strict=True)
    )
    return Figure(f"verschil_{kolom}", f"verschil {kolom}", Op.WIJZIGING, (low, high), (after, before))


def together(op: Op, name: str, parts: Sequence[Figure]) -> Figure:
    """Return changes together."""
    low, high = (changes(change_of(part, end) for part in parts) for end in (0, 1))
    return Figure(name, name.replace("_", " "), op, (low, high), tuple(parts))


def change_of(figure: Figure, end: int) -> Change:
    """Return a change at one end of the target; a number that is none is added to nothing."""
    number = figure.ends[end]
    return number if isinstance(number, Change) else added_to(number)


def _piece(piece: Deelverschil, attribution: Attribution) -> Figure:
    """Return what one cause changed in what a record, or a municipality without any, adds to one sum."""
    if piece.nummer >= 0:
        record = attribution.paren[piece.nummer].record
        return moved(record.plan.id, record.plan.naam, piece.voor, piece.na, record.origin)
    lack = next(iter(piece.voor.missing | piece.na.missing))
    return moved("geen_plannen", lack.naam, piece.voor, piece.na, None)


def moved(name: str, label: str, before: Number, after: Number, origin: Origin | None) -> Figure:
    """Return what changed one number of a record into another."""
    was = given(f"{name}.ervoor", f"{label}, ervoor", before, origin)
    return changed(name, label, given(f"{name}.erna", f"{label}, erna", after, origin), was)
