"""Key projects in the units that their source counts: a project, a municipality or a theme."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.number.figure import Figure, counted, given
from woonplan.calc.report.ladder import plan_homes
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Sleutelsoort


def key_units(dataset: Dataset, records: Iterable[Contribution]) -> tuple[tuple[Sleutelsoort, Figure], ...]:
    """Return the units by kind, each in the order of its first record (Woonagenda, r. 799-818).

    A unit is a project, a municipality (key area along the radials) or a theme, and has the homes of its records
    together under its name. Of a plan in several municipalities it is not known how much lies in each. Records outside
    the sums are key projects all the same.
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
    units = [(soort, counted("woningen", name or "onbekend", parts)) for (soort, name, _), parts in found.items()]
    order = list(Sleutelsoort)
    return tuple(sorted(units, key=lambda unit: order.index(unit[0])))


def _some_of(figure: Figure) -> Figure:
    """Return what may be in one of several municipalities: nothing, or all of it."""
    homes = figure.low
    return given(f"{figure.name}.deel", f"deel van {figure.label}", homes.bounded(0, homes.high), figure.origin)
