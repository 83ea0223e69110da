"""The trajectory as tables and charts: what is planned by year beside what is needed, by year and cumulative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.calc.years.readings import chosen
from woonplan.calc.years.trajectory import Moment, Wanneer, trajectory
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.report.cells import ENDS, at_ends, both, maybe, value, when
from woonplan.report.charts import series
from woonplan.report.words import NO_YEARS, known_here, no_pace
from woonplan.tables import Cell, Chart, ChartKind, Column, Kind, Row, Series, Style, Table

_LABELS = {
    Wanneer.ZONDER_JAAR: "plannen zonder jaar",
    Wanneer.VERZAMELPOST: "verzamelposten zonder jaar",
    Wanneer.BUITEN: "buiten de periode",
}

_OVER = (
    "In een jaar dat op de peildatum voorbij was, komt niets meer: wat er toen had moeten zijn, staat onder 'zonder "
    "jaar'. Leeg is daar niet van toepassing, geen 0 (in de json null; in 'resultaat', waar dat er is, de berekende 0)."
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

    def row(m: Moment) -> Row:
        yearly = m.wanneer is Wanneer.JAAR
        planned = (_planned(m, figure, over) for figure in (m.hard, m.zacht, m.onbekend))
        needed = pace.per_jaar if pace and yearly else None
        key = f"jaar.{_label(m) if m.years else m.wanneer}"
        style = Style.NORMAL if yearly else Style.DETAIL
        return Row(key, cells(_label(m), m.gerealiseerd, planned, needed), style, (row_name(m),), rest=not yearly)

    planned = map(value, (whole.sums.hard, whole.sums.zacht, whole.sums.onbekend))
    total = cells("hele periode", whole.gerealiseerd, planned, pace.opgave if pace else None)
    rows = (
        *(row(m) for m in found.momenten if m.wanneer is not Wanneer.BUITEN),
        *when(found.period, Row("jaar.totaal", total, Style.TOTAL, ("totaal",))),
        *(row(m) for m in found.momenten if m.wanneer is Wanneer.BUITEN),
    )
    empty = any(_is_over(m, over) for m in found.momenten)
    notes = (
        *when(pace, _ENDS, ROUNDED),
        *when(missing, f"Wat per jaar nodig is, is onbekend: {missing}."),
        *when(not found.jaren, f"Rijen per jaar ontbreken: {NO_YEARS}."),
        f"Wat geen eigen jaar heeft, staat onder de jaren; een jaar waarin dat kan komen, "
        f"{known_here(netto=view.question.netto)}, of 'onbekend' waar niets in dat jaar is gezet.",
        *when(empty, _OVER),
    )
    return Table("traject", f"Gepland per jaar ({counted})", columns, rows, notes, implied=True)


def cumulative_table(view: View) -> Table:
    """Return what is delivered and planned up to and including each year, with what is needed by then."""
    found, lezing, missing = trajectory(view), chosen(view), no_pace(view)
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
        ),
        Chart(
            "traject-cumulatief",
            "Gepland en nodig, cumulatief",
            f"{span} opgeteld wat is opgeleverd en gepland, met wat bij een gelijk tempo nodig is aan beide einden van "
            f"de opgave.{apart}{' en tellen pas in het laatste jaar mee.' if apart else ''}",
            ChartKind.LINES,
            names,
            tuple(added),
        ),
    )


def _needed(figures: Sequence[Figure]) -> list[Series]:
    return [_series(f"nodig, {name}", "doel", [value(f, end) for f in figures]) for end, name in enumerate(ENDS)]


def _series(name: str, role: str, cells: Sequence[Cell], nowhere: str = "") -> Series:
    # A year that has yet to come has no delivery, one that is over no plans: that is not the same as an unknown one.
    return series(name, role, [nowhere if cell is None else cell for cell in cells])


def _label(moment: Moment) -> str:
    return "-".join(dict.fromkeys(map(str, moment.years))) if moment.years else _LABELS[moment.wanneer]


def row_name(moment: Moment) -> str:
    """Return what a row is called in the address of a number: `2024`, `2025_2029`, `zonder_jaar`."""
    return "_".join(dict.fromkeys(map(str, moment.years))) if moment.years else str(moment.wanneer)


def _planned(moment: Moment, figure: Figure, over: int) -> Cell:
    return None if _is_over(moment, over) else value(figure)


def _is_over(moment: Moment, over: int) -> bool:
    """Whether a row is a year in which nothing can come any more."""
    return moment.wanneer is Wanneer.JAAR and moment.years is not None and moment.years[1] <= over
