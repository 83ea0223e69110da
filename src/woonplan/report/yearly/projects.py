"""Key projects in their units, and capacity by what plans say of themselves: where they lie, what holds them up."""

from __future__ import annotations

from functools import partial

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.number.sums import each, together
from woonplan.calc.report.ladder import Ligging
from woonplan.calc.report.projects import NIET_OPGEGEVEN, bottlenecks, by_location, key_units
from woonplan.report.cells import by_class, count, records, value, when
from woonplan.report.words import TELT_NIET, unplaced
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Key
from woonplan.tables.table import Column, Kind, Row, Style, Table

_UNITS = (
    Column("soort", "soort"),
    Column("eenheid", "project, gemeente of thema"),
    Column("records", "plannen", Kind.COUNT, drop=1),
    Column("woningen", "woningen", Kind.AMOUNT),
)

_PLACES = (
    Column("ligging", "ligging"),
    Column("records", "plannen", Kind.COUNT, drop=2),
    Column("hard", "hard", Kind.AMOUNT),
    Column("zacht", "zacht", Kind.AMOUNT),
    Column("telt_niet", TELT_NIET, Kind.AMOUNT, drop=1),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=1),
)

_BOTTLENECKS = (
    Column("knelpunt", "knelpunt"),
    Column("records", "plannen", Kind.COUNT),
    Column("hard", "hard", Kind.AMOUNT),
    Column("zacht", "zacht", Kind.AMOUNT),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=1, optional=True),
)

_NAMES = {
    Ligging.BINNEN: "inbreiding",
    Ligging.BUITEN: "uitbreiding",
    Ligging.ONBEKEND: "onbekend (geen plantype)",
}


def key_projects_table(year: Year) -> Table:
    """Return one row per key project or key area, with all its homes."""
    units = key_units(year.dataset, year.view.records)
    rows = tuple(
        Row(
            f"{soort}.{number}",
            (
                str(soort),
                homes.label,
                count(len(homes.parts), partial(each, "records", "plannen", homes.parts)),
                value(homes),
            ),
        )
        for number, (soort, homes) in enumerate(units, start=1)
    )
    unknown = sum(homes.low.unknown for _, homes in units)
    notes = (
        *when(not rows, "geen (zichtbaar) plan in deze stand heeft 'sleutelproject': de tabel is leeg."),
        "stedelijk: elk project apart; radialen: samen per gemeente; thematisch: samen per thema.",
        *when(
            year.question.netto,
            "woningen: alle van een project of gebied, zonder sloop af te trekken; dat is geen plancapaciteit.",
        ),
        *when(unknown, f"plannen zonder aantal woningen: {unknown}."),
    )
    return Table("sleutelprojecten", "Sleutelprojecten en sleutelgebieden", _UNITS, rows, notes)


def location_table(year: Year) -> Table:
    """Return capacity of infill, extension and unknown; the rows add up to the total of the capacity table."""
    found = by_location(year.view.itemised, year.view.zonder_plannen, year.view.silence)
    # Here every record stands in one row, also those inside an aggregate, which the total of capacity does not count.
    everything = count(
        sum(sums.records for sums in found.values()),
        lambda: together("records", "plannen", [records_figure(sums) for sums in found.values()]),
    )
    rows = (
        *(Row(str(place), (_NAMES[place], records(sums), *by_class(sums))) for place, sums in found.items()),
        Row("totaal", ("totaal", everything, *by_class(year.grouped.total.sums)), Style.TOTAL),
    )
    notes = (
        "inbreiding of uitbreiding volgt uit 'plantype' (landelijke basisset).",
        *unplaced(found[Ligging.ONBEKEND].records, netto=year.question.netto),
        *when(
            not found[Ligging.BINNEN].records and not found[Ligging.BUITEN].records,
            "geen (zichtbaar) plan heeft een plantype: de verdeling is onbekend.",
        ),
    )
    return Table("ligging", "Inbreiding en uitbreiding", _PLACES, rows, notes)


def bottlenecks_table(year: Year) -> Table:
    """Return capacity by bottleneck; a record with several counts under each."""
    found = bottlenecks(year.view.itemised)
    rows = tuple(
        Row(
            key,
            (
                "niet opgegeven" if key == NIET_OPGEGEVEN else Key(key),
                records(sums),
                *map(value, (sums.hard, sums.zacht, sums.onbekend)),
            ),
        )
        for key, sums in found.items()
    )
    silent = (
        f"gemeenten zonder (zichtbaar) plan: {len(year.silent_gemeenten)}; wat daar gepland is en vastloopt, is "
        "onbekend en staat in geen van de rijen."
    )
    notes = (
        "een plan met meer knelpunten telt bij elk ervan mee: de rijen tellen niet op tot het totaal.",
        *when(found.keys() <= {NIET_OPGEGEVEN}, "geen (zichtbaar) plan noemt knelpunten: welke er zijn, is onbekend."),
        *when(rows and year.silent_gemeenten, silent),
    )
    return Table("knelpunten", "Knelpunten naar geraakte woningen", _BOTTLENECKS, rows, notes)
