"""The charts of the balance and of groups: the same values as the tables beside them, never computed again."""

from __future__ import annotations

from woonplan.calc.figure import Figure
from woonplan.calc.gap import Balance
from woonplan.calc.groups import UNASSIGNED, By, Group, Grouped
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.model.homes import Homes
from woonplan.report.heading import title
from woonplan.report.words import amount, dutch_number
from woonplan.tables import Amount, Cell, Chart, ChartKind, Series

ENDS = ("ondergrens", "bovengrens")
NO_TARGET = "geen opgave"


def size(cell: Amount) -> int | None:
    """Return how large a cell is drawn: its low bound, else its high one; None where it is unknown."""
    if cell.blank:
        return None
    return cell.high if cell.low is None else cell.low


def series(name: str, role: str, cells: list[Cell]) -> Series:
    """Return a series of the cells of a table; text is a place where the series does not apply."""
    values = tuple(
        size(cell) if isinstance(cell, Amount) else cell if isinstance(cell, int) else None for cell in cells
    )
    return Series(name, values, role, tuple(cells))


def gap_charts(dataset: Dataset, question: Question, balance: Balance) -> tuple[Chart, ...]:
    """Return capacity against the target, and the gap at both ends; without a target capacity alone."""
    heading = title(dataset, question, balance)
    return (_capacity(heading, balance), *([_waterfall(heading, balance)] if balance.doel is not None else []))


def _capacity(heading: str, balance: Balance) -> Chart:
    parts = [_stacked(figure, role) for figure, role in _supply(balance)]
    if balance.sums.onbekend.parts:
        parts.append(_stacked(balance.sums.onbekend, "onbekend"))
    band, name, said = _band(balance)
    text = f"{heading}. E\u00e9n liggende balk: {_listed(parts)}.{said}"
    against = f" tegenover de {balance.doel.figure.label}" if balance.doel else ""
    area = heading.split(":", 1)[0].removeprefix("FICTIEF - ")
    return Chart(
        "capaciteit", f"Plancapaciteit{against}", text, ChartKind.STACKED, (area,), tuple(parts), band, band_name=name
    )


def _supply(balance: Balance) -> list[tuple[Figure, str]]:
    """Return what counts towards the target, from the surest to the least sure."""
    found = (
        (balance.gerealiseerd, "gerealiseerd"),
        (balance.sums.hard, "hard"),
        (balance.sums.zacht, "zacht"),
        (balance.extra_ruimte.figure if balance.extra_ruimte else None, "extra"),
    )
    return [(figure, role) for figure, role in found if figure is not None]


def _stacked(figure: Figure, role: str) -> Series:
    # Supply is the same at both ends of the target.
    return series(figure.label, role, [amount(figure.low)])


def _band(balance: Balance) -> tuple[tuple[int, int] | None, str, str]:
    """Return the target as a band, what it is called, and a sentence about it."""
    if balance.doel is None:
        return None, "doel", ""
    figure = balance.doel.figure
    low, high = (size(amount(end)) for end in figure.ends)
    if low is None or high is None:
        return None, "doel", f" De {figure.label} heeft geen aantal."
    about = " (ca.)" if figure.low.interval.circa or figure.high.interval.circa else ""
    open_end = " (minstens)" if figure.high.interval.high is None else ""
    name = f"{figure.label}{about}{open_end}"
    return (low, high), name, f" De band erachter is de {name}: {dutch_number(low)} tot {dutch_number(high)}."


def _waterfall(heading: str, balance: Balance) -> Chart:
    supply = _supply(balance)
    steps = [_step(balance.doel.figure, "doel")] if balance.doel else []
    steps += [_step(figure, role) for figure, role in supply if role != "extra"]
    if balance.saldo is not None:
        steps.append(_step(balance.saldo, "saldo", signed=True))
    steps += [_step(figure, role) for figure, role in supply if role == "extra"]
    if balance.saldo_met_extra_ruimte is not None:
        steps.append(_step(balance.saldo_met_extra_ruimte, "saldo", signed=True))
    text = (
        f"{heading}. Per grens van de opgave de stappen van links naar rechts: eerst de opgave, dan wat er is en komt; "
        "het saldo is het stuk tussen wat bereikt wordt en de opgave (stippellijn)."
    )
    return Chart("saldo", "Van opgave naar saldo", text, ChartKind.WATERFALL, ENDS, tuple(steps))


def _step(figure: Figure, role: str, *, signed: bool = False) -> Series:
    return series(figure.label, role, [amount(end, signed=signed) for end in figure.ends])


def group_charts(dataset: Dataset, question: Question, result: Grouped) -> tuple[Chart, ...]:
    """Return capacity per group, and for municipalities the heat table with the balance at both ends."""
    heading = title(dataset, question, result.balance)
    groups = [group for group in result.groups if group.key != UNASSIGNED or _holds(group)]
    if not groups:
        return ()
    bars = _group_bars(heading, result, groups)
    return (bars, _heat(heading, result, groups)) if result.by is By.GEMEENTE else (bars,)


def _holds(group: Group) -> bool:
    """Whether a row says anything."""
    return any(_says(figure.low) for figure in (group.sums.hard, group.sums.zacht, group.sums.onbekend))


def _says(homes: Homes) -> bool:
    return homes.unknown > 0 or homes.interval.low != 0 or homes.interval.high != 0


def _names(result: Grouped, groups: list[Group]) -> tuple[str, ...]:
    nowhere = "niet verdeeld over gemeenten" if result.by is By.GEMEENTE else "niet toegewezen"
    return tuple(group.key or nowhere for group in groups)


def _capacity_series(groups: list[Group]) -> list[Series]:
    found = [
        series("hard", "hard", [amount(group.sums.hard.low) for group in groups]),
        series("zacht", "zacht", [amount(group.sums.zacht.low) for group in groups]),
    ]
    if any(_says(group.sums.onbekend.low) for group in groups):
        found.append(series("status onbekend", "onbekend", [amount(group.sums.onbekend.low) for group in groups]))
    return found


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
            cells: list[Cell] = [
                amount(group.saldo.ends[i], signed=True) if group.saldo else NO_TARGET for group in groups
            ]
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
    if not isinstance(cell, Amount) or cell.blank:
        return "onbekend"
    about = "ca. " if cell.circa else ""
    low, high = (None if end is None else dutch_number(end) for end in (cell.low, cell.high))
    text = f"{about}{low}" if low == high else f"{about}{low or '?'} tot {high or '?'}"
    return f"{text} (en {cell.unknown} onbekend)" if cell.unknown else text
