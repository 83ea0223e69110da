"""Price segments of the planned homes against the norms: what is known, and the best and worst that is possible."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.capacity.selection import Maybe, Share, in_one_row
from woonplan.calc.capacity.sums import BOTH, silent_figures
from woonplan.calc.gap.splits import OPEN, parts_of
from woonplan.calc.number.bounds import at_most, highest, lowest
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.ratios import quotient
from woonplan.calc.number.sums import added, counted, subtracted, together
from woonplan.calc.view import View
from woonplan.model.control import Planklasse
from woonplan.model.number import UNKNOWN, Number
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.split import PARTS

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


RENT = frozenset({"sociale_huur", "middenhuur", "dure_huur", "huur_onbekend"})
PURCHASE = frozenset({"betaalbare_koop", "dure_koop", "koop_onbekend"})


@dataclass(frozen=True, slots=True)
class Programme:
    """The homes of hard and soft plans that are to come inside the period, by segment (homes)."""

    split: str
    """The split of a plan that the segments are of."""
    by_segment: Mapping[str, Figure]
    """By key of the split, those among them that leave the segment open."""
    undivided: Figure
    """Homes of plans without a split, or that their split leaves out."""
    whole: Figure
    """All of them, as the balance counts them: hard, soft, and what may be either."""
    records: int
    """Plans that count, of whatever status."""
    divided: int
    """Plans among them with a split."""

    def part(self, keys: Collection[str], name: str) -> tuple[Figure, Figure]:
        """Return the homes in some segments, and those that may turn out to be in them."""
        inside = [figure for key, figure in self.by_segment.items() if key in keys]
        open_ = OPEN[self.split]
        loose = [f for key, f in self.by_segment.items() if key not in keys and set(keys) & set(open_.get(key, ()))]
        sure = together(name, f"{name}, bekend".replace("_", " "), inside)
        return sure, together("mogelijk", "onbekend, mogelijk hierin", [*loose, self.undivided])

    def elsewhere(self, keys: Collection[str]) -> Figure:
        """Return the homes that are in other segments, whatever is open."""
        return together(
            "elders",
            "in een ander segment",
            [f for key, f in self.by_segment.items() if not set(keys) & {key, *OPEN[self.split].get(key, ())}],
        )

    @property
    def unknown(self) -> Figure:
        """All homes of which the segment is not known."""
        loose = [figure for key, figure in self.by_segment.items() if key in OPEN[self.split]]
        return together("segment_onbekend", "woningen zonder bekend segment", [*loose, self.undivided])


@dataclass(frozen=True, slots=True)
class Standing:
    """One group against its norm: homes and shares in the worst and the best case."""

    sure: Figure
    possible: Figure
    """Homes that may turn out to belong to it."""
    slechtst: Figure
    best_case: Figure
    """Shares of the homes that have a number; unknown where there are none, or no upper bound."""
    unknown: int
    """Records without a number: they may decide."""
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


def programme(view: View, split: str = "betaalbaarheid") -> Programme:
    """Return the homes by segment of every plan that counts, gross, inside the period.

    What a plan does not divide (``parts_of``) is unknown. A municipality without records may plan in any segment.
    """
    view = view.asking(netto=False)
    counted_ = [s for s in view.itemised if s.contribution.kind.telt_mee and s.contribution.klasse in _COUNTS]
    nobody = dict.fromkeys(name for names in view.zonder_plannen.values() for name in names)
    by_segment: dict[str, list[Share]] = {key: [] for key in ("", *PARTS[split])}
    for share in counted_:
        for key, part in parts_of(share, split):
            by_segment[key].append(part)
    rest = [*silent_figures(nobody, view.silence), *figures_of(in_one_row(by_segment.pop("")))]
    return Programme(
        split,
        {key: counted(key, key.replace("_", " "), figures_of(parts)) for key, parts in by_segment.items()},
        counted("niet_verdeeld", "woningen zonder verdeling", rest),
        together("totaal", "hard + zacht", view.sums.samen),
        len({s.contribution.plan.id for s in counted_}),
        len({s.contribution.plan.id for s in counted_ if getattr(s.contribution.plan, split) is not None}),
    )


_COUNTS = BOTH | {Planklasse.ONBEKEND}


def figures_of(shares: Iterable[Share]) -> list[Figure]:
    """Return what some shares add; of plans of unknown status what may count."""
    unsure = Planklasse.ONBEKEND
    return [(s.perhaps(Maybe.TELT) if s.contribution.klasse is unsure else s).figure for s in shares]


def standing(found: Programme, segment: Segment, norm: Waarde | None) -> Standing:
    """Return a group against its norm.

    The worst share takes all unknown homes for other segments, the best takes all that may belong to the group for it.
    Records without a number may lower the worst, and raise or lower the best.
    """
    keys, _ = GROUPS[segment]
    sure, possible = found.part(keys, str(segment))
    whole = found.whole
    # Nothing has a number, or an upper bound: what there is to take a share of is what is unknown.
    none = Number(missing=whole.low.missing or UNKNOWN.missing, way=whole.low.way or UNKNOWN.way)
    worst, best = given("slechtst", _WORST, none), given("best", _BEST, none)
    ends = cases(found, keys, sure, possible)
    if ends is not None:
        worst = quotient("slechtst", _WORST, *ends.worst)
        best = quotient("best", _BEST, *ends.best)
    return Standing(sure, possible, worst, best, whole.low.unknown, norm)


class Cases(NamedTuple):
    """What of a group and of all homes there is when what is unknown falls outside of it, and when it falls inside."""

    worst: tuple[Figure, Figure]
    best: tuple[Figure, Figure]


def cases(found: Programme, keys: Collection[str], sure: Figure, possible: Figure) -> Cases | None:
    """Return the homes of a group and all homes in the worst and the best case; None where nothing bounds them."""
    whole = found.whole
    if not whole.low.high:
        return None
    most = highest("totaal_hoogste", "geplande woningen, ten hoogste", whole)
    least = lowest("bekend_laagste", "bekend, minstens", sure)
    more = [
        highest(f"{name}_hoogste", f"{name}, ten hoogste", figure)
        for name, figure in (("bekend", sure), ("mogelijk", possible))
    ]
    # Homes that are of another segment for certain are beside the group; those that may not be there are not.
    elsewhere = lowest("elders_laagste", "in een ander segment, minstens", found.elsewhere(keys))
    room = subtracted("ruimte", "geplande woningen, ten hoogste, zonder andere segmenten", most, elsewhere)
    both = at_most("ten_hoogste", "bekend en mogelijk, ten hoogste", added("samen", "bekend en mogelijk", more), room)
    beside = added("geheel", "bekend en mogelijk met andere segmenten", [both, elsewhere])
    return Cases((least, most), (both, most if beside.low.zero else beside))
