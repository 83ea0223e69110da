"""Key projects in their units, and capacity inside and outside the built-up area."""

from __future__ import annotations

from functools import partial

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.capacity.sums import Sums
from woonplan.calc.number.figure import each, together
from woonplan.calc.report.keyprojects import KeyUnit, key_units
from woonplan.calc.report.ladder import Ligging
from woonplan.calc.report.monitor import by_location
from woonplan.report.cells import count, value
from woonplan.report.yearly.year import Year
from woonplan.tables import Cell, Column, Kind, Row, Style, Table

_UNITS = (
    Column("soort", "soort"),
    Column("eenheid", "project, gemeente of thema"),
    Column("records", "records", Kind.COUNT, drop=1),
    Column("woningen", "woningen", Kind.AMOUNT),
)

_PLACES = (
    Column("ligging", "ligging"),
    Column("records", "records", Kind.COUNT, drop=2),
    Column("hard", "hard", Kind.AMOUNT),
    Column("zacht", "zacht", Kind.AMOUNT),
    Column("telt_niet", "telt niet (5A/5B)", Kind.AMOUNT, drop=1),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=1),
)

_NAMES = {
    Ligging.BINNEN: "inbreiding",
    Ligging.BUITEN: "uitbreiding",
    Ligging.ONBEKEND: "onbekend (geen plantype)",
}


def key_projects_table(year: Year) -> Table:
    """Return one row per key project or key area, with all its homes."""
    units = key_units(year.dataset, year.view.records)
    rows = tuple(_unit(number, unit) for number, unit in enumerate(units, start=1))
    notes = ["stedelijk: elk project apart; radialen: samen per gemeente; thematisch: samen per thema."]
    if year.question.netto:
        notes.append(
            "woningen: alle van een project of gebied, zonder sloop af te trekken; dat is geen plancapaciteit."
        )
    if not rows:
        notes.insert(0, "geen (zichtbaar) record in deze stand heeft 'sleutelproject': de tabel is leeg.")
    unknown = sum(unit.figure.low.unknown for unit in units)
    if unknown:
        notes.append(f"records zonder aantal woningen: {unknown}.")
    return Table("sleutelprojecten", "Sleutelprojecten en sleutelgebieden", _UNITS, rows, tuple(notes))


def location_table(year: Year) -> Table:
    """Return capacity of infill, extension and unknown; the rows add up to the total of the capacity table."""
    found = by_location(year.shares, year.view.zonder_plannen, netto=year.question.netto)
    rows = [
        _row(str(place), _NAMES[place], sums, count(sums.records, partial(records_figure, sums)))
        for place, sums in found.items()
    ]
    # Here every record stands in one row, also those inside an aggregate, which the total of capacity does not count.
    records = count(
        sum(sums.records for sums in found.values()),
        lambda: together("records", "records", [records_figure(sums) for sums in found.values()]),
    )
    rows.append(_row("totaal", "totaal", year.grouped.total.sums, records, Style.TOTAL))
    notes = ["inbreiding of uitbreiding volgt uit 'plantype' (landelijke basisset)."]
    if not found[Ligging.BINNEN].records and not found[Ligging.BUITEN].records:
        notes.append("geen record heeft een plantype: de verdeling is onbekend.")
    return Table("ligging", "Inbreiding en uitbreiding", _PLACES, tuple(rows), tuple(notes))


def _unit(number: int, unit: KeyUnit) -> Row:
    records = count(unit.records, lambda: each("records", "records", unit.figure.parts))
    return Row(f"{unit.soort}.{number}", (str(unit.soort), unit.name or "onbekend", records, value(unit.figure)))


def _row(key: str, name: str, sums: Sums, records: Cell, style: Style = Style.NORMAL) -> Row:
    figures = (sums.hard, sums.zacht, sums.telt_niet, sums.onbekend)
    return Row(key, (name, records, *map(value, figures)), style)
