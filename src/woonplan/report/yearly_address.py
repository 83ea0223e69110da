"""The address of every number in a report: `report.2020.capaciteit.enschede.hard`, `report.2020.ladder.ID.woningen`.

A table, a row and a column, in the words that the machine formats use; without the end of the target, since an
explanation holds both. The id of a plan stands there as in the register. Everything is computed from what the readers
of the report may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from woonplan.calc.address import words_in
from woonplan.calc.address_years import tables_figures
from woonplan.calc.derived import Explained
from woonplan.calc.naming import as_named, slug, spelled
from woonplan.report.yearly_accounts import accounts_figures, bottlenecks_figures
from woonplan.report.yearly_capacity import capacity_figures, coverage_figures
from woonplan.report.yearly_council import council_figures
from woonplan.report.yearly_frame import Year
from woonplan.report.yearly_inventory import inventory_figures, state_figures
from woonplan.report.yearly_ladder import ladder_plans_figures, need_figures
from woonplan.report.yearly_midterm import midterm_figures
from woonplan.report.yearly_pace import delivered_figures
from woonplan.report.yearly_projects import key_projects_figures, location_figures
from woonplan.report.yearly_provenance import origins_figures
from woonplan.report.yearly_segments import limits_figures, segments_figures
from woonplan.report.yearly_stock import stock_figures

PREFIX = "report"

_YEARS = ("traject", "cumulatief", "tempo", "schema", "voorraad")

_TABLES: dict[str, Callable[[Year], Iterator[tuple[str, Explained | None]]]] = {
    "woningvoorraad": stock_figures,
    "capaciteit": capacity_figures,
    "dekking": coverage_figures,
    "opgeleverd_per_jaar": delivered_figures,
    "sleutelprojecten": key_projects_figures,
    "ligging": location_figures,
    "segmenten": segments_figures,
    "knelpunten": bottlenecks_figures,
    "volledigheid": accounts_figures,
    "midterm": midterm_figures,
    "rijk": state_figures,
    "behoefte": need_figures,
    "raad": council_figures,
    "ladder": ladder_plans_figures,
    "locaties": inventory_figures,
    "prijsgrenzen": limits_figures,
    "herkomst_cijfers": origins_figures,
}


def year_figures(year: Year, *tables: str) -> dict[str, Explained]:
    """Return every number of the report's tables by address; of some tables only, where they are named."""
    found: dict[str, Explained] = {}
    for name, figures in _TABLES.items():
        if not tables or name in tables:
            found |= {f"{_start(year)}.{name}.{place}": figure for place, figure in figures(year) if figure is not None}
    if not tables or set(tables) & set(_YEARS):
        pace = tables_figures(year.trajectory, year.paces)
        found |= {f"{_start(year)}.{place}": quantity for place, quantity in pace.items()}
    return found


def find_in_year(year: Year, address: str) -> tuple[str, Explained] | None:
    """Return the full address and the number of a name; None when there is none.

    A municipality has all its names, and table, row and column may be written as they stand in the csv.
    """
    _, _, table, *rest = [*address.strip().split("."), "", "", ""]
    place = [part for part in rest if part]
    name = slug(table)
    if name not in (*_TABLES, *_YEARS):
        # A table of one municipality has its code in its name.
        head, _, code = table.partition("-")
        name, place = slug(head), [code, *place]
    figures = year_figures(year, name)
    words = words_in(year.dataset, place)
    for parts in ([name, *place], [name, *words], as_named(name, words)):
        wanted = spelled(".".join([_start(year), *parts]), figures)
        if wanted is not None:
            return wanted, figures[wanted]
    return None


def has_net(address: str) -> bool:
    """Whether a number is another one net of demolition: all are but those that have both side by side."""
    return slug([*address.strip().split("."), "", ""][2]) != "rijk"


def _start(year: Year) -> str:
    return f"{PREFIX}.{year.jaar}"
