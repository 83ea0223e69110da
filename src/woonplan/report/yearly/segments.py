"""Price segments against their norms, and the price limits of the year."""

from __future__ import annotations

from fractions import Fraction

from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.report.segments import GROUPS, PURCHASE, RENT, Segment, Standing, programme, standing
from woonplan.model.agenda import Prijsgrens, Prijssoort
from woonplan.model.number import UNKNOWN, exactly
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.source import Herkomst
from woonplan.model.stand import inherit
from woonplan.report.cells import maybe, value, when
from woonplan.report.words import dutch_date, source_text, spoken
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Key
from woonplan.tables.look import EUROS, PERCENT
from woonplan.tables.table import Column, Kind, Row, Style, Table

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

_VERDICTS = {True: "op of boven de norm", False: "onder de norm", None: "hangt af van wat onbekend is"}

_LIMITS = (
    Column("soort", "soort"),
    Column("bedrag", "grens", Kind.EXACT),
    Column("grens_nieuwbouw", "bij nieuwbouw", Kind.EXACT, drop=3),
    Column("grenswaarde", "precies de grens", drop=2),
    Column("vanaf", "vanaf", drop=1),
    Column("bron", "bron", drop=4),
)


def segments_table(year: Year) -> Table:
    """Return the planned homes by segment: known, what may belong there, the worst and best share, and the norm."""
    found = programme(year.view)
    by_tenure = (
        Row(name, (f"{name}, van welk segment ook", *map(value, found.part(keys, name)), None, None, "", ""))
        for name, keys in (("huur", RENT), ("koop", PURCHASE))
    )
    rows = (
        *(_row(year, segment, standing(found, segment, year.agreed(GROUPS[segment][1]))) for segment in Segment),
        *by_tenure,
        Row("onbekend", ("segment onbekend", value(found.unknown), None, None, None, "", "")),
        Row("totaal", ("totaal", value(found.whole), None, None, None, "", ""), Style.TOTAL),
    )
    notes = (
        "slechtst: alle onbekende woningen vallen erbuiten; best: alle die kunnen, vallen erin. Afgerond; de json "
        "heeft de exacte breuken.",
        "een verdeling is over alle woningen van een plan, ook wat al is opgeleverd of later komt; van wat meetelt "
        "hoort er minstens bij wat daar niet in past.",
        *when(
            year.question.netto,
            "sloop is hier niet afgetrokken: een verdeling is over de woningen die gebouwd worden, en van welk segment "
            "de gesloopte zijn, is onbekend.",
        ),
        *when(
            not found.records,
            "in de stand staat geen (zichtbaar) plan om te verdelen: wat er gepland is, is onbekend, niet 0.",
        ),
        *when(
            found.records and not found.divided,
            "geen (zichtbaar) plan heeft een verdeling naar betaalbaarheid: alles is onbekend.",
        ),
    )
    title = "Segmenten van harde en zachte plannen: wat binnen de periode nog te bouwen is"
    return Table("segmenten", title, _COLUMNS, rows, notes)


def _row(year: Year, segment: Segment, found: Standing) -> Row:
    cells = (
        _NAMES[segment],
        value(found.sure),
        value(found.possible),
        value(found.slechtst, look=PERCENT),
        value(found.best_case, look=PERCENT),
        _norm(year, segment, found),
        _VERDICTS[found.met] if found.norm else "geen norm",
    )
    return Row(str(segment), cells)


def _norm(year: Year, segment: Segment, found: Standing) -> str:
    if found.norm is not None:
        return _share(found.norm)
    _, name = GROUPS[segment]
    parameter = year.agenda.parameter(name) if year.agenda else None
    later = parameter.waarden[0] if parameter and parameter.waarden else None
    if later is None:
        return f"ontbreekt in agenda.yaml ({name})"
    return f"nog geen (vanaf {dutch_date(later.vanaf)}: {_share(later)})" if later.vanaf else _share(later)


def _share(waarde: Waarde) -> str:
    if waarde.eenheid is Eenheid.PROCENT:
        return f"{waarde.breuk}%"
    return f"{waarde.waarde}/{waarde.noemer}"


def limits_table(year: Year) -> Table:
    """Return the price limits that hold in the year, one row per class and part of the year."""
    grenzen = [(i, g) for i, g in enumerate(year.agenda.prijsgrenzen if year.agenda else ()) if g.jaar == year.jaar]
    rows, missing = [], []
    for soort in Prijssoort:
        found = [place for place in grenzen if place[1].soort is soort]
        rows += [_limit(year, f"{soort}.{number}", *place) for number, place in enumerate(found, start=1)]
        if not found:
            missing.append(spoken(soort))
            none = given("bedrag", f"grens van {spoken(soort)}", UNKNOWN)
            rows.append(Row(f"{soort}.1", (Key(soort), value(none, look=EUROS), None, "", "", "")))
    notes = (
        *when(
            len(missing) < len(rows),
            "precies de grens: of een woning van precies dat bedrag erbij hoort (inclusief) of niet (exclusief); "
            "verschilt: dat hangt van de regeling af.",
        ),
        *when(missing, f"grenzen over {year.jaar} die in agenda.yaml ontbreken: {', '.join(missing)}."),
        *(f"{spoken(g.soort)}: {g.toelichting.strip()}" for _, g in grenzen if g.toelichting),
    )
    return Table("prijsgrenzen", f"Prijsgrenzen in {year.jaar}", _LIMITS, tuple(rows), notes)


def _limit(year: Year, key: str, index: int, grens: Prijsgrens) -> Row:
    source = inherit(grens, *((year.agenda,) if year.agenda else ()))
    file = year.agenda_invoer.bestand if year.agenda_invoer else ""
    label = f"grens van {spoken(grens.soort)}"

    def price(name: str, field: str, cents: int | None, herkomst: Herkomst, circa: bool) -> Figure | None:
        origin = Origin(source._replace(herkomst=herkomst), str(grens.soort), ("prijsgrenzen", index, field), file)
        words = f"{label} bij nieuwbouw" if name == "grens_nieuwbouw" else label
        return None if cents is None else given(name, words, exactly(Fraction(cents, 100), circa), origin)

    old = price("bedrag", "bedrag_cent", grens.bedrag_cent, source.herkomst, grens.afgerond)
    # How a surcharge is rounded to the cent is not known where it was computed here.
    how = grens.herkomst_nieuwbouw or source.herkomst
    derived = how is Herkomst.AFGELEID
    new = price("grens_nieuwbouw", "bedrag_nieuwbouw_cent", grens.bedrag_nieuwbouw_cent, how, derived)
    since = dutch_date(grens.vanaf) if grens.vanaf else f"1-1-{grens.jaar}"
    cells = (
        Key(grens.soort),
        maybe(old, look=EUROS),
        maybe(new, look=EUROS),
        str(grens.grenswaarde or "niet gezegd"),
        since,
        source_text(year.dataset, source, year.agenda.bronnen if year.agenda else ()),
    )
    return Row(key, cells)
