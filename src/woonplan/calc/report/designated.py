"""The key projects that an agreement designates beside the plans of a state: which are there, how large, and when.

What a state does not hold, or does not say, is unknown; a designated project is there whatever the state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.sums import counted
from woonplan.calc.report.ladder import plan_figure
from woonplan.model.agenda import Agendabestand
from woonplan.model.base import folded, years_of
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN, Number, between, exactly
from woonplan.model.plan import Plan
from woonplan.model.sleutel import AangewezenProject
from woonplan.model.stand import Invoer, inherit
from woonplan.model.vocabulary import Doel, Sleutelsoort

EERSTE, LAATSTE, OPLEVERING, MINIMUM = (
    "sleutelprojecten-productie-eerste-jaar",
    "sleutelprojecten-productie-laatste-jaar",
    "sleutelprojecten-oplevering-laatste-jaar",
    "sleutelproject-versnelling-minimum",
)
OF_PROJECTS = (EERSTE, LAATSTE, OPLEVERING, MINIMUM)
"""Ids of the agreements on key projects."""


@dataclass(frozen=True, slots=True)
class Designated:
    """A designated project, its homes in the agreement, and what the plans of a state have of it."""

    project: AangewezenProject
    agreed: Figure
    """Its homes as the agreement gives them; unknown where it gives none."""
    plans: tuple[Contribution, ...]
    """The plans of the state that are it, or a part of it."""

    @property
    def homes(self) -> Figure | None:
        """All homes of its plans; None without any."""
        return (
            counted("woningen_plannen", self.project.naam, [plan_figure(one) for one in self.plans])
            if self.plans
            else None
        )

    @property
    def best(self) -> Figure:
        """Its homes as its plans have them, and without plans as the agreement does."""
        return self.homes or self.agreed

    def delivered(self, first: int, last: int | None) -> Figure | None:
        """Return the homes that its plans deliver in calendar years (inclusive; None is any later year)."""
        if not self.plans:
            return None
        parts = [
            given(one.plan.id, one.plan.naam, delivered_in(one.plan, first, last), _at(one.origin, "oplevering"))
            for one in self.plans
        ]
        return counted("oplevering", self.project.naam, parts)


@dataclass(frozen=True, slots=True)
class Sleuteleenheid:
    """What the minimum holds for: an urban project, or a municipality or theme with all its projects together."""

    soort: Sleutelsoort
    name: str
    projects: tuple[Designated, ...]

    @property
    def homes(self) -> Figure:
        """Its homes: of every project those of its plans, and without plans those of the agreement."""
        return counted("woningen_eenheid", self.name, [one.best for one in self.projects])

    @property
    def exempt(self) -> bool:
        """Whether no minimum holds: all its projects are there to keep a centre or village vital."""
        return bool(self.projects) and all(one.project.doel is Doel.VITALITEIT for one in self.projects)

    def reaches(self, minimum: int) -> bool | None:
        """Return whether it has so many homes; None where that is not known."""
        homes = self.homes.low
        if (homes.low or 0) >= minimum:
            return True
        return False if homes.high is not None and homes.high < minimum and not homes.unknown else None


def designated(agenda: Agendabestand, invoer: Invoer, records: Iterable[Contribution]) -> tuple[Designated, ...]:
    """Return the designated projects in the order of the agreement, with the plans that readers see of each."""
    ids = {project.id for project in agenda.sleutelprojecten}
    found: defaultdict[str, list[Contribution]] = defaultdict(list)
    for record in records:
        key = project_of(record.plan, ids)
        if key is not None and not record.aggregate:
            found[key].append(record)
    return tuple(
        Designated(
            project,
            given(
                "woningen",
                project.naam,
                project.number() or UNKNOWN,
                Origin(inherit(project, agenda), project.id, ("sleutelprojecten", i), invoer.bestand),
            ),
            tuple(found[project.id]),
        )
        for i, project in enumerate(agenda.sleutelprojecten)
    )


def project_of(plan: Plan, ids: Collection[str]) -> str | None:
    """Return which of the designated projects a plan is, or is a part of: the one it names, or that has its id."""
    named = plan.sleutelproject.id if plan.sleutelproject else None
    return next((one for one in (named, plan.id) if one in ids), None)


def units(dataset: Dataset, agenda: Agendabestand, projects: Iterable[Designated]) -> tuple[Sleuteleenheid, ...]:
    """Return the units of the minimum by kind, also themes that the agreement names without a project of them."""
    found: defaultdict[tuple[Sleutelsoort, str], list[Designated]] = defaultdict(list)
    names: dict[tuple[Sleutelsoort, str], str] = {}
    for one in projects:
        name = _unit(dataset, one.project)
        key = one.project.soort, folded(one.project.id if one.project.soort is Sleutelsoort.STEDELIJK else name)
        names.setdefault(key, name)
        found[key].append(one)
    for thema in agenda.sleutelthemas:
        key = Sleutelsoort.THEMATISCH, folded(thema.naam)
        names.setdefault(key, thema.naam)
        found.setdefault(key, [])
    order = list(Sleutelsoort)
    made = [Sleuteleenheid(key[0], names[key], tuple(parts)) for key, parts in found.items()]
    return tuple(sorted(made, key=lambda unit: order.index(unit.soort)))


def _unit(dataset: Dataset, project: AangewezenProject) -> str:
    if project.soort is Sleutelsoort.STEDELIJK:
        return project.naam
    if project.soort is Sleutelsoort.THEMATISCH:
        return project.thema or "onbekend"
    found = dataset.gemeente(project.gemeente) if project.gemeente else None
    return found.naam if found else project.gemeente or project.gebied or "onbekend"


def delivered_in(plan: Plan, first: int, last: int | None) -> Number:
    """Return the homes that a plan still delivers in calendar years, as far as it says when; unknown without years.

    What comes in a period that lies in part in these years, or at an unknown time, may come in them.
    """
    if not plan.oplevering:
        return UNKNOWN
    sure = perhaps = 0
    for periode, homes in plan.oplevering.items():
        years = years_of(periode)
        if years is None or not _inside(years, first, last):
            perhaps += homes if years is None or _touches(years, first, last) else 0
        else:
            sure += homes
    return exactly(sure) if not perhaps else between(sure, sure + perhaps)


def _inside(years: tuple[int, int], first: int, last: int | None) -> bool:
    return years[0] >= first and (last is None or years[1] <= last)


def _touches(years: tuple[int, int], first: int, last: int | None) -> bool:
    return years[1] >= first and (last is None or years[0] <= last)


def _at(origin: Origin, key: str) -> Origin:
    return Origin(origin.source, origin.record, (*origin.path, key), origin.file, origin.word)
