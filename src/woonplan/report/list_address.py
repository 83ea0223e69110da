"""The address of every calculated number of `list`: `list.gemeenten.enschede.plannen`, `list.acties.teksten`.

A list, a row and a column, in the words that the machine formats use; what is counted under a list has a name and no
row. What is a record's own is explained by its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from woonplan.calc.address import words_in, words_of
from woonplan.calc.address_years import TOTAL
from woonplan.calc.counts import contributions_figure, gemeenten_figure
from woonplan.calc.demand import listed_statement
from woonplan.calc.figure import Figure
from woonplan.calc.listed_actions import action_figures
from woonplan.calc.listed_stock import in_no_gemeente, stock_listed, unassigned
from woonplan.calc.listing import Listed, key_projects, plan_groups, plans, project_groups, statements
from woonplan.calc.naming import LIST, slug, spelled
from woonplan.calc.question import Question
from woonplan.calc.records import Contribution
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.report.lists import What, gemeenten_chosen

CALCULATED = (What.GEMEENTEN, What.PLANNEN, What.SLEUTELPROJECTEN, What.OPGAVEN, What.ACTIES)
"""The lists that hold more than what stands in the register."""

_Figures = Iterator[tuple[str, Figure]]


def list_of(address: str) -> What | None:
    """Return the list that an address names; None when it names none with calculated numbers."""
    words = [slug(word) for word in address.split(".")]
    return next((what for what in CALCULATED if words[:2] == [LIST, str(what)]), None)


def list_figures(dataset: Dataset, what: What, question: Question) -> dict[str, Figure]:
    """Return every calculated number of a list by address, within the filters of ``question``."""
    listed = plans(dataset, question)
    if what is What.GEMEENTEN:
        found = _gemeenten(dataset, question, listed)
    elif what is What.PLANNEN:
        found = _plans(listed)
    elif what is What.SLEUTELPROJECTEN:
        found = _counts(project_groups(key_projects(listed)))
    elif what is What.OPGAVEN:
        found = _statements(dataset, question)
    else:
        return {}
    return _addressed(what, found)


def actions_figures(agenda: Agendabestand, invoer: Invoer) -> dict[str, Figure]:
    """Return the counts of all actions by address."""
    return _addressed(What.ACTIES, action_figures(agenda, invoer))


def find_in_list(dataset: Dataset, address: str, figures: Mapping[str, Figure]) -> str | None:
    """Return the full address of a number; None when there is none. A municipality has all its names."""
    found = spelled(address, figures)
    if found is None:
        head, what, *rest = [*address.strip().split("."), ""]
        wanted = ".".join([slug(head), slug(what), *words_in(dataset, [word for word in rest if word])])
        found = wanted if wanted in figures else None
    return found


def _addressed(what: What, figures: _Figures) -> dict[str, Figure]:
    return {f"{LIST}.{what}.{place}": figure for place, figure in figures}


def _gemeenten(dataset: Dataset, question: Question, listed: Listed) -> _Figures:
    words = words_of(dataset)
    chosen = gemeenten_chosen(dataset, question)
    rows, whole = stock_listed(dataset, chosen, listed)
    for row in (*rows, whole) if whole else rows:
        owner = words[row.gemeente.naam] if row.gemeente else TOTAL
        for column, figure in row.figures.items():
            yield f"{owner}.{column}", figure
    yield "gemeenten", gemeenten_figure("gemeenten", "gemeenten", dataset, chosen)
    yield "zonder_positie", gemeenten_figure("zonder_positie", "zonder positie", dataset, unassigned(chosen))
    yield "regionaal", contributions_figure("regionaal", "voor de hele regio", in_no_gemeente(listed))


def _plans(listed: Listed) -> _Figures:
    yield from _counts(plan_groups(listed))
    for c in listed.records:
        yield f"{c.plan.id}.restant", c.whole


def _counts(groups: Mapping[str, tuple[Contribution, ...]]) -> _Figures:
    for name, records in groups.items():
        yield name, contributions_figure(name, name.replace("_", " "), records)


def _statements(dataset: Dataset, question: Question) -> _Figures:
    for opgave, uitspraak in statements(dataset, question.gemeenten):
        yield f"{uitspraak.id}.woningen", listed_statement(dataset, opgave, uitspraak)
