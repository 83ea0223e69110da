"""What was delivered since the start of the target's period: net additions that the stock statistics count."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure, Origin, counted, given
from woonplan.calc.target.period import Period
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.number import UNKNOWN, exactly
from woonplan.model.stand import inherit


def delivered(dataset: Dataset, gemeenten: tuple[Gemeente, ...], period: Period) -> Figure | None:
    """Return the net additions between the start of the period and the reference date of the state.

    A year without a figure, and a part of a year, are unknown. None when no time has passed: then there is nothing to
    add, which is not the same as an unknown number.
    """
    day = first_day(dataset.stand.kop.peildatum)
    years, over = period.elapsed(day)
    if not years and not over:
        return None
    parts = [stock_figure(dataset, gemeente, year, "saldo") for gemeente in gemeenten for year in years]
    parts += [] if gemeenten else [nobody("saldo") for _ in years]
    parts += [given("opgeleverd.deel_van_jaar", "deel van een jaar, niet geteld", UNKNOWN)] if over else []
    since = f"{period.van.day}-{period.van.month}-{period.van.year}"
    return counted("gerealiseerd", f"opgeleverd sinds {since} (netto)", parts)


def nobody(key: str) -> Figure:
    """Return a quantity of the stock of a register without municipalities: unknown, since nobody filled in any."""
    return given(f"geen_gemeente.{key}", "geen gemeente in het register", UNKNOWN)


def stock_figure(dataset: Dataset, gemeente: Gemeente, year: int, key: str) -> Figure:
    """Return one quantity of the stock of a municipality in a calendar year (homes); unknown without a figure."""
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    path = ("gemeenten", dataset.row(gemeente), "voorraad", str(year), key)
    origin = Origin(inherit(gemeente, *blocks), gemeente.naam, path, dataset.gebied_invoer.bestand)
    jaar = gemeente.voorraad.get(str(year))
    homes = exactly(getattr(jaar, key)) if jaar else UNKNOWN
    return given(f"{gemeente.code}.{year}", f"{gemeente.naam}, {year}", homes, origin)
