"""Key projects in the units that their source counts: a project, a municipality or a theme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.number.figure import Figure, counted, given
from woonplan.calc.report.ladder import plan_homes
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number
from woonplan.model.vocabulary import Sleutelsoort


@dataclass(frozen=True, slots=True)
class KeyUnit:
    """One key project or key area, with the homes of its records together."""

    soort: Sleutelsoort
    name: str
    """The project, the municipality (key area along the radials) or the theme; empty when not known."""
    figure: Figure
    """The homes of its records together."""

    @property
    def records(self) -> int:
        """How many records it has."""
        return len(self.figure.parts)

    @property
    def homes(self) -> Number:
        """The number of homes alone."""
        return self.figure.low


def key_units(dataset: Dataset, records: Iterable[Contribution]) -> tuple[KeyUnit, ...]:
    """Return the units by kind, each in the order of its first record (Woonagenda, r. 799-818).

    Of a plan in several municipalities it is not known how much lies in each. Records outside the sums are key projects
    all the same.
    """
    found: dict[tuple[Sleutelsoort, str, str], list[Figure]] = {}
    for record in records:
        plan, project = record.plan, record.plan.sleutelproject
        if project is None or record.aggregate:
            continue
        homes = given(plan.id, plan.naam, plan_homes(plan), record.origin)
        if project.soort is Sleutelsoort.STEDELIJK:
            found[project.soort, plan.naam, plan.id] = [homes]
        elif project.soort is Sleutelsoort.THEMATISCH:
            found.setdefault((project.soort, project.thema or "", ""), []).append(homes)
        else:
            names = dataset.gemeenten_of(plan)
            part = homes if len(names) < 2 else _some_of(homes)
            for name in names or ("",):
                found.setdefault((project.soort, name, ""), []).append(part)
    units = [
        KeyUnit(soort, name, counted("woningen", name or "onbekend", parts))
        for (soort, name, _), parts in found.items()
    ]
    order = list(Sleutelsoort)
    return tuple(sorted(units, key=lambda unit: order.index(unit.soort)))


def _some_of(figure: Figure) -> Figure:
    """Return what may be in one of several municipalities: nothing, or all of it."""
    homes = figure.low
    return given(f"{figure.name}.deel", f"deel van {figure.label}", homes.bounded(0, homes.high), figure.origin)
