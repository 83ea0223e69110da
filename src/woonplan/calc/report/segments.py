"""Price segments of the planned homes against the norms: what is known, and the best and worst that is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from woonplan.calc.capacity.selection import Share
from woonplan.calc.capacity.sums import BOTH, silent_figures
from woonplan.calc.number.figure import Figure, Origin, added, counted, given, highest, quotient, together
from woonplan.calc.report.ladder import plan_homes
from woonplan.model.agenda import Eenheid, Waarde
from woonplan.model.number import Bound, Number, exactly
from woonplan.model.split import Betaalbaarheid

_EACH = tuple(Betaalbaarheid.model_fields)
_OPEN = {
    "huur_onbekend": ("sociale_huur", "middenhuur", "dure_huur"),
    "koop_onbekend": ("betaalbare_koop", "dure_koop"),
    "onbekend": tuple(key for key in _EACH if "onbekend" not in key),
}
"""What homes may turn out to be whose segment is not known."""


_WORST, _BEST = "aandeel in het slechtste geval", "aandeel in het beste geval"


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
"""The segments of each group, and the parameter of the agenda with its norm."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The planned homes by segment, and those whose segment is not known (homes)."""

    by_segment: Mapping[str, Figure]
    """By key of the split, those among them that leave the segment open."""
    undivided: Figure
    """Homes of records without a split, or that their split leaves out."""

    @property
    def known(self) -> dict[str, Bound]:
        """Homes by the segments that are known."""
        return {key: figure.low.low or 0 for key, figure in self.by_segment.items() if key not in _OPEN}

    @property
    def whole(self) -> Figure:
        """All planned homes."""
        return together("totaal", "geplande woningen", [*self.by_segment.values(), self.undivided])

    @property
    def unknown(self) -> Figure:
        """All homes of which the segment is not known."""
        loose = [figure for key, figure in self.by_segment.items() if key in _OPEN]
        return together("segment_onbekend", "woningen zonder bekend segment", [*loose, self.undivided])


@dataclass(frozen=True, slots=True)
class Standing:
    """One group against its norm: homes and shares in the worst and the best case."""

    known: Figure
    possible: Figure
    """Homes that may turn out to belong to it."""
    slechtst: Figure
    best_case: Figure
    """Shares of the homes that have a number; unknown where there are none, or no upper bound."""
    unknown: int
    """Records without a number: they are in neither share, and may decide."""
    norm: Waarde | None

    @property
    def met(self) -> bool | None:
        """Whether the norm is met whatever the unknown turns out to be; None when that decides, or there is no norm."""
        if self.norm is None or self.unknown:
            return None
        norm = self.norm.breuk / 100 if self.norm.eenheid is Eenheid.PROCENT else self.norm.breuk
        worst, best = (None if share.low.blank else share.low.low for share in (self.slechtst, self.best_case))
        if worst is not None and worst >= norm:
            return True
        return False if best is not None and best < norm else None


def programme(shares: Iterable[Share], silent: int = 0) -> Programme:
    """Return the homes by segment of every record that counts as capacity.

    A split is over all homes of its plan, delivered ones too. Of a record without a split all homes are unknown; of an
    aggregate that is what is left beside its itemised plans. ``silent`` municipalities have no record: what they plan
    may be in any segment.
    """
    by_segment: dict[str, list[Figure]] = {key: [] for key in _EACH}
    rest: list[Figure] = silent_figures(silent)
    for share in shares:
        c = share.contribution
        if not c.plan.telt_mee or c.klasse not in BOTH:
            continue
        split = c.plan.betaalbaarheid
        if split is None or share.gemeente is not None or c.aggregate:
            rest.append(share.figure)
            continue
        numbers = {key: getattr(split, key) or 0 for key in _EACH}
        for key, homes in numbers.items():
            if homes:
                by_segment[key].append(given(c.plan.id, c.plan.naam, exactly(homes), _at(c.origin, key)))
        beyond = _beyond(plan_homes(c.plan), sum(numbers.values()))
        if beyond.unknown or not beyond.zero:
            rest.append(given(f"{c.plan.id}.rest", f"{c.plan.naam}, niet verdeeld", beyond, _at(c.origin)))
    return Programme(
        {key: counted(key, key.replace("_", " "), parts) for key, parts in by_segment.items()},
        counted("niet_verdeeld", "woningen zonder verdeling", rest),
    )


def _at(origin: Origin, key: str = "") -> Origin:
    """Return where the split of a record stands in its file, or one of its numbers."""
    return replace(origin, path=(*origin.path, "betaalbaarheid", *((key,) if key else ())))


def _beyond(homes: Number, split: int) -> Number:
    """Return the homes of a plan that its split does not hold."""
    if homes.blank:
        return homes
    low, high = (None if bound is None else bound - split for bound in (homes.low, homes.high))
    return homes.bounded(low, high).clipped()


def standing(found: Programme, segment: Segment, norm: Waarde | None) -> Standing:
    """Return a group against its norm.

    The worst share takes all unknown homes for other segments, the best takes all that may belong to the group for it.
    Records without a number are in neither, and are counted beside them.
    """
    keys, _ = GROUPS[segment]
    inside = [figure for key, figure in found.by_segment.items() if key in keys]
    loose = [figure for key, figure in found.by_segment.items() if keys & set(_OPEN.get(key, ()))]
    known = together(str(segment), f"{segment}, bekend".replace("_", " "), inside)
    possible = together("mogelijk", "onbekend, mogelijk hierin", [*loose, found.undivided])
    whole = found.whole
    # Nothing has a number, or an upper bound: what there is to take a share of is what is unknown.
    none = Number(unknown=max(whole.low.unknown, 1))
    worst, best = given("slechtst", _WORST, none), given("best", _BEST, none)
    if whole.low.high:
        most = highest("totaal_hoogste", "geplande woningen, hoogstens", whole)
        more = highest("mogelijk_hoogste", "mogelijk hierin, hoogstens", possible, known=True)
        worst = quotient("slechtst", _WORST, known, most)
        # A larger rest that may all belong to the group raises its share, so the upper bound is the best case.
        both = added("hoogstens", "bekend en mogelijk, hoogstens", [known, more], keep_blank=True)
        best = quotient("best", _BEST, both, most)
    return Standing(known, possible, worst, best, whole.low.unknown, norm)


def nothing_planned(found: Programme) -> bool:
    """Whether there is nothing to divide: no home, known or unknown."""
    return found.whole.low.zero and not found.whole.low.unknown
