"""What counts of the records of one class by when it comes: in a year, in a period of years, or at an unknown time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from woonplan.calc.capacity.sums import LABELS
from woonplan.calc.number.bounds import perhaps_of
from woonplan.calc.number.figure import Figure, Parts
from woonplan.calc.number.sums import tallied
from woonplan.calc.target.period import Period
from woonplan.calc.years.planned import Planned
from woonplan.model.control import Planklasse
from woonplan.model.gemis import Gemis
from woonplan.model.number import Number, Way, unknown
from woonplan.model.restant import Years


class Bit(NamedTuple):
    """What of one record comes at a time; a figure only when somebody asks where a sum comes from.

    50,000 plans of ten years are half a million of them.
    """

    planned: Planned
    low: Number
    """The number of homes, at either end of the target."""
    years: Years

    def figure(self) -> Figure:
        """Return it as a number with the way it came about."""
        return self.planned.figure(self.low, self.years)


Part = Bit | Figure


@dataclass(frozen=True, slots=True)
class Calendar:
    """What counts of one class of records, by when; made once for all rows, since a country has 50,000 plans."""

    klasse: Planklasse
    at: Mapping[Years, Figure]
    """What comes in a year or a period of years that lies at least partly inside the target's period."""
    zonder_jaar: Figure
    verzamelpost: Figure
    buiten: Figure
    """What falls outside the period for certain: it is in no sum of the balance."""
    bits: Mapping[Years, Sequence[Part]]
    """What that is the sum of."""
    undated: tuple[tuple[int, int, Part], ...]
    """Homes of unknown year as unknown numbers, with the first and last year (inclusive) that they may be in."""
    beside: tuple[tuple[frozenset[Years], Part], ...]
    """Unknown numbers of records of which the demolition is unknown, with the times that they name themselves."""
    missing: tuple[Figure, ...]
    """Unknown numbers for municipalities without records."""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The periods of more than one year."""
        return tuple(years for years in self.at if years is not None and years[0] < years[1])

    def during(self, years: Years, *, past: bool) -> Figure:
        """Return what comes in a year, with the records that may have homes in it counted as unknown.

        None may in a year that is ``past`` on the reference date: homes that are still to come cannot come in it.
        """
        parts = self.bits.get(years, ())
        if years is None or past:
            return self._counted(parts)
        may = (bit for first, last, bit in self.undated if first <= years[0] <= last)
        other = (bit for named, bit in self.beside if years not in named)
        return self._counted((*parts, *may, *other, *self.missing))

    def with_missing(self, found: Figure) -> Figure:
        """Return a row with what municipalities without records may have in it counted as unknown."""
        if not self.missing:
            return found
        missing = self.missing
        numbers = [found.low, *(figure.low for figure in missing)]
        parts = Parts(len(found.parts) + len(missing), lambda: (*found.parts, *missing))
        added = tallied(str(self.klasse), LABELS[self.klasse], numbers, parts)
        return _heard(added) if found.low.known else added

    def until(self, year: int, *, past: bool) -> tuple[Figure, ...]:
        """Return the parts of what comes up to and including a year.

        A period of years counts from its last year on: then all of it must have come. Before that, and for records
        without a year, it is unknown how many have; none has by a year that is ``past`` on the reference date.
        """
        found = tuple(figure for years, figure in self.at.items() if years is not None and years[1] <= year)
        if past:
            return found
        may = [bit for first, end, bit in self.undated if first <= year < end]
        # Once one of its years is counted, so is its unknown number.
        may += (bit for named, bit in self.beside if not any(years and years[1] <= year for years in named))
        return (*found, _tallied("onbekend", "jaar onbekend", (*may, *self.missing)))

    def _counted(self, parts: Iterable[Part]) -> Figure:
        return _sum(self.klasse, tuple(parts))


def calendar(
    klasse: Planklasse,
    found: Sequence[Planned],
    period: Period | None,
    nothing: tuple[Figure, ...] = (),
    *,
    some: bool = False,
) -> Calendar:
    """Return what counts of some records, as those of one class, beside the municipalities that have none.

    ``some`` is whether anything is known of the class: also a record without homes says that none come.
    """
    at: dict[Years, list[Part]] = {}
    zonder: list[Part] = []
    verzamel: list[Part] = []
    buiten: list[Part] = []
    undated: list[tuple[int, int, Part]] = []
    beside: list[tuple[frozenset[Years], Part]] = []
    for p in found:
        some = some or any(homes.known for homes in p.when.values())
        for years, homes in p.when.items():
            if years is None:
                (verzamel if p.aggregate else zonder).append(_bit(p, perhaps_of(homes) if p.late else homes))
                buiten += [_bit(p, perhaps_of(homes))] if p.late else []
                continue
            if period is None or period.touches(*years):
                at.setdefault(years, []).append(_bit(p, within(homes, years, period), years))
            if period is not None and not period.holds(*years):
                # Of a span of years that lies partly inside, all of it may be outside as well.
                touches = period.touches(*years)
                buiten.append(_bit(p, perhaps_of(homes) if touches else homes, years))
        undated += [(*years, _bit(p, homes)) for years, homes in p.maybe_in()]
        if p.beside:
            no_year = unknown(Gemis.JAAR, Way.BOTH).of(p.name)
            beside.append((p.beside, _bit(p, no_year)))
    return Calendar(
        klasse,
        {years: _sum(klasse, parts) for years, parts in at.items()},
        _sum(klasse, [*zonder, *nothing]),
        _sum(klasse, verzamel),
        _heard(_sum(klasse, buiten)) if some else _sum(klasse, buiten),
        at,
        tuple(undated),
        tuple(beside),
        nothing,
    )


def _bit(planned: Planned, homes: Number, years: Years = None) -> Bit:
    return Bit(planned, homes.of(planned.name), years)


def _heard(figure: Figure) -> Figure:
    """Return a sum that is known to be of some records, also when none of them is in it."""
    low, high = (replace(end, known=max(end.known, 1)) for end in figure.ends)
    return figure._replace(ends=(low, high))


def _sum(klasse: Planklasse, parts: Sequence[Part]) -> Figure:
    return _tallied(str(klasse), LABELS[klasse], parts)


def _tallied(name: str, label: str, parts: Sequence[Part]) -> Figure:
    made = Parts(len(parts), lambda: (part if isinstance(part, Figure) else part.figure() for part in parts))
    return tallied(name, label, [part.low for part in parts], made)


def within(homes: Number, years: tuple[int, int], period: Period | None) -> Number:
    """Return what counts of homes that come in a time that lies at least partly inside a period."""
    return homes if period is None or period.holds(*years) else perhaps_of(homes)
