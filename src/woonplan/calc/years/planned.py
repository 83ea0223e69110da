"""The records of a selection with the years of their homes: what of each is known to come when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share, nothing_left
from woonplan.calc.number.figure import Figure, Origin, given, piece, together
from woonplan.calc.view import View
from woonplan.calc.years.phasing import Years, phased, spread
from woonplan.model.control import Planklasse
from woonplan.model.number import UNKNOWN, Number, exactly
from woonplan.model.restant import te_slopen
from woonplan.model.vocabulary import SoortAantal

ANY_YEAR = (0, 9999)
"""What homes without a year may be in: any."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One record: its homes by when they come."""

    name: str
    label: str
    origin: Origin | None
    klasse: Planklasse
    aggregate: bool
    when: Mapping[Years, Number]
    spread: bool = False
    """Whether a period of years was spread over its years."""
    before: Mapping[Years, Number] = field(default_factory=dict)
    """What was spread: the homes by when the record says that they come."""
    mixed: bool = False
    """Whether demolition may be in it: then a net 0 without a year may be homes in one year and less in another."""

    def figure(self, homes: Number, years: Years = None) -> Figure:
        """Return a part of the record as a figure; what comes in a year with the pieces that it is made of."""
        pieces = self._pieces(years[0]) if self.spread and years is not None else []
        found = together(self.name, self.label, pieces)
        if not pieces or found.low != homes:
            return given(self.name, self.label, homes, self.origin)
        return replace(pieces[0], name=self.name) if len(pieces) == 1 else replace(found, origin=self.origin)

    def _pieces(self, year: int) -> list[Figure]:
        """Return what comes in a year: its own homes, and the pieces of the periods that it lies in."""
        found = []
        for years, homes in self.before.items():
            if years is None or not years[0] <= year <= years[1]:
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

    @property
    def open_years(self) -> tuple[tuple[int, int], ...]:
        """The first and last year (inclusive) between which homes come of which no single year is known."""
        open_ = [
            years
            for years, homes in self.when.items()
            if (self.mixed or _any(homes)) and (years is None or years[0] < years[1])
        ]
        return (ANY_YEAR,) if None in open_ else tuple(years for years in open_ if years is not None)

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
    parts: dict[str, list[Contribution]] = {}
    for c in view.records:
        if c.plan.onderdeel_van is not None and c.plan.telt_mee:
            parts.setdefault(c.plan.onderdeel_van, []).append(c)
    found = []
    for share in view.itemised:
        c = share.contribution
        if not c.plan.telt_mee or (nothing_left(c) and not c.plan.oplevering and not c.plan.sloop_jaar):
            continue
        when = _when(share, parts.get(c.plan.id, ()), question.netto)
        found.append(_planned(share, when, evenly=question.spreid, mixed=question.netto and _is_mixed(c)))
    return tuple(found)


def _is_mixed(contribution: Contribution) -> bool:
    return contribution.kind.soort_aantal is SoortAantal.NETTO or te_slopen(contribution.plan) != exactly(0)


def _planned(share: Share, when: Mapping[Years, Number], *, evenly: bool, mixed: bool) -> Planned:
    c = share.contribution
    even = spread(when) if evenly else when
    changed = any(years is not None and years[0] < years[1] for years in when) and evenly
    plan = c.plan
    return Planned(plan.id, plan.naam, c.origin, c.klasse, c.aggregate, even, changed, when if changed else {}, mixed)


def _when(share: Share, parts: Iterable[Contribution], netto: bool) -> Mapping[Years, Number]:
    """Return the homes of a share by when they come.

    How a part of a record (a municipality's, or what an aggregate has left) lies over the years is known only when the
    record has one time, or when the years of the parts fit into those of the aggregate. Else it has no year.
    """
    c = share.contribution
    if share.undivided:
        return {None: UNKNOWN}
    whole = phased(c.plan, c.standdeel, netto=netto)
    parts = tuple(parts)
    rest = _less(whole, parts, netto) if parts else whole
    if rest is None or (not share.entire and len(rest) > 1):
        return {None: share.homes}
    if len(rest) > 1 or (share.entire and not parts):
        return rest
    return dict.fromkeys(rest, share.homes)


def _less(whole: Mapping[Years, Number], parts: tuple[Contribution, ...], netto: bool) -> dict[Years, Number] | None:
    """Return an aggregate by years without its parts; None when they do not fit into its years."""
    left = dict(whole)
    for part in parts:
        for years, homes in phased(part.plan, part.standdeel, netto=netto).items():
            if years not in left or homes.blank or left[years].blank:
                return None
            left[years] = left[years] - homes
    fits = all(homes.low is not None and (netto or homes.low >= 0) for homes in left.values())
    return left if fits else None
