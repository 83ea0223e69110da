"""What plans say of themselves: key projects in their units, and capacity by where they lie and what holds them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share, in_one_row, nothing_in
from woonplan.calc.capacity.sums import NOTHING, SILENCE, Shares, Sums
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import counted
from woonplan.calc.report.ladder import Ligging, ligging
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number
from woonplan.model.restant import plan_homes
from woonplan.model.vocabulary import Knelpunt, Sleutelsoort

NIET_OPGEGEVEN = "niet_opgegeven"
"""Key for records that name no bottleneck: that none is known is not that there is none."""


def key_units(dataset: Dataset, records: Iterable[Contribution]) -> tuple[tuple[Sleutelsoort, Figure], ...]:
    """Return the units by kind, each in the order of its first record (Woonagenda, r. 799-818).

    A unit is a project, a municipality (key area along the radials) or a theme, and has the homes of its records
    together under its name. Of a plan in several municipalities it is not known how much lies in each. Records outside
    the sums are key projects all the same.
    """
    found: defaultdict[tuple[Sleutelsoort, str, str], list[Figure]] = defaultdict(list)
    for record in records:
        plan, project = record.plan, record.plan.sleutelproject
        if project is None or record.aggregate:
            continue
        homes = given(plan.id, plan.naam, plan_homes(plan), record.origin)
        names = dataset.gemeenten_of(plan) or ("",)
        if project.soort is Sleutelsoort.STEDELIJK:
            found[project.soort, plan.naam, plan.id].append(homes)
        elif project.soort is Sleutelsoort.THEMATISCH:
            found[project.soort, project.thema or "", ""].append(homes)
        else:
            for name in names:
                found[project.soort, name, ""].append(homes if len(names) == 1 else _some_of(homes))
    units = [(soort, counted("woningen", name or "onbekend", parts)) for (soort, name, _), parts in found.items()]
    order = list(Sleutelsoort)
    return tuple(sorted(units, key=lambda unit: order.index(unit[0])))


def _some_of(figure: Figure) -> Figure:
    """Return what may be in one of several municipalities: nothing, or all of it."""
    homes = figure.low
    return given(f"{figure.name}.deel", f"deel van {figure.label}", homes.bounded(0, homes.high), figure.origin)


def by_location(
    shares: Iterable[Share], silent: Mapping[Planklasse, Collection[str]] = NOTHING, silence: Number = SILENCE
) -> dict[Ligging, Sums]:
    """Return capacity inside and outside the built-up area, and that of which it is not known.

    A record of which it is not known adds an unknown part to both: its homes are somewhere, so neither of them is 0.
    The ``silent`` municipalities (by class, those without a record, each of which adds ``silence``) may plan in any of
    the three.
    """
    found: dict[Ligging, list[Share]] = {place: [] for place in Ligging}
    for one in shares:
        found[ligging(one.contribution.plan)].append(one)
    loose = [
        Share.unknown(one.contribution)
        for one in found[Ligging.ONBEKEND]
        if one.contribution.plan.telt_mee and not nothing_in(one)
    ]
    return {
        place: Shares([*in_one_row(part), *(loose if place is not Ligging.ONBEKEND else ())], silence).sums(
            unplaced=silent
        )
        for place, part in found.items()
    }


def bottlenecks(shares: Iterable[Share]) -> dict[str, Sums]:
    """Return the bottlenecks with the capacity (homes) of the records that name them, the one with most homes first.

    A record with several bottlenecks counts under each, so bottlenecks never add up to the total. Those that nobody
    names are left out. The last are `geen` (the source says that there is none) and the records that say nothing.
    """
    found: defaultdict[str, Shares] = defaultdict(Shares)
    for share in shares:
        plan = share.contribution.plan
        for key in (plan.knelpunten or (NIET_OPGEGEVEN,)) if plan.telt_mee else ():
            found[str(key)].add(share)
    return dict(sorted(((key, part.sums()) for key, part in found.items()), key=_order))


def _order(row: tuple[str, Sums]) -> tuple[int, int, str]:
    key, sums = row
    last = {str(Knelpunt.GEEN): 1, NIET_OPGEGEVEN: 2}
    homes = (sums.hard.low.low or 0) + (sums.zacht.low.low or 0)
    return last.get(key, 0), -int(homes), key
