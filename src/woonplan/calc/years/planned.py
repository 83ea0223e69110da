"""The records of a selection with the years of their homes: what of each is known to come when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from woonplan.calc.capacity.family import Family
from woonplan.calc.capacity.phasing import phased, spread
from woonplan.calc.capacity.records import Contribution, Held
from woonplan.calc.capacity.selection import Maybe, Share, empty, some_of
from woonplan.calc.capacity.slots import ANY_YEAR
from woonplan.calc.number.bounds import perhaps_of
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.ratios import piece
from woonplan.calc.number.sums import together
from woonplan.calc.question import Question
from woonplan.calc.target.period import Period
from woonplan.calc.view import View
from woonplan.model.base import OPEN, years_of
from woonplan.model.control import Planklasse
from woonplan.model.gemis import Gemis
from woonplan.model.number import Number, Way, exactly, total, unknown
from woonplan.model.restant import Years, te_slopen
from woonplan.model.vocabulary import SoortAantal

NOT_SPREAD: Mapping[Years, Number] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Planned:
    """One record: its homes by when they come."""

    name: str
    label: str
    record: Contribution
    klasse: Planklasse
    aggregate: bool
    when: Mapping[Years, Number]
    spread: bool = False
    """Whether a period of years was spread over its years."""
    before: Mapping[Years, Number] = field(default_factory=lambda: NOT_SPREAD)
    """What was spread: the homes by when the record says that they come."""
    mixed: bool = False
    """Whether demolition may be in it: then a net 0 without a year may be homes in one year and less in another."""
    sloop: bool = False
    """Whether this is what the record demolishes, below 0: it may lower any time that it may be in."""
    late: bool = False
    """Whether what has no year may be outside the period: demolition, where not all homes are inside."""

    @property
    def origin(self) -> Origin:
        """Where the record stands; made when it is asked, since a sum has 50,000 of them."""
        return self.record.origin

    def figure(self, homes: Number, years: Years = None) -> Figure:
        """Return a part of the record as a figure; what comes in a year with the pieces that it is made of."""
        pieces = self._pieces(years[0]) if self.spread and years is not None else []
        found = together(self.name, self.label, pieces)
        if not pieces or found.low != homes:
            return given(self.name, self.label, homes, self.origin)
        return pieces[0]._replace(name=self.name) if len(pieces) == 1 else found._replace(origin=self.origin)

    def _pieces(self, year: int) -> list[Figure]:
        """Return what comes in a year: its own homes, and the pieces of the periods that it lies in."""
        found = []
        for years, homes in self.before.items():
            if years is None or years[1] == OPEN or not years[0] <= year <= years[1]:
                continue
            first, last = years
            if first == last:
                found.append(given(f"{self.name}.{year}", f"{self.label}, {year}", homes, self.origin))
                continue
            name = f"{self.name}.{first}_{last}"
            whole = given(name, f"{self.label}, {first}-{last}", homes, self.origin)
            label = f"{self.label}, {first}-{last} gelijk gespreid"
            found.append(piece(whole, f"{name}.stuk", label, year - first, last - first + 1))
        return found

    def perhaps(self) -> Planned:
        """Return the same of a record that may not count."""
        when = {years: perhaps_of(homes) for years, homes in self.when.items()}
        return replace(self, when=when, spread=False)

    def maybe_in(self) -> Iterator[tuple[tuple[int, int], Number]]:
        """Yield the first and last year (inclusive) between which homes come of no single year, and what may come.

        Of a period of years all may come in one of them; of homes without any year that is not said of each.
        """
        for years, homes in self.when.items():
            if years is not None and not homes.missing:
                if years[0] < years[1] and _any(homes):
                    yield years, perhaps_of(homes)
            elif self.sloop:
                yield ANY_YEAR, perhaps_of(homes)
            elif (years is None or years[0] < years[1]) and (self.mixed or _any(homes)):
                both = self.mixed or (homes.low or 0) < 0
                yield years or ANY_YEAR, unknown(Gemis.JAAR, Way.BOTH if both else Way.UP).of(self.name)

    @property
    def beside(self) -> frozenset[Years]:
        """The times that it names, when its net number is unknown: demolition may be at any other; else none."""
        unknown = self.mixed and None not in self.when and any(homes.blank for homes in self.when.values())
        return frozenset(self.when) if unknown else frozenset()


def _any(homes: Number) -> bool:
    return homes.blank or homes.low != 0 or homes.high != 0


def planned(view: View) -> tuple[Planned, ...]:
    """Return what every record that counts adds to the selection, by when; aggregates with their rest."""
    question = view.question
    families = {c.plan.id: c.held for c in view.records if c.held is not None and c.aggregate}
    found = []
    for share in view.dated:
        c = share.contribution
        if not c.kind.telt_mee or empty(c):
            continue
        owner = families.get(c.plan.id) or families.get(c.plan.onderdeel_van or "")
        when, gone = _when(share, owner, question)
        # Demolition without a year may be outside the period where some of the homes may.
        late = bool(gone or share.undivided) and view.period is not None and _may_be_late(share, owner, view.period)
        mixed = question.netto and _is_mixed(c, gone)
        found.append(_planned(share, when, evenly=question.spreid, mixed=mixed, late=late and share.undivided))
        if gone:
            less = {years: -homes for years, homes in gone.items()}
            found.append(_planned(share, less, evenly=question.spreid, late=late, sloop=True))
    return tuple(found)


def _may_be_late(share: Share, owner: Held | None, period: Period) -> bool:
    """Whether homes of a record may be outside the period, or what is demolished of one that is not divided."""
    plan, family = share.contribution.plan, owner.family if owner else None
    if share.undivided and _outside(plan.sloop_jaar or (), period):
        return True
    if family is not None:
        return plan.id in family.late
    return _outside(share.contribution.jaren or (), period)


def _outside(perioden: Iterable[str], period: Period) -> bool:
    return any(years is not None and not period.holds(*years) for years in map(years_of, perioden))


_MIXED = (SoortAantal.NETTO, SoortAantal.ONBEKEND)
"""Kinds of number that demolition is in itself, or may be."""


def _is_mixed(contribution: Contribution, gone: Mapping[Years, Number]) -> bool:
    """Whether demolition is in a net number itself, and not beside it."""
    if (contribution.left.blank and not gone) or contribution.kind.soort_aantal in _MIXED:
        return True
    return not gone and te_slopen(contribution.plan) != exactly(0)


def _planned(
    share: Share,
    when: Mapping[Years, Number],
    *,
    evenly: bool,
    late: bool,
    mixed: bool = False,
    sloop: bool = False,
) -> Planned:
    c = share.contribution
    if share.maybe:
        counts = share.maybe is Maybe.TELT
        when = {years: perhaps_of(homes, counts=counts) for years, homes in when.items()}
    even = spread(when) if evenly else when
    times = (*when, *map(years_of, c.jaren or ())) if evenly else ()
    changed = any(years is not None and years[0] < years[1] < OPEN for years in times)
    plan, before = c.plan, when if changed else NOT_SPREAD
    name, label = (f"{plan.id}.sloop", f"sloop {plan.naam}") if sloop else (plan.id, plan.naam)
    return Planned(name, label, c, c.klasse, c.aggregate, even, changed, before, mixed=mixed, sloop=sloop, late=late)


def _when(
    share: Share, owner: Held | None, question: Question
) -> tuple[Mapping[Years, Number], Mapping[Years, Number]]:
    """Return the homes of a share by when they come, those outside the period too, and its demolition.

    How the part of a record in one municipality lies over its years is known as far as the others cannot hold it.
    """
    c, netto = share.contribution, question.netto
    if share.undivided and netto:
        return {None: some_of(c)}, {}
    own, gone = phased(c.plan, c.standdeel, c.left, netto=netto)
    when = {years: homes.of(c.plan.id) for years, homes in own.items()}
    if not share.undivided and share.gemeente is not None and c.plan.verdeling:
        # What is a part of a division is a part of what is spread.
        even = spread if question.spreid else dict
        # Where what is demolished lies, a division of the homes does not say.
        return _piece(share, even(when), net=bool(gone)), {years: perhaps_of(homes) for years, homes in gone.items()}
    if owner is not None and owner.family is not None:
        if netto and c.aggregate and (c.left.blank or c.kind.soort_aantal is SoortAantal.ONBEKEND):
            if share.undivided or share.homes is not c.holds:
                return {None: share.homes}, {}
        else:
            theirs = _of_family(share, owner, owner.family, question)
            when, gone = theirs[0] or when, gone if theirs[1] is None else theirs[1]
    if share.undivided:
        return {years: some_of(c) for years, homes in when.items() if homes.blank or not homes.zero}, {}
    return when, {years: homes for years, homes in gone.items() if not homes.zero}


def _of_family(
    share: Share, owner: Held, family: Family, question: Question
) -> tuple[dict[Years, Number] | None, dict[Years, Number] | None]:
    """Return the homes and the demolition of an aggregate, of its rest or a part; None for what it does not bound."""
    c, sloop, netto = share.contribution, owner.sloop, question.netto
    records = family.everybody if c.aggregate and not share.undivided and share.homes is c.holds else {c.plan.id}
    unclear = c.kind.soort_aantal is SoortAantal.ONBEKEND or (c.left.blank and not _bounds(family, sloop, records))
    if netto and unclear:
        return None, None
    when, gone = (
        found.when(records, numbered=netto, apart=question.spreid) if found else None
        for found in (family, sloop if netto else None)
    )
    return when, gone


def _bounds(family: Family, sloop: Family | None, records: Collection[str]) -> bool:
    """Whether an aggregate says how many homes, and how many less, a part without a number may be."""
    told = sloop is not None and not sloop.inside(records).low.blank
    return told and family.bounding and family.transport is not None


def _piece(share: Share, when: Mapping[Years, Number], *, net: bool) -> dict[Years, Number]:
    """Return what of each time may lie in one municipality: no more than its share, no less than is left for it."""
    if None in when and len(when) == 1 and not net:
        return {None: share.homes}
    held = (share.contribution.verdeling or {})[share.gemeente or ""]
    whole, every = share.piece is held.whole, total(when.values())
    found: dict[Years, Number] = {}
    for years, homes in when.items():
        if homes.blank:
            found[years] = homes
            continue
        own = held.everything
        known = whole and homes.low is not None and every.high is not None
        least = (homes.low or 0) - ((every.high or 0) - (own.low or 0)) if known else 0
        most = [bound for bound in (homes.high, own.high) if bound is not None]
        found[years] = homes.bounded(max(least, 0), min(most, default=None))
    return found
