"""The pace as tables: under every reading of the period, with backlog, and what the supply means."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from woonplan.calc.measure import Measure
from woonplan.calc.pace import SUFFIX, Inhaal, Tempo, Voorraad
from woonplan.calc.readings import Lezing
from woonplan.report.exact import percentage, whole, years
from woonplan.report.trajectory import ROUNDED
from woonplan.report.words import amount, dutch_date, dutch_number
from woonplan.tables import Amount, Cell, Column, Kind, Row, Style, Table

_UNKNOWN = "Wat per jaar nodig is, is onbekend"

_SUPPLIES = {"hard": "hard", "hard_en_zacht": "hard + zacht"}


def pace_table(lezingen: tuple[Lezing, ...], chosen: Lezing | None = None, missing: str = "") -> Table:
    """Return what is needed a year under every reading, over the whole period and over what is left of it."""
    columns = [Column("telling", "telling"), Column("periode", "periode", drop=3), Column("jaren", "jaren", Kind.COUNT)]
    stated = next((lezing.bij_tempo for lezing in lezingen if lezing.bij_tempo is not None), None)
    notes = [ROUNDED] if lezingen else [f"{_UNKNOWN}: {missing}."]
    if stated is not None:
        columns.append(Column("bij_tempo", "bij tempo bron", Kind.AMOUNT, drop=2))
        pace = amount(stated.parts[0].low)
        notes.append(f"Tempo van de bron: {_plain(pace)} woningen per jaar, maal het aantal jaren.")
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
        low, high = lezing.ends
        period = f"{dutch_date(lezing.telling.van)} tot {dutch_date(lezing.telling.tot)}"
        cells: dict[str, Cell] = {
            "telling": f"{lezing.telling.id} (gekozen)" if lezing is chosen else lezing.telling.id,
            "periode": period,
            "jaren": lezing.jaren,
            "bij_tempo": amount(lezing.bij_tempo.low) if lezing.bij_tempo else None,
            "per_jaar_ondergrens": whole(low.per_jaar),
            "per_jaar_bovengrens": whole(high.per_jaar),
            "gerealiseerd": amount(lezing.gerealiseerd.low) if lezing.gerealiseerd else None,
            "rest_jaren": lezing.resterend,
            "rest_ondergrens": whole(low.rest_per_jaar),
            "rest_bovengrens": whole(high.rest_per_jaar),
        }
        rows.append(Row(f"tempo.{lezing.telling.id}", tuple(cells[column.key] for column in columns)))
    return Table("tempo", "Nodig per jaar, onder elke telling", tuple(columns), tuple(rows), tuple(notes))


def _plain(pace: Amount) -> str:
    bounds = [dutch_number(bound) for bound in (pace.low, pace.high) if bound is not None]
    return "-".join(dict.fromkeys(bounds))


def schedule_table(lezing: Lezing | None, missing: str = "") -> Table:
    """Return the pace of one reading with what was delivered, the backlog, and how it can be recovered."""
    columns = (
        Column("onderdeel", "onderdeel"),
        Column("ondergrens", "ondergrens", Kind.AMOUNT),
        Column("bovengrens", "bovengrens", Kind.AMOUNT),
    )
    if lezing is None:
        return Table("schema", "Tempo en achterstand", columns, (), (f"{_UNKNOWN}: {missing}.",))
    rows = [
        _row("opgave", "opgave", lezing, lambda end: end.opgave),
        _row("per_jaar", f"nodig per jaar ({_count(lezing.jaren)})", lezing, lambda end: end.per_jaar),
    ]
    notes = [ROUNDED]
    if lezing.gerealiseerd is None:
        notes.append("Op de peildatum is nog niets van de periode verstreken: er is geen achterstand.")
    else:
        done = amount(lezing.gerealiseerd.low)
        until = f"nodig tot de peildatum ({_count(lezing.verstreken)})"
        rows += [
            _row("nodig_tot_peildatum", until, lezing, lambda end: end.nodig),
            Row("schema.gerealiseerd", ("opgeleverd (netto)", done, done)),
            _row("stand", "voor of achter op schema", lezing, lambda end: end.stand, signed=True),
            _row("rest", "rest van de opgave", lezing, lambda end: end.rest),
        ]
    if lezing.gerealiseerd is not None and lezing.resterend > 0:
        left, soon = _count(lezing.resterend), _count(lezing.horizon)
        rows += [
            _row("rest_per_jaar", f"rest per jaar ({left})", lezing, lambda end: end.rest_per_jaar),
            _row(
                "inhalen_vijf_jaar",
                f"per jaar, achterstand ingehaald in {soon}",
                lezing,
                lambda end: end.inhalen[Inhaal.VIJF_JAAR],
            ),
            _row(
                "inhalen_rest",
                f"per jaar, achterstand ingehaald in {left}",
                lezing,
                lambda end: end.inhalen[Inhaal.REST],
            ),
        ]
        notes.append("Wie voor ligt op het schema, heeft geen achterstand; het tempo gaat daar niet van omlaag.")
    title = f"Tempo en achterstand, telling {lezing.telling.id}"
    return Table("schema", title, columns, tuple(rows), tuple(notes))


def supply_table(lezing: Lezing | None, missing: str = "") -> Table:
    """Return for how many years the supply lasts, and how much of the target it covers, at both ends.

    What comes in the coming years themselves stands beside what all capacity comes to: a plan for later builds nothing
    in them.
    """
    columns = (
        Column("onderdeel", "onderdeel"),
        Column("uitkomst_ondergrens", "ondergrens", Kind.EXACT),
        Column("uitkomst_bovengrens", "bovengrens", Kind.EXACT),
    )
    if lezing is None:
        note = f"{_UNKNOWN}: {missing}."
        return Table("voorraad", "Jaren voorraad en dekking", columns, (), (note,))
    soon = _count(lezing.horizon)
    rows = []
    for name, label in _SUPPLIES.items():
        row = map(years, _outcomes(lezing, name, lambda supply: supply.jaren))
        rows.append(Row(f"voorraad.{name}", (f"jaren voorraad, {label}: alle capaciteit", *row)))
    for name, label in _SUPPLIES.items() if lezing.komend else ():
        row = map(years, _outcomes(lezing, name, lambda supply: supply.komende_jaren))
        rows.append(Row(f"voorraad.{name}_{SUFFIX}", (f"jaren voorraad, {label}: in de komende {soon}", *row)))
    for name, label in _SUPPLIES.items():
        row = map(percentage, _outcomes(lezing, name, lambda supply: supply.dekking))
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


def _outcomes(lezing: Lezing, name: str, value: Callable[[Voorraad], Measure | None]) -> Iterator[Measure | None]:
    """Yield what a supply comes to at both ends of the target; None for a reading that no supplies belong to."""
    for end in lezing.ends:
        supply = end.voorraad.get(name)
        yield value(supply) if supply is not None else None


def _row(
    key: str, label: str, lezing: Lezing, value: Callable[[Tempo], Measure | None], *, signed: bool = False
) -> Row:
    low, high = (whole(value(end), signed=signed) for end in lezing.ends)
    return Row(f"schema.{key}", (label, low, high), Style.TOTAL if signed else Style.NORMAL)


def _count(number: int) -> str:
    return f"{number} jaar"
