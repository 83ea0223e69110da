"""Aggregates with their parts: what the whole holds, what is left beside the parts, and how it is divided.

The whole stays the total: its parts change only what is known of how its homes lie, and what is left beside them. A
part without a number changes nothing of the whole; a whole is at least what its parts are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from woonplan.calc.capacity.counting import NO_NET, Counting, beyond_period, demolition, remaining
from woonplan.calc.capacity.records import Contribution, Held
from woonplan.calc.number.figure import (
    Figure,
    added,
    at_least,
    at_most,
    counted,
    given,
    lowest,
    or_less,
    perhaps,
    remainder,
    subtracted,
    together,
)
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.kind import RecordKind
from woonplan.model.number import Number, between, exactly, total
from woonplan.model.restant import te_slopen
from woonplan.model.source import as_number
from woonplan.model.vocabulary import SoortAantal


class Member(NamedTuple):
    """A part of an aggregate: all of it, and what of it is inside the period, with their derivation."""

    record: Contribution
    everything: Figure
    inside: Figure


def contributions(dataset: Dataset, counting: Counting) -> tuple[Contribution, ...]:
    """Return all records of the state, in the order of the files.

    Records with `telt_mee: false` are among them: they are shown, never added.
    """
    found: list[Contribution] = []
    wholes: dict[str, int] = {}
    parts: dict[str, list[int]] = {}
    divided: list[int] = []
    for standdeel, columns in zip(dataset.stand.delen, dataset.columns, strict=True):
        rows = standdeel.rows
        for index, (plan, kind, names, left, years) in enumerate(zip(standdeel.inhoud.plannen, *columns, strict=True)):
            homes = remaining(standdeel, plan, left, years, counting)
            row = index if rows is None else rows[index]
            if kind.is_part and kind.telt_mee:
                parts.setdefault(plan.onderdeel_van or "", []).append(len(found))
            elif kind.aggregate:
                wholes[plan.id] = len(found)
            if len(names) > 1 and plan.verdeling is not None:
                divided.append(len(found))
            found.append(
                Contribution(plan, standdeel, row, kind, names, counting, left.of(plan.id), years, homes, homes)
            )
    for owner, inside in parts.items():
        if owner in wholes:
            _join(dataset, found, wholes[owner], inside)
    for index in divided:
        if found[index].verdeling is None:
            found[index] = found[index]._replace(verdeling=_divided(dataset, found[index], (), _limits(found[index])))
    return tuple(found)


def _limits(whole: Contribution) -> Number | None:
    """Return how much of a record its own years put outside the period; None for none of it."""
    return beyond_period(whole.plan, whole.left, whole.jaren, whole.counting)


def _join(dataset: Dataset, found: list[Contribution], at: int, inside: Sequence[int]) -> None:
    """Put an aggregate and its parts in the list as they hold each other."""
    whole, limits = found[at], _limits(found[at])
    for index in inside:
        if found[index].klasse is Planklasse.ONBEKEND and whole.klasse is not Planklasse.ONBEKEND:
            found[index] = found[index]._replace(kind=_of_class(found[index].kind, whole.klasse))
    parts = _fitting(whole, [_part(whole, found[index], limits) for index in inside], limits)
    for index, part in zip(inside, parts, strict=True):
        own = _less_demolition(part, whole) if _takes_off(part.record) else part.inside
        if own.low != found[index].holds:
            found[index] = part.record._replace(holds=own.low, adds=own.low, held=Held(own, own))
    name, label = whole.plan.id, whole.plan.naam
    counting = whole.counting._replace(netto=_is_net(whole))
    base = whole.counted(counting if limits is not None else Counting(counting.netto))
    held = _held(name, label, base, parts, dated=limits is not None, gross=not counting.netto)
    if limits is not None and not held.rest.low.single:
        # What is left inside the period is no more than what is left at all.
        left = remainder(f"{name}.over", f"{label}, over", whole.counted(Counting()), *(p.everything for p in parts))
        held = held._replace(rest=at_most(held.rest.name, held.rest.label, held.rest, left))
    if _takes_off(whole):
        held = _net(whole, parts, limits, held)
    whole = whole._replace(holds=held.whole.low, adds=held.rest.low, held=held)
    if whole.plan.verdeling is not None and len(whole.gemeenten) > 1:
        whole = whole._replace(verdeling=_divided(dataset, whole, parts, limits))
    found[at] = whole


@cache
def _of_class(kind: RecordKind, klasse: Planklasse) -> RecordKind:
    """Return a kind of records of unknown status as one of a class: the homes of a part have that of the whole."""
    return replace(kind, klasse=klasse, sum=klasse if kind.telt_mee else None)


def _is_net(record: Contribution) -> bool:
    """Whether the number of a record itself is net of demolition, where net numbers are asked for."""
    return record.counting.netto and record.kind.soort_aantal is SoortAantal.NETTO


def _takes_off(record: Contribution) -> bool:
    """Whether demolition has to be taken off the number of a record."""
    return record.counting.netto and record.kind.soort_aantal is not SoortAantal.NETTO


def _part(whole: Contribution, record: Contribution, limits: Number | None) -> Member:
    """Return a part of an aggregate: what it does not say of its years lies in those of the whole, anywhere."""
    counting = record.counting._replace(netto=_is_net(record))
    everything = record.counted(Counting(counting.netto))
    inside = record.counted(counting)
    left, dated = record.left, sum(n for periode, n in (record.jaren or {}).items() if periode != "onbekend")
    if limits is None or left.blank or left.high == dated:
        return Member(record, everything, inside)
    room = None if whole.left.high is None else whole.left.high - (limits.low or 0)
    least = 0 if room is None else max((left.low or 0) - dated - room, 0)
    undated = None if left.high is None else left.high - dated
    most = min(bound for bound in (undated, limits.high) if bound is not None)
    plan = record.plan
    label = f"{plan.naam}, buiten de periode, in de jaren van {whole.plan.naam}"
    outside = given(f"{plan.id}.buiten_periode", label, between(least, most), record.origin)
    return Member(record, everything, remainder(plan.id, plan.naam, inside, outside) if most else inside)


def _fitting(whole: Contribution, parts: list[Member], limits: Number | None) -> list[Member]:
    """Return the parts of an aggregate, none larger than what the others leave of the whole, and of its share."""
    kinds = {record.kind.soort_aantal for record in (whole, *(part.record for part in parts))}
    if whole.left.circa or whole.left.blank or whole.left.high is None or len(kinds) > 1:
        return parts
    counting = whole.counting._replace(netto=_is_net(whole))
    shares = _shares(whole)
    everything = _capped(whole.counted(Counting(counting.netto)), [part.everything for part in parts])
    for places in {part.record.gemeenten for part in parts if shares and shares.keys() >= {*part.record.gemeenten}}:
        at = [i for i, part in enumerate(parts) if {*part.record.gemeenten} <= {*places}]
        name, label = f"{whole.plan.id}.deel", f"{whole.plan.naam}, deel {' en '.join(places)}"
        base = given(name, label, total(shares[place] for place in places), whole.origin)
        for i, figure in zip(at, _capped(base, [everything[i] for i in at]), strict=True):
            everything[i] = figure
    inside = [
        part.inside if part.everything is most else at_most(most.name, most.label, part.inside, most)
        for part, most in zip(parts, everything, strict=True)
    ]
    if limits is not None:
        inside = _capped(whole.counted(counting), inside)
    return [
        Member(part.record if most is part.everything else part.record._replace(left=most.low), most, now)
        for part, most, now in zip(parts, everything, inside, strict=True)
    ]


def _capped(whole: Figure, parts: list[Figure]) -> list[Figure]:
    """Return parts, none larger than what of the whole the others leave."""
    open_ = [figure for figure in parts if not figure.low.blank]
    sure = total(figure.low for figure in open_).low
    if whole.low.blank or whole.low.high is None or sure is None or all(figure.low.single for figure in open_):
        return parts
    spare = whole.low.high - sure
    least = counted(f"{whole.name}.zeker", f"{whole.label}, ten minste in onderdelen", [*map(_lowest, open_)])
    room = remainder(f"{whole.name}.ruimte", f"{whole.label}, ruimte", whole, least)
    return [
        figure
        if figure.low.blank or (figure.low.high is not None and figure.low.high <= spare + (figure.low.low or 0))
        else at_most(
            figure.name,
            figure.label,
            figure,
            added(f"{figure.name}.ruimte", f"{figure.label}, ruimte", [_lowest(figure), room]),
        )
        for figure in parts
    ]


def _lowest(figure: Figure) -> Figure:
    """Return the lower end of a figure alone."""
    return lowest(f"{figure.name}.zeker", f"{figure.label}, ten minste", figure)


def _less_demolition(part: Member, whole: Contribution) -> Figure:
    """Return what of a part counts net of demolition; it demolishes no more than the whole."""
    record = part.record
    bruto = record.counted(record.counting._replace(netto=False))
    told = (
        not te_slopen(record.plan, record.standdeel.vanaf).blank or te_slopen(whole.plan, whole.standdeel.vanaf).blank
    )
    if (part.inside.low == bruto.low and told) or record.kind.soort_aantal is SoortAantal.ONBEKEND or record.left.blank:
        return record.counted(record.counting)
    gone = _gone(record, late=True)
    if gone.low.blank:
        most = _gone(whole, late=False)
        gone = perhaps(gone.name, gone.label, most)
    name, label = record.plan.id, record.plan.naam
    return or_less(name, label, part.inside) if gone.low.blank else subtracted(name, label, part.inside, gone)


def _gone(record: Contribution, *, late: bool) -> Figure:
    """Return what of the demolition of a record counts."""
    return demolition(record.standdeel, record.plan, record.counting, record.origin, late=late)


def _held(
    name: str,
    label: str,
    base: Figure,
    parts: Sequence[Member],
    *,
    dated: bool,
    gross: bool,
    loose: Sequence[Figure] = (),
) -> Held:
    """Return what is held, of ``base`` homes, and what is left beside the parts.

    Args:
        name: What it is called in a formula.
        label: The words for it.
        base: The homes of the whole: those inside the period where it has years of its own (``dated``), else all.
        parts: What is known to be in it.
        dated: Whether its own years say what is inside the period; else its parts do.
        gross: Whether its number is one of homes, which cannot be less than its parts.
        loose: What may be in it of homes that are outside the period, of parts that may lie elsewhere as well.
    """
    counted = [part.inside if dated else part.everything for part in parts]
    whole = at_least(name, label, base, *counted) if gross and parts else base
    beyond = [] if dated else [figure for part in parts for figure in _outside(part)]
    take = remainder if gross else subtracted
    if beyond or loose:
        whole = take(name, label, whole, *beyond, *loose)
    rest = take(f"{name}.rest", f"{label}, rest", base, *counted) if parts else base
    return Held(whole, rest)


def _outside(part: Member) -> list[Figure]:
    """Return what of a part is outside the period; nothing where all of it is inside."""
    if part.inside.low == part.everything.low or part.inside.low.blank:
        return []
    plan = part.record.plan
    name, label = f"{plan.id}.buiten", f"{plan.naam}, buiten de periode"
    return [remainder(name, label, part.everything, part.inside)]


def _net(whole: Contribution, parts: Sequence[Member], limits: Number | None, bruto: Held) -> Held:
    """Return an aggregate net of demolition: its own where it says it, else less what its parts say, or still less."""
    plan = whole.plan
    name, label = f"{plan.id}.rest", f"{plan.naam}, rest"
    if whole.kind.soort_aantal is SoortAantal.ONBEKEND or whole.left.blank:
        rest = given(name, label, NO_NET.of(plan.id), whole.origin)
        return Held(together(plan.id, plan.naam, [rest, *(_less_demolition(part, whole) for part in parts)]), rest)
    gone = _gone(whole, late=(limits is not None and limits.high != 0) or any(map(_outside, parts)))
    theirs = [_gone(part.record, late=bool(_outside(part))) for part in parts]
    if gone.low.blank:
        known = [figure for figure in theirs if not figure.low.blank]
        net = subtracted(plan.id, plan.naam, bruto.whole, *known) if known else bruto.whole
        return Held(or_less(plan.id, plan.naam, net), or_less(name, label, bruto.rest))
    beyond = [] if plan.sloop_jaar else _demolished_outside(parts, theirs)
    gone = remainder(gone.name, gone.label, gone, *beyond) if beyond else gone
    gone = at_least(gone.name, gone.label, gone, *theirs)
    left = remainder(f"{name}.sloop", f"sloop {label}", gone, *theirs)
    return Held(subtracted(plan.id, plan.naam, bruto.whole, gone), subtracted(name, label, bruto.rest, left))


def _demolished_outside(parts: Sequence[Member], inside: Sequence[Figure]) -> list[Figure]:
    """Return what parts say that they demolish outside the period: of an aggregate without such years it is, too."""
    found = []
    for part, gone in zip(parts, inside, strict=True):
        every = _gone(part.record._replace(counting=Counting(netto=True)), late=False)
        if not every.low.blank and every.low != gone.low:
            label = f"{gone.label}, buiten de periode"
            found.append(remainder(f"{gone.name}.buiten_periode", label, every, gone))
    return found


def _divided(
    dataset: Dataset, whole: Contribution, parts: Sequence[Member], limits: Number | None
) -> Mapping[str, Held]:
    """Return what of a record lies in each of its municipalities, with what is left there beside its parts.

    A municipality has its own share, and no more; where not all homes count that are divided (a period, demolition),
    it has no less than what the others cannot hold.
    """
    plan, shares, origin = whole.plan, _shares(whole), whole.origin
    bruto = whole.kind.soort_aantal is SoortAantal.BRUTO
    gross = not whole.counting.netto or (bruto and te_slopen(plan) == exactly(0))
    found: dict[str, Held] = {}
    for name, share in shares.items():
        gemeente = dataset.gemeente(name)
        if gemeente is None:
            continue
        label = f"{plan.naam}, deel {gemeente.naam}"
        own = [part for part in parts if part.record.gemeenten == (gemeente.naam,)]
        others = [p for p in parts if gemeente.naam in p.record.gemeenten and len(p.record.gemeenten) > 1]
        exact = limits is None and gross
        homes = share if exact else _portion(whole.holds, share, shares, name, net=not gross)
        base = given(f"{plan.id}.{gemeente.code}", label, homes, origin)
        loose = [
            perhaps(f"{figure.name}.{gemeente.code}", f"{figure.label}, misschien in {gemeente.naam}", figure)
            for part in others
            for figure in (_outside(part) if exact else ())
        ]
        held = _held(base.name, label, base, own, dated=not exact, gross=gross, loose=loose)
        if others:
            maybe = [perhaps(f"{p.record.plan.id}.{gemeente.code}", p.record.plan.naam, p.everything) for p in others]
            rest = held.rest.parts[1:] if held.rest is not base else ()
            held = held._replace(rest=remainder(f"{base.name}.rest", f"{label}, rest", base, *rest, *maybe))
        found[gemeente.naam] = held._replace(everything=share)
    return found


# A plan that is divided over a country has a few different shares.
_between = lru_cache(maxsize=4096)(between)


def _shares(whole: Contribution) -> dict[str, Number]:
    """Return the share of every municipality in what is still to come, by the names of the register.

    A division is of what is left, or of all homes where that is what it adds up to: then some of each may be built.
    """
    plan = whole.plan
    own = dict(zip(plan.gemeenten, whole.gemeenten, strict=False))
    numbers = {own[name]: aantal for name, aantal in (plan.verdeling or {}).items() if name in own}
    left, all_of_it = whole.left, sum(numbers.values())
    if left.single and (left.low == all_of_it or left.circa):
        return {name: _between(aantal, aantal, left.circa, left.marge) for name, aantal in numbers.items()}
    number = as_number(plan.woningen, plan.woningen_min, plan.woningen_max, plan.precisie)
    done = plan.gerealiseerd or 0
    if plan.gerealiseerd is not None and number is not None and number.high == all_of_it:
        return {
            name: _between(max(aantal - done, 0), aantal, number.circa, number.marge)
            for name, aantal in numbers.items()
        }
    return {name: _between(0, aantal, left.circa, left.marge) for name, aantal in numbers.items()}


def _portion(homes: Number, share: Number, shares: Mapping[str, Number], name: str, *, net: bool) -> Number:
    """Return what of ``homes`` falls to a municipality with a share of the homes that are divided."""
    if homes.blank:
        return homes
    others = [other.high for key, other in shares.items() if key != name]
    most = None if any(bound is None for bound in others) else sum(bound or 0 for bound in others)
    floor = None if homes.low is None or most is None else homes.low - most
    ceiling = share.high if homes.high is None or share.high is None else min(share.high, homes.high)
    if net:
        return homes.bounded(floor, share.high)
    floor = max(floor or 0, 0)
    return homes.bounded(floor, None if ceiling is None else max(ceiling, floor))
