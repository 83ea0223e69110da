"""The address of every number in the tables of `gap`: `gap.saldo`, `gap.enschede.hard`, `gap.jaar.2024.hard`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from woonplan.calc.address_years import TOTAL, name_in_years, years_figures
from woonplan.calc.counts import records_figure
from woonplan.calc.derived import Explained
from woonplan.calc.figure import Figure
from woonplan.calc.gap import gap
from woonplan.calc.groups import UNASSIGNED, By, Group, grouped
from woonplan.calc.naming import gemeente_words, slug
from woonplan.calc.pace import NO_BUFFER
from woonplan.calc.question import Question
from woonplan.calc.readings import paces
from woonplan.calc.trajectory import trajectory
from woonplan.model.dataset import Dataset

PREFIX = "gap"
NOT_ASSIGNED = "niet_toegewezen"
JAAR = "jaar"
"""What the trajectory is grouped by: the word after `gap` in the addresses of its numbers."""

_RESERVED = (*(str(by) for by in By), JAAR, TOTAL, NOT_ASSIGNED)
"""Words that stand for something else where the word of a municipality may stand."""


def group_figures(group: Group) -> dict[str, Figure]:
    """Return the figures of one row by the names of their columns."""
    found = {
        "records": records_figure(group.sums),
        "gerealiseerd": group.gerealiseerd,
        "hard": group.sums.hard,
        "zacht": group.sums.zacht,
        "status_onbekend": group.sums.onbekend,
        "telt_niet": group.sums.telt_niet,
        "buiten_telling": group.sums.buiten,
        "opgave": group.doel,
        "saldo": group.saldo,
    }
    return {name: figure for name, figure in found.items() if figure is not None}


def balance_figures(dataset: Dataset, question: Question) -> dict[str, Figure]:
    """Return every figure of the balance and its checks by address."""
    balance = gap(dataset, question)
    sums = balance.sums
    figures = (*balance.rows, *balance.toets, sums.onbekend, sums.telt_niet, sums.buiten)
    return {f"{PREFIX}.{f.name}": f for f in figures}


def grouped_figures(dataset: Dataset, question: Question, by: By) -> dict[str, Figure]:
    """Return every figure of one grouping by address; municipalities also without `gemeente.` in it."""
    result = grouped(dataset, question, by)
    words = words_of(dataset) if by is By.GEMEENTE else {}
    found: dict[str, Figure] = {}
    for group in (*result.groups, result.total):
        key = words.get(group.key, slug(group.key)) if group.key != UNASSIGNED else NOT_ASSIGNED
        for name, figure in group_figures(group).items():
            found[f"{PREFIX}.{by}.{key}.{name}"] = figure
            if by is By.GEMEENTE:
                found[f"{PREFIX}.{key}.{name}"] = figure
    return found


def trajectory_figures(
    dataset: Dataset, question: Question, *, spread: bool = False, buffer: Fraction = NO_BUFFER
) -> dict[str, Explained]:
    """Return every number of the trajectory and the pace by address (see ``trajectory`` and ``paces``)."""
    found = trajectory(dataset, question, spread=spread)
    lezingen = paces(dataset, question, found, buffer=buffer)
    return {f"{PREFIX}.{JAAR}.{name}": quantity for name, quantity in years_figures(found, lezingen).items()}


def all_figures(
    dataset: Dataset, question: Question, *, spread: bool = False, buffer: Fraction = NO_BUFFER
) -> dict[str, Explained]:
    """Return every figure of every table by address, the balance first."""
    found: dict[str, Explained] = {**balance_figures(dataset, question)}
    for by in By:
        for address, figure in grouped_figures(dataset, question, by).items():
            found.setdefault(address, figure)
    return found | trajectory_figures(dataset, question, spread=spread, buffer=buffer)


def find(
    dataset: Dataset, question: Question, address: str, *, spread: bool = False, buffer: Fraction = NO_BUFFER
) -> tuple[str, Explained] | None:
    """Return the full address and the figure of a name; None when there is none.

    `gap.saldo` may be written `saldo`, and a municipality by any of its names: `gap.Hengelo (O.).hard`. A year may be
    written as it stands in the table, and so may all of an address: `gap.jaar.2025-2029.hard`,
    `gap.jaar.traject.jaar.2025-2029.hard`.
    """
    wanted = _normalised(dataset, address)
    figures: dict[str, Explained] = {**balance_figures(dataset, question)}
    if of_years(wanted):
        figures = trajectory_figures(dataset, question, spread=spread, buffer=buffer)
        table, *place = [*wanted.split(".")[2:], ""]
        if wanted not in figures:
            wanted = f"{PREFIX}.{JAAR}.{name_in_years(table, place[:-1])}"
    elif wanted not in figures:
        figures = all_figures(dataset, question)
    return (wanted, figures[wanted]) if wanted in figures else None


def of_years(address: str) -> bool:
    """Whether an address is one of the trajectory or the pace: only there a spread and a buffer make a difference."""
    return [slug(word) for word in address.split(".")[:2]] == [PREFIX, JAAR]


def words_in(dataset: Dataset, parts: Sequence[str]) -> list[str]:
    """Return the parts of an address as words, a municipality that they begin with by any of its names as its word.

    Its name may have dots of its own, which part it: `Hengelo (O.)`.
    """
    for length in range(len(parts), 0, -1):
        gemeente = dataset.gemeente(".".join(parts[:length]))
        if gemeente is not None:
            return [words_of(dataset)[gemeente.naam], *(slug(part) for part in parts[length:] if part)]
    return [slug(part) for part in parts if part]


def words_of(dataset: Dataset) -> dict[str, str]:
    """Return the word of every municipality in an address, by its name."""
    return gemeente_words(dataset, _RESERVED)


def _normalised(dataset: Dataset, address: str) -> str:
    start, dot, rest = address.strip().partition(".")
    body = rest if dot and slug(start) == PREFIX else address.strip()
    owner, _, quantity = body.rpartition(".")
    by = f"{By.GEMEENTE}."
    name = owner.removeprefix(by)
    gemeente = dataset.gemeente(name)
    words = [slug(part) for part in owner.split(".") if part]
    if gemeente is not None and name not in _RESERVED:
        word = words_of(dataset)[gemeente.naam]
        words = [By.GEMEENTE, word] if owner.startswith(by) else [word]
    return ".".join([PREFIX, *words, slug(quantity)])
