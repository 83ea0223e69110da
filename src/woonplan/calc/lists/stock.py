"""What the list of municipalities adds up: stock over the years, and the records that lie in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from woonplan.calc.capacity.counts import contributions_figure, gemeente_origin
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.lists.listing import Listing, year_spans
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import counted
from woonplan.calc.target.delivered import NO_FIGURE, stock_of, stock_years
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente

STOCK = ("beginstand", "eindstand")
"""The quantities of the last year with a figure."""

NET = "netto_toegevoegd"
PLANS = "plannen"


@dataclass(frozen=True, slots=True)
class StockListing:
    """The numbers of one municipality, or of all together (``gemeente`` is None), by column."""

    gemeente: Gemeente | None
    jaar: str | None
    """The last year with a figure: that of the stock."""
    jaren: str | None
    """The years that the net additions are over."""
    figures: dict[str, Figure]
    """Without stock and additions where years differ: those are not added up."""


def stock_listing(view: View, listing: Listing) -> tuple[tuple[StockListing, ...], StockListing | None]:
    """Return the numbers of every municipality, and of all together where there is more than one."""
    dataset, chosen = view.dataset, view.gemeenten
    inside: dict[str, list[Contribution]] = {gemeente.naam: [] for gemeente in chosen}
    together: list[Contribution] = []
    for c in listing.records:
        names = [name for name in dict.fromkeys(c.gemeenten) if name in inside]
        for name in names:
            inside[name].append(c)
        if names:
            together.append(c)
    rows = tuple(_one(dataset, gemeente, inside[gemeente.naam]) for gemeente in chosen)
    return rows, _whole(dataset, rows, together) if len(rows) > 1 else None


def unassigned(chosen: Iterable[Gemeente]) -> tuple[Gemeente, ...]:
    """Return the municipalities that no source gives a position."""
    return tuple(gemeente for gemeente in chosen if gemeente.positie is None)


def in_no_gemeente(listing: Listing) -> tuple[Contribution, ...]:
    """Return the records for the whole region, which are counted for no municipality."""
    return tuple(c for c in listing.records if not c.gemeenten) or listing.elsewhere


def _one(dataset: Dataset, gemeente: Gemeente, records: Iterable[Contribution]) -> StockListing:
    filled = stock_years(dataset, gemeente)
    last = filled[-1] if filled else None
    figures = {key: _stock(dataset, gemeente, last, key) for key in STOCK}
    years = [stock_of(dataset, gemeente, year, "saldo") for year in filled]
    name, label = f"{gemeente.code}.{NET}", f"{gemeente.naam}, netto erbij"
    figures[NET] = counted(name, label, years) if years else _unknown(dataset, gemeente)
    figures[PLANS] = contributions_figure(PLANS, f"{gemeente.naam}, plannen", records)
    return StockListing(gemeente, str(last) if last else None, year_spans(filled) or None, figures)


def _whole(dataset: Dataset, rows: tuple[StockListing, ...], records: Iterable[Contribution]) -> StockListing:
    """Return the total; stock of different years is not added up."""
    plans = {PLANS: contributions_figure(PLANS, "plannen", records)}
    spans = {row.jaren for row in rows if row.jaren}
    if len(spans) > 1:
        return StockListing(None, None, None, plans)
    last = max((int(row.jaar) for row in rows if row.jaar), default=None)
    figures = {
        key: counted(
            key, f"voorraad, {key}", [_stock(dataset, row.gemeente, last, key) for row in rows if row.gemeente]
        )
        for key in STOCK
    }
    figures[NET] = counted(NET, "netto erbij", [row.figures[NET] for row in rows])
    return StockListing(None, str(last) if last else None, next(iter(spans), None), {**figures, **plans})


def _stock(dataset: Dataset, gemeente: Gemeente, year: int | None, key: str) -> Figure:
    return stock_of(dataset, gemeente, year, key) if year else _unknown(dataset, gemeente)


def _unknown(dataset: Dataset, gemeente: Gemeente) -> Figure:
    """Return the figure of a municipality without any stock in the register."""
    return given(
        gemeente.code,
        f"{gemeente.naam}, geen voorraad",
        NO_FIGURE.of(gemeente.naam),
        gemeente_origin(dataset, gemeente),
    )
