"""What a list of the register selects and counts: records, stock over the years, statements, actions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from woonplan.calc.capacity.counting import Counting, capacity
from woonplan.calc.capacity.families import contributions
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import matches
from woonplan.calc.number.breakdown import broken_down
from woonplan.calc.number.figure import Figure
from woonplan.calc.target.demand import Area, stated
from woonplan.calc.view import View
from woonplan.model.agenda import Actie, Actiestatus
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.stand import record_source
from woonplan.model.statussen import Planstatus
from woonplan.model.target import Opgavenset, Uitspraak
from woonplan.model.vocabulary import Sleutelsoort

UNFINISHED = frozenset({Actiestatus.OPEN, Actiestatus.LOOPT})
"""The states in which something is still to be done."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The records that a list shows, and the regional ones that it leaves out because municipalities are asked for."""

    records: tuple[Contribution, ...]
    elsewhere: tuple[Contribution, ...] = ()

    @property
    def regional(self) -> int:
        """How many records are left out."""
        return len(self.elsewhere)


def plans(view: View) -> Listed:
    """Return the records that pass the filters on status and municipality, in the order of the files.

    All of a record counts, also what lies outside the period of a target: a list shows the register, not a balance.
    """
    dataset, question = view.dataset, view.question
    found = [c for c in contributions(dataset, Counting()) if matches(c, question, dataset.klassen)]
    if not question.gemeenten:
        return Listed(tuple(found))
    wanted = set(question.gemeenten)
    chosen = tuple(c for c in found if wanted & set(dataset.gemeenten_of(c.plan)))
    return Listed(chosen, tuple(c for c in found if not dataset.gemeenten_of(c.plan)))


def record_figure(view: View, plan_id: str) -> Figure | None:
    """Return what one record adds to capacity; None when there is no such record."""
    dataset, counting = view.dataset, view.counting
    for deel in dataset.stand.delen:
        for index, plan in enumerate(deel.inhoud.plannen):
            if plan.id == plan_id:
                row = index if deel.rows is None else deel.rows[index]
                figure = capacity(deel, plan, row, counting, record_source(plan, deel))
                return broken_down(dataset, figure)
    return None


def key_projects(listed: Listed) -> Listed:
    """Return the key projects and parts of key areas among the records."""
    return Listed(tuple(c for c in listed.records if c.plan.sleutelproject is not None), listed.elsewhere)


def plan_groups(listed: Listed) -> dict[str, tuple[Contribution, ...]]:
    """Return the records that the list of plans counts, by what it says of them."""
    found = listed.records
    return {
        "records": found,
        "buiten_telling": tuple(c for c in found if not c.plan.telt_mee),
        "zonder_aantal": tuple(c for c in found if c.plan.number() is None),
        "status_onbekend": tuple(c for c in found if c.plan.planstatus is Planstatus.ONBEKEND),
        "regionaal": listed.elsewhere,
    }


def project_groups(projects: Listed) -> dict[str, tuple[Contribution, ...]]:
    """Return the records that the list of key projects counts, by what it says of them; every kind is named."""
    found = projects.records
    kinds: dict[Sleutelsoort, list[Contribution]] = {kind: [] for kind in Sleutelsoort}
    for c in found:
        if c.plan.sleutelproject is not None:
            kinds[c.plan.sleutelproject.soort].append(c)
    return {
        "records": found,
        **{str(kind): tuple(of_kind) for kind, of_kind in kinds.items()},
        "zonder_aantal": tuple(c for c in found if c.plan.number() is None),
        "regionaal": projects.elsewhere,
    }


def year_spans(years: Iterable[str | int]) -> str:
    """Return calendar years as inclusive spans: ``2012-2014, 2016``; empty without any."""
    spans: list[list[int]] = []
    for year in sorted({int(year) for year in years}):
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def area_of(dataset: Dataset, uitspraak: Uitspraak) -> Area:
    """Return the area that a statement is about, a municipality by the name that the register uses."""
    if uitspraak.gemeente is not None:
        gemeente = dataset.gemeente(uitspraak.gemeente)
        return Area("gemeente", gemeente.naam if gemeente else uitspraak.gemeente)
    return Area("regio", uitspraak.regio) if uitspraak.regio else Area("provincie", uitspraak.provincie or "")


