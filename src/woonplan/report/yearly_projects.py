"""Key projects in their units, and capacity inside and outside the built-up area."""

from __future__ import annotations

from dataclasses import replace

from woonplan.calc.keyprojects import key_units
from woonplan.calc.ladder import Ligging
from woonplan.calc.monitor import by_location
from woonplan.calc.sums import Sums
from woonplan.report.words import amount
from woonplan.report.yearly_frame import Year
from woonplan.tables import Column, Kind, Row, Style, Table

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
    units = key_units(year.dataset, year.records)
    rows = tuple(
        Row(f"{unit.soort}.{number}", (str(unit.soort), unit.name or "onbekend", unit.records, amount(unit.homes)))
        for number, unit in enumerate(units, start=1)
    )
    notes = ["stedelijk: elk project apart; radialen: samen per gemeente; thematisch: samen per thema."]
    if not rows:
        notes.insert(0, "geen (zichtbaar) record in deze stand heeft 'sleutelproject': de tabel is leeg.")
    unknown = sum(unit.homes.unknown for unit in units)
    if unknown:
        notes.append(f"records zonder aantal woningen: {unknown}.")
    return Table("sleutelprojecten", "Sleutelprojecten en sleutelgebieden", _UNITS, rows, tuple(notes))


def location_table(year: Year) -> Table:
    """Return capacity of infill, extension and unknown; the rows add up to the total of the capacity table."""
    found = by_location(year.shares)
    rows = [_row(str(place), _NAMES[place], sums) for place, sums in found.items()]
    # Here every record stands in one row, also those inside an aggregate, which the total of capacity does not count.
    total = replace(year.grouped.total.sums, records=sum(sums.records for sums in found.values()))
    rows.append(_row("totaal", "totaal", total, Style.TOTAL))
    notes = ["inbreiding of uitbreiding volgt uit 'plantype' (landelijke basisset)."]
    if not found[Ligging.BINNEN].records and not found[Ligging.BUITEN].records:
        notes.append("geen record heeft een plantype: de verdeling is onbekend.")
    return Table("ligging", "Inbreiding en uitbreiding", _PLACES, tuple(rows), tuple(notes))


def _row(key: str, name: str, sums: Sums, style: Style = Style.NORMAL) -> Row:
    figures = (sums.hard, sums.zacht, sums.telt_niet, sums.onbekend)
    return Row(key, (name, sums.records, *(amount(figure.low) for figure in figures)), style)
