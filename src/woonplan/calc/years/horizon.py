"""What comes in the coming years: for certain, and at the most. The supply that their requirement is held against.

Homes of a period of years that lies partly in them, and homes without a year, may come in them: the low end is without
those, the high end with them. What the trajectory has in a year before or after them is in neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from woonplan.calc.capacity.sums import LABELS
from woonplan.calc.number.figure import Figure, Op, Parts, given, tallied, together
from woonplan.calc.target.period import Period
from woonplan.calc.years.calendar import Silent, missing, within
from woonplan.calc.years.pace import SUFFIX
from woonplan.calc.years.phasing import Years, perhaps
from woonplan.calc.years.planned import Planned
from woonplan.model.control import Planklasse
from woonplan.model.number import UNKNOWN, Number, total

Pieces = tuple[tuple[Years, Number], ...]
"""What of a record comes in the coming years, by when; homes that may come in them are 0 or more."""


def coming_years(period: Period, day: date, count: int) -> Period | None:
    """Return the next ``count`` years of a period, from the calendar year of ``day`` on; None without any.

    The whole year of ``day`` is among them: what a state has in it is still to come.
    """
    if count <= 0:
        return None
    start = max(period.van, date(day.year, 1, 1))
    # A period may begin on 29 February, which the year of its end need not have.
    end = date(start.year + count, start.month, min(start.day, 28) if start.month == 2 else start.day)
    return Period(start, min(end, period.tot))


def coming(klasse: Planklasse, found: Sequence[Planned], years: Period, silent: Silent) -> Figure:
    """Return what the records of one class have in the coming years (homes), unknown ones counted beside it."""
    pieces = [(p, _pieces(p, years)) for p in found if p.klasse is klasse]
    records = [(p, parts) for p, parts in pieces if parts]
    nothing = missing(klasse, silent)
    homes = [_homes(parts) for _, parts in records] + [part.low for part in nothing]
    made = Parts(len(homes), lambda: (*(_figure(p, parts) for p, parts in records), *nothing))
    return tallied(f"{klasse}_{SUFFIX}", f"{LABELS[klasse]} in de komende jaren", homes, made)


def _pieces(p: Planned, period: Period) -> Pieces:
    return tuple(
        (years, perhaps(homes) if years is None else within(homes, years, period))
        for years, homes in p.when.items()
        if years is None or period.touches(*years)
    )


def _homes(pieces: Pieces) -> Number:
    """Return the homes of one record; one that has no number counts once, however many years it names."""
    return UNKNOWN if any(homes.blank for _, homes in pieces) else total(homes for _, homes in pieces)


def _figure(p: Planned, pieces: Pieces) -> Figure:
    if _homes(pieces).blank:
        return given(p.name, p.label, UNKNOWN, p.origin)
    parts = [part for years, homes in pieces for part in _parts(p, years, homes)]
    if len(parts) == 1:
        return replace(parts[0], name=p.name)
    return replace(together(p.name, p.label, parts), origin=p.origin)


def _parts(p: Planned, years: Years, homes: Number) -> Iterator[Figure]:
    """Yield what comes in one time, with the time in its words: that says why it is certain or not."""
    figure = p.figure(homes, years)
    if figure.op is Op.SAMEN:
        yield from figure.parts
        return
    names = [str(year) for year in dict.fromkeys(years)] if years else ["zonder_jaar"]
    label = f"{p.label}, {'-'.join(names).replace('_', ' ')}" if figure.op is Op.GEGEVEN else figure.label
    yield replace(figure, name=f"{p.name}.{'_'.join(names)}", label=label)
