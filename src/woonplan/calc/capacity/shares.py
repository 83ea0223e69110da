"""A record that is divided over its municipalities: the share of each, and what of its parts may be in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from woonplan.calc.capacity.family import Family, Member
from woonplan.calc.capacity.records import Contribution, Held
from woonplan.calc.capacity.slots import Slot, common
from woonplan.calc.capacity.transport import Transport
from woonplan.calc.number.bounds import perhaps
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import remainder, subtracted
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound, Number, between, exactly
from woonplan.model.restant import te_slopen
from woonplan.model.source import as_number
from woonplan.model.vocabulary import SoortAantal


def placed(
    dataset: Dataset, whole: Contribution, records: Sequence[Contribution], parts: Sequence[Figure]
) -> Transport[frozenset[str]] | None:
    """Return the homes of an aggregate and of its parts by where they lie; None where it is not divided."""
    shares, name = shares_of(dataset, whole), whole.plan.id
    if not shares:
        return None
    own = [
        Slot.of(name, frozenset({gemeente}), given(name, f"{whole.plan.naam}, deel {gemeente}", share, whole.origin))
        for gemeente, share in shares.items()
    ]
    theirs = [
        [Slot.of(record.plan.id, frozenset(record.gemeenten or shares), figure)]
        for record, figure in zip(records, parts, strict=True)
    ]
    return Transport(own, theirs, common)


def divided(
    dataset: Dataset, whole: Contribution, parts: Sequence[Member], limits: Number | None
) -> Mapping[str, Held]:
    """Return what of a record lies in each of its municipalities, with what is left there beside its parts.

    A municipality has its own share, and no more; where not all homes count that are divided (a period, demolition),
    it has no less than what the others cannot hold.
    """
    plan, shares, origin = whole.plan, shares_of(dataset, whole), whole.origin
    highs = [share.high for share in shares.values() if share.high is not None]
    most = sum(highs) if len(highs) == len(shares) else None
    bruto = whole.kind.soort_aantal is SoortAantal.BRUTO
    gross = not whole.counting.netto or (bruto and te_slopen(plan) == exactly(0))
    found: dict[str, Held] = {}
    for name, share in shares.items():
        gemeente = dataset.gemeente(name)
        if gemeente is None:
            continue
        label = f"{plan.naam}, deel {gemeente.naam}"
        own = {part.name: part for part in parts if part.gemeenten == (gemeente.naam,)}
        others = [part for part in parts if gemeente.naam in part.gemeenten and len(part.gemeenten) > 1]
        exact = limits is None and gross
        homes = share if exact else _portion(whole.holds, share, most, net=not gross)
        base = given(f"{plan.id}.{gemeente.code}", label, homes, origin)
        here = (f"{base.name}.rest", f"{label}, rest")
        held = rest = base
        if own:
            family = Family(base.name, base, here, own, dated=not exact, transport=None, gross=gross)
            held, rest = family.inside(family.everybody), family.inside({base.name})
        loose = [
            perhaps(f"{figure.name}.{gemeente.code}", f"{figure.label}, misschien in {gemeente.naam}", figure)
            for figure in (part.outside for part in others if exact)
            if figure is not None
        ]
        if loose:
            held = (remainder if gross else subtracted)(base.name, label, held, *loose)
        if others:
            maybe = [perhaps(f"{p.name}.{gemeente.code}", p.everything.label, p.everything) for p in others]
            rest = remainder(*here, base, *(rest.parts[1:] if rest is not base else ()), *maybe)
        found[gemeente.naam] = Held(held, rest, share)
    return found


def shares_of(dataset: Dataset, whole: Contribution) -> dict[str, Number]:
    """Return the share of every municipality in what is still to come, by the names of the register.

    A division is of what is left, or of all homes where that is what it adds up to: then some of each may be built.
    """
    plan = whole.plan
    # Two municipalities that are one by now have their shares together.
    numbers: Counter[str] = Counter()
    for name, aantal in (plan.verdeling or {}).items():
        gemeente = dataset.gemeente(name) if name in plan.gemeenten else None
        if gemeente is not None:
            numbers[gemeente.naam] += aantal
    left, all_of_it = whole.left, sum(numbers.values())
    if left.single and (left.low == all_of_it or left.circa):
        return {name: _between(aantal, aantal, left.circa, left.marge) for name, aantal in numbers.items()}
    number = as_number(plan.woningen, plan.woningen_min, plan.woningen_max, plan.precisie)
    done = plan.gerealiseerd or 0
    if plan.gerealiseerd is not None and number is not None and number.high == all_of_it:
        # Of a number that may be less, a share may be less as well.
        missing = done + all_of_it - (number.low or 0)
        return {
            name: _between(max(aantal - missing, 0), aantal, number.circa, number.marge)
            for name, aantal in numbers.items()
        }
    return {name: _between(0, aantal, left.circa, left.marge) for name, aantal in numbers.items()}


# A plan that is divided over a country has a few different shares.
_between = lru_cache(maxsize=4096)(between)


def _portion(homes: Number, share: Number, most: Bound | None, *, net: bool) -> Number:
    """Return what of ``homes`` falls to a municipality with a share of all that is divided, ``most`` at the most."""
    if homes.blank:
        return homes
    floor = None if homes.low is None or most is None or share.high is None else homes.low - (most - share.high)
    ceiling = share.high if homes.high is None or share.high is None else min(share.high, homes.high)
    if net:
        return homes.bounded(floor, share.high)
    floor = max(floor or 0, 0)
    return homes.bounded(floor, None if ceiling is None else max(ceiling, floor))
