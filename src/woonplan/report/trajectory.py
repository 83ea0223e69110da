"""The trajectory as tables and charts: what is planned by year beside what is needed, by year and cumulative."""

from __future__ import annotations

from collections.abc import Sequence

from woonplan.calc.figure import Figure
from woonplan.calc.moment import Moment, Wanneer
from woonplan.calc.readings import Lezing
from woonplan.calc.trajectory import Trajectory
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.report.exact import whole
from woonplan.report.missing import NO_YEARS
from woonplan.report.words import amount
from woonplan.tables import Amount, Cell, Chart, ChartKind, Column, Kind, Row, Series, Style, Table

_LABELS = {
    Wanneer.ZONDER_JAAR: "plannen zonder jaar",
    Wanneer.VERZAMELPOST: "verzamelposten zonder jaar",
    Wanneer.BUITEN: "buiten de periode",
}

_OVER = (
    "Een jaar dat op de peildatum voorbij was, heeft alleen een aantal gepland waar een plan er nog woningen in zet; "
    "leeg is daar niet van toepassing, geen 0 (in de json null; in 'resultaat', waar dat er is, de berekende 0)."
)

ROUNDED = "Per jaar nodig: afgerond op hele woningen; de json heeft de exacte breuken."


def years_over(dataset: Dataset) -> int:
    """Return the last calendar year that was wholly over on the reference date of the state."""
    return first_day(dataset.stand.kop.peildatum).year - 1


def trajectory_table(found: Trajectory, lezing: Lezing | None, *, over: int, counted: str, missing: str) -> Table:
    """Return what is planned and delivered by year, with what is needed a year at both ends.

    A year that is over cannot have homes that are still to come: what no plan puts in it is left empty, since a 0 there
    would be read as nothing built.

    Args:
        found: The trajectory.
        lezing: The pace under the reading that was asked for; None without a target.
        over: The last year that was wholly over on the reference date (``years_over``).
        counted: How the homes are counted, in words (``counted_as``).
        missing: What is missing to know what is needed a year; empty where nothing is.
    """
    columns = [Column("jaar", "jaar")]
    if found.balance.gerealiseerd is not None:
        columns.append(Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, drop=2))
    columns += [Column("hard", "hard", Kind.AMOUNT), Column("zacht", "zacht", Kind.AMOUNT)]
    columns.append(Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=3, optional=True))
    notes = []
    if lezing is not None:
        columns += [Column(f"nodig_{end}", end, Kind.AMOUNT) for end in ("ondergrens", "bovengrens")]
        notes += ["Ondergrens en bovengrens: wat per jaar nodig is.", ROUNDED]
    if missing:
        notes.append(f"Wat per jaar nodig is, is onbekend: {missing}.")
    if not found.jaren:
        notes.append(f"Rijen per jaar ontbreken: {NO_YEARS}.")
    notes.append("Wat geen eigen jaar heeft, staat onder de jaren en telt in een jaar als onbekend mee, niet als 0.")
    if any(_nothing_to_come(m, figure, over) for m in found.momenten for figure in (m.hard, m.zacht, m.onbekend)):
        notes.append(_OVER)
    before = [m for m in found.momenten if m.wanneer is not Wanneer.BUITEN]
    after = [m for m in found.momenten if m.wanneer is Wanneer.BUITEN]
    rows = [_row(columns, m, lezing, over) for m in before]
    if found.period is not None:
        rows += [_total(columns, found, lezing), *(_row(columns, m, lezing, over) for m in after)]
    return Table("traject", f"Gepland per jaar ({counted})", tuple(columns), tuple(rows), tuple(notes))


def cumulative_table(found: Trajectory, lezing: Lezing | None, missing: str) -> Table:
    """Return what is delivered and planned up to and including each year, with what is needed by then.

    ``missing`` is what is missing to know what is needed; empty where nothing is.
    """
    columns = [
        Column("jaar", "t/m jaar"),
        Column("cumulatief_hard", "opgeleverd + hard", Kind.AMOUNT, drop=1),
        Column("cumulatief", "opgeleverd + hard + zacht", Kind.AMOUNT),
    ]
    if found.balance.gerealiseerd is None:
        columns[1:] = [
            Column("cumulatief_hard", "hard", Kind.AMOUNT, drop=1),
            Column("cumulatief", "hard + zacht", Kind.AMOUNT),
        ]
    if lezing is not None:
        columns += [Column(f"cumulatief_nodig_{end}", end, Kind.AMOUNT) for end in ("ondergrens", "bovengrens")]
    rows = []
    for index, m in enumerate(found.jaren):
        cells: list[Cell] = [_label(m), *(_cell(f) for f in (m.cumulatief_hard, m.cumulatief))]
        if lezing is not None:
            cells += needed_by(lezing, index + 1)
        rows.append(Row(f"cumulatief.{_label(m)}", tuple(cells)))
    notes = [f"Wat nodig is, is onbekend: {missing}."] if missing else []
    if not found.jaren:
        notes.append(f"Zonder jaren valt er niets op te tellen: {NO_YEARS}.")
    notes.append(
        "Een tijdvak telt mee vanaf zijn laatste jaar, wat geen jaar heeft pas in het laatste jaar van de periode; "
        "tot dan is onbekend hoeveel ervan er is."
    )
    title = "Cumulatief, tegenover wat nodig is bij een gelijk tempo"
    return Table("cumulatief", title, tuple(columns), tuple(rows), tuple(notes))


