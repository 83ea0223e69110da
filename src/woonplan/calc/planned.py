"""The records of a selection with the years of their homes: what of each is known to come when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from woonplan.calc.figure import Figure, Origin, given, origin_of
from woonplan.calc.phasing import Years, phased, spread
from woonplan.calc.question import Question
from woonplan.calc.records import Contribution
from woonplan.calc.selection import Share, nothing_left, select
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.homes import UNKNOWN, Homes

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
    when: Mapping[Years, Homes]
    spread: bool = False
    """Whether a period of years was spread over its years."""

    def figure(self, homes: Homes) -> Figure:
        """Return a part of the record as a figure."""
        return given(self.name, self.label, homes, self.origin)

    @property
    def open_years(self) -> tuple[tuple[int, int], ...]:
        """The first and last year (inclusive) between which homes come of which no single year is known."""
        open_ = [years for years, homes in self.when.items() if _any(homes) and (years is None or years[0] < years[1])]
        return (ANY_YEAR,) if None in open_ else tuple(years for years in open_ if years is not None)


def _any(homes: Homes) -> bool:
    return homes.blank or homes.interval.low != 0 or homes.interval.high != 0


def planned(
    dataset: Dataset, records: tuple[Contribution, ...], question: Question, *, evenly: bool = False
) -> tuple[Planned, ...]:
    """Return what every record that counts adds to the selection, by when; aggregates with their rest.

    Args:
        dataset: The register.
        records: All contributions of the state.
        question: The filters, and whether demolition is taken off.
        evenly: Whether periods of years are spread over their years (see ``spread``).
    """
    parts: dict[str, list[Contribution]] = {}
    for c in records:
        if c.plan.onderdeel_van is not None and c.plan.telt_mee:
            parts.setdefault(c.plan.onderdeel_van, []).append(c)
    found = []
    for share in select(dataset, records, question, itemised=True):
        c = share.contribution
        if not c.plan.telt_mee or (nothing_left(c) and not c.plan.oplevering and not c.plan.sloop_jaar):
            continue
        found.append(_planned(share, _when(share, parts.get(c.plan.id, ()), question.netto), evenly=evenly))
    return tuple(found)


def _planned(share: Share, when: Mapping[Years, Homes], *, evenly: bool) -> Planned:
    c = share.contribution
    even = spread(when) if evenly else when
    changed = any(years is not None and years[0] < years[1] for years in when) and evenly
    plan = c.plan
    return Planned(plan.id, plan.naam, origin_of(c.whole), c.klasse, c.aggregate, even, changed)


def _when(share: Share, parts: Iterable[Contribution], netto: bool) -> Mapping[Years, Homes]:
    """Return the homes of a share by when they come.

    How a part of a record (a municipality's, or what an aggregate has left) lies over the years is known only when the
    record has one time, or when the years of the parts fit into those of the aggregate. Else it has no year.
    """
    c = share.contribution
    if share.undivided:
        return {None: UNKNOWN}
    whole = phased(c.plan, c.deel, netto=netto)
    parts = tuple(parts)
    rest = _less(whole, parts, netto) if parts else whole
    if rest is None or (share.figure is not c.figure and len(rest) > 1):
        return {None: share.figure.low}
    if len(rest) > 1 or (share.figure is c.figure and not parts):
        return rest
    return dict.fromkeys(rest, share.figure.low)


def _less(whole: Mapping[Years, Homes], parts: tuple[Contribution, ...], netto: bool) -> dict[Years, Homes] | None:
    """Return an aggregate by years without its parts; None when they do not fit into its years."""
    left = dict(whole)
    for part in parts:
        for years, homes in phased(part.plan, part.deel, netto=netto).items():
            if years not in left or homes.blank or left[years].blank:
                return None
            left[years] = left[years] - homes
    fits = all(homes.interval.low is not None and (netto or homes.interval.low >= 0) for homes in left.values())
    return left if fits else None
