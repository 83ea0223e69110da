"""The pace as tables: under every reading of the period, with backlog, and what the supply means."""

from __future__ import annotations

from collections.abc import Callable

from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.calc.years.pace import SUFFIX, Inhaal, Voorraad
from woonplan.calc.years.readings import Lezing, chosen, paces
from woonplan.model.naming import slug
from woonplan.report.cells import NOT_APPLICABLE, both, maybe, value
from woonplan.report.gap.trajectory import ROUNDED
from woonplan.report.missing import no_pace
from woonplan.report.words import dutch_date, dutch_number
from woonplan.tables import BALANCE, COUNT, HOMES, PERCENT, YEARS, Cell, Column, Kind, Look, Row, Style, Table

_UNKNOWN = "Wat per jaar nodig is, is onbekend"

_SUPPLIES = {"hard": "hard", "hard_en_zacht": "hard + zacht"}


def pace_table(view: View) -> Table:
    """Return what is needed a year under every reading, over the whole period and over what is left of it."""
    lezingen, own = paces(view), chosen(view)
    columns = [Column("telling", "telling"), Column("periode", "periode", drop=3), Column("jaren", "jaren", Kind.COUNT)]
    stated = next((lezing.bij_tempo for lezing in lezingen if lezing.bij_tempo is not None), None)
    notes = [ROUNDED] if lezingen else [f"{_UNKNOWN}: {no_pace(view)}."]
    if stated is not None:
        columns.append(Column("bij_tempo", "bij tempo bron", Kind.AMOUNT, drop=2))
        notes.append(f"Tempo van de bron: {_plain(stated.parts[0])} woningen per jaar, maal het aantal jaren.")
    columns += [Column("per_jaar_ondergrens", "ondergrens", Kind.AMOUNT)]
    columns += [Column("per_jaar_bovengrens", "bovengrens", Kind.AMOUNT)]
    if any(lezing.gerealiseerd is not None for lezing in lezingen):
        columns += [
            Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, drop=1),
            Column("rest_jaren", "jaren over", Kind.COUNT, drop=1),
            Column("rest_ondergrens", "rest ondergrens", Kind.AMOUNT),
            Column("rest_bovengrens", "rest bovengrens", Kind.AMOUNT),
        ]
        notes.append("Rest: per jaar nodig in de jaren die over zijn, na wat is opgeleverd.")
    rows = []
    for lezing in lezingen:
        per_jaar, rest = both(lezing.tempo.per_jaar), both(lezing.tempo.rest_per_jaar)
        period = f"{dutch_date(lezing.telling.van)} tot {dutch_date(lezing.telling.tot)}"
        cells: dict[str, Cell] = {
            "telling": f"{lezing.telling.id} (gekozen)" if lezing is own else lezing.telling.id,
            "periode": period,
            "jaren": value(lezing.periode, look=COUNT),
            "bij_tempo": maybe(lezing.bij_tempo),
            "per_jaar_ondergrens": per_jaar[0],
            "per_jaar_bovengrens": per_jaar[1],
            "gerealiseerd": maybe(lezing.gerealiseerd),
            "rest_jaren": value(lezing.over, look=COUNT),
            "rest_ondergrens": rest[0],
            "rest_bovengrens": rest[1],
        }
        names = (f"tempo.{slug(lezing.telling.id)}",)
        rows.append(Row(f"tempo.{lezing.telling.id}", tuple(cells[column.key] for column in columns), names=names))
    return Table("tempo", "Nodig per jaar, onder elke telling", tuple(columns), tuple(rows), tuple(notes))


def _plain(pace: Figure) -> str:
    bounds = [dutch_number(int(bound)) for bound in (pace.low.low, pace.low.high) if bound is not None]
    return "-".join(dict.fromkeys(bounds))