def statements(dataset: Dataset, gemeenten: Collection[str]) -> Iterator[tuple[Opgavenset, Uitspraak]]:
    """Yield the statements of every set; with ``gemeenten`` (by name) only those about these municipalities."""
    for opgave in dataset.gebied.opgaven:
        for uitspraak in opgave.uitspraken:
            about = area_of(dataset, uitspraak)
            if not gemeenten or (about.kind == "gemeente" and about.name in gemeenten):
                yield opgave, uitspraak


def used(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> bool:
    """Whether this statement is the one that is computed with, of all on its quantity and area."""
    chosen = stated(dataset, opgave, uitspraak.soort, area_of(dataset, uitspraak))
    return chosen is not None and chosen.uitspraak is uitspraak


@dataclass(frozen=True, slots=True)
class Filters:
    """Which actions are asked for; ``peildatum`` asks for those that are late on that day."""

    eigenaar: tuple[str, ...] = ()
    """Words of owners, as the register has them: an action of any of them is shown."""
    unfinished: bool = False
    peildatum: date | None = None

    @property
    def active(self) -> bool:
        """Whether some actions may be left out."""
        return bool(self.eigenaar or self.unfinished or self.peildatum)


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """What is said of a number of actions."""

    numbers: int
    texts: int
    """Different texts: what repeats an earlier action counts once."""
    without_owner: int
    without_deadline: int


def owners(acties: Iterable[Actie]) -> tuple[str, ...]:
    """Return the words that the register has for owners, each once, in alphabetical order."""
    return tuple(sorted({word for actie in acties for word in actie.eigenaar}, key=str.casefold))


def select_actions(acties: Iterable[Actie], filters: Filters) -> tuple[Actie, ...]:
    """Return the actions that pass all filters, by number."""
    chosen = [
        actie
        for actie in acties
        if (not filters.eigenaar or set(filters.eigenaar) & set(actie.eigenaar))
        and (not filters.unfinished or actie.status in UNFINISHED)
        and (filters.peildatum is None or late(actie, filters.peildatum))
    ]
    return tuple(sorted(chosen, key=lambda actie: actie.nummer))


def late(actie: Actie, day: date) -> bool:
    """Whether an action is not finished on ``day`` while its deadline is over.

    A deadline of a year or a month is over after its last day: no action is called late as long as one reading of its
    date still has time left. Without a date nothing is late.
    """
    return actie.status in UNFINISHED and actie.deadline is not None and last_day(actie.deadline) < day


def late_steps(acties: Iterable[Actie], day: date) -> tuple[int, ...]:
    """Return the numbers of unfinished actions whose earlier step should be done before ``day``."""
    return tuple(
        actie.nummer
        for actie in acties
        if actie.status in UNFINISHED and actie.tussendeadline is not None and last_day(actie.tussendeadline) < day
    )


def last_day(datum: str) -> date:
    """Return the last day that a date of day, month or year precision can mean: ``2021`` gives 31-12-2021."""
    first = first_day(datum)
    precision = datum.count("-")
    if precision == 2:
        return first
    if precision == 1:
        return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
    return date(first.year, 12, 31)


def count_actions(acties: Iterable[Actie]) -> ActionCounts:
    """Return how many actions there are, how many of them differ, and of how many an owner or a date is not given."""
    return ActionCounts(*(len(counted) for counted in action_groups(acties).values()))


def action_groups(acties: Iterable[Actie]) -> dict[str, tuple[Actie, ...]]:
    """Return the actions that are counted, by what is said of them; of those with one text the first."""
    acties = tuple(acties)
    texts: dict[int, Actie] = {}
    for actie in acties:
        texts.setdefault(actie.gelijk_aan or actie.nummer, actie)
    return {
        "nummers": acties,
        "teksten": tuple(texts.values()),
        "zonder_eigenaar": tuple(actie for actie in acties if not actie.eigenaar),
        "zonder_deadline": tuple(actie for actie in acties if not actie.heeft_termijn),
    }
