"""What was delivered since the start of the target's period: net additions that the stock statistics count."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure, Origin, counted, given
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
    parts = [stock_figure(dataset, gemeente, year, "saldo") for gemeente in gemeenten for year in years]
    parts += [_part_of(dataset, gemeente, year) for gemeente in gemeenten for year in over]
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


def stock_figure(dataset: Dataset, gemeente: Gemeente, year: int, key: str) -> Figure:
    """Return one quantity of the stock of a municipality in a calendar year (homes); unknown without a figure."""
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    path = ("gemeenten", dataset.row(gemeente), "voorraad", str(year), key)
    origin = Origin(inherit(gemeente, *blocks), gemeente.naam, path, dataset.gebied_invoer.bestand)
    jaar = gemeente.voorraad.get(str(year))
    homes = exactly(getattr(jaar, key)) if jaar else NO_FIGURE.of(gemeente.naam, year)
    return given(f"{gemeente.code}.{year}", f"{gemeente.naam}, {year}", homes, origin)
