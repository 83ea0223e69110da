"""The change of the totals, and of every municipality: the old sums, each cause, and the new sums."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from woonplan.calc.capacity.counts import contributions_figure
from woonplan.calc.diff.compare import Diff
from woonplan.calc.diff.effect import SALDO
from woonplan.calc.diff.row import Oorzaak, Rij, change_of
from woonplan.calc.diff.tally import KOLOMMEN, SAMEN
from woonplan.calc.gap.groups import UNASSIGNED
from woonplan.calc.number.figure import Figure, given, origin_of
from woonplan.calc.number.sums import each
from woonplan.calc.view import View
from woonplan.model.base import slug
from woonplan.model.change import UNCHANGED
from woonplan.model.number import NOTHING
from woonplan.numerals import amount
from woonplan.report.cells import at_ends, both, count, value, when
from woonplan.report.diff.wording import label
from woonplan.report.words import NOT_ASSIGNED
from woonplan.tables.cell import Cell, Value
from woonplan.tables.look import BALANCE, CHANGE, HOMES, Look
from woonplan.tables.table import Column, Kind, Row, Style, Table

SUMS = KOLOMMEN[: KOLOMMEN.index(SAMEN)]
"""The sums that are shown; what the balance counts is shown as the balance."""

_HEADERS = {"status_onbekend": "status onbekend", "telt_niet": "telt niet mee", "buiten_telling": "buiten de telling"}


def sum_columns(what: str = "", suffix: str = "") -> tuple[Column, ...]:
    """Return a column for every sum; those that are no capacity only where something stands in them."""
    return tuple(
        Column(
            f"{name}{suffix}",
            f"{_HEADERS.get(name, name)} {what}".strip(),
            Kind.AMOUNT,
            drop=0 if name in SUMS[:2] else 5,
            optional=name not in SUMS[:2],
            term=name in SUMS[:2],
        )
        for name in SUMS
    )


def sum_cells(figures: Mapping[str, Figure], look: Look = CHANGE) -> tuple[Cell, ...]:
    """Return the numbers in those columns; a sum that is not named did not change, or holds nothing."""
    return tuple(cell_of(figures, name, look) for name in SUMS)


def cell_of(figures: Mapping[str, Figure], name: str, look: Look = CHANGE) -> Value:
    """Return one of those numbers."""
    return value(figures.get(name, _NO_CHANGE if look is CHANGE else _NOTHING), look=look)


_NO_CHANGE = given("ongewijzigd", "ongewijzigd", UNCHANGED)
_NOTHING = given("niets", "niet in deze stand", NOTHING)


def totals_table(diff: Diff) -> Table:
    """Return what every cause did to the sums of the whole area, from the old state to the new one."""
    rij, balanced = diff.totaal, SALDO in diff.totaal.verschil
    columns = (
        Column("oorzaak", "oorzaak"),
        Column("plannen", "plannen", Kind.COUNT, drop=1),
        *sum_columns(),
        *when(balanced, *at_ends("saldo", "saldo", term=True)),
    )
    rows = (
        _side("oude_stand", diff.oud, rij.oud, balanced=balanced),
        *(_cause(oorzaak, balanced=balanced) for oorzaak in rij.oorzaken),
        _side("nieuwe_stand", diff.nieuw, rij.nieuw, balanced=balanced),
        Row(
            "verschil",
            ("verschil", None, *sum_cells(rij.verschil), *when(balanced, *both(rij.verschil.get(SALDO), CHANGE))),
            Style.TOTAL,
        ),
    )
    apart = when(_apart(rij), "laagste en hoogste: waar een som een bereik is, verandert elk van beide op zichzelf.")
    return Table("totalen", "Totalen: oud + elke oorzaak = nieuw", columns, rows, apart)


def _side(key: str, view: View, figures: Mapping[str, Figure], *, balanced: bool) -> Row:
    records = view.records
    number = count(len(records), partial(contributions_figure, "records", "records", records))
    return Row(
        key,
        (
            key.replace("_", " "),
            number,
            *sum_cells(figures, HOMES),
            *when(balanced, *both(figures.get(SALDO), BALANCE)),
        ),
    )


def _cause(oorzaak: Oorzaak, *, balanced: bool) -> Row:
    saldo = oorzaak.figures.get(SALDO, _NO_CHANGE)
    cells = (label(oorzaak.naam), _plans(oorzaak), *sum_cells(oorzaak.figures))
    return Row(oorzaak.naam, (*cells, *when(balanced, *both(saldo, CHANGE))), Style.DETAIL)


def _plans(oorzaak: Oorzaak) -> Cell:
    """Return how many plans a cause is about; nothing for one that is about none."""
    return count(oorzaak.plannen, partial(_each, oorzaak)) if oorzaak.plannen else None


def _each(oorzaak: Oorzaak) -> Figure:
    """Return the number of plans that a cause is about, with which they are."""
    sums = (figure for name, figure in oorzaak.figures.items() if name != SALDO)
    found = {part.name: part for figure in sums for part in figure.parts if origin_of(part)}
    return each("plannen", "plannen", found.values())


def _apart(rij: Rij) -> bool:
    return any(
        change.low != change.high or change.opened != (0, 0)
        for figures in (rij.verschil, *(oorzaak.figures for oorzaak in rij.oorzaken))
        for change in (change_of(figure, 0) for figure in figures.values())
    )


def towns_table(diff: Diff) -> Table:
    """Return hard and soft capacity per municipality in both states, and the difference (homes)."""
    columns = (Column("gemeente", "gemeente"), *(c for name in SUMS for c in _three(name)))
    rows = tuple(_town(diff, rij) for rij in diff.gemeenten if rij.anders)
    same = len(diff.gemeenten) - len(rows)
    return Table(
        "gemeenten",
        "Per gemeente",
        columns,
        rows,
        (*when(same, f"ongewijzigd, en hier niet getoond: {amount(same, 'rij', 'rijen')}."),),
    )


def _three(name: str) -> tuple[Column, ...]:
    first, header = name in SUMS[:2], _HEADERS.get(name, name)
    drop = 0 if first else 5
    return tuple(
        Column(f"{name}_{when_}", f"{header} {when_}", Kind.AMOUNT, drop=drop, optional=not first, term=first)
        for when_ in ("oud", "nieuw", "verschil")
    )


def _town(diff: Diff, rij: Rij) -> Row:
    looks = ((rij.oud, HOMES), (rij.nieuw, HOMES), (rij.verschil, CHANGE))
    by_look = [sum_cells(figures, look) for figures, look in looks]
    cells = (cell for three in zip(*by_look, strict=True) for cell in three)
    return Row(town_key(rij), (town_label(rij), *cells), names=_names(diff, rij))


def town_key(rij: Rij) -> str:
    """Return what the row of a municipality is called by machines."""
    return rij.naam or NOT_ASSIGNED


def town_label(rij: Rij) -> str:
    """Return what the row of a municipality is called by readers."""
    return rij.naam if rij.naam != UNASSIGNED else "niet verdeeld over gemeenten"


def _names(diff: Diff, rij: Rij) -> tuple[str, ...]:
    return diff.nieuw.names(rij.naam) or diff.oud.names(rij.naam) or (slug(town_key(rij)),)


def causes_table(diff: Diff) -> Table:
    """Return what every cause did to the sums of each municipality."""
    columns = (
        Column("gemeente", "gemeente"),
        Column("oorzaak", "oorzaak"),
        Column("plannen", "plannen", Kind.COUNT, drop=1),
        *sum_columns(),
    )
    rows = tuple(
        Row(
            f"{town_key(rij)}.{oorzaak.naam}",
            (town_label(rij), label(oorzaak.naam), _plans(oorzaak), *sum_cells(oorzaak.figures)),
            names=tuple(f"{name}.{oorzaak.naam}" for name in _names(diff, rij)),
        )
        for rij in diff.gemeenten
        for oorzaak in rij.oorzaken
    )
    return Table("oorzaken", "Per gemeente en oorzaak", columns, rows, detail=True)
