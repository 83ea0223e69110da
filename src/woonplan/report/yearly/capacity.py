"""Capacity per municipality at the end of the year, the shortage at both ends, and how much of the task is covered."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.gap.groups import Group
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.monitor import DEKKING, Coverage, coverage
from woonplan.calc.target.demand import Area
from woonplan.model.agenda import Eenheid, Waarde
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
from woonplan.report.words import NO_GEMEENTE, dutch_date, group_key, no_target
from woonplan.report.yearly.year import Year
from woonplan.tables import WHOLE_PERCENT, Column, Kind, Row, Table

_CAPACITY = (
    Column("gemeente", "gemeente"),
    Column("records", "records", Kind.COUNT, drop=7),
    Column("opgeleverd", "opgeleverd", Kind.AMOUNT, drop=3),
    Column("hard", "hard", Kind.AMOUNT),
    Column("zacht", "zacht", Kind.AMOUNT),
    Column("telt_niet", "telt niet (5A/5B)", Kind.AMOUNT, drop=5),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=6),
    *at_ends("opgave", "opgave", drop=2),
    *at_ends("saldo", "saldo"),
)

_COVER = (
    Column("gebied", "gebied"),
    Column("capaciteit", "hard + zacht", Kind.AMOUNT),
    *at_ends("te_gaan", "nog op te leveren", drop=2),
    *at_ends("dekking", "dekking", Kind.EXACT),
    *at_ends("gewenst", "gewenst", drop=3),
    *at_ends("ruimte", "tegenover gewenst", drop=1),
)

_ABOUT = {
    RuimereProgrammering.ONBEKEND: "de bron zegt niet of ruimere programmering al in de opgave zit.",
    RuimereProgrammering.INBEGREPEN: "ruimere programmering zit al in de opgave; alleen tegenover 100% gehouden.",
}
"""What is said of a target that may hold over-programming."""


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
        *when(lacking, f"{lacking}; daarvan is er geen saldo."),
        *when(nobody, "geen van de gemeenten heeft een eigen aantal in deze opgave; het saldo is er voor de regio."),
        *when(not year.view.gemeenten, f"{NO_GEMEENTE}: rijen per gemeente ontbreken."),
    )
    return Table("capaciteit", f"Plancapaciteit per {date}", _CAPACITY, rows, notes)


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
            f"{statement.id}: {_ABOUT[ruimer]}"
            for _, statement, _ in found
            if (ruimer := statement.ruimere_programmering) in _ABOUT
            and (cover is not None or ruimer is RuimereProgrammering.INBEGREPEN)
        ),
        *when(lacking, f"{lacking}; daarvan is er geen dekking."),
        *when(
            cover is None,
            f"gewenste dekking onbekend: parameter {DEKKING} heeft in agenda.yaml geen waarde op deze datum.",
        ),
        "dekking in hele procenten van wat nog op te leveren is, naar beneden afgerond: 99,9% is 99%.",
    )
    title = f"Dekking van de opgave, tegenover 100%{f' en {_percent(cover)}' if cover else ''}"
    return Table("dekking", title, _COVER, tuple(_cover_row(year, *one) for one in found), notes)


def _covers(year: Year, cover: Waarde | None) -> Iterator[tuple[Group, Uitspraak, Coverage]]:
    """Yield every area with a target, the statement of it, and how far capacity covers it."""
    for group in _shown(year):
        area = None if group is year.grouped.total else Area("gemeente", group.key)
        stated = year.view.stated(year.question.tegen.soort, area)
        if group.doel is not None and stated is not None:
            ruimer = stated.uitspraak.ruimere_programmering
            yield group, stated.uitspraak, coverage(group.doel, group.gerealiseerd, group.sums, ruimer, cover)


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
