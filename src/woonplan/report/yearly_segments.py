"""Price segments against their norms, and the price limits of the year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from woonplan.calc.derived import Derived, Explained, Shown, derived
from woonplan.calc.figure import Origin
from woonplan.calc.measure import Measure
from woonplan.calc.segments import GROUPS, Segment, Standing, nothing_planned, programme, standing
from woonplan.model.agenda import Eenheid, Prijsgrens, Prijssoort, Waarde
from woonplan.model.stand import inherit
from woonplan.report.exact import percentage
from woonplan.report.words import amount, dutch_date
from woonplan.report.yearly_frame import Year
from woonplan.tables import Cell, Column, Exact, Kind, Row, Style, Table, Unit

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
    found = programme(year.gross_shares, year.silent_gemeenten)
    rows = [_row(year, standing(found, segment, year.agenda, year.datum)) for segment in Segment]
    rows.append(Row("onbekend", ("segment onbekend", amount(found.unknown.low), None, None, None, "", "")))
    rows.append(Row("totaal", ("totaal", amount(found.total), None, None, None, "", ""), Style.TOTAL))
    notes = [
        "slechtst: alle onbekende woningen vallen erbuiten; best: alle die kunnen, vallen erin. Afgerond; de json "
        "heeft de exacte breuken.",
        "verdeeld zijn alle woningen van een plan, ook wat al is opgeleverd; zonder verdeling telt wat nog te bouwen "
        "is als onbekend.",
    ]
    if year.question.netto:
        notes.append(
            "sloop is hier niet afgetrokken: een verdeling is over de woningen die gebouwd worden, en van welk segment "
            "de gesloopte zijn, is onbekend."
        )
    if nothing_planned(found):
        notes.append("er zijn geen plannen om te verdelen.")
    elif not any(share.contribution.kind.telt_mee for share in year.gross_shares):
        notes.append("in de stand staat geen (zichtbaar) plan om te verdelen: wat er gepland is, is onbekend, niet 0.")
    elif not any(found.known.values()):
        notes.append("geen record heeft een verdeling naar betaalbaarheid: alles is onbekend.")
    return Table("segmenten", "Segmenten van de geplande woningen", _COLUMNS, tuple(rows), tuple(notes))


def _row(year: Year, found: Standing) -> Row:
    cells: tuple[Cell, ...] = (
        _NAMES[found.segment],
        amount(found.known.low),
        amount(found.possible.low),
        _percent(found.slechtst, found),
        _percent(found.best_case, found),
        _norm(year, found),
        _verdict(found),
    )
    return Row(str(found.segment), cells)


def _percent(share: Measure | None, found: Standing) -> Cell:
    if share is None or share.low is None:
        return Exact(None, None, Unit.PERCENT, 1, unknown=max(found.unknown, 1), blank=True)
    return percentage(share)


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


def segments_figures(year: Year) -> Iterator[tuple[str, Explained]]:
    """Yield the numbers of the table by row and column; a share without an upper bound is in no row."""
    found = programme(year.gross_shares, year.silent_gemeenten)
    for segment in Segment:
        one = standing(found, segment, year.agenda, year.datum)
        yield f"{segment}.woningen", one.known
        yield f"{segment}.mogelijk", one.possible
        for column, share in (("slechtst", one.slechtst), ("best", one.best_case)):
            if share is not None:
                yield f"{segment}.{column}", derived(share, share, Shown.PROCENT)
    yield "onbekend.woningen", found.unknown
    yield "totaal.woningen", found.whole


def limits_table(year: Year) -> Table:
    """Return the price limits that hold in the year, one row per class and part of the year."""
    rows, missing = [], []
    for key, soort, place in _limits(year):
        if place is None:
            missing.append(str(soort))
            rows.append(Row(key, (str(soort), _euro(None), None, "", "")))
        else:
            rows.append(_limit(year, key, place[1]))
    notes = []
    if missing:
        notes.append(f"grenzen over {year.jaar} die in agenda.yaml ontbreken: {', '.join(missing)}.")
    return Table("prijsgrenzen", f"Prijsgrenzen in {year.jaar}", _LIMITS, tuple(rows), tuple(notes))


def limits_figures(year: Year) -> Iterator[tuple[str, Explained]]:
    """Yield the price limits by row and column, in euros; a kind without one has an unknown limit."""
    for key, soort, place in _limits(year):
        if place is None:
            yield f"{key}.bedrag", _price("bedrag", soort, Measure(None, None, unknown=1, blank=True))
            continue
        index, grens = place
        blocks = (year.agenda,) if year.agenda else ()
        file = year.agenda_invoer.bestand if year.agenda_invoer else ""
        given = (
            ("bedrag", "bedrag_cent", grens.bedrag_cent, grens.afgerond),
            ("grens_nieuwbouw", "bedrag_nieuwbouw_cent", grens.bedrag_nieuwbouw_cent, False),
        )
        for column, field, cents, circa in given:
            if cents is not None:
                euros = Fraction(cents, 100)
                origin = Origin(inherit(grens, *blocks), str(soort), ("prijsgrenzen", index, field), file)
                yield f"{key}.{column}", _price(column, soort, Measure(euros, euros, circa), origin)


def _price(column: str, soort: Prijssoort, euros: Measure, origin: Origin | None = None) -> Explained:
    label = f"grens van {soort}".replace("_", " ") + (" bij nieuwbouw" if column == "grens_nieuwbouw" else "")
    return Derived(column, label, (euros, euros), (None, None), Shown.EURO, origin)


def _limits(year: Year) -> Iterator[tuple[str, Prijssoort, tuple[int, Prijsgrens] | None]]:
    """Yield every row: its key, its kind, and the limit with its position in the file; None where there is none."""
    grenzen = year.agenda.prijsgrenzen if year.agenda else ()
    for soort in Prijssoort:
        found = [(i, grens) for i, grens in enumerate(grenzen) if grens.jaar == year.jaar and grens.soort is soort]
        for number, place in enumerate(found or [None], start=1):
            yield f"{soort}.{number}", soort, place


def _limit(year: Year, key: str, grens: Prijsgrens) -> Row:
    blocks = (year.agenda,) if year.agenda else ()
    new = _euro(grens.bedrag_nieuwbouw_cent) if grens.bedrag_nieuwbouw_cent is not None else None
    source = year.source(inherit(grens, *blocks))
    since = dutch_date(grens.vanaf) if grens.vanaf else f"1-1-{grens.jaar}"
    return Row(
        key,
        (str(grens.soort), _euro(grens.bedrag_cent, circa=grens.afgerond), new, since, source),
    )


def _euro(cents: int | None, *, circa: bool = False) -> Exact:
    if cents is None:
        return Exact(None, None, Unit.EURO, 2, unknown=1, blank=True)
    return Exact(Fraction(cents, 100), Fraction(cents, 100), Unit.EURO, 2, circa)
