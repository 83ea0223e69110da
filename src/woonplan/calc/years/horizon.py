"""What comes in the coming years: for certain, and at the most. The supply that their requirement is held against.

Homes of a period of years that lies partly in them, and homes without a year, may come in them: the low end is without
those, the high end with them. What the trajectory has in a year before or after them is in neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from woonplan.calc.capacity.sums import LABELS
from woonplan.calc.number.bounds import perhaps_of
from woonplan.calc.number.figure import Figure, Op, Parts, given
from woonplan.calc.number.sums import tallied, together
from woonplan.calc.target.period import Period
from woonplan.calc.years.calendar import within
from woonplan.calc.years.pace import SUFFIX
from woonplan.calc.years.planned import Planned
from woonplan.model.base import years_text
from woonplan.model.control import Planklasse
from woonplan.model.number import Number, total
from woonplan.model.restant import Years

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


def coming(klasse: Planklasse, found: Sequence[Planned], years: Period, nothing: Sequence[Figure]) -> Figure:
    """Return what the records of one class have in the coming years (homes), ``nothing`` of municipalities with it."""
    pieces = [(p, _pieces(p, years)) for p in found if p.klasse is klasse]
    records = [(p, parts) for p, parts in pieces if parts]
    homes = [_homes(parts) for _, parts in records] + [part.low for part in nothing]
    made = Parts(len(homes), lambda: (*(_figure(p, parts) for p, parts in records), *nothing))
    return tallied(f"{klasse}_{SUFFIX}", f"{LABELS[klasse]} in de komende jaren", homes, made)


def _pieces(p: Planned, period: Period) -> Pieces:
    return tuple(
        (years, perhaps_of(homes) if years is None else within(homes, years, period))
        for years, homes in p.when.items()
        if years is None or period.touches(*years)
    )


def _homes(pieces: Pieces) -> Number:
    """Return the homes of one record."""
    return total(homes for _, homes in pieces)


def _figure(p: Planned, pieces: Pieces) -> Figure:
    if _homes(pieces).blank:
        return given(p.name, p.label, _homes(pieces), p.origin)
    parts = [_part(p, years, homes) for years, homes in pieces]
    if len(parts) == 1:
        return parts[0]._replace(name=p.name)
    return together(p.name, p.label, parts)._replace(origin=p.origin)


def _part(p: Planned, years: Years, homes: Number) -> Figure:
    """Return what comes in one time, with the time in its words: that says why it is certain or not."""
    figure = p.figure(homes, years)
    when = years_text(years) if years else "zonder jaar"
    label = f"{p.label}, {when}" if figure.op is Op.GEGEVEN else figure.label
    return figure._replace(name=f"{p.name}.{when.replace('-', '_').replace(' ', '_')}", label=label)
