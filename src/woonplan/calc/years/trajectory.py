"""The trajectory: planned and delivered homes by calendar year of the target's period.

What has no year is never spread in silence: periods of years, records without a year, aggregates and what falls outside
the period each have a row of their own, and a year counts beside its sum the records that may have homes in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.sums import together
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.period import Period
from woonplan.calc.view import View, answer
from woonplan.calc.years.calendar import Calendar, calendar
from woonplan.calc.years.planned import Planned, planned
from woonplan.model.base import OPEN, first_day
from woonplan.model.control import Planklasse
from woonplan.model.restant import Years


class Wanneer(StrEnum):
    """What a row of the trajectory stands for."""

    JAAR = "jaar"
    TIJDVAK = "tijdvak"
    """A period of years that the plans give as a whole."""
    ZONDER_JAAR = "zonder_jaar"
    VERZAMELPOST = "verzamelpost"
    """Aggregates without years: plans nobody itemised."""
    BUITEN = "buiten_periode"


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of the trajectory; figures in homes, the same at both ends of the target."""

    wanneer: Wanneer
    years: Years
    """First and last year (both inclusive); None where there is none."""
    hard: Figure
    zacht: Figure
    onbekend: Figure
    """Homes of plans with an unknown status."""
    gerealiseerd: Figure | None = None
    """Net additions of a year before the reference date; None for any other row."""
    cumulatief_hard: Figure | None = None
    """Delivered and hard up to and including this year; None for a row that is no year."""
    cumulatief: Figure | None = None
    """Delivered, hard and soft up to and including this year."""


SHOWN = (Planklasse.HARD, Planklasse.ZACHT, Planklasse.ONBEKEND)
"""The classes of the trajectory; what does not count as capacity is in no year."""


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The rows, years first and in order, with the balance whose capacity they divide over time."""

    momenten: tuple[Moment, ...]
    balance: Balance
    period: Period | None
    gespreid: int
    """Records of which a period of years was spread over its years; 0 when that was not asked."""
    zonder_jaar: int
    """Records that count of which homes have no year, aggregates among them."""
    in_tijdvakken: bool
    """Whether the plans say in which periods their homes come, and of none in which year."""
    gepland: tuple[Planned, ...] = field(default=(), compare=False, repr=False)
    """The records that the rows are made of, for what else is asked of their years."""

    @property
    def jaren(self) -> tuple[Moment, ...]:
        """The calendar years, in order."""
        return tuple(found for found in self.momenten if found.wanneer is Wanneer.JAAR)


@answer
def trajectory(view: View) -> Trajectory:
    """Return what is planned and delivered by year.

    The rows add up to the capacity of the balance where all is exact, and are contained in it otherwise; what falls
    outside the period is in neither. A municipality without records counts as unknown in every row that is not over.
    """
    whole, period = balance(view), view.period
    found = planned(view)
    of = {klasse: [p for p in found if p.klasse is klasse] for klasse in SHOWN}
    loose = [p.perhaps() for p in of[Planklasse.ONBEKEND]]
    sums = {Planklasse.HARD: view.sums.hard, Planklasse.ZACHT: view.sums.zacht, Planklasse.ONBEKEND: view.sums.onbekend}
    known = {klasse: bool(figure.low.known) for klasse, figure in sums.items()}
    sure = tuple(calendar(k, of[k], period, view.nothing_of(k), some=known[k]) for k in SHOWN)
    hard, zacht, onbekend = sure
    if loose:
        # A plan of unknown status may be hard and may be soft, and is once in what is both.
        hard, zacht = (
            calendar(c.klasse, [*of[c.klasse], *loose], period, c.missing, some=known[c.klasse]) for c in (hard, zacht)
        )
        sure = (*sure[:2], calendar(Planklasse.ONBEKEND, loose, period))
    classes = (hard, zacht, onbekend)
    rows = _years(view, classes, sure[: 3 if loose else 2])
    spans = sorted({span for c in classes for span in c.spans})
    rows += [
        Moment(Wanneer.TIJDVAK, span, *(c.with_missing(c.during(span, past=True)) for c in classes)) for span in spans
    ]
    rows.append(Moment(Wanneer.ZONDER_JAAR, None, *(c.zonder_jaar for c in classes)))
    rows.append(Moment(Wanneer.VERZAMELPOST, None, *(c.with_missing(c.verzamelpost) for c in classes)))
    if period is not None:
        rows.append(Moment(Wanneer.BUITEN, None, *(c.with_missing(c.buiten) for c in classes)))
    homes = [p for p in found if not p.sloop]
    yearless = sum(1 for p in homes if None in p.when and p.klasse is not Planklasse.TELT_NIET)
    spread = len({p.record.plan.id for p in found if p.spread})
    return Trajectory(tuple(rows), whole, period, spread, yearless, bool(spans) and not _of_one_year(found), found)


def _of_one_year(found: Iterable[Planned]) -> bool:
    """Whether of some homes it is said in which year they come."""
    named = {years for p in found for years, homes in p.when.items() if years is not None and not homes.zero}
    return any(first == last for first, last in named)


def delivered_in(view: View, year: int) -> Figure | None:
    """Return the net additions (homes) of one calendar year in the area asked for, as the stock statistics count them.

    None for a year that begins on or after the reference date of the state; unknown for a year that had not ended, that
    lies partly outside the period of the target, or that the register has no figure of.
    """
    start, end = date(year, 1, 1), date(year + 1, 1, 1)
    if view.period is not None:
        start, end = max(start, view.period.van), min(end, view.period.tot)
    figure = delivered(view.dataset, view.gemeenten, Period(start, end))
    return figure._replace(name=f"gerealiseerd.{year}", label=f"opgeleverd in {year} (netto)") if figure else None


def _years(view: View, classes: tuple[Calendar, ...], once: tuple[Calendar, ...]) -> list[Moment]:
    period = view.period
    rows = []
    done: list[Figure] = []
    today = first_day(view.dataset.stand.kop.peildatum)
    years = _calendar_years(period, [key for c in classes for key in c.at])
    for year in years:
        last = period is not None and year == years[-1]
        past = date(year + 1, 1, 1) <= today
        figure = delivered_in(view, year) if period else None
        done += [figure] if figure else []
        hard_so_far = [view.sums.hard] if last else classes[0].until(year, past=past)
        # In the last year everything counts that the balance counts, so that both end at the same number.
        so_far = view.sums.samen if last else [figure for c in once for figure in c.until(year, past=past)]
        in_year = [c.during((year, year), past=past) for c in classes]
        rows.append(
            Moment(
                Wanneer.JAAR,
                (year, year),
                hard=in_year[0],
                zacht=in_year[1],
                onbekend=in_year[2],
                gerealiseerd=figure,
                cumulatief_hard=together(
                    f"cumulatief_hard.{year}", f"opgeleverd + hard t/m {year}", [*done, *hard_so_far]
                ),
                cumulatief=together(f"cumulatief.{year}", f"opgeleverd + hard + zacht t/m {year}", [*done, *so_far]),
            )
        )
    return rows


def _calendar_years(period: Period | None, keys: Iterable[Years]) -> range:
    """Return the calendar years of the period; without one, all years that the plans name."""
    if period is not None:
        return range(period.van.year, (period.tot - timedelta(days=1)).year + 1)
    named = [year for key in keys if key for year in key if year != OPEN]
    return range(min(named), max(named) + 1) if named else range(0)
