"""Capacity per municipality at the end of the year, the shortage at both ends, and how much of the task is covered."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.gap.groups import UNASSIGNED, Group
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.monitor import DEKKING, Coverage, coverage, wanted_cover
from woonplan.calc.target.demand import Area
from woonplan.model.agenda import Eenheid, Waarde
from woonplan.model.target import RuimereProgrammering, Uitspraak
from woonplan.report.cells import balance, both, count, maybe, value
from woonplan.report.missing import NO_GEMEENTE, no_target
from woonplan.report.words import dutch_date, group_key, group_label
from woonplan.report.yearly.year import Year
from woonplan.tables import WHOLE_PERCENT, Cell, Column, Kind, Row, Style, Table

NO_TARGET = "geen opgave"

_CAPACITY = (
    Column("gemeente", "gemeente"),
    Column("records", "records", Kind.COUNT, drop=7),
    Column("opgeleverd", "opgeleverd", Kind.AMOUNT, drop=3),
    Column("hard", "hard", Kind.AMOUNT),
    Column("zacht", "zacht", Kind.AMOUNT),
    Column("telt_niet", "telt niet (5A/5B)", Kind.AMOUNT, drop=5),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=6),
    Column("opgave_ondergrens", "opgave ondergrens", Kind.AMOUNT, drop=2),
    Column("opgave_bovengrens", "opgave bovengrens", Kind.AMOUNT, drop=2),
    Column("saldo_ondergrens", "saldo ondergrens", Kind.AMOUNT),
    Column("saldo_bovengrens", "saldo bovengrens", Kind.AMOUNT),
)

_COVER = (
    Column("gebied", "gebied"),
    Column("capaciteit", "hard + zacht", Kind.AMOUNT),
    Column("te_gaan_ondergrens", "nog op te leveren ondergrens", Kind.AMOUNT, drop=2),
    Column("te_gaan_bovengrens", "nog op te leveren bovengrens", Kind.AMOUNT, drop=2),
    Column("dekking_ondergrens", "dekking van de rest ondergrens", Kind.EXACT),
    Column("dekking_bovengrens", "dekking van de rest bovengrens", Kind.EXACT),
    Column("gewenst_ondergrens", "gewenst ondergrens", Kind.AMOUNT, drop=3),
    Column("gewenst_bovengrens", "gewenst bovengrens", Kind.AMOUNT, drop=3),
    Column("ruimte_ondergrens", "tegenover gewenst ondergrens", Kind.AMOUNT, drop=1),
    Column("ruimte_bovengrens", "tegenover gewenst bovengrens", Kind.AMOUNT, drop=1),
)


def capacity_table(year: Year) -> Table:
    """Return one row per municipality, what is not divided over them, and the region (homes)."""
    found = year.grouped
    shown = (*found.groups, *(() if year.question.gemeenten else (found.total,)))
    rows = [_row(year, group) for group in shown]
    date = dutch_date(year.dataset.stand.kop.peildatum)
    notes = ["saldo = opgeleverd in de periode + hard + zacht - opgave; onder 0 is een tekort."]
    lacking = _lacking(year)
    if lacking:
        notes.append(f"{lacking}; daarvan is er geen saldo.")
    elif not any(group.doel for group in found.groups):
        notes.append("geen van de gemeenten heeft een eigen aantal in deze opgave; het saldo is er voor de regio.")
    if not year.gemeenten:
        notes.append(f"{NO_GEMEENTE}: rijen per gemeente ontbreken.")
    return Table("capaciteit", f"Plancapaciteit per {date}", _CAPACITY, tuple(rows), tuple(notes))


def _lacking(year: Year) -> str:
    """Return which target is missing: any at all, or that of what the total is about; empty where that one is there."""
    found = year.grouped
    if found.total.doel is not None:
        return ""
    lacking = no_target(year.view)
    if year.view.opgave is None or any(group.doel for group in found.groups) or year.question.gemeenten:
        return lacking
    return f"{lacking}, en ook niet voor een gemeente"


def _row(year: Year, group: Group) -> Row:
    none, sums = "" if group.key == UNASSIGNED else NO_TARGET, group.sums
    cells: tuple[Cell, ...] = (
        group_label(group),
        count(sums.records, lambda: records_figure(sums)),
        maybe(group.gerealiseerd),
        *(value(figure) for figure in (sums.hard, sums.zacht, sums.telt_niet, sums.onbekend)),
        *both(group.doel, none=none),
        *balance(group.saldo, none),
    )
    style = Style.TOTAL if group is year.grouped.total else Style.NORMAL
    return Row(group_key(group), cells, style, year.view.names(group.key))


def capacity_beside(year: Year) -> Iterator[tuple[str, Figure]]:
    """Yield what the table leaves out: records outside the sums, and a total that repeats its only row."""
    for group in (*year.grouped.groups, year.grouped.total):
        yield f"capaciteit.{(*year.view.names(group.key), group_key(group))[0]}.buiten_telling", group.sums.buiten
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
    yield from ((f"capaciteit.totaal.{name}", figure) for name, figure in found.items() if figure is not None)


def coverage_table(year: Year) -> Table:
    """Return how far capacity covers what is still to be built, for every area with a target."""
    cover = wanted_cover(year.agenda, year.datum)
    rows, notes = [], []
    for group, statement, found in _covers(year, cover):
        ruimer = statement.ruimere_programmering
        rows.append(_cover_row(year, group, found, ruimer))
        if cover is not None and ruimer is RuimereProgrammering.ONBEKEND:
            notes.append(f"{statement.id}: de bron zegt niet of ruimere programmering al in de opgave zit.")
        if ruimer is RuimereProgrammering.INBEGREPEN:
            notes.append(f"{statement.id}: ruimere programmering zit al in de opgave; alleen tegenover 100% gehouden.")
    lacking = _lacking(year)
    if lacking:
        notes.append(f"{lacking}; daarvan is er geen dekking.")
    if cover is None:
        notes.append(f"gewenste dekking onbekend: parameter {DEKKING} heeft in agenda.yaml geen waarde op deze datum.")
    notes.append(
        "dekking van de rest: hard en zacht tegenover wat nog op te leveren is, in hele procenten naar beneden."
    )
    title = f"Dekking van de rest van de opgave, tegenover 100%{f' en {_percent(cover)}' if cover else ''}"
    return Table("dekking", title, _COVER, tuple(rows), tuple(notes))


def _covers(year: Year, cover: Waarde | None) -> Iterator[tuple[Group, Uitspraak, Coverage]]:
    """Yield every area with a target, the statement of it, and how far capacity covers it."""
    groups = [group for group in year.grouped.groups if group.key]
    for group in (*groups, *(() if year.question.gemeenten else (year.grouped.total,))):
        statement = _statement(year, group)
        if group.doel is not None and statement is not None:
            ruimer = statement.ruimere_programmering
            yield group, statement, coverage(group.doel, group.gerealiseerd, group.sums, ruimer, cover)


def _statement(year: Year, group: Group) -> Uitspraak | None:
    area = None if group is year.grouped.total else Area("gemeente", group.key)
    found = year.view.stated(year.question.tegen.soort, area)
    return found.uitspraak if found else None


def _cover_row(year: Year, group: Group, found: Coverage, ruimer: RuimereProgrammering) -> Row:
    included = "inbegrepen" if ruimer is RuimereProgrammering.INBEGREPEN else "onbekend"
    percentages = (value(found.dekking, end, WHOLE_PERCENT, instead="bereikt") for end in (0, 1))
    wanted = (*both(found.nodig, none=included), *balance(found.ruimte, included))
    cells = (group.key, value(found.capaciteit), *both(found.te_gaan), *percentages, *wanted)
    style = Style.TOTAL if group is year.grouped.total else Style.NORMAL
    return Row(group.key, cells, style, year.view.names(group.key))


def _percent(cover: Waarde) -> str:
    value = cover.breuk * (1 if cover.eenheid is Eenheid.PROCENT else 100)
    return f"{value}%" if value == Fraction(int(value)) else f"{int(value)}%"
