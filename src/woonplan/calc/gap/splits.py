"""The homes of a plan by the parts of one of its splits (price, type, care, flexible), as far as they count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from woonplan.calc.capacity.selection import Share
from woonplan.calc.number.figure import Origin, given
from woonplan.calc.question import By
from woonplan.model.number import Number, exactly
from woonplan.model.restant import plan_homes, te_slopen
from woonplan.model.split import PARTS

SPLIT_BY: Mapping[By, str] = {
    By.BETAALBAARHEID: "betaalbaarheid",
    By.WONINGTYPE: "woningtype",
    By.ZORG: "zorg",
    By.FLEX: "flex",
}
"""The groupings of homes that a plan divides, with the key of its split."""

_KNOWN = {split: tuple(key for key in keys if "onbekend" not in key) for split, keys in PARTS.items()}

OPEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "betaalbaarheid": {
        "huur_onbekend": ("sociale_huur", "middenhuur", "dure_huur"),
        "koop_onbekend": ("betaalbare_koop", "dure_koop"),
        "onbekend": _KNOWN["betaalbaarheid"],
    },
    **{split: {"onbekend": _KNOWN[split]} for split in ("woningtype", "zorg", "flex")},
}
"""By split, the parts that leave it open, with what homes in them may turn out to be."""


def known_parts(split: str) -> tuple[str, ...]:
    """Return the parts of a split that leave nothing open."""
    return _KNOWN[split]


def parts_of(share: Share, split: str) -> Iterator[tuple[str, Share]]:
    """Yield what a record adds to each part of a split; what it does not divide as one with an empty name.

    A split is over all homes of its plan, delivered and later ones too: where only some of them count, a part has at
    least what the others cannot hold. Of a record without a split, or in a selection that leaves some of it out, all
    homes are undivided; of an aggregate that is what is left beside its itemised plans. So are they net of demolition,
    of which no register says what kind of homes it takes away.
    """
    c = share.contribution
    found, whole = getattr(c.plan, split), plan_homes(c.plan)
    net = c.counting.netto and te_slopen(c.plan) != exactly(0)
    if found is None or not share.uncut or c.aggregate or net or whole.missing or share.homes.missing:
        yield "", share
        return
    numbers = {key: getattr(found, key) or 0 for key in PARTS[split]}
    # Of homes that are all still to come inside the period, the split is theirs.
    left = whole if c.plan.gerealiseerd == 0 and share.homes == c.left else share.homes
    for key, homes in numbers.items():
        if homes:
            inside = _within(exactly(homes), whole, left)
            figure = given(c.plan.id, c.plan.naam, inside, _at(c.origin, split, key))
            yield key, share._replace(homes=figure.low, piece=figure)
    beyond = _within(_beyond(whole, sum(numbers.values())), whole, left)
    if not beyond.zero:
        figure = given(f"{c.plan.id}.rest", f"{c.plan.naam}, niet verdeeld", beyond, _at(c.origin, split))
        yield "", share._replace(homes=figure.low, piece=figure)


def _within(part: Number, whole: Number, left: Number) -> Number:
    """Return what counts of a part of a plan, when ``left`` counts of all its homes."""
    if left is whole:
        return part
    others = None if whole.high is None or left.low is None else whole.high - left.low
    low = 0 if others is None or part.low is None else max(part.low - others, 0)
    ends = [bound for bound in (part.high, left.high) if bound is not None]
    return Number(low, min(ends, default=None), left.circa or part.circa, 1)


def _at(origin: Origin, split: str, key: str = "") -> Origin:
    """Return where the split of a record stands in its file, or one of its numbers."""
    return origin._replace(path=(*origin.path, split, *((key,) if key else ())))


def _beyond(homes: Number, divided: int) -> Number:
    """Return the homes of a plan that its split does not hold."""
    low, high = (None if bound is None else bound - divided for bound in (homes.low, homes.high))
    return homes.bounded(low, high).clipped()
