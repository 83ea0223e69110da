"""The charts of the balance and of groups: the same values as the tables beside them, never computed again."""

from __future__ import annotations

from collections.abc import Sequence

from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.gap.groups import UNASSIGNED, Group, Grouped, grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.report.cells import ENDS, both, value
from woonplan.report.heading import title
from woonplan.report.words import dutch_number, group_label
from woonplan.tables import BALANCE, HOMES, Cell, Chart, ChartKind, Look, Series, Value, says_something

NO_TARGET = "geen opgave"


def size(cell: Value) -> int | None:
    """Return how large a cell is drawn: its low bound, else its high one; None where it is unknown."""
    if cell.blank:
        return None
    bound = cell.high if cell.low is None else cell.low
    return None if bound is None else int(bound)


def series(name: str, role: str, cells: Sequence[Cell]) -> Series:
    """Return a series of the cells of a table; text is a place where the series does not apply."""
    values = tuple(size(cell) if isinstance(cell, Value) else None for cell in cells)
    return Series(name, values, role, tuple(cells))


def gap_charts(view: View) -> tuple[Chart, ...]:
    """Return capacity against the target, and the gap at both ends; without a target capacity alone."""
    heading, found = title(view), balance(view)
    return (_capacity(heading, found), *([_waterfall(heading, found)] if found.doel is not None else []))


def _capacity(heading: str, found: Balance) -> Chart:
    parts = [_stacked(figure, role) for figure, role in _supply(found)]
    if found.sums.onbekend.parts:
        parts.append(_stacked(found.sums.onbekend, "onbekend"))
    band, name, said = _band(found)
    text = f"{heading}. E\u00e9n liggende balk: {_listed(parts)}.{said}"
    against = f" tegenover de {found.doel.figure.label}" if found.doel else ""
    area = heading.split(":", 1)[0].removeprefix("FICTIEF - ")
    return Chart(
        "capaciteit", f"Plancapaciteit{against}", text, ChartKind.STACKED, (area,), tuple(parts), band, band_name=name
    )


def _supply(found: Balance) -> list[tuple[Figure, str]]:
    """Return what counts towards the target, from the surest to the least sure."""
    parts = (
        (found.gerealiseerd, "gerealiseerd"),
        (found.sums.hard, "hard"),
        (found.sums.zacht, "zacht"),
        (found.extra_ruimte.figure if found.extra_ruimte else None, "extra"),
    )
    return [(figure, role) for figure, role in parts if figure is not None]


def _stacked(figure: Figure, role: str) -> Series:
    # Supply is the same at both ends of the target.
    return series(figure.label, role, [value(figure)])


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
    return (low, high), name, f" De band erachter is de {name}: {dutch_number(low)} tot {dutch_number(high)}."


def _waterfall(heading: str, found: Balance) -> Chart:
    supply = _supply(found)
    steps = [_step(found.doel.figure, "doel")] if found.doel else []
    steps += [_step(figure, role) for figure, role in supply if role != "extra"]
    if found.saldo is not None:
        steps.append(_step(found.saldo, "saldo", BALANCE))
    steps += [_step(figure, role) for figure, role in supply if role == "extra"]
    if found.saldo_met_extra_ruimte is not None:
        steps.append(_step(found.saldo_met_extra_ruimte, "saldo", BALANCE))
    text = (
        f"{heading}. Per grens van de opgave de stappen van links naar rechts: eerst de opgave, dan wat er is en komt; "
        "het saldo is het stuk tussen wat bereikt wordt en de opgave (stippellijn)."
    )
    return Chart("saldo", "Van opgave naar saldo", text, ChartKind.WATERFALL, ENDS, tuple(steps))


def _step(figure: Figure, role: str, look: Look = HOMES) -> Series:
    return series(figure.label, role, both(figure, look))


def group_charts(view: View, by: By) -> tuple[Chart, ...]:
    """Return capacity per group, and for municipalities the heat table with the balance at both ends."""
    heading, result = title(view), grouped(view, by)
    groups = [group for group in result.groups if group.key != UNASSIGNED or _holds(group)]
    if not groups:
        return ()
    bars = _group_bars(heading, result, groups)
    return (bars, _heat(heading, result, groups)) if result.by is By.GEMEENTE else (bars,)


def _holds(group: Group) -> bool:
    """Whether a row says anything."""
    return any(says_something(value(figure)) for figure in (group.sums.hard, group.sums.zacht, group.sums.onbekend))


def _names(result: Grouped, groups: list[Group]) -> tuple[str, ...]:
    return tuple(group_label(group, result.by) for group in groups)


def _capacity_series(groups: list[Group]) -> list[Series]:
    found = [
        series("hard", "hard", [value(group.sums.hard) for group in groups]),
        series("zacht", "zacht", [value(group.sums.zacht) for group in groups]),
    ]
    unknown = [value(group.sums.onbekend) for group in groups]
    return [*found, series("status onbekend", "onbekend", unknown)] if any(map(says_something, unknown)) else found


def _group_bars(heading: str, result: Grouped, groups: list[Group]) -> Chart:
    parts = _capacity_series(groups)
    built = _joined([part.name for part in parts])
    text = f"{heading}. Een liggende balk per {result.by}, opgebouwd uit {built}; de tabel geeft de aantallen."
    name = f"capaciteit-per-{result.by}"
    return Chart(name, f"Plancapaciteit per {result.by}", text, ChartKind.STACKED, _names(result, groups), tuple(parts))


def _heat(heading: str, result: Grouped, groups: list[Group]) -> Chart:
    parts = _capacity_series(groups)
    if any(group.saldo is not None for group in groups):
        for i, end in enumerate(ENDS):
            cells: list[Cell] = [value(group.saldo, i, BALANCE) if group.saldo else NO_TARGET for group in groups]
            parts.append(series(f"saldo {end}", "saldo", cells))
    columns = _joined([part.name for part in parts])
    text = f"{heading}. Een raster met een rij per gemeente en de kolommen {columns}; de tabel geeft de aantallen."
    return Chart("gemeenten", "Gemeenten vergeleken", text, ChartKind.HEAT, _names(result, groups), tuple(parts))


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


def _listed(parts: list[Series]) -> str:
    return _joined([f"{part.name} {_said(part.cells[0])}" for part in parts])


def _said(cell: Cell) -> str:
    """Return a number of homes inside a sentence."""
    if not isinstance(cell, Value) or cell.blank:
        return "onbekend"
    about = "ca. " if cell.circa else ""
    low, high = (None if end is None else dutch_number(int(end)) for end in (cell.low, cell.high))
    text = f"{about}{low}" if low == high else f"{about}{low or '?'} tot {high or '?'}"
    return f"{text} (zonder {cell.apart or cell.lacking})" if cell.zonder else text
