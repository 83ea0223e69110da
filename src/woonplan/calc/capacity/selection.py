"""Which records answer a question, and what of an aggregate may belong to a selection it is not divided over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.number.bounds import perhaps, perhaps_of
from woonplan.calc.number.figure import Figure, Op, given
from woonplan.calc.question import Question
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.gemis import Gemis
from woonplan.model.number import NOTHING, Number, Way, unknown
from woonplan.model.statussen import Planstatus


class Maybe(Enum):
    """Why homes may be in what is asked or not: of a plan with a number that is no answer where nothing else is."""

    TELT = "the plan may not count, or in another class"
    HOORT = "the plan may not belong to the selection"


class Share(NamedTuple):
    """What one record adds to one sum: ``homes``, and ``figure`` with the derivation of that number."""

    contribution: Contribution
    homes: Number
    gemeente: str | None = None
    """The municipality that this is the part of, where municipalities are asked for."""
    undivided: bool = False
    """Whether this is the unknown part of a record that is not divided over what is asked."""
    piece: Figure | None = None
    """The part of the record that this is, when it is a part."""
    maybe: Maybe | None = None
    """Why the record may not be in what is asked: none of its homes are, or all of them."""

    @property
    def figure(self) -> Figure:
        """The number with its derivation: a part of the record, the record whole, or its rest."""
        c = self.contribution
        if self.undivided:
            return given(f"{c.plan.id}.deel", f"deel van {c.plan.naam}", self.homes, c.origin)
        own = self.piece or (c.whole if self.homes is c.holds else c.figure)
        return perhaps(own.name, own.label, own, counts=self.maybe is Maybe.TELT) if self.maybe else own

    @property
    def rest(self) -> bool:
        """Whether this is what is left of an aggregate beside its parts, worked out from their numbers."""
        c = self.contribution
        return c.held is not None and c.held.joins and c.kind.telt_mee and self.homes is c.adds and self.uncut

    @property
    def uncut(self) -> bool:
        """Whether this is all of the record, and not a part of it."""
        return self.piece is None and not self.undivided and not self.maybe

    @property
    def composed(self) -> Figure | None:
        """The number with its derivation where it follows from more than the record; None for any other."""
        return self.figure if self.contribution.held is not None and not self.undivided else None

    @classmethod
    def of(cls, contribution: Contribution, *, whole: bool = False) -> Share:
        """Return all that a record adds beside its parts, or (``whole``) all that it holds."""
        return cls(contribution, contribution.holds if whole else contribution.adds)

    @classmethod
    def unknown(cls, contribution: Contribution) -> Share:
        """Return the unknown part of a record that is not divided over what is asked."""
        return cls(contribution, some_of(contribution), undivided=True)

    @classmethod
    def part(cls, contribution: Contribution, gemeente: str, *, whole: bool = False) -> Share:
        """Return what of a divided record lies in one of its municipalities, beside its parts or (``whole``) all."""
        held = (contribution.verdeling or {})[gemeente]
        piece = held.whole if whole else held.rest
        return cls(contribution, piece.low, gemeente, piece=piece)

    def perhaps(self, maybe: Maybe) -> Share:
        """Return the same of a record that may not be in what is asked."""
        if self.undivided:
            return self
        c = self.contribution
        piece = c.whole if self.piece is None and c.held and self.homes is c.holds else self.piece
        return self._replace(homes=perhaps_of(self.homes, counts=maybe is Maybe.TELT), piece=piece, maybe=maybe)


def matches(contribution: Contribution, question: Question, klassen: Mapping[Planstatus, Planklasse]) -> bool | None:
    """Return whether a record passes the filters on status and strategy; None when some of its homes may."""
    c = contribution
    of_status = not question.statussen or question.of_status(c.status, c.klasse, klassen)
    found = [question.of_strategie(c.plan.strategie), of_status]
    return False if False in found else None if None in found else True


def select(dataset: Dataset, records: Sequence[Contribution], question: Question) -> list[Share]:
    """Return what every record adds to the answer, aggregates with their rest beside their parts.

    A record of which only some of the municipalities are asked for adds what lies in those. One that is not divided
    over them adds an unknown number: that its homes are known for the whole only does not make them 0 here. One of
    which the status may be one that is asked for adds nothing to all of its homes.

    Args:
        dataset: The register.
        records: All contributions of the state.
        question: The filters.
    """
    if not question.selective:
        # Nothing is left out and nothing is a part of what is asked: by far the most questions.
        return [Share(c, c.adds) for c in records]
    # Who asks for every municipality asks for the region.
    asked = frozenset(question.gemeenten)
    asked = asked if any(g.naam not in asked for g in dataset.gemeenten) else frozenset()
    shares = []
    for c in records:
        if asked and not _may_lie_in(c, asked):
            continue
        verdict = matches(c, question, dataset.klassen_van(c.standdeel))
        if verdict is False:
            continue
        if not asked or (c.gemeenten and asked.issuperset(c.gemeenten)):
            found = [Share.of(c)]
        elif c.verdeling is not None:
            found = [Share.part(c, name) for name in question.gemeenten if name in c.verdeling]
        else:
            # An aggregate without homes still says what its municipalities plan.
            found = [Share.unknown(c)] if c.aggregate or not empty(c) else []
        if verdict is None and (not c.kind.telt_mee or empty(c)):
            continue
        if verdict is None:
            # Of which strategy its homes are, is a matter of where they belong; of which status, whether they count.
            # Net, what is demolished may be of another status than the homes that come.
            placed = question.of_strategie(c.plan.strategie) is not None and not c.counting.netto
            why = Maybe.TELT if c.status is Planstatus.ONBEKEND else Maybe.HOORT
            found = [share.perhaps(why) if placed else Share.unknown(c) for share in found]
        if nothing_in(Share.of(c)):
            # What there is of it is outside the period, and may be in what is asked.
            found = [share._replace(homes=NOTHING) if share.undivided else share for share in found]
        shares += found
    return shares


def for_total(
    dataset: Dataset,
    records: Sequence[Contribution],
    question: Question,
    shares: Sequence[Share],
    which: Callable[[Contribution], bool] = lambda _: True,
) -> list[Share]:
    """Return the same shares for a total, in which an aggregate counts whole and its parts do not.

    It counts whole where it is in the selection with all of its parts, in each municipality that it is divided over.
    Where a filter leaves some of them out, the parts that were chosen and its rest count.

    Args:
        dataset: The register.
        records: All contributions of the state.
        question: The filters.
        shares: What the records add to the selection (``select``).
        which: For which aggregates, where not for all.
    """
    wholes = {key for key, c in _wholes(dataset, records, question, shares).items() if which(c)}
    if not wholes:
        return [*shares]
    return [
        _whole(share) if share.contribution.plan.id in wholes else share
        for share in shares
        if not (share.contribution.kind.is_part and share.contribution.plan.onderdeel_van in wholes)
        or not share.contribution.kind.telt_mee
    ]


def _whole(share: Share) -> Share:
    c = share.contribution
    return Share.of(c, whole=True) if share.gemeente is None else Share.part(c, share.gemeente, whole=True)


def for_places(
    dataset: Dataset, records: Sequence[Contribution], question: Question, shares: Sequence[Share]
) -> list[Share]:
    """Return the same shares for rows of municipalities, in each of which a divided record has its own number."""
    placed = for_total(dataset, records, question, shares, lambda c: c.verdeling is not None or len(c.gemeenten) == 1)
    found: list[Share] = []
    for share in placed:
        c = share.contribution
        if c.verdeling is None or share.gemeente is not None:
            found.append(share)
            continue
        if share.undivided:
            found += (share._replace(gemeente=name) for name, held in c.verdeling.items() if not held.everything.zero)
            continue
        pieces = (Share.part(c, name, whole=share.homes is c.holds) for name in c.verdeling)
        found += (piece.perhaps(share.maybe) if share.maybe else piece for piece in pieces)
    return found


def in_one_row(shares: Sequence[Share]) -> list[Share]:
    """Return the shares of one row, with the rest of an aggregate and its parts in that row as one.

    Rest and parts are together no more than the whole, which two ranges would be: what is in the row is the whole
    without the parts that are elsewhere.
    """
    rests = {s.contribution.plan.id: s for s in shares if s.rest}
    inside: dict[str, dict[str, Share]] = {}
    for share in shares if rests else ():
        owner = share.contribution.plan.onderdeel_van
        if owner in rests and share.uncut and share.contribution.kind.telt_mee:
            inside.setdefault(owner or "", {})[share.contribution.plan.id] = share
    found = []
    for share in shares:
        plan = share.contribution.plan
        if plan.id in inside and share is rests[plan.id]:
            found.append(_with_parts(share, inside[plan.id]))
        elif plan.id not in inside.get(plan.onderdeel_van or "", ()):
            found.append(share)
    return found


def _with_parts(rest: Share, inside: Mapping[str, Share]) -> Share:
    """Return the rest of an aggregate with some of its parts, as far as those are inside the period."""
    c = rest.contribution
    found = c.held.together({c.plan.id, *inside}) if c.held else c.whole
    return Share.of(c, whole=True) if found is c.whole else rest._replace(homes=found.low, piece=found)


def _wholes(
    dataset: Dataset, records: Sequence[Contribution], question: Question, shares: Sequence[Share]
) -> dict[str, Contribution]:
    """Return the aggregates with parts that are in a selection with all of them, as far as they lie in it."""
    found = {
        s.contribution.plan.id: s.contribution
        for s in shares
        if s.contribution.held is not None and s.contribution.kind.aggregate and s.contribution.kind.telt_mee
        if not s.undivided and not s.maybe
    }
    if found and (question.statussen or question.strategieen):
        for c in records:
            if (
                c.kind.is_part
                and c.kind.telt_mee
                and matches(c, question, dataset.klassen_van(c.standdeel)) is not True
            ):
                found.pop(c.plan.onderdeel_van or "", None)
    return found


def _may_lie_in(contribution: Contribution, asked: frozenset[str]) -> bool:
    """Whether a record may lie in the municipalities asked for: a regional one lies in none in particular."""
    names = contribution.gemeenten
    return not names or not asked.isdisjoint(names)


def empty(contribution: Contribution) -> bool:
    """Whether it is certain that a record adds no home in any place or time; one without a number may add any."""
    plan = contribution.plan
    return not contribution.jaren and not plan.sloop_jaar and nothing_in(Share.of(contribution))


def nothing_in(share: Share) -> bool:
    """Whether it is certain that a record adds no home to a sum.

    A net number of 0 may be homes in one place or year, and demolition in another.
    """
    homes = share.homes
    if homes.missing or homes.high != 0:
        return False
    if homes.low != 0 or not share.contribution.counting.netto:
        return homes.low == 0
    figure = share.figure
    return figure.op is Op.VERSCHIL and all(part.low.zero for part in figure.parts)


def some_of(contribution: Contribution) -> Number:
    """Return what a place or time has of a record that is not divided over them."""
    # Net of demolition, its homes may be in one of them and what is demolished for them in another.
    both = contribution.counting.netto or (contribution.left.low or 0) < 0
    return unknown(Gemis.DEEL, Way.BOTH if both else Way.UP).of(contribution.plan.id)
