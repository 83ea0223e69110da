"""The charts of the balance and of groups: the same values as the tables beside them, never computed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.gap.groups import UNASSIGNED, Group, Grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.numerals import dutch, whole
from woonplan.report.cells import ENDS, both, value
from woonplan.report.heading import title
from woonplan.report.sentence import at_both_ends
from woonplan.report.words import group_label, joined, unplaced
from woonplan.tables.cell import Cell, Value, says_something, words
from woonplan.tables.chart import Chart, ChartKind, Series
from woonplan.tables.look import BALANCE, HOMES


def size(cell: Value) -> int | None:
    """Return how large a cell is drawn: its low bound, else its high one; None where it is unknown."""
    bound = cell.high if cell.low is None else cell.low
    return None if cell.blank else whole(bound)


def series(name: str, role: str, cells: Sequence[Cell]) -> Series:
    """Return a series of the cells of a table; text is a place where the series does not apply."""
    values = tuple(size(cell) if isinstance(cell, Value) else None for cell in cells)
    return Series(name, values, role, tuple(cells))


def gap_charts(view: View) -> tuple[Chart, ...]:
    """Return capacity against the target, and the gap at both ends; without a target capacity alone."""
    heading, found = title(view), balance(view)
    return (_capacity(heading, found), *([_waterfall(heading, found)] if found.doel is not None else []))


def _capacity(heading: str, found: Balance) -> Chart:
    # From the surest to the least sure; supply is the same at both ends of the target.
    supply = (
        (found.gerealiseerd, "gerealiseerd"),
        (found.sums.hard, "hard"),
        (found.sums.zacht, "zacht"),
        (found.extra_ruimte.figure if found.extra_ruimte else None, "extra"),
        (found.sums.onbekend if found.sums.onbekend.parts else None, "onbekend"),
    )
    parts = [series(figure.label, role, [value(figure)]) for figure, role in supply if figure is not None]
    band, name, said = _band(found)
    bars = joined([f"{part.name} {said_of(part.cells[0])}" for part in parts])
    text = f"{heading}. E\u00e9n liggende balk: {bars}.{said}"
    against = f" tegenover de {found.doel.figure.label}" if found.doel else ""
    area = heading.split(":", 1)[0].removeprefix("FICTIEF - ")
    beside = f", tegenover een {found.doel.figure.label} van {_ends_said(found.doel.figure)}" if found.doel else ""
    return Chart(
        "capaciteit",
        f"Plancapaciteit{against}",
        text,
        ChartKind.STACKED,
        (area,),
        tuple(parts),
        band,
        band_name=name,
        says=f"{bars[0].upper()}{bars[1:]}{beside}.",
    )


def _ends_said(figure: Figure) -> str:
    """Return a target from its low to its high end inside a sentence."""
    low, high = (value(figure, end) for end in (0, 1))
    if low.number == high.number:
        return said_of(low)
    return f"{said_of(low)} tot {said_of(replace(high, look=high.look._replace(told=low.circa)))}"


def _band(found: Balance) -> tuple[tuple[int, int] | None, str, str]:
    """Return the target as a band, what it is called, and a sentence about it."""
    if found.doel is None:
        return None, "doel", ""
    figure = found.doel.figure
    low, high = (size(value(figure, end)) for end in (0, 1))
    if low is None or high is None:
        return None, "doel", f" De {figure.label} heeft geen aantal."
    about = " (ca.)" if figure.low.circa or figure.high.circa else ""
    open_end = " (minstens)" if figure.high.high is None else ""
    name = f"{figure.label}{about}{open_end}"
    return (low, high), name, f" De band erachter is de {name}: {dutch(low)} tot {dutch(high)}."


def _waterfall(heading: str, found: Balance) -> Chart:
    steps = (
        (found.doel.figure if found.doel else None, "doel"),
        (found.gerealiseerd, "gerealiseerd"),
        (found.sums.hard, "hard"),
        (found.sums.zacht, "zacht"),
        (found.saldo, "saldo"),
        (found.extra_ruimte.figure if found.extra_ruimte else None, "extra"),
        (found.saldo_met_extra_ruimte, "saldo"),
    )
    parts = [
        series(figure.label, role, both(figure, BALANCE if role == "saldo" else HOMES))
        for figure, role in steps
        if figure is not None
    ]
    text = (
        f"{heading}. Per grens van de opgave de stappen van links naar rechts: eerst de opgave, dan wat er is en komt; "
        "het saldo is het stuk tussen wat bereikt wordt en de opgave (stippellijn)."
    )
    says = f"Het saldo: {at_both_ends(found.saldo)}." if found.saldo else ""
    return Chart("saldo", "Van opgave naar saldo", text, ChartKind.WATERFALL, ENDS, tuple(parts), says=says)


def group_charts(view: View, found: Grouped, table: str) -> tuple[Chart, ...]:
    """Return capacity per group; nothing where there are no groups. ``table`` is the one with the same as bars."""
    heading, by = title(view), found.by
    groups = [group for group in found.groups if group.key != UNASSIGNED or _holds(group)]
    if not groups:
        return ()
    names, parts = tuple(words(group_label(group.key, by)) for group in groups), _capacity_series(groups)
    built = joined([part.name for part in parts])
    text = f"{heading}. Een liggende balk per {by}, opgebouwd uit {built}; de tabel geeft de aantallen."
    text += "".join(f" Let op: {note}" for note in unplaced(found.undivided, netto=view.question.netto))
    return (
        Chart(
            f"capaciteit-per-{by}",
            f"Plancapaciteit per {by}",
            text,
            ChartKind.STACKED,
            names,
            tuple(parts),
            says=_most_of(names[: sum(group.key != UNASSIGNED for group in groups)], parts),
            table=table,
        ),
    )


def _most_of(names: tuple[str, ...], parts: Sequence[Series]) -> str:
    """Return where most is known to be of each series: what may turn out to be more there is said with it.

    ``names`` are those of groups; what is not assigned to one comes after them.
    """
    found = []
    for part in parts[:2]:
        sizes = [(part.values[i] or 0, -i) for i in range(len(names))]
        most, place = max(sizes, default=(0, 0))
        if most:
            found.append(f"{part.name} in {names[-place]} ({said_of(part.cells[-place])})")
    return f"Het meeste is bekend van {joined(found)}." if found else "Van geen rij is bekend hoeveel er gepland is."


def _holds(group: Group) -> bool:
    """Whether a row says anything."""
    return any(says_something(value(figure)) for figure in (group.sums.hard, group.sums.zacht, group.sums.onbekend))


def _capacity_series(groups: list[Group]) -> list[Series]:
    found = [
        series("hard", "hard", [value(group.sums.hard) for group in groups]),
        series("zacht", "zacht", [value(group.sums.zacht) for group in groups]),
    ]
    unknown = [value(group.sums.onbekend) for group in groups]
    return [*found, series("status onbekend", "onbekend", unknown)] if any(map(says_something, unknown)) else found


def said_of(cell: Cell) -> str:
    """Return a number of homes inside a sentence."""
    if not isinstance(cell, Value) or cell.blank:
        return "onbekend"
    about = "ca. " if cell.circa else ""
    ends = (cell.low, cell.high) if cell.apart else cell.reach
    low, high = (None if end is None else dutch(int(end)) for end in ends)
    if low is None or high is None:
        text = f"{'max.' if low is None else 'min.'} {about}{high if low is None else low}"
    else:
        text = f"{about}{' tot '.join(dict.fromkeys((low, high)))}"
    if cell.apart:
        return f"{text}, zonder {cell.apart}"
    return f"{text} ({cell.lacking})" if cell.lacking else text
