"""A number of a table by its address: computed again from the register, and explained."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from woonplan.calc.address import all_figures, find, of_years
from woonplan.calc.breakdown import record_figure
from woonplan.calc.derived import Explained
from woonplan.calc.gap import gap
from woonplan.calc.naming import LIST, RECONCILE
from woonplan.calc.pace import NO_BUFFER
from woonplan.calc.question import Question, Tegen, counting
from woonplan.cli.choices import Asked, buffer_of, question, value
from woonplan.cli.session import open_register
from woonplan.diagnostics import quote
from woonplan.load.nearest import nearest, nearest_names
from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.explain import figure_document
from woonplan.tables import Document

_REPORT = re.compile(r"\s*report\.((?:19|20|21)\d\d)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the register is, and for whom a number of a report is explained."""

    data: Path
    plannen: Path | None
    vergelijk: Path | None
    vertrouwelijkheid: str | None


@dataclass(frozen=True, slots=True)
class Years:
    """The options of `gap --by jaar` that change its numbers."""

    spreid: bool
    buffer: int | None

    @property
    def given(self) -> bool:
        """Whether any of them was."""
        return self.spreid or self.buffer is not None


Answer = Document | list[str] | None
"""The explanation, or what is wrong with what was asked; None when that has been said."""


def report_year(name: str) -> int | None:
    """Return the year of an address of a report (`report.2020.capaciteit.totaal.hard`); None for any other name."""
    found = _REPORT.match(name)
    return int(found[1]) if found else None


def explain_number(name: str, place: Place, asked: Asked, years: Years, depth: int) -> Answer:
    """Return the explanation of a number of any table, or of a record by its id."""
    command, dot, _ = name.strip().partition(".")
    if dot and command.casefold() in (RECONCILE, LIST):
        from woonplan.cli.explain_table import explain_list, explain_reconcile

        explain_it = explain_reconcile if command.casefold() == RECONCILE else explain_list
    else:
        explain_it = explain_gap if report_year(name) is None else explain_report
    return explain_it(name, place, asked, years, depth)


def opened(place: Place, asked: Asked) -> tuple[Dataset, Question] | list[str] | None:
    """Return the register with what is asked of it, or what is wrong with that; None when there is no register."""
    dataset = open_register(place.data, place.plannen)
    if dataset is None:
        return None
    asks, unknown = question(dataset, asked)
    return unknown if asks is None else (dataset, asks)


def explain_gap(name: str, place: Place, asked: Asked, years: Years, depth: int) -> Answer:
    """Return the explanation of a number of `gap`, or of a record by its id."""
    wrong = []
    if years.given and not of_years(name):
        wrong.append("--spreid en --buffer horen bij een getal van gap.jaar.")
    if place.vergelijk is not None or place.vertrouwelijkheid is not None:
        wrong.append("--vergelijk en --vertrouwelijkheid horen bij een getal van report; gap rekent met alle plannen.")
    if wrong:
        return wrong
    ready = opened(place, asked)
    if not isinstance(ready, tuple):
        return ready
    dataset, asks = ready
    found = _of_gap(dataset, asks, name, years)
    if isinstance(found, list):
        return found
    return figure_document(dataset, asks, *found, depth)


def _of_gap(dataset: Dataset, asks: Question, name: str, years: Years) -> tuple[str, Explained] | list[str]:
    """Return the full name of a number or a record with the number, or what is wrong with the question."""
    buffer = buffer_of(years.buffer, gap(dataset, asks)) if years.buffer else NO_BUFFER
    if isinstance(buffer, str):
        return [buffer]
    found = find(dataset, asks, name, spread=years.spreid, buffer=buffer)
    if found is not None:
        return found
    record = record_figure(dataset, name, counting(dataset, asks))
    if record is not None:
        return name, record
    known = [*all_figures(dataset, asks), *(b.naam for b in BEGRIPPEN), *(p.id for p in dataset.stand.plannen)]
    known += _of_others(dataset, asks, name)
    return [nothing(name, known, "geen getal in een tabel, geen begrip en geen plan")]


def explain_report(name: str, place: Place, asked: Asked, years: Years, depth: int) -> Answer:
    """Return the explanation of a number of a report, from what the readers of the report may see."""
    from woonplan.cli.open_year import open_year
    from woonplan.report.yearly import report_document
    from woonplan.report.yearly_address import find_in_year, has_net, year_figures

    wrong = []
    if years.given or asked.statussen or asked.strategieen or asked.tegen is not Tegen.AMBITIE:
        wrong.append("--status, --strategie, --tegen, --spreid en --buffer horen bij een getal van gap.")
    if asked.netto and not has_net(name):
        wrong.append("--netto zegt niets over 'rijk': dat rapport heeft hard_bruto en hard_netto naast elkaar.")
    level = value(Vertrouwelijkheid, place.vertrouwelijkheid or "openbaar", "vertrouwelijkheid", wrong)
    jaar = report_year(name)
    if level is None or jaar is None or wrong:
        return wrong
    year = open_year(place.data, (place.plannen, place.vergelijk), jaar, level, asked)
    if year is None:
        return None
    found = find_in_year(year, name)
    if found is None:
        return [nothing(name, year_figures(year), f"geen getal in een rapport van {jaar}")]
    return report_document(year, *found, depth)


def _of_others(dataset: Dataset, asks: Question, name: str) -> Iterator[str]:
    """Yield the addresses of another command whose name is misspelt; none where nothing looks like that."""
    from woonplan.calc.address_reconcile import comparison_figures
    from woonplan.calc.reconcile import reconcile
    from woonplan.report.list_address import CALCULATED, list_figures

    start, dot, _ = name.partition(".")
    near = nearest(start, (RECONCILE, LIST)) if dot else None
    if near == RECONCILE:
        yield from comparison_figures(reconcile(dataset, asks))
    elif near == LIST:
        for what in CALCULATED:
            yield from list_figures(dataset, what, asks)


def refused(of: str, allowed: Collection[str], place: Place, asked: Asked, years: Years) -> list[str]:
    """Return what is wrong with the options, where some say nothing about a number of this command or list."""
    given = {
        "--gemeente": asked.gemeenten,
        "--status": asked.statussen,
        "--strategie": asked.strategieen,
        "--netto": asked.netto,
        "--tegen": asked.tegen is not Tegen.AMBITIE,
        "--opgave": asked.opgaven,
        "--telling": asked.telling,
        "--spreid": years.spreid,
        "--buffer": years.buffer is not None,
        "--vergelijk": place.vergelijk,
        "--vertrouwelijkheid": place.vertrouwelijkheid,
    }
    wrong = [option for option, value in given.items() if value and option not in allowed]
    if not wrong:
        return []
    said = f"{', '.join(wrong)}: zegt niets over een getal van {of}"
    return [f"{said}; wel: {', '.join(allowed)}." if allowed else f"{said}."]


def nothing(name: str, known: Iterable[str], what: str) -> str:
    """Return that a name is nothing, with the nearest of the names that are known."""
    near = nearest_names(name, list(known))
    hint = f"Bedoelt u {' of '.join(quote(n) for n in near)}?" if near else "Zie 'woonplan list begrippen'."
    return f"{quote(name)} is {what}. {hint}"