def schedule_table(view: View) -> Table:
    """Return the pace of one reading with what was delivered, the backlog, and how it can be recovered."""
    columns = (
        Column("onderdeel", "onderdeel"),
        Column("ondergrens", "ondergrens", Kind.AMOUNT),
        Column("bovengrens", "bovengrens", Kind.AMOUNT),
    )
    lezing = chosen(view)
    if lezing is None:
        return Table("schema", "Tempo en achterstand", columns, (), (f"{_UNKNOWN}: {no_pace(view)}.",))
    pace = lezing.tempo
    rows = [
        _row("opgave", "opgave", pace.opgave),
        _row("per_jaar", f"nodig per jaar ({_count(lezing.jaren)})", pace.per_jaar),
    ]
    notes = [ROUNDED]
    if lezing.gerealiseerd is None:
        notes.append("Op de peildatum is nog niets van de periode verstreken: er is geen achterstand.")
    else:
        until = f"nodig tot de peildatum ({_count(lezing.verstreken)})"
        rows += [
            _row("nodig_tot_peildatum", until, pace.nodig),
            _row("gerealiseerd", "opgeleverd (netto)", lezing.gerealiseerd),
            _row("stand", "voor of achter op schema", pace.stand, BALANCE),
            _row("rest", "rest van de opgave", pace.rest),
        ]
    if lezing.gerealiseerd is not None and lezing.resterend > 0:
        left, soon = _count(lezing.resterend), _count(lezing.horizon)
        rows += [
            _row("rest_per_jaar", f"rest per jaar ({left})", pace.rest_per_jaar),
            _row("inhalen_vijf_jaar", f"per jaar, achterstand ingehaald in {soon}", pace.inhalen[Inhaal.VIJF_JAAR]),
            _row("inhalen_rest", f"per jaar, achterstand ingehaald in {left}", pace.inhalen[Inhaal.REST]),
        ]
        notes.append("Wie voor ligt op het schema, heeft geen achterstand; het tempo gaat daar niet van omlaag.")
    title = f"Tempo en achterstand, telling {lezing.telling.id}"
    return Table("schema", title, columns, tuple(rows), tuple(notes))


def supply_table(view: View) -> Table:
    """Return for how many years the supply lasts, and how much of the target it covers, at both ends.

    What comes in the coming years themselves stands beside what all capacity comes to: a plan for later builds nothing
    in them.
    """
    columns = (
        Column("onderdeel", "onderdeel"),
        Column("uitkomst_ondergrens", "ondergrens", Kind.EXACT),
        Column("uitkomst_bovengrens", "bovengrens", Kind.EXACT),
    )
    lezing = chosen(view)
    if lezing is None:
        note = f"{_UNKNOWN}: {no_pace(view)}."
        return Table("voorraad", "Jaren voorraad en dekking", columns, (), (note,))
    soon = _count(lezing.horizon)
    rows = []
    for name, label in _SUPPLIES.items():
        row = _outcomes(lezing, name, lambda supply: supply.jaren, YEARS)
        rows.append(Row(f"voorraad.{name}", (f"jaren voorraad, {label}: alle capaciteit", *row)))
    for name, label in _SUPPLIES.items() if lezing.komend else ():
        row = _outcomes(lezing, name, lambda supply: supply.komende_jaren, YEARS)
        rows.append(Row(f"voorraad.{name}_{SUFFIX}", (f"jaren voorraad, {label}: in de komende {soon}", *row)))
    for name, label in _SUPPLIES.items():
        row = _outcomes(lezing, name, lambda supply: supply.dekking, PERCENT)
        have = f"opgeleverd + {label}" if lezing.gerealiseerd is not None else label
        rows.append(Row(f"dekking.{name}", (f"dekking, {have}", *row)))
    notes = ["Dekking: welk deel van de opgave er is. Afgerond; de json heeft de exacte breuken."]
    if lezing.komend is None:
        notes.insert(0, "Jaren voorraad: de periode is op de peildatum voorbij.")
    else:
        van, tot = (dutch_date(day.isoformat()) for day in (lezing.komend.van, lezing.komend.tot))
        notes = [
            f"Jaren voorraad: de plancapaciteit gedeeld door wat de komende {soon} per jaar nodig is,"
            " met de achterstand daarin ingehaald.",
            "Alle capaciteit: hoe lang alles bij dat tempo meegaat, in welk jaar het ook komt.",
            f"In de komende {soon}: wat van {van} tot {tot} gepland is. Wat geen jaar heeft, of een tijdvak dat daar"
            " deels in valt, telt van niets tot alles: het kan in die jaren komen of niet.",
            *notes,
        ]
    return Table("voorraad", "Jaren voorraad en dekking", columns, tuple(rows), tuple(notes))


def _outcomes(lezing: Lezing, name: str, figure: Callable[[Voorraad], Figure | None], look: Look) -> tuple[Cell, Cell]:
    """Return what a supply comes to at both ends of the target; words for a reading that no supplies belong to."""
    supply = lezing.tempo.voorraad.get(name)
    return both(figure(supply) if supply is not None else None, look, NOT_APPLICABLE)


def _row(key: str, label: str, figure: Figure | None, look: Look = HOMES) -> Row:
    style = Style.TOTAL if look is BALANCE else Style.NORMAL
    return Row(f"schema.{key}", (label, *both(figure, look)), style)


def _count(number: int) -> str:
    return f"{number} jaar"
