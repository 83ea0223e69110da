"""What sums hold, record by record: the numbers that a table of `gap` adds up, so that a change in them adds up too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from woonplan.calc.capacity.sums import Sums
from woonplan.calc.capacity.trace import SharedParts
from woonplan.calc.number.figure import Figure
from woonplan.model.number import Number, total

HARD, ZACHT, SAMEN = "hard", "zacht", "samen"
KOLOMMEN = (HARD, ZACHT, "status_onbekend", "telt_niet", "buiten_telling", SAMEN)
"""The sums that a record may be in; ``samen`` is what the balance counts."""

Telling = Mapping[str, Number]
"""What each record adds to one sum, by its id; a municipality without records by its name after a space."""

SILENT = " "
"""What the name of a municipality without records begins with, so that it is no id."""


class Tallied(NamedTuple):
    """The sums of one row of a table: each figure with what it is made of."""

    figures: Mapping[str, Figure]
    records: Mapping[str, Telling]
    """By sum, what every record adds to it."""


NO_SUMS = Tallied({}, {})
"""A row that a state does not have."""


def tally(sums: Sums) -> Tallied:
    """Return the sums of a row by their names, with what every record adds to each."""
    figures = dict(zip(KOLOMMEN, (sums.hard, sums.zacht, sums.onbekend, sums.telt_niet, sums.buiten), strict=False))
    parts: dict[str, Iterable[Figure]] = {name: (figure,) for name, figure in figures.items()}
    parts[KOLOMMEN[-1]] = sums.samen
    return Tallied(figures, {name: _by_record(whole) for name, whole in parts.items()})


def _by_record(figures: Iterable[Figure]) -> Telling:
    found: dict[str, Number] = {}
    for figure in figures:
        for name, homes in _added(figure):
            found[name] = total((found[name], homes)) if name in found else homes
    return found


def _added(figure: Figure) -> Iterator[tuple[str, Number]]:
    """Yield what every record adds to a sum, which may be one of two sums."""
    parts = figure.parts
    if isinstance(parts, SharedParts):
        for share in parts.shares:
            yield share.contribution.plan.id, share.homes
        if len(parts) > len(parts.shares):
            for silent in parts[len(parts.shares) :]:
                yield next(f"{SILENT}{lack.naam}" for lack in silent.low.missing), silent.low
    else:
        for part in parts:
            yield from _added(part)
