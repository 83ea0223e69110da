"""What a list of the register selects and counts: records and statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from woonplan.calc.capacity.counting import Counting, capacity
from woonplan.calc.capacity.families import contributions
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import matches
from woonplan.calc.number.breakdown import broken_down
from woonplan.calc.number.figure import Figure
from woonplan.calc.target.demand import Area, stated
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.source import Bron
from woonplan.model.stand import record_source
from woonplan.model.statussen import Planstatus
from woonplan.model.target import Opgavenset, SoortUitspraak, Uitspraak
from woonplan.model.vocabulary import Sleutelsoort

Groups = Mapping[str, tuple[Contribution, ...]]
"""The records that a list shows (`records`), and those that it counts, by what it says of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The records that a list shows, and the regional ones that it leaves out because municipalities are asked for."""

    records: tuple[Contribution, ...]
    elsewhere: tuple[Contribution, ...] = ()


def plans(view: View) -> Listing:
    """Return the records that pass the filters on status and municipality, in the order of the files.

    All of a record counts, also what lies outside the period of a target: a list shows the register, not a balance.
    """
    dataset, question = view.dataset, view.question
    every = contributions(dataset, Counting())
    found = [c for c in every if matches(c, question, dataset.klassen_van(c.standdeel))]
    if not question.gemeenten:
        return Listing(tuple(found))
    wanted = set(question.gemeenten)
    chosen = tuple(c for c in found if wanted & set(dataset.gemeenten_of(c.plan)))
    return Listing(chosen, tuple(c for c in found if not dataset.gemeenten_of(c.plan)))


def record_figure(view: View, plan_id: str) -> Figure | None:
    """Return what one record adds to capacity; None when there is no such record."""
    dataset, counting = view.dataset, view.counting
    for standdeel in dataset.stand.delen:
        for index, plan in enumerate(standdeel.inhoud.plannen):
            if plan.id == plan_id:
                row = index if standdeel.rows is None else standdeel.rows[index]
                figure = capacity(standdeel, plan, row, counting, record_source(plan, standdeel))
                return broken_down(dataset, figure)
    return None


def plan_groups(listing: Listing) -> Groups:
    """Return the records that the list of plans counts, by what it says of them."""
    found = listing.records
    return {
        "records": found,
        "buiten_telling": tuple(c for c in found if not c.plan.telt_mee),
        "zonder_aantal": tuple(c for c in found if c.left.blank),
        "status_onbekend": tuple(c for c in found if c.plan.planstatus is Planstatus.ONBEKEND),
        "regionaal": listing.elsewhere,
    }


def project_groups(listing: Listing) -> Groups:
    """Return the same for the key projects and parts of key areas among the records; every kind is named."""
    found = [(c, c.plan.sleutelproject.soort) for c in listing.records if c.plan.sleutelproject is not None]
    return {
        "records": tuple(c for c, _ in found),
        **{str(kind): tuple(c for c, soort in found if soort is kind) for kind in Sleutelsoort},
        "zonder_aantal": tuple(c for c, _ in found if c.left.blank),
        "regionaal": listing.elsewhere,
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
        gemeente = dataset.genoemd(uitspraak.gemeente)
        return Area("gemeente", gemeente.naam if gemeente else uitspraak.gemeente)
    return Area("regio", uitspraak.regio) if uitspraak.regio else Area("provincie", uitspraak.provincie or "")


def statements(dataset: Dataset, gemeenten: Collection[str]) -> Iterator[tuple[Opgavenset, Uitspraak]]:
    """Yield the statements that readers may see; with ``gemeenten`` (by name) only those about these municipalities."""
    for opgave in dataset.gebied.opgaven:
        for uitspraak in opgave.uitspraken:
            if uitspraak.soort is SoortUitspraak.UITBREIDING_HARD and dataset.verborgen:
                # What is short of hard plans says how many there are, and so how many are hidden.
                continue
            about = area_of(dataset, uitspraak)
            now = dataset.gemeente(about.name) if about.kind == "gemeente" else None
            if not gemeenten or (now is not None and now.naam in gemeenten):
                yield opgave, uitspraak


def listed_documents(dataset: Dataset, agenda: Agendabestand | None) -> tuple[Bron, ...]:
    """Return the documents of the register and of its agreements; to readers who do not see all, those that they meet.

    Which documents only hidden plans refer to is hidden, so what nothing refers to is left out as well.
    """
    own, agreed = dataset.gebied.bronnen, agenda.bronnen if agenda else ()
    if dataset.verborgen:
        met = {
            source.bron for source in (*dataset.stand.plannen, *(standdeel.inhoud for standdeel in dataset.stand.delen))
        }
        met |= {*_referred(dataset.gebied.model_dump()), *_referred(agenda.model_dump() if agenda else None)}
        own = tuple(bron for bron in own if bron.id in met)
    return (*own, *agreed)


def _referred(value: object) -> Iterator[str]:
    """Yield the documents that something in a file refers to."""
    if isinstance(value, dict):
        if isinstance(value.get("bron"), str):
            yield value["bron"]
        value = tuple(value.values())
    for part in value if isinstance(value, list | tuple) else ():
        yield from _referred(part)


def used(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> bool:
    """Whether this statement is the one that is computed with, of all on its quantity and area."""
    chosen = stated(dataset, opgave, uitspraak.soort, area_of(dataset, uitspraak))
    return chosen is not None and chosen.uitspraak is uitspraak
