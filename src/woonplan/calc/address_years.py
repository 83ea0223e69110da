"""The address of every number in the tables of `gap --by jaar`: `2024.hard`, `tempo.2021_2029.per_jaar`, `schema.rest`.

Years and the other rows of the trajectory stand first in an address; the tables about the pace are named in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from woonplan.calc.derived import Explained, Shown, derived
from woonplan.calc.figure import Figure
from woonplan.calc.measure import Measure, Quotient
from woonplan.calc.moment import Moment
from woonplan.calc.naming import as_named, slug
from woonplan.calc.pace import SUFFIX, Inhaal, Tempo, Voorraad
from woonplan.calc.readings import Lezing, chosen
from woonplan.calc.trajectory import Trajectory

TOTAL = "totaal"

_LEFT_OUT = re.compile(r"^(?:traject|cumulatief|voorraad(?=\.dekking))\.")
"""Tables whose rows and columns say enough by themselves."""

Named = Iterator[tuple[str, Explained | None]]


def years_figures(found: Trajectory, lezingen: Sequence[Lezing]) -> dict[str, Explained]:
    """Return every number of the trajectory and the pace by its address within `gap.jaar`.

    Args:
        found: The trajectory.
        lezingen: The pace under every reading (``paces``); empty without a target.
    """
    named = tables_figures(found, lezingen)
    return {_LEFT_OUT.sub("", address): figure for address, figure in named.items()}


def name_in_years(table: str, place: Sequence[str]) -> str:
    """Return the address within `gap.jaar` of a number by its table, row and column in a csv."""
    return _LEFT_OUT.sub("", ".".join(as_named(table, place)))


def tables_figures(found: Trajectory, lezingen: Sequence[Lezing]) -> dict[str, Explained]:
    """Return the same by table, row and column, for a report that has other tables as well."""
    lezing = chosen(found, lezingen)
    named = [*_trajectory(found, lezing), *_readings(lezingen)]
    if lezing is not None:
        named += [*_schedule(lezing), *_supply(lezing)]
    return {address: quantity for address, quantity in named if quantity is not None}


def row_name(moment: Moment) -> str:
    """Return the name of a row of the trajectory in an address: `2024`, `2025_2029`, `zonder_jaar`."""
    if moment.years is None:
        return str(moment.wanneer)
    return "_".join(dict.fromkeys(str(year) for year in moment.years))


def _trajectory(found: Trajectory, lezing: Lezing | None) -> Named:
    for m in found.momenten:
        row = row_name(m)
        yield from _row(row, m.gerealiseerd, (m.hard, m.zacht, m.onbekend))
        yield f"cumulatief.{row}.cumulatief_hard", m.cumulatief_hard
        yield f"cumulatief.{row}.cumulatief", m.cumulatief
    if lezing is not None:
        for index, m in enumerate(found.jaren):
            yield f"traject.{row_name(m)}.nodig", _both(lezing, lambda end: end.per_jaar)
            low, high = (end.nodig_na(index + 1) for end in lezing.ends)
            yield f"cumulatief.{row_name(m)}.cumulatief_nodig", derived(low, high)
    if found.period is not None:
        sums = found.balance.sums
        yield from _row(TOTAL, found.balance.gerealiseerd, (sums.hard, sums.zacht, sums.onbekend))
        if lezing is not None:
            yield f"traject.{TOTAL}.nodig", _both(lezing, lambda end: end.opgave)


def _row(name: str, done: Figure | None, figures: tuple[Figure, Figure, Figure]) -> Named:
    yield f"traject.{name}.gerealiseerd", done
    for column, figure in zip(("hard", "zacht", "status_onbekend"), figures, strict=True):
        yield f"traject.{name}.{column}", figure


def _readings(lezingen: Sequence[Lezing]) -> Named:
    for lezing in lezingen:
        row = f"tempo.{slug(lezing.telling.id)}"
        yield f"{row}.jaren", lezing.periode
        yield f"{row}.bij_tempo", lezing.bij_tempo
        yield f"{row}.per_jaar", _both(lezing, lambda end: end.per_jaar)
        yield f"{row}.gerealiseerd", lezing.gerealiseerd
        yield f"{row}.rest_jaren", lezing.over
        yield f"{row}.rest", _both(lezing, lambda end: end.rest_per_jaar)


def _schedule(lezing: Lezing) -> Named:
    yield "schema.opgave", _both(lezing, lambda end: end.opgave)
    yield "schema.per_jaar", _both(lezing, lambda end: end.per_jaar)
    yield "schema.nodig_tot_peildatum", _both(lezing, lambda end: end.nodig)
    yield "schema.gerealiseerd", lezing.gerealiseerd
    yield "schema.stand", _both(lezing, lambda end: end.stand)
    yield "schema.rest", _both(lezing, lambda end: end.rest)
    yield "schema.rest_per_jaar", _both(lezing, lambda end: end.rest_per_jaar)
    for way in Inhaal:
        low, high = (end.inhalen.get(way) for end in lezing.ends)
        yield f"schema.inhalen_{way}", _pair(low, high)


def _supply(lezing: Lezing) -> Named:
    low, high = lezing.ends
    for name in low.voorraad:
        pair = (low.voorraad[name], high.voorraad[name])
        yield f"voorraad.{name}", _quotient(pair, lambda supply: supply.in_jaren, Shown.JAREN)
        soon = f"voorraad.{name}_{SUFFIX}"
        yield soon, _quotient(pair, lambda supply: supply.in_komende_jaren, Shown.JAREN)
        yield f"voorraad.dekking.{name}", _quotient(pair, lambda supply: supply.in_deel, Shown.PROCENT)


def _both(lezing: Lezing, value: Callable[[Tempo], Measure | None]) -> Explained | None:
    low, high = (value(end) for end in lezing.ends)
    return _pair(low, high)


def _pair(low: Measure | None, high: Measure | None) -> Explained | None:
    return derived(low, high) if low is not None and high is not None else None


def _quotient(
    ends: tuple[Voorraad, Voorraad], value: Callable[[Voorraad], Quotient | None], shown: Shown
) -> Explained | None:
    low, high = map(value, ends)
    return derived(low, high, shown) if low is not None and high is not None else None
