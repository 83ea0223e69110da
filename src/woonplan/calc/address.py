"""The address of every number in the tables of `gap`: `gap.saldo`, `gap.enschede.hard`, `gap.status.1a.hard`."""

from __future__ import annotations

import re
import unicodedata

from woonplan.calc.figure import Figure
from woonplan.calc.gap import gap
from woonplan.calc.groups import UNASSIGNED, By, Group, grouped
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset

PREFIX = "gap"
NOT_ASSIGNED = "niet_toegewezen"


def slug(name: str) -> str:
    """Return a name as one word: `Hof van Twente` is `hof_van_twente`."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def group_figures(group: Group) -> dict[str, Figure]:
    """Return the figures of one row by the names of their columns."""
    found = {
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
    found: dict[str, Figure] = {}
    for group in (*result.groups, result.total):
        key = slug(group.key) if group.key != UNASSIGNED else NOT_ASSIGNED
        for name, figure in group_figures(group).items():
            found[f"{PREFIX}.{by}.{key}.{name}"] = figure
            if by is By.GEMEENTE:
                found[f"{PREFIX}.{key}.{name}"] = figure
    return found


def all_figures(dataset: Dataset, question: Question) -> dict[str, Figure]:
    """Return every figure of every table by address, the balance first."""
    found = balance_figures(dataset, question)
    for by in By:
        for address, figure in grouped_figures(dataset, question, by).items():
            found.setdefault(address, figure)
    return found


def find(dataset: Dataset, question: Question, address: str) -> tuple[str, Figure] | None:
    """Return the full address and the figure of a name; None when there is none.

    `gap.saldo` may be written `saldo`, and a municipality by any of its names: `gap.Hengelo (O.).hard`.
    """
    wanted = _normalised(dataset, address)
    figures = balance_figures(dataset, question)
    if wanted not in figures:
        figures = all_figures(dataset, question)
    return (wanted, figures[wanted]) if wanted in figures else None


def _normalised(dataset: Dataset, address: str) -> str:
    start, dot, rest = address.strip().partition(".")
    body = rest if dot and slug(start) == PREFIX else address.strip()
    owner, _, quantity = body.rpartition(".")
    by = f"{By.GEMEENTE}."
    gemeente = dataset.gemeente(owner.removeprefix(by))
    parts = [part for part in owner.split(".") if part]
    if gemeente is not None:
        parts = [By.GEMEENTE, gemeente.naam] if owner.startswith(by) else [gemeente.naam]
    return ".".join([PREFIX, *(slug(part) for part in parts), slug(quantity)])
