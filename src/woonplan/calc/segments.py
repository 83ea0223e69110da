"""Price segments of the planned homes against the norms: what is known, and the best and worst that is possible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from woonplan.calc.ladder import plan_homes
from woonplan.calc.selection import Share
from woonplan.calc.sums import BOTH
from woonplan.model.agenda import Agendabestand, Eenheid, Waarde
from woonplan.model.homes import ZERO, Homes, Interval, total
from woonplan.model.split import Betaalbaarheid

_EACH = tuple(Betaalbaarheid.model_fields)
_OPEN = {
    "huur_onbekend": ("sociale_huur", "middenhuur", "dure_huur"),
    "koop_onbekend": ("betaalbare_koop", "dure_koop"),
    "onbekend": tuple(key for key in _EACH if "onbekend" not in key),
}
"""What homes may turn out to be whose segment is not known."""


class Segment(StrEnum):
    """A group of price segments that a norm is about."""

    SOCIAAL = "sociale_huur"
    MIDDEN = "middensegment"
    DUURDER = "duurder"
    BETAALBAAR = "betaalbaar"


GROUPS: dict[Segment, tuple[frozenset[str], str]] = {
    Segment.SOCIAAL: (frozenset({"sociale_huur"}), "sociale-huur-aandeel"),
    Segment.MIDDEN: (frozenset({"middenhuur", "betaalbare_koop"}), "middensegment-aandeel"),
    Segment.DUURDER: (frozenset({"dure_huur", "dure_koop"}), "duurder-aandeel"),
    Segment.BETAALBAAR: (frozenset({"sociale_huur", "middenhuur", "betaalbare_koop"}), "betaalbaar-aandeel"),
}
"""The segments of each group, and the parameter of the agenda with its norm (domain 3, affordability norms)."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The planned homes by segment, and those whose segment is not known (homes)."""

    known: dict[str, int]
    open: dict[str, int]
    """Homes that are known to be rent, purchase, or neither, without a segment."""
    rest: Homes
    """Homes of records without a split, or that their split leaves out."""

    @property
    def total(self) -> Homes:
        """All planned homes."""
        counted = sum(self.known.values()) + sum(self.open.values())
        return Homes(Interval(counted, counted), 1) + self.rest


@dataclass(frozen=True, slots=True)
class Standing:
    """One group against its norm: homes and shares in the worst and the best case."""

    segment: Segment
    known: int
    possible: Homes
    """Homes that may turn out to belong to it."""
    worst: Fraction | None
    best: Fraction | None
    """Shares of the homes that have a number; None where there are none, or no upper bound."""
    unknown: int
    """Records without a number: they are in neither share, and may decide."""
    norm: Waarde | None

    @property
    def met(self) -> bool | None:
        """Whether the norm is met whatever the unknown turns out to be; None when that decides, or there is no norm."""
        if self.norm is None or self.unknown:
            return None
        norm = self.norm.breuk / 100 if self.norm.eenheid is Eenheid.PROCENT else self.norm.breuk
        if self.worst is not None and self.worst >= norm:
            return True
        return False if self.best is not None and self.best < norm else None


def programme(shares: Iterable[Share]) -> Programme:
    """Return the homes by segment of every record that counts as capacity.

    A split is over all homes of its plan, delivered ones too. Of a record without a split all homes are unknown; of an
    aggregate that is what is left beside its itemised plans.
    """
    known = dict.fromkeys((key for key in _EACH if "onbekend" not in key), 0)
    loose = dict.fromkeys(_OPEN, 0)
    rest: list[Homes] = []
    for share in shares:
        c = share.contribution
        if not c.plan.telt_mee or c.klasse not in BOTH:
            continue
        split = c.plan.betaalbaarheid
        if split is None or share.gemeente is not None or c.aggregate:
            rest.append(share.homes)
            continue
        given = {key: getattr(split, key) or 0 for key in _EACH}
        for key, homes in given.items():
            (loose if key in loose else known)[key] += homes
        rest.append(_beyond(plan_homes(c.plan), sum(given.values())))
    return Programme(known, loose, total(rest))


def _beyond(homes: Homes, split: int) -> Homes:
    """Return the homes of a plan that its split does not hold."""
    low, high = homes.interval.low, homes.interval.high
    if homes.blank:
        return homes
    left = Interval(None if low is None else low - split, None if high is None else high - split, homes.interval.circa)
    return Homes(left, homes.known, homes.unknown).clipped()


def standing(found: Programme, segment: Segment, agenda: Agendabestand | None, datum: str) -> Standing:
    """Return a group against its norm on a date.

    The worst share takes all unknown homes for other segments, the best takes all that may belong to the group for it.
    Records without a number are in neither, and are counted beside them.
    """
    keys, parameter_id = GROUPS[segment]
    known = sum(homes for key, homes in found.known.items() if key in keys)
    loose = sum(homes for key, homes in found.open.items() if keys & set(_OPEN[key]))
    possible = Homes(Interval(loose, loose), 1) + found.rest
    parameter = agenda.parameter(parameter_id) if agenda else None
    whole = found.total
    worst, best = None, None
    high = whole.interval.high
    if high:
        worst = Fraction(known, high)
        # A larger rest that may all belong to the group raises its share, so the upper bound is the best case.
        best = Fraction(known + loose + (found.rest.interval.high or 0), high)
    return Standing(segment, known, possible, worst, best, whole.unknown, parameter.op(datum) if parameter else None)


def nothing_planned(found: Programme) -> bool:
    """Whether there is nothing to divide: no home, known or unknown."""
    return found.total.interval == ZERO and not found.total.unknown
