"""What a change does to the balance, at both ends of the target: by capacity, by deliveries, and by the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from woonplan.calc.diff.row import OORZAKEN, OPGELEVERD, OVERIG, Oorzaak, Rij, change_of, difference, together
from woonplan.calc.diff.rules import Blok
from woonplan.calc.diff.tally import SAMEN
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure, Op, given
from woonplan.calc.number.sums import changed, subtracted
from woonplan.calc.view import View
from woonplan.model.number import NOTHING

SALDO = "saldo"
_NOTHING = given("niets", "niets", NOTHING)


def with_balance(rij: Rij, views: Sequence[View], blokken: Sequence[Blok | None]) -> Rij:
    """Return the row of the whole area with its balance; as it is where either state has none.

    Args:
        rij: The row.
        views: The old state under its own rules and under new ones, block by block, and the new state.
        blokken: What leads from each of them to the next; None for the data themselves.
    """
    found = [balance(view) for view in views]
    if any(one.saldo is None for one in found):
        return rij
    beside: dict[str, list[Figure]] = {}
    for blok, before, after in zip(blokken, found, found[1:], strict=False):
        for cause, figure in _beside(blok, before, after):
            if not all(change_of(figure, end).nothing for end in (0, 1)):
                beside.setdefault(cause, []).append(figure)
    causes = {oorzaak.naam: oorzaak for oorzaak in rij.oorzaken}
    oorzaken = [
        _with_saldo(causes.get(name, Oorzaak(name, 0, {})), beside.get(name, []))
        for name in OORZAKEN
        if name in causes or name in beside
    ]
    old, new = (one.saldo for one in (found[0], found[-1]) if one.saldo is not None)
    verschil = {**rij.verschil, SALDO: difference(SALDO, oorzaken, old, new)}
    return Rij(rij.naam, {**rij.oud, SALDO: old}, {**rij.nieuw, SALDO: new}, tuple(oorzaken), verschil)


def _beside(blok: Blok | None, before: Balance, after: Balance) -> Iterator[tuple[str, Figure]]:
    """Yield what is in the balance beside capacity, with the cause of its change."""
    old, new = (one.gerealiseerd or _NOTHING for one in (before, after))
    yield OPGELEVERD if blok is None else str(blok), changed("gerealiseerd", "opgeleverd", new, old)
    # A target of at least so many has an open end; taken off it is open at the other side.
    old, new = (_taken_off(one.doel.figure if one.doel else _NOTHING) for one in (before, after))
    yield OVERIG if blok is None else str(blok), changed("opgave", "opgave", new, old)


def _taken_off(doel: Figure) -> Figure:
    return subtracted("min_opgave", f"min {doel.label}", _NOTHING, doel)


def _with_saldo(oorzaak: Oorzaak, beside: Sequence[Figure]) -> Oorzaak:
    parts = [*([oorzaak.figures[SAMEN]] if SAMEN in oorzaak.figures else []), *beside]
    if not parts:
        return oorzaak
    return oorzaak._replace(figures={**oorzaak.figures, SALDO: together(Op.SAMEN, oorzaak.naam, parts)})
