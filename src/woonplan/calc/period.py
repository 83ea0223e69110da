"""The period of a target, and which years lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from woonplan.model.base import first_day
from woonplan.model.target import Telling


@dataclass(frozen=True, slots=True)
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

    def elapsed(self, day: date) -> tuple[range, bool]:
        """Return the whole calendar years of the period before ``day``, and whether part of a year remains over."""
        end = min(day, self.tot)
        if end <= self.van:
            return range(0), False
        first = self.van.year if self.van == date(self.van.year, 1, 1) else self.van.year + 1
        years = range(first, max(first, end.year))
        begins_late = self.van != date(self.van.year, 1, 1)
        return years, begins_late or end != date(end.year, 1, 1)
