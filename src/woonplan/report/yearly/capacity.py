"""Capacity per municipality at the end of the year, the shortage at both ends, and how much of the task is covered."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.gap.groups import Group
from woonplan.calc.gap.room import room_held
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.monitor import DEKKING, Coverage, coverage
from woonplan.calc.target.demand import Area
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.target import RuimereProgrammering, Uitspraak
from woonplan.report.cells import (
    against_target,
    at_ends,
    balance,
    both,
    by_class,
    group_row,
    maybe,
    records,
    value,
    when,
)
from woonplan.report.remarks import over_programming
from woonplan.report.words import NO_GEMEENTE, TELT_NIET, dutch_date, group_key, no_target, unplaced
from woonplan.report.yearly.year import Year
from woonplan.tables.look import WHOLE_PERCENT
from woonplan.tables.table import Column, Kind, Row, Table

_CAPACITY = (
    Column("gemeente", "gemeente"),
    Column("records", "plannen", Kind.COUNT, drop=7),
    Column("opgeleverd", "opgeleverd", Kind.AMOUNT, term=True),
    Column("hard", "hard", Kind.AMOUNT, term=True),
    Column("zacht", "zacht", Kind.AMOUNT, term=True),
    Column("telt_niet", TELT_NIET, Kind.AMOUNT, drop=5),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, optional=True, term=True),
    *at_ends("opgave", "opgave", term=True),
    *at_ends("saldo", "saldo", term=True),
)

_COVER = (
    Column("gebied", "gebied"),
    Column("capaciteit", "hard + zacht", Kind.AMOUNT, term=True),
    *at_ends("te_gaan", "nog op te leveren", term=True),
    *at_ends("dekking", "dekking van de rest", Kind.EXACT),
    *at_ends("gewenst", "gewenst", term=True),
    *at_ends("ruimte", "tegenover gewenst", term=True),
)


def capacity_table(year: Year) -> Table:
    """Return one row per municipality, what is not divided over them, and the region (homes)."""
    rows = tuple(
        group_row(
            year.view,
            year.grouped,
            group,
            records(group.sums),
            maybe(group.gerealiseerd),
            *by_class(group.sums),
            *against_target(group),
        )
        for group in _shown(year)
    )
    date, lacking = dutch_date(year.dataset.stand.kop.peildatum), _lacking(year)
    nobody = not lacking and not any(group.doel for group in year.grouped.groups)
    notes = (
        "saldo = opgeleverd in de periode + hard + zacht - opgave; onder 0 is een tekort.",
        *unplaced(year.grouped.undivided, netto=year.question.netto),
        *when(lacking, f"{lacking}; daarvan is er geen saldo."),
        *when(nobody, "geen van de gemeenten heeft een eigen aantal in deze opgave; het saldo is er voor de regio."),
        *when(not year.view.gemeenten, f"{NO_GEMEENTE}: rijen per gemeente ontbreken."),
    )
    return Table("capaciteit", f"Plancapaciteit per {date}", _CAPACITY, rows, notes, bars=("hard", "zacht"))


def _shown(year: Year) -> tuple[Group, ...]:
    """Return the rows; the total of some municipalities that are asked for is not that of the region."""
    return (*year.grouped.groups, *when(not year.question.gemeenten, year.grouped.total))


def _lacking(year: Year) -> str:
    """Return which target is missing: any at all, or that of what the total is about; empty where that one is there."""
    found = year.grouped
    if found.total.doel is not None:
        return ""
    some = year.view.opgave is None or any(group.doel for group in found.groups) or year.question.gemeenten
    return no_target(year.view) if some else f"{no_target(year.view)}, en ook niet voor een gemeente"


def capacity_beside(year: Year) -> dict[str, Figure]:
    """Return what the table leaves out: records outside the sums, and a total that repeats its only row."""
    total, sums = year.grouped.total, year.grouped.total.sums
    found = {
        "records": records_figure(sums),
        "opgeleverd": total.gerealiseerd,
        "hard": sums.hard,
        "zacht": sums.zacht,
        "telt_niet": sums.telt_niet,
        "status_onbekend": sums.onbekend,
        "opgave": total.doel,
        "saldo": total.saldo,
    }
    return {
        **{
            f"capaciteit.{(*year.view.names(group.key), group_key(group))[0]}.buiten_telling": group.sums.buiten
            for group in (*year.grouped.groups, total)
        },
        **{f"capaciteit.totaal.{name}": figure for name, figure in found.items() if figure is not None},
    }


def coverage_table(year: Year) -> Table:
    """Return how far capacity covers what is still to be built, for every area with a target."""
    cover = year.agreed(DEKKING, Eenheid.PROCENT, Eenheid.DEEL)
    found, lacking = tuple(_covers(year, cover)), _lacking(year)
    notes = (
        *(
            text
            for _, statement, _ in found
            if (cover is not None or statement.ruimere_programmering is RuimereProgrammering.INBEGREPEN)
            and (text := over_programming(statement, _percent(cover) if cover else ""))
        ),
        *when(lacking, f"{lacking}; daarvan is er geen dekking."),
        *when(
            cover is None,
            f"gewenste dekking onbekend: parameter {DEKKING} heeft in agenda.yaml geen waarde op deze datum.",
        ),
        "dekking van de rest: hard en zacht tegenover wat nog op te leveren is, in hele procenten naar beneden.",
    )
    title = f"Dekking van de rest van de opgave, tegenover 100%{f' en {_percent(cover)}' if cover else ''}"
    return Table("dekking", title, _COVER, tuple(_cover_row(year, *one) for one in found), notes)


def _covers(year: Year, cover: Waarde | None) -> Iterator[tuple[Group, Uitspraak, Coverage]]:
    """Yield every area with a target, the statement of it, and how far capacity covers it."""
    for group in _shown(year):
        area = None if group is year.grouped.total else Area("gemeente", group.key)
        stated = year.view.stated(year.question.tegen.soort, area)
        if group.doel is not None and stated is not None:
            ruimer, held = stated.uitspraak.ruimere_programmering, room_held(year.view, (area,))
            found = coverage(group.doel, group.gerealiseerd, group.sums, ruimer, cover, held)
            yield group, stated.uitspraak, found


def _cover_row(year: Year, group: Group, statement: Uitspraak, found: Coverage) -> Row:
    inside = statement.ruimere_programmering is RuimereProgrammering.INBEGREPEN
    none = "inbegrepen" if inside else "onbekend"
    return group_row(
        year.view,
        year.grouped,
        group,
        value(found.capaciteit),
        *both(found.te_gaan),
        *(value(found.dekking, end, WHOLE_PERCENT, instead="bereikt") for end in (0, 1)),
        *both(found.nodig, none=none),
        *balance(found.ruimte, none),
    )


def _percent(cover: Waarde) -> str:
    return f"{int(cover.breuk * (1 if cover.eenheid is Eenheid.PROCENT else 100))}%"
