"""The trajectory as tables and charts: what is planned by year beside what is needed, by year and cumulative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from woonplan.calc.number.figure import Figure
from woonplan.calc.number.ratios import share
from woonplan.calc.view import View
from woonplan.calc.years.readings import chosen
from woonplan.calc.years.trajectory import Moment, Trajectory, Wanneer, trajectory
from woonplan.model.base import OPEN, first_day, slug, years_text
from woonplan.model.dataset import Dataset
from woonplan.report.cells import ENDS, at_ends, both, maybe, value, when
from woonplan.report.charts import said_of, series
from woonplan.report.words import NO_YEARS, joined, known_here, no_pace
from woonplan.tables.cell import Cell
from woonplan.tables.chart import Chart, ChartKind, Series
from woonplan.tables.table import Column, Kind, Row, Style, Table

_LABELS = {
    Wanneer.ZONDER_JAAR: "plannen zonder jaar",
    Wanneer.VERZAMELPOST: "verzamelposten zonder jaar",
    Wanneer.BUITEN: "buiten de periode",
}

_OVER = (
    "In een jaar dat op de peildatum voorbij was, komt niets meer: wat er toen had moeten zijn, staat onder 'zonder "
    "jaar'. Leeg is daar niet van toepassing, geen 0 (in de json null; in 'resultaat', waar dat er is, de berekende 0)."
)

_BANDS = (
    "Geen plan noemt een jaar, alle noemen een tijdvak: daarom per tijdvak. Met --spreid gelijk verdeeld over jaren."
)

ROUNDED = "Per jaar nodig: afgerond op hele woningen; de json heeft de exacte breuken."

_ENDS = "Ondergrens en bovengrens: wat per jaar nodig is."

ASIDE = (_OVER, ROUNDED, _ENDS)
"""What a reader of a short answer can do without."""


def years_over(dataset: Dataset) -> int:
    """Return the last calendar year that was wholly over on the reference date of the state."""
    return first_day(dataset.stand.kop.peildatum).year - 1


def trajectory_table(view: View, counted: str) -> Table:
    """Return what is planned and delivered by year, with what is needed a year at both ends.

    A year that is over cannot have homes that are still to come: it is left empty, since a 0 there would be read as
    nothing built. ``counted`` says in words how the homes are counted (``counted_as``).
    """
    found, lezing, over, missing = trajectory(view), chosen(view), years_over(view.dataset), no_pace(view)
    whole, pace = found.balance, lezing.tempo if lezing else None
    done = whole.gerealiseerd is not None
    columns = (
        Column("jaar", "jaar"),
        *when(done, Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, term=True)),
        Column("hard", "hard", Kind.AMOUNT, term=True),
        Column("zacht", "zacht", Kind.AMOUNT, term=True),
        Column("status_onbekend", "status onbekend", Kind.AMOUNT, optional=True, term=True),
        *when(pace, *at_ends("nodig", "")),
    )

    def cells(label: str, delivered: Figure | None, planned: Iterable[Cell], needed: Figure | None) -> tuple[Cell, ...]:
        return (label, *when(done, maybe(delivered)), *planned, *when(pace, *both(needed)))

    # Years that no plan names say nothing where all plans are in periods; those with a delivery do.
    shown = [m for m in found.momenten if not found.in_tijdvakken or m.wanneer is not Wanneer.JAAR or m.gerealiseerd]

    def row(m: Moment) -> Row:
        yearly, band = m.wanneer is Wanneer.JAAR, found.in_tijdvakken and m.wanneer is Wanneer.TIJDVAK
        planned = (_planned(m, figure, over) for figure in (m.hard, m.zacht, m.onbekend))
        needed = pace.per_jaar if pace and yearly else None
        if pace and band and m.years and _inside(found, m.years):
            years = m.years[1] - m.years[0] + 1
            needed = share(f"nodig.{row_name(m)}", f"nodig in {years_text(m.years)}", pace.per_jaar, (years, 1))
        key = f"jaar.{_label(m) if m.years else m.wanneer}"
        style = Style.NORMAL if yearly or band else Style.DETAIL
        said = cells(_label(m), m.gerealiseerd, planned, needed)
        return Row(key, said, style, (row_name(m),), rest=style is Style.DETAIL)

    planned = map(value, (whole.sums.hard, whole.sums.zacht, whole.sums.onbekend))
    total = cells("hele periode", whole.gerealiseerd, planned, pace.opgave if pace else None)
    rows = (
        *(row(m) for m in shown if m.wanneer is not Wanneer.BUITEN),
        *when(found.period, Row("jaar.totaal", total, Style.TOTAL, ("totaal",))),
        *(row(m) for m in shown if m.wanneer is Wanneer.BUITEN),
    )
    empty = any(_is_over(m, over) for m in shown)
    notes = (
        *when(pace, _ENDS, ROUNDED),
        *when(missing, f"Wat per jaar nodig is, is onbekend: {missing}."),
        *when(not found.jaren, f"Rijen per jaar ontbreken: {NO_YEARS}."),
        f"Wat geen eigen jaar heeft, staat onder de jaren; een jaar waarin dat kan komen, "
        f"{known_here(netto=view.question.netto)}, of 'onbekend' waar niets in dat jaar is gezet.",
        *when(empty, _OVER),
        *when(found.in_tijdvakken, _BANDS),
    )
    what = "per tijdvak" if found.in_tijdvakken else "per jaar"
    return Table("traject", f"Gepland {what} ({counted})", columns, rows, notes, implied=True)


def cumulative_table(view: View) -> Table:
    """Return what is delivered and planned up to and including each year, with what is needed by then."""
    found, lezing, missing = trajectory(view), chosen(view), no_pace(view)
    ends = {m.years[1] for m in found.momenten if m.wanneer is Wanneer.TIJDVAK and m.years}
    done = "" if found.balance.gerealiseerd is None else "opgeleverd + "
    columns = (
        Column("jaar", "t/m jaar"),
        Column("cumulatief_hard", f"{done}hard", Kind.AMOUNT, drop=1),
        Column("cumulatief", f"{done}hard + zacht", Kind.AMOUNT),
        *when(lezing, *at_ends("cumulatief_nodig", "")),
    )
    rows = tuple(
        Row(
            f"cumulatief.{_label(m)}",
            (
                _label(m),
                maybe(m.cumulatief_hard),
                maybe(m.cumulatief),
                *(both(lezing.tempo.nodig_na(years)) if lezing else ()),
            ),
            names=(row_name(m),),
        )
        for years, m in enumerate(found.jaren, start=1)
        if not found.in_tijdvakken or m.gerealiseerd or m is found.jaren[-1] or (m.years or (0, 0))[1] in ends
    )
    notes = (
        *when(missing, f"Wat nodig is, is onbekend: {missing}."),
        *when(not found.jaren, f"Zonder jaren valt er niets op te tellen: {NO_YEARS}."),
        "Een tijdvak telt mee vanaf zijn laatste jaar, wat geen jaar heeft pas in het laatste jaar van de periode; "
        "tot dan is onbekend hoeveel ervan er is.",
    )
    title = "Cumulatief, tegenover wat nodig is bij een gelijk tempo"
    return Table("cumulatief", title, columns, rows, notes, implied=True)


def trajectory_charts(view: View) -> tuple[Chart, ...]:
    """Return the trajectory by year and cumulative as lines, with the pace at both ends; none without years.

    A line of what is planned has no point in a year that was over (``years_over``).
    """
    found, lezing, over = trajectory(view), chosen(view), years_over(view.dataset)
    jaren = found.jaren
    if not jaren:
        return ()
    names = tuple(_label(m) for m in jaren)
    yearly = [
        *when(
            found.balance.gerealiseerd,
            _series("opgeleverd", "gerealiseerd", [maybe(m.gerealiseerd) for m in jaren], "nog niet"),
        ),
        _series("hard", "hard", [_planned(m, m.hard, over) for m in jaren], "voorbij"),
        _series("zacht", "zacht", [_planned(m, m.zacht, over) for m in jaren], "voorbij"),
    ]
    added = [
        _series("opgeleverd + hard", "hard", [maybe(m.cumulatief_hard) for m in jaren]),
        _series("opgeleverd + hard + zacht", "zacht", [maybe(m.cumulatief) for m in jaren]),
    ]
    if lezing is not None:
        steps = [lezing.tempo.nodig_na(years) for years in range(1, len(jaren) + 1)]
        yearly += _needed([lezing.tempo.per_jaar] * len(jaren))
        added += _needed(steps)
    span = f"Van {names[0]} tot en met {names[-1]}"
    apart = f" {found.zonder_jaar} plannen hebben geen jaar" if found.zonder_jaar else ""
    return (
        Chart(
            "traject",
            "Gepland en nodig per jaar",
            f"{span} per jaar wat hard en zacht gepland is, met wat per jaar nodig is aan beide einden van de opgave."
            f"{apart}{' en staan er niet in.' if apart else ''}",
            ChartKind.LINES,
            names,
            tuple(yearly),
            unit="woningen per jaar",
            says=_yearly_said(names, yearly),
        ),
        Chart(
            "traject-cumulatief",
            "Gepland en nodig, cumulatief",
            f"{span} opgeteld wat is opgeleverd en gepland, met wat bij een gelijk tempo nodig is aan beide einden van "
            f"de opgave.{apart}{' en tellen pas in het laatste jaar mee.' if apart else ''}",
            ChartKind.LINES,
            names,
            tuple(added),
            says=_added_said(names, added),
        ),
    )


def _yearly_said(names: Sequence[str], found: Sequence[Series]) -> str:
    """Return in which year most is known to be planned, and what a year needs."""
    planned = [part for part in found if part.role in ("hard", "zacht")]
    sizes = [sum(part.values[i] or 0 for part in planned) for i in range(len(names))]
    most = max(sizes)
    if not most:
        return f"Van geen jaar is bekend wat er gepland is{_need_said(found, 0, ' per jaar')}."
    year = sizes.index(most)
    said = joined([f"{part.name} {said_of(part.cells[year])}" for part in planned])
    return f"Het meeste is bekend van {names[year]}: {said}{_need_said(found, year, ' per jaar')}."


def _added_said(names: Sequence[str], found: Sequence[Series]) -> str:
    """Return what there is at the end of the period, beside what is needed by then."""
    parts = joined([f"{part.name} {said_of(part.cells[-1])}" for part in found if part.role != "doel"])
    return f"Tot en met {names[-1]}: {parts}{_need_said(found, -1)}."


def _need_said(found: Sequence[Series], year: int, each: str = "") -> str:
    """Return what is needed at both ends, where that is known."""
    low, *others = dict.fromkeys(said_of(part.cells[year]) for part in found if part.role == "doel") or [""]
    high = "".join(f" tot {other.removeprefix('ca. ')}" for other in others)
    return f"; nodig is {low}{high}{each}" if low else ""


def _needed(figures: Sequence[Figure]) -> list[Series]:
    return [_series(f"nodig, {name}", "doel", [value(f, end) for f in figures]) for end, name in enumerate(ENDS)]


def _series(name: str, role: str, cells: Sequence[Cell], nowhere: str = "") -> Series:
    # A year that has yet to come has no delivery, one that is over no plans: that is not the same as an unknown one.
    return series(name, role, [nowhere if cell is None else cell for cell in cells])


def _inside(found: Trajectory, years: tuple[int, int]) -> bool:
    return found.period is not None and years[1] != OPEN and found.period.holds(*years)


def _label(moment: Moment) -> str:
    return years_text(moment.years) if moment.years else _LABELS[moment.wanneer]


def row_name(moment: Moment) -> str:
    """Return what a row is called in the address of a number: `2024`, `2025_2029`, `2035_en_later`, `zonder_jaar`."""
    return slug(years_text(moment.years)) if moment.years else str(moment.wanneer)


def _planned(moment: Moment, figure: Figure, over: int) -> Cell:
    return None if _is_over(moment, over) else value(figure)


def _is_over(moment: Moment, over: int) -> bool:
    """Whether a row is a year in which nothing can come any more."""
    return moment.wanneer is Wanneer.JAAR and moment.years is not None and moment.years[1] <= over
