"""What was delivered since the start of the target's period: net additions that the stock statistics count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.sums import counted
from woonplan.calc.target.period import Period
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.gemis import Gemis
from woonplan.model.number import Way, between, exactly, unknown
from woonplan.model.stand import inherit

NO_FIGURE = unknown(Gemis.OPLEVERING, way=Way.BOTH)
"""A year of a municipality of which the stock statistics are not in the register: its balance may be below 0."""


def delivered(dataset: Dataset, gemeenten: tuple[Gemeente, ...], period: Period) -> Figure | None:
    """Return the net additions between the start of the period and the reference date of the state.

    A year without a figure is unknown; a part of one lies between what came and what went in it. None when no time has
    passed: then there is nothing to add, which is not the same as an unknown number.
    """
    day = first_day(dataset.stand.kop.peildatum)
    years, over = period.elapsed(day)
    if not years and not over:
        return None
    # In the order of the municipalities, and of each the years.
    found: dict[tuple[bool, str], list[Figure]] = {}
    for year in (*years, *over):
        whole, divided = of_year(dataset, gemeenten, year)
        for gemeente in whole:
            some = year in over
            figure = _part_of(dataset, gemeente, year) if some else stock_figure(dataset, gemeente, year, "saldo")
            found.setdefault((some, gemeente.code), []).append(figure)
        for gemeente in divided:
            found.setdefault((True, gemeente.code), []).append(_undivided(gemeente, year))
    parts = [figure for key in sorted(found, key=lambda key: key[0]) for figure in found[key]]
    if not gemeenten:
        parts = [nobody("saldo") for _ in (*years, *over)]
    since = f"{period.van.day}-{period.van.month}-{period.van.year}"
    return counted("gerealiseerd", f"opgeleverd sinds {since} (netto)", parts)


def _part_of(dataset: Dataset, gemeente: Gemeente, year: int) -> Figure:
    """Return what was added in some part of a calendar year: what is between all that came and all that went.

    The administrative correction may fall in it or not.
    """
    figure = stock_figure(dataset, gemeente, year, "saldo")
    jaar = gemeente.voorraad.get(str(year))
    if jaar is None:
        return figure
    least = -(jaar.sloop + jaar.overige_onttrekking) + min(jaar.correctie, 0)
    most = jaar.nieuwbouw + jaar.overige_toevoeging + max(jaar.correctie, 0)
    label = f"{gemeente.naam}, deel van {year}"
    return given(f"{gemeente.code}.{year}.deel", label, between(least, most), figure.origin)


def nobody(key: str) -> Figure:
    """Return a quantity of the stock of a register without municipalities: unknown, since nobody filled in any."""
    return given(f"geen_gemeente.{key}", "geen gemeente in het register", NO_FIGURE.of(key))


class OfYear(NamedTuple):
    """Whose figures of a calendar year are those of some municipalities together."""

    whole: tuple[Gemeente, ...]
    divided: tuple[Gemeente, ...]
    """Those of which some part went elsewhere: nobody knows which part of their figures."""


def of_year(dataset: Dataset, gemeenten: Iterable[Gemeente], year: int) -> OfYear:
    """Return the municipalities whose figures of a calendar year are those of the present ones together.

    A municipality that ended since is counted as what it became part of; one that was divided as well, where all that
    it became part of is asked for. Figures of a municipality for years before it began are taken to be of its own area.
    """
    whole: dict[str, Gemeente] = {}
    divided: dict[str, Gemeente] = {}
    asked = tuple(gemeenten)
    codes = frozenset(gemeente.code for gemeente in asked)
    waiting = [*reversed(asked)]
    while waiting:
        gemeente = waiting.pop()
        own = str(year) in gemeente.voorraad
        before = [p for p in dataset.voorgangers(gemeente) if p.tot and first_day(p.tot) > date(year, 1, 1)]
        begun = gemeente.van is None or first_day(gemeente.van) <= date(year, 1, 1)
        later = gemeente.van is not None and first_day(gemeente.van).year > year
        if own or begun or not before:
            whole[gemeente.code] = gemeente
        for other in before if not (later and own) else ():
            if own and str(year) not in other.voorraad and first_day(other.tot or "").year == year:
                # It ended in the year, of which its successor has the figures.
                continue
            present = [dataset.nu(one) if one else None for one in dataset.opvolgers(other)]
            if all(one is not None and one.code in codes for one in present):
                waiting.append(other)
            else:
                divided[other.code] = other
    return OfYear(tuple(whole.values()), tuple(divided.values()))


def stock_figures(dataset: Dataset, gemeenten: Iterable[Gemeente], year: int, key: str) -> list[Figure]:
    """Return one quantity of the stock of municipalities in a calendar year (homes), of each that there was then."""
    whole, divided = of_year(dataset, gemeenten, year)
    return [
        *(stock_figure(dataset, gemeente, year, key) for gemeente in whole),
        *(_undivided(gemeente, year) for gemeente in divided),
    ]


def stock_of(dataset: Dataset, gemeente: Gemeente, year: int, key: str) -> Figure:
    """Return one quantity of the stock of a municipality and of what became part of it in a calendar year (homes)."""
    figures = stock_figures(dataset, (gemeente,), year, key)
    return figures[0] if len(figures) == 1 else counted(f"{gemeente.code}.{year}", f"{gemeente.naam}, {year}", figures)


def stock_years(dataset: Dataset, gemeente: Gemeente) -> tuple[int, ...]:
    """Return the calendar years that there are figures of for a municipality or what has become part of it."""
    found = set(map(int, gemeente.voorraad))
    for other in dataset.voorgangers(gemeente):
        found.update(stock_years(dataset, other))
    return tuple(sorted(found))


def _undivided(gemeente: Gemeente, year: int) -> Figure:
    label = f"deel van {gemeente.naam}, {year}"
    return given(f"{gemeente.code}.{year}.deel", label, NO_FIGURE.of(gemeente.naam, year))


def stock_figure(dataset: Dataset, gemeente: Gemeente, year: int, key: str) -> Figure:
    """Return one quantity of the stock of a municipality alone in a calendar year (homes); unknown without a figure."""
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    path = ("gemeenten", dataset.row(gemeente), "voorraad", str(year), key)
    origin = Origin(inherit(gemeente, *blocks), gemeente.naam, path, dataset.gebied_invoer.bestand)
    jaar = gemeente.voorraad.get(str(year))
    homes = exactly(getattr(jaar, key)) if jaar else NO_FIGURE.of(gemeente.naam, year)
    return given(f"{gemeente.code}.{year}", f"{gemeente.naam}, {year}", homes, origin)