def needed_by(lezing: Lezing, years: int) -> tuple[Cell, Cell]:
    """Return what an even pace asks for after a number of years of the period, at both ends, rounded."""
    low, high = (whole(end.nodig_na(years)) for end in lezing.ends)
    return low, high


def trajectory_charts(found: Trajectory, lezing: Lezing | None, *, over: int) -> tuple[Chart, ...]:
    """Return the trajectory by year and cumulative as lines, with the pace at both ends; none without years.

    A line of what is planned has no point in a year that was over (``years_over``) and that no plan names.
    """
    jaren = found.jaren
    if not jaren:
        return ()
    names = tuple(_label(m) for m in jaren)
    both = (("nodig, ondergrens", 0), ("nodig, bovengrens", 1)) if lezing else ()
    yearly = [
        _series("opgeleverd", "gerealiseerd", [_cell(m.gerealiseerd) for m in jaren], "nog niet"),
        _series("hard", "hard", [_planned(m, m.hard, over) for m in jaren], "voorbij"),
        _series("zacht", "zacht", [_planned(m, m.zacht, over) for m in jaren], "voorbij"),
    ]
    added = [
        _series("opgeleverd + hard", "hard", [_cell(m.cumulatief_hard) for m in jaren]),
        _series("opgeleverd + hard + zacht", "zacht", [_cell(m.cumulatief) for m in jaren]),
    ]
    if lezing is not None:
        pace = [whole(end.per_jaar) for end in lezing.ends]
        yearly += [_series(name, "doel", [pace[end]] * len(jaren)) for name, end in both]
        steps = [needed_by(lezing, index + 1) for index in range(len(jaren))]
        added += [_series(name, "doel", [step[end] for step in steps]) for name, end in both]
    if found.balance.gerealiseerd is None:
        yearly = yearly[1:]
    span = f"Van {names[0]} tot en met {names[-1]}"
    apart = f" {found.zonder_jaar} records hebben geen jaar" if found.zonder_jaar else ""
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


def _series(name: str, role: str, cells: Sequence[Cell], nowhere: str = "") -> Series:
    values = tuple(cell.low if isinstance(cell, Amount) and not cell.blank else None for cell in cells)
    # A year that has yet to come has no delivery, one that is over no plans: that is not the same as an unknown one.
    return Series(name, values, role, tuple(nowhere if cell is None else cell for cell in cells))


def _label(moment: Moment) -> str:
    if moment.years is None:
        return _LABELS[moment.wanneer]
    first, last = moment.years
    return str(first) if first == last else f"{first}-{last}"


def _cell(figure: Figure | None) -> Cell:
    return None if figure is None else amount(figure.low)


def _planned(moment: Moment, figure: Figure, over: int) -> Cell:
    return None if _nothing_to_come(moment, figure, over) else _cell(figure)


def _nothing_to_come(moment: Moment, figure: Figure, over: int) -> bool:
    """Whether a year was over and no plan puts homes in it."""
    past = moment.wanneer is Wanneer.JAAR and moment.years is not None and moment.years[1] <= over
    return past and not figure.parts


def _row(columns: Sequence[Column], m: Moment, lezing: Lezing | None, over: int) -> Row:
    yearly = lezing is not None and m.wanneer is Wanneer.JAAR
    low, high = (whole(end.per_jaar) for end in lezing.ends) if yearly and lezing else (None, None)
    key = f"jaar.{_label(m)}" if m.years else f"jaar.{m.wanneer}"
    style = Style.NORMAL if m.wanneer is Wanneer.JAAR else Style.DETAIL
    hard, zacht, onbekend = (_planned(m, figure, over) for figure in (m.hard, m.zacht, m.onbekend))
    return Row(key, _cells(columns, _label(m), m.gerealiseerd, (hard, zacht, onbekend), (low, high)), style)


def _total(columns: Sequence[Column], found: Trajectory, lezing: Lezing | None) -> Row:
    sums = found.balance.sums
    ends: tuple[Cell, Cell] = (None, None)
    if lezing is not None:
        low, high = (whole(end.opgave) for end in lezing.ends)
        ends = (low, high)
    done = found.balance.gerealiseerd
    figures = (_cell(sums.hard), _cell(sums.zacht), _cell(sums.onbekend))
    return Row("jaar.totaal", _cells(columns, "hele periode", done, figures, ends), Style.TOTAL)


def _cells(
    columns: Sequence[Column],
    label: str,
    done: Figure | None,
    planned: tuple[Cell, Cell, Cell],
    ends: tuple[Cell, Cell],
) -> tuple[Cell, ...]:
    hard, zacht, onbekend = planned
    cells: dict[str, Cell] = {
        "jaar": label,
        "gerealiseerd": _cell(done),
        "hard": hard,
        "zacht": zacht,
        "status_onbekend": onbekend,
        "nodig_ondergrens": ends[0],
        "nodig_bovengrens": ends[1],
    }
    return tuple(cells[column.key] for column in columns)
