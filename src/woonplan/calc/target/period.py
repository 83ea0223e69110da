"""The period of a target, and which years lie in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, cached_property

from woonplan.model.base import first_day, years_of
from woonplan.model.number import Number, between
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.target import Telling


class Part(Enum):
    """Which part of a time lies inside a period."""

    INSIDE = "inside"
    SOME = "some"
    OUTSIDE = "outside"


_INSIDE = Part.INSIDE


@dataclass(frozen=True)
class Period:
    """From ``van`` (inclusive) to ``tot`` (exclusive)."""

    van: date
    tot: date

    @classmethod
    def of(cls, telling: Telling) -> Period:
        """Return the period of one reading of a target."""
        return cls(first_day(telling.van), first_day(telling.tot))

    def holds(self, first: int, last: int) -> bool:
        """Whether the calendar years ``first`` to ``last`` (both inclusive) lie wholly inside."""
        return self.van <= date(first, 1, 1) and date(last + 1, 1, 1) <= self.tot

    def touches(self, first: int, last: int) -> bool:
        """Whether the calendar years ``first`` to ``last`` (both inclusive) lie at least partly inside."""
        return date(first, 1, 1) < self.tot and self.van < date(last + 1, 1, 1)

    def beyond(self, fasering: Mapping[str, int], *, evenly: bool = False) -> Number | None:
        """Return how many homes of a phasing fall outside the period; None when all of them count.

        A span of years that is partly inside leaves open how many of its homes are: the bounds hold both cases, unless
        they are spread ``evenly`` over its years. What has no year ("onbekend") counts as inside.
        """
        certain = possible = 0
        part_of = self._part
        for periode, aantal in fasering.items():
            part = part_of(periode)
            if part is _INSIDE:
                continue
            # Over years without a last one nothing can be spread.
            spread = evenly and part is Part.SOME and not periode.endswith("-")
            outside = self._spread_beyond(periode, aantal) if spread else aantal
            if spread or part is Part.OUTSIDE:
                certain += outside
            possible += outside
        return between(certain, possible) if possible else None

    def _spread_beyond(self, periode: str, aantal: int) -> int:
        """Return how many homes of a span of years fall outside when each year has its even piece (``spread``)."""
        first, last = years_of(periode) or (0, 0)
        count = last - first + 1
        pieces = (aantal // count + (index < aantal % count) for index in range(count))
        return sum(homes for year, homes in enumerate(pieces, first) if not self.touches(year, year))

    @cached_property
    def _part(self) -> Callable[[str], Part]:
        """Which part of a time lies inside: asked for every year of every record, of which some hundred differ."""
        return cache(self._part_of)

    def _part_of(self, periode: str) -> Part:
        years = years_of(periode)
        if years is None or self.holds(*years):
            return _INSIDE
        return Part.SOME if self.touches(*years) else Part.OUTSIDE

    def ends_before(self, year: int) -> bool:
        """Whether a calendar year begins on or after the end of the period."""
        return date(year, 1, 1) >= self.tot

    def elapsed(self, day: date) -> tuple[range, tuple[int, ...]]:
        """Return the whole calendar years of the period before ``day``, and the years of which a part is."""
        end = min(day, self.tot)
        if end <= self.van:
            return range(0), ()
        begins_late = self.van != date(self.van.year, 1, 1)
        first = self.van.year + begins_late
        years = range(first, max(first, end.year))
        parts = [self.van.year] if begins_late else []
        if end != date(end.year, 1, 1) and end.year not in parts:
            parts.append(end.year)
        return years, tuple(parts)


def agreed_term(waarde: Waarde | None, day: date) -> Period | None:
    """Return all days before the end of an agreed number of years or months from a day; None when it is not agreed."""
    return None if waarde is None else Period(date.min, months_later(day, months(waarde)))


def months(waarde: Waarde) -> int:
    """Return an agreed number of years or months in months."""
    return int(waarde.breuk * (12 if waarde.eenheid is Eenheid.JAAR else 1))


def months_later(day: date, number: int) -> date:
    """Return the same day so many months later (or earlier); where that month lacks it, the first of the next month.

    What lies before the first or after the last date there is, becomes that date.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return months_later(day.replace(day=1), number + 1)
