"""Price segments against their norms, and the price limits of the year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.report.segments import GROUPS, PURCHASE, RENT, Segment, Standing, programme, standing
from woonplan.model.agenda import Eenheid, Prijsgrens, Prijssoort, Waarde
from woonplan.model.number import UNKNOWN, exactly
from woonplan.model.stand import inherit
from woonplan.report.cells import maybe, value
from woonplan.report.words import dutch_date
from woonplan.report.yearly.year import Year
from woonplan.tables import EUROS, PERCENT, Cell, Column, Kind, Row, Style, Table

_COLUMNS = (
    Column("segment", "segment"),
    Column("woningen", "woningen bekend", Kind.AMOUNT),
    Column("mogelijk", "onbekend, mogelijk hierin", Kind.AMOUNT),
    Column("slechtst", "slechtst", Kind.EXACT, drop=1),
    Column("best", "best", Kind.EXACT, drop=1),
    Column("norm", "norm"),
    Column("oordeel", "oordeel"),
)

_NAMES = {
    Segment.SOCIAAL: "sociale huur",
    Segment.MIDDEN: "middenhuur en betaalbare koop",
    Segment.DUURDER: "duurder",
    Segment.BETAALBAAR: "betaalbaar (de eerste twee samen)",
}

_LIMITS = (
    Column("soort", "soort"),
    Column("bedrag", "grens", Kind.EXACT),
    Column("grens_nieuwbouw", "bij nieuwbouw", Kind.EXACT, drop=2),
    Column("vanaf", "vanaf", drop=1),
    Column("bron", "bron", drop=3),
)


def segments_table(year: Year) -> Table:
    """Return the planned homes by segment: known, what may belong there, the worst and best share, and the norm."""
    found = programme(year.view)
    rows = [_row(year, standing(found, segment, year.agenda, year.datum)) for segment in Segment]
    for name, keys in (("huur", RENT), ("koop", PURCHASE)):
        known, possible = found.part(keys, name)
        rows.append(Row(name, (f"{name}, van welk segment ook", value(known), value(possible), None, None, "", "")))
    rows.append(Row("onbekend", ("segment onbekend", value(found.unknown), None, None, None, "", "")))
    rows.append(Row("totaal", ("totaal", value(found.whole), None, None, None, "", ""), Style.TOTAL))
    notes = [
        "slechtst: alle onbekende woningen vallen erbuiten; best: alle die kunnen, vallen erin. Afgerond; de json "
        "heeft de exacte breuken.",
        "een verdeling is over alle woningen van een plan, ook wat al is opgeleverd of later komt; van wat meetelt "
        "hoort er minstens bij wat daar niet in past.",
    ]
    if year.question.netto:
        notes.append(
            "sloop is hier niet afgetrokken: een verdeling is over de woningen die gebouwd worden, en van welk segment "
            "de gesloopte zijn, is onbekend."
        )
    if not found.records:
        notes.append("in de stand staat geen (zichtbaar) plan om te verdelen: wat er gepland is, is onbekend, niet 0.")
    elif not found.divided:
        notes.append("geen plan heeft een verdeling naar betaalbaarheid: alles is onbekend.")
    return Table(
        "segmenten",
        "Segmenten van harde en zachte plannen: wat binnen de periode nog te bouwen is",
        _COLUMNS,
        tuple(rows),
        tuple(notes),
    )


def _row(year: Year, found: Standing) -> Row:
    cells: tuple[Cell, ...] = (
        _NAMES[found.segment],
        value(found.known),
        value(found.possible),
        value(found.slechtst, look=PERCENT),
        value(found.best_case, look=PERCENT),
        _norm(year, found),
        _verdict(found),
    )
    return Row(str(found.segment), cells)


def _norm(year: Year, found: Standing) -> str:
    if found.norm is not None:
        return _share(found.norm)
    parameter = year.agenda.parameter(GROUPS[found.segment][1]) if year.agenda else None
    later = parameter.waarden[0] if parameter and parameter.waarden else None
    if later is None:
        return f"ontbreekt in agenda.yaml ({GROUPS[found.segment][1]})"
    return f"nog geen (vanaf {dutch_date(later.vanaf)}: {_share(later)})" if later.vanaf else _share(later)


def _share(waarde: Waarde) -> str:
    if waarde.eenheid is Eenheid.PROCENT:
        return f"{waarde.breuk}%"
    return f"{waarde.waarde}/{waarde.noemer}"


def _verdict(found: Standing) -> str:
    if found.norm is None:
        return "geen norm"
    met = found.met
    if met is None:
        return "hangt af van wat onbekend is"
    return "op of boven de norm" if met else "onder de norm"


def limits_table(year: Year) -> Table:
    """Return the price limits that hold in the year, one row per class and part of the year."""
    rows, missing = [], []
    for key, soort, place in _limits(year):
        if place is None:
            missing.append(str(soort))
            none = given("bedrag", f"grens van {soort}".replace("_", " "), UNKNOWN)
            rows.append(Row(key, (str(soort), value(none, look=EUROS), None, "", "")))
        else:
            rows.append(_limit(year, key, *place))
    notes = []
    if missing:
        notes.append(f"grenzen over {year.jaar} die in agenda.yaml ontbreken: {', '.join(missing)}.")
    return Table("prijsgrenzen", f"Prijsgrenzen in {year.jaar}", _LIMITS, tuple(rows), tuple(notes))


def _limits(year: Year) -> Iterator[tuple[str, Prijssoort, tuple[int, Prijsgrens] | None]]:
    """Yield every row: its key, its kind, and the limit with its position in the file; None where there is none."""
    grenzen = year.agenda.prijsgrenzen if year.agenda else ()
    for soort in Prijssoort:
        found = [(i, grens) for i, grens in enumerate(grenzen) if grens.jaar == year.jaar and grens.soort is soort]
        for number, place in enumerate(found or [None], start=1):
            yield f"{soort}.{number}", soort, place


def _limit(year: Year, key: str, index: int, grens: Prijsgrens) -> Row:
    source = inherit(grens, *((year.agenda,) if year.agenda else ()))
    file = year.agenda_invoer.bestand if year.agenda_invoer else ""
    label = f"grens van {grens.soort}".replace("_", " ")

    def price(name: str, field: str, cents: int | None, circa: bool = False) -> Figure | None:
        origin = Origin(source, str(grens.soort), ("prijsgrenzen", index, field), file)
        words = f"{label} bij nieuwbouw" if name == "grens_nieuwbouw" else label
        return None if cents is None else given(name, words, exactly(Fraction(cents, 100), circa), origin)

    old = price("bedrag", "bedrag_cent", grens.bedrag_cent, grens.afgerond)
    new = price("grens_nieuwbouw", "bedrag_nieuwbouw_cent", grens.bedrag_nieuwbouw_cent)
    since = dutch_date(grens.vanaf) if grens.vanaf else f"1-1-{grens.jaar}"
    cells = (str(grens.soort), maybe(old, look=EUROS), maybe(new, look=EUROS), since, year.source(source))
    return Row(key, cells)
