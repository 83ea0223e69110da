"""Key projects in their units, and capacity inside and outside the built-up area."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.counts import records_figure
from woonplan.calc.figure import Figure, each, together
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
        Row(f"{unit.soort}.{number}", (str(unit.soort), unit.name or "onbekend", unit.records, amount(unit.figure.low)))
        for number, unit in enumerate(units, start=1)
    )
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
    found = by_location(year.shares, year.silent)
    rows = [_row(str(place), _NAMES[place], sums, sums.records) for place, sums in found.items()]
    # Here every record stands in one row, also those inside an aggregate, which the total of capacity does not count.
    records = sum(sums.records for sums in found.values())
    rows.append(_row("totaal", "totaal", year.grouped.total.sums, records, Style.TOTAL))
    notes = ["inbreiding of uitbreiding volgt uit 'plantype' (landelijke basisset)."]
    if not found[Ligging.BINNEN].records and not found[Ligging.BUITEN].records:
        notes.append("geen record heeft een plantype: de verdeling is onbekend.")
    return Table("ligging", "Inbreiding en uitbreiding", _PLACES, tuple(rows), tuple(notes))


def key_projects_figures(year: Year) -> Iterator[tuple[str, Figure]]:
    """Yield the numbers of the table of key projects by row and column."""
    for number, unit in enumerate(key_units(year.dataset, year.records), start=1):
        yield f"{unit.soort}.{number}.records", each("records", "records", unit.figure.parts)
        yield f"{unit.soort}.{number}.woningen", unit.figure


def location_figures(year: Year) -> Iterator[tuple[str, Figure]]:
    """Yield the numbers of the table of locations by row and column."""
    found = by_location(year.shares, year.silent)
    for place, sums in found.items():
        yield f"{place}.records", records_figure(sums)
        for column, figure in _columns(sums).items():
            yield f"{place}.{column}", figure
    yield "totaal.records", together("records", "records", [records_figure(sums) for sums in found.values()])
    for column, figure in _columns(year.grouped.total.sums).items():
        yield f"totaal.{column}", figure


def _columns(sums: Sums) -> dict[str, Figure]:
    return {"hard": sums.hard, "zacht": sums.zacht, "telt_niet": sums.telt_niet, "status_onbekend": sums.onbekend}


def _row(key: str, name: str, sums: Sums, records: int, style: Style = Style.NORMAL) -> Row:
    return Row(key, (name, records, *(amount(figure.low) for figure in _columns(sums).values())), style)
