"""Aggregates with their parts: what the whole holds, what is left beside the parts, and how it is divided.

The whole stays the total: its parts change only what is known of how its homes lie, and what is left beside them. A
part without a number changes nothing of the whole; a whole is at least what its parts are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from woonplan.calc.capacity.counting import NO_NET, Counting, beyond_period, demolition, remaining
from woonplan.calc.capacity.family import Family, Member
from woonplan.calc.capacity.phasing import razed, spread
from woonplan.calc.capacity.records import Contribution, Held
from woonplan.calc.capacity.shares import divided, placed
from woonplan.calc.capacity.slots import ANY_YEAR, Slot, meet
from woonplan.calc.capacity.transport import Transport
from woonplan.calc.number.bounds import at_most, or_less, perhaps
from woonplan.calc.number.figure import Figure, given, origin_of
from woonplan.calc.number.sums import subtracted, together
from woonplan.model.base import slug, years_text
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.kind import RecordKind
from woonplan.model.number import NOTHING, Number
from woonplan.model.restant import Years, by_years
from woonplan.model.vocabulary import SoortAantal


def contributions(dataset: Dataset, counting: Counting) -> tuple[Contribution, ...]:
    """Return all records of the state, in the order of the files.

    Records with `telt_mee: false` are among them: they are shown, never added.
    """
    found: list[Contribution] = []
    wholes: dict[str, int] = {}
    parts: dict[str, list[int]] = {}
    split: list[int] = []
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
                split.append(len(found))
            found.append(
                Contribution(plan, standdeel, row, kind, names, counting, left.of(plan.id), years, homes, homes)
            )
    for owner, inside in parts.items():
        if owner in wholes:
            _join(dataset, found, wholes[owner], inside)
    for index in split:
        if found[index].verdeling is None:
            found[index] = found[index]._replace(verdeling=divided(dataset, found[index], (), _limits(found[index])))
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
    records = [found[index] for index in inside]
    family = _family(dataset, whole, records, limits)
    late = limits is not None and limits.high != 0
    sloop = _demolished(whole, records, family, late=late) if _takes_off(whole) else None
    for index, record, member in zip(inside, records, family.members, strict=True):
        own = _net_part(record, member, family, sloop) if _takes_off(record) else member.inside
        left = member.everything.low
        if left is not record.left and (left.bounds, left.blank) != (record.left.bounds, record.left.blank):
            found[index] = found[index]._replace(left=left)
        if own is not None and own.low != record.holds:
            # What is worked out from the aggregate is of the part all the same.
            origin = origin_of(own)
            own = own if origin and origin.record == record.plan.id else own._replace(origin=record.origin)
            found[index] = found[index]._replace(holds=own.low, adds=own.low, held=Held(own, own))
    held = Held(family.inside(family.everybody), family.inside({whole.plan.id}), family=family, joins=True)
    if sloop is not None:
        held = _net(whole, [found[index] for index in inside], held, sloop)
    whole = whole._replace(holds=held.whole.low, adds=held.rest.low, held=held)
    if whole.plan.verdeling is not None and len(whole.gemeenten) > 1:
        whole = whole._replace(verdeling=divided(dataset, whole, family.members, limits))
    found[at] = whole


@cache
def _of_class(kind: RecordKind, klasse: Planklasse) -> RecordKind:
    """Return a kind of records of unknown status as one of a class: the homes of a part have that of the whole."""
    return replace(kind, klasse=klasse, sum=klasse if kind.telt_mee else None)


def _takes_off(record: Contribution) -> bool:
    """Whether demolition has to be taken off the number of a record."""
    return record.counting.netto and record.kind.soort_aantal is not SoortAantal.NETTO


def _family(dataset: Dataset, whole: Contribution, records: Sequence[Contribution], limits: Number | None) -> Family:
    """Return the homes of an aggregate with those of its parts, none larger than what the others leave of it."""
    kinds = {record.kind.soort_aantal for record in (whole, *records)}
    # An approximate aggregate without years is as large as its parts where those are more.
    grows = whole.left.circa and not whole.jaren
    # Of what is built after the period and has no years it is not known which years of the aggregate it is of.
    begins_late = any(not record.jaren and _limits(record) is not None for record in (whole, *records))
    fits = len(kinds) == 1 and not begins_late
    bounding = fits and not grows
    own = [_everything(record) for record in records]
    shares = placed(dataset, whole, records, own) if bounding and not whole.left.blank else None
    bound = zip(records, own, strict=True)
    parts = own if shares is None else [shares.bounded(figure, {r.plan.id}, _always, _always) for r, figure in bound]
    slots = [_slots(record, figure) for record, figure in zip(records, parts, strict=True)]
    name, label = whole.plan.id, whole.plan.naam
    all_of_it = _everything(whole)
    family = Family(
        name,
        _inside(whole, all_of_it),
        (f"{name}.rest", f"{label}, rest"),
        {},
        dated=limits is not None,
        transport=None if whole.left.blank else Transport(_slots(whole, all_of_it), slots, meet),
        bounding=bounding,
        period=whole.counting.period,
    )
    members = [
        _member(record, family, figure, _inside(record, by_itself))
        for record, figure, by_itself in zip(records, parts, own, strict=True)
    ]
    if fits and family.transport is not None:
        members = [_emptied(member, family.transport) for member in members]
    return family.of(members)


def _emptied(member: Member, transport: Transport[Years]) -> Member:
    """Return a part without a number as no homes where the others leave nothing of the aggregate to it."""
    everything = member.everything
    if not everything.low.blank or transport.ends({member.name}, _always)[1] != 0:
        return member
    nothing = given(everything.name, everything.label, NOTHING, everything.origin)
    return member._replace(everything=nothing, inside=nothing)


def _everything(record: Contribution) -> Figure:
    """Return all of a record, whenever it comes."""
    return given(record.plan.id, record.plan.naam, record.left, record.origin)


def _inside(record: Contribution, everything: Figure) -> Figure:
    """Return what of a record is inside the period, by what it says itself."""
    return everything if _limits(record) is None else record.counted(record.counting._replace(netto=False))


def _slots(record: Contribution, everything: Figure) -> list[Slot[Years]]:
    """Return the homes of a record by when they come."""
    when = by_years(everything.low, record.jaren)
    if [*when] == [None]:
        return [Slot.of(record.plan.id, None, everything)]
    return _timed(record, "", spread(when) if record.counting.spreid else when)


def _timed(record: Contribution, what: str, when: Mapping[Years, Number]) -> list[Slot[Years]]:
    own = record.plan.id
    return [Slot.to_be(own, time, homes, partial(_dated, record, what, time, homes)) for time, homes in when.items()]


def _dated(record: Contribution, what: str, time: Years, homes: Number) -> Figure:
    """Return the homes of a record at one time, or ``what`` of it then."""
    plan = record.plan
    name, label = (f"{plan.id}.{what}", f"{what} {plan.naam}") if what else (plan.id, plan.naam)
    if time not in (None, ANY_YEAR):
        name, label = f"{name}_{slug(years_text(time))}", f"{label}, {years_text(time)}"
    return given(name, label, homes, record.origin)


def _member(record: Contribution, family: Family, everything: Figure, inside: Figure) -> Member:
    """Return a part of an aggregate: what it does not say of its years lies in those of the whole, anywhere."""
    own = {record.plan.id}
    if family.transport is not None and family.bounding:
        everything = family.transport.bounded(everything, own, _always, _always)
        if inside is not everything:
            inside = at_most(inside.name, inside.label, inside, everything)
        inside = family.bounded(inside, own)
    return Member(record.plan.id, record.gemeenten, everything, inside)


def _always(*_: object) -> bool:
    return True


def _demolished(whole: Contribution, records: Sequence[Contribution], homes: Family, *, late: bool) -> Family:
    """Return what an aggregate and its parts demolish; a part that does not say it may be all that the aggregate does.

    Demolition without a year is inside where all homes of its record are.
    """
    plan, suffix = whole.plan, ".sloop"
    late = late or homes.name in homes.late
    base, most = (_gone(whole, late=maybe) for maybe in (late, False))
    members, slots = [], []
    for record, member in zip(records, homes.members, strict=True):
        may_be_late = member.name in homes.late
        every = inside = _gone(record._replace(counting=Counting(netto=True)), late=False)
        if not every.low.blank:
            inside = _gone(record, late=may_be_late)
        elif not base.low.blank:
            every = inside = perhaps(every.name, every.label, most)
        members.append(member._replace(everything=every, inside=inside))
        slots.append(_razed(record, late=may_be_late))
    family = Family(
        plan.id,
        base,
        (f"{plan.id}.rest{suffix}", f"sloop {plan.naam}, rest"),
        {member.name: member for member in members},
        dated=bool(plan.sloop_jaar),
        transport=Transport(_razed(whole, late=False), slots, meet, {None: ANY_YEAR} if late else {}),
        period=whole.counting.period,
    )
    return family.of(m._replace(inside=family.bounded(m.inside, {m.name})) for m in members)


def _razed(record: Contribution, *, late: bool) -> list[Slot[Years]]:
    """Return what a record demolishes by when; what has no year in any, where its homes may be ``late``."""
    when = razed(record.plan, record.standdeel)
    even = spread(when) if record.counting.spreid else when
    timed = {ANY_YEAR if late and time is None else time: homes for time, homes in even.items()}
    return _timed(record, "sloop", timed or {None: NOTHING})


def _net_part(record: Contribution, member: Member, family: Family, sloop: Family | None) -> Figure | None:
    """Return what of a part counts net of demolition, no more than the whole demolishes; None where it is its own."""
    if record.kind.soort_aantal is SoortAantal.ONBEKEND:
        return None
    plan, inside = record.plan, member.inside
    gone = sloop.inside({plan.id}) if sloop else _gone(record, late=member.late)
    if record.left.blank and not gone.low.blank:
        inside = family.room(member)
    if inside.low.blank:
        return None
    return or_less(plan.id, plan.naam, inside) if gone.low.blank else subtracted(plan.id, plan.naam, inside, gone)


def _gone(record: Contribution, *, late: bool) -> Figure:
    """Return what of the demolition of a record counts."""
    return demolition(record.standdeel, record.plan, record.counting, record.origin, late=late)


def _net(whole: Contribution, parts: Sequence[Contribution], bruto: Held, sloop: Family) -> Held:
    """Return an aggregate net of demolition: its own where it says it, else less what its parts say, or still less."""
    plan = whole.plan
    name, label = f"{plan.id}.rest", f"{plan.naam}, rest"
    if whole.kind.soort_aantal is SoortAantal.ONBEKEND or whole.left.blank:
        rest = given(name, label, NO_NET.of(plan.id), whole.origin)
        net = together(plan.id, plan.naam, [rest, *(part.whole for part in parts)])
        return Held(net, rest, family=bruto.family, sloop=sloop)
    if sloop.base.low.blank:
        known = [member.inside for member in sloop.members if not member.inside.low.blank]
        net = subtracted(plan.id, plan.naam, bruto.whole, *known) if known else bruto.whole
        net, rest = or_less(plan.id, plan.naam, net), or_less(name, label, bruto.rest)
        return Held(net, rest, family=bruto.family, sloop=sloop)
    gone, left = sloop.inside(sloop.everybody), sloop.inside({plan.id})
    net, rest = subtracted(plan.id, plan.naam, bruto.whole, gone), subtracted(name, label, bruto.rest, left)
    one_kind = all(part.kind.soort_aantal is whole.kind.soort_aantal for part in parts)
    return Held(net, rest, family=bruto.family, sloop=sloop, joins=one_kind)
