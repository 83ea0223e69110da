"""Which records answer a question, and what of an aggregate may belong to a selection it is not divided over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.number.figure import Figure, Op, given
from woonplan.calc.question import Question
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN, Number, exactly, total
from woonplan.model.statussen import Planstatus

CLASS_ONLY = frozenset({Planstatus.HARD, Planstatus.ZACHT})
"""Statuses that only name the class."""


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

    @property
    def figure(self) -> Figure:
        """The number with its derivation: a part of the record, the record whole, or its rest."""
        c = self.contribution
        if self.undivided:
            return unassigned(c)
        if self.piece is not None:
            return self.piece
        return c.whole if self.homes is c.holds else c.figure

    @property
    def uncut(self) -> bool:
        """Whether this is all of the record, and not a part of it."""
        return self.piece is None and not self.undivided

    @property
    def entire(self) -> bool:
        """Whether this is all that the record adds beside its parts."""
        return self.uncut and self.homes is self.contribution.adds

    @property
    def rest(self) -> Figure | None:
        """What an aggregate has left beside its parts, when this is that; None for any other number."""
        return self.contribution.rest if self.entire else None

    @classmethod
    def of(cls, contribution: Contribution, *, whole: bool = False) -> Share:
        """Return all that a record adds beside its parts, or (``whole``) all that it holds."""
        return cls(contribution, contribution.holds if whole else contribution.adds)

    @classmethod
    def unknown(cls, contribution: Contribution) -> Share:
        """Return the unknown part of a record that is not divided over what is asked."""
        return cls(contribution, UNKNOWN, undivided=True)

    @classmethod
    def part(cls, contribution: Contribution, piece: Figure, gemeente: str) -> Share:
        """Return what of a record lies in one of its municipalities."""
        return cls(contribution, piece.low, gemeente, piece=piece)


def divided(dataset: Dataset, contribution: Contribution) -> dict[str, Figure] | None:
    """Return what of a record lies in each of its municipalities, or None when it is not divided over them."""
    plan, verdeling = contribution.plan, contribution.verdeling
    if verdeling is None:
        return None
    # Only with demolition taken off can less than nothing be left.
    net = contribution.counting.netto and contribution.figure.op is Op.VERSCHIL
    parts: dict[str, Figure] = {}
    for name, aantal in verdeling.items():
        gemeente = dataset.gemeente(name)
        if gemeente is not None:
            homes = _portion(contribution.adds, aantal, sum(verdeling.values()), net=net)
            label = f"{plan.naam}, deel {gemeente.naam}"
            parts[gemeente.naam] = given(f"{plan.id}.{gemeente.code}", label, homes, contribution.origin)
    return parts


def _portion(homes: Number, part: int, whole: int, *, net: bool) -> Number:
    """Return what of ``homes`` falls to a municipality that has ``part`` of ``whole`` remaining homes.

    When the homes that count are not exactly the divided ones (a period, demolition), all that is certain is that the
    municipality has no more than its own part and no less than what the others cannot hold. A net number may be below
    0: the demolition can all be in one of them.
    """
    if homes.exact and homes.low == whole:
        return exactly(part)
    if homes.blank:
        return homes
    low, high = homes.low, homes.high
    floor = None if low is None else low - (whole - part)
    if net:
        return homes.bounded(floor, max(part, floor or part))
    floor = None if floor is None else max(floor, 0)
    ceiling = part if high is None else min(part, high)
    return homes.bounded(floor, max(ceiling, floor or 0))


def matches(contribution: Contribution, question: Question, klassen: Mapping[Planstatus, Planklasse]) -> bool | None:
    """Return whether a record passes the filters on status and strategy; None when some of its homes may.

    A record that only says "hard" may hold homes of any status that counts as hard, and an aggregate without a strategy
    may hold homes of any.
    """
    found = [_of_strategie(contribution, question), _of_status(contribution, question, klassen)]
    return False if False in found else None if None in found else True


def _of_strategie(contribution: Contribution, question: Question) -> bool | None:
    plan = contribution.plan
    if not question.strategieen or plan.strategie in question.strategieen:
        return True
    return None if plan.strategie is None and contribution.aggregate else False


def _of_status(contribution: Contribution, question: Question, klassen: Mapping[Planstatus, Planklasse]) -> bool | None:
    status, klasse = contribution.plan.planstatus, contribution.klasse
    if not question.statussen or status in question.statussen:
        return True
    if any(wanted in CLASS_ONLY and klassen[wanted] is klasse for wanted in question.statussen):
        return True
    inside = status in CLASS_ONLY and any(klassen[wanted] is klasse for wanted in question.statussen)
    return None if inside else False


def select(dataset: Dataset, records: Sequence[Contribution], question: Question) -> list[Share]:
    """Return what every record adds to the answer, aggregates with their rest beside their parts.

    A record of which only some of the municipalities are asked for adds what lies in those. One that is not divided
    over them adds an unknown number: that its homes are known for the whole only does not make them 0 here.

    Args:
        dataset: The register.
        records: All contributions of the state.
        question: The filters.
    """
    if not question.selective:
        # Nothing is left out and nothing is a part of what is asked: by far the most questions.
        return [Share(c, c.adds) for c in records]
    asked = frozenset(question.gemeenten)
    shares = []
    for c in records:
        verdict = matches(c, question, dataset.klassen)
        if verdict is None:
            if c.kind.telt_mee and _may_lie_in(c, asked):
                shares.append(Share.unknown(c))
        elif not verdict:
            continue
        elif not asked or (c.gemeenten and asked.issuperset(c.gemeenten)):
            shares.append(Share.of(c))
        elif (parts := divided(dataset, c)) is not None:
            shares += (Share.part(c, parts[name], name) for name in question.gemeenten if name in parts)
        elif _may_lie_in(c, asked):
            shares.append(Share.unknown(c))
    return shares


def for_total(records: Sequence[Contribution], question: Question, shares: Sequence[Share]) -> list[Share]:
    """Return the same shares for a total, in which an aggregate counts whole and its parts do not.

    It counts whole when it is in the selection with all of its parts: of one that is cut, the parts that were chosen
    and its rest count. So do those of one whose own number says less than they do together ("at most 18", and a part
    of 5).

    Args:
        records: All contributions of the state.
        question: The filters.
        shares: What the records add to the selection (``select``).
    """
    nested = [number for number, share in enumerate(shares) if share.contribution.kind.nested]
    wholes = {shares[number].contribution.plan.id for number in nested if _counts_whole(shares[number])}
    if question.selective:
        chosen = {shares[number].contribution.plan.id for number in nested if shares[number].uncut}
        parts = (c.plan for c in records if c.kind.is_part and c.kind.telt_mee)
        wholes -= {plan.onderdeel_van for plan in parts if plan.id not in chosen}
    wholes -= _better_in_parts([shares[number] for number in nested], wholes)
    counted: list[Share] = []
    done = 0
    # All that lies between them is taken as it is: of 50,000 records a few thousand are nested.
    for number in nested if wholes else ():
        contribution = shares[number].contribution
        if contribution.plan.id in wholes:
            counted += (*shares[done:number], Share.of(contribution, whole=True))
            done = number + 1
        elif contribution.kind.telt_mee and contribution.plan.onderdeel_van in wholes:
            counted += shares[done:number]
            done = number + 1
    return [*counted, *shares[done:]]


def _better_in_parts(nested: list[Share], wholes: set[str]) -> set[str]:
    """Return the aggregates of which rest and parts together say more than the number of the whole."""
    open_ = {
        s.contribution.plan.id: s.contribution
        for s in nested
        if not (s.contribution.holds.single and not s.contribution.holds.circa)
    }
    pieces = {owner: [c.adds] for owner, c in open_.items() if owner in wholes and not c.holds.blank}
    for share in nested:
        owner = share.contribution.plan.onderdeel_van
        if owner in pieces and share.contribution.kind.telt_mee:
            pieces[owner].append(share.homes)
    found = ((owner, open_[owner].holds, total(homes)) for owner, homes in pieces.items() if len(homes) > 1)
    return {owner for owner, whole, together in found if not together.unknown and together.within(whole)}


def _counts_whole(share: Share) -> bool:
    """Whether a share is an aggregate that a total may count whole, without its parts."""
    contribution, kind = share.contribution, share.contribution.kind
    return kind.aggregate and kind.telt_mee and not contribution.split and share.uncut


def _may_lie_in(contribution: Contribution, asked: frozenset[str]) -> bool:
    """Whether homes of a record may lie in the municipalities asked for: a regional one lies in none in particular."""
    names = contribution.gemeenten
    return not nothing_left(contribution) and (not asked or not names or not asked.isdisjoint(names))


def nothing_left(contribution: Contribution) -> bool:
    """Whether it is certain that a record adds no home anywhere; one without a number may add any.

    A net number of 0 may be homes in one place or year, and demolition in another.
    """
    homes = contribution.adds
    if homes.blank or homes.high != 0:
        return False
    figure = contribution.figure if contribution.counting.netto else None
    return figure is None or (figure.op is Op.VERSCHIL and all(part.low.zero for part in figure.parts))


def unassigned(contribution: Contribution) -> Figure:
    """Return the unknown part of a record that is not divided over what is asked."""
    plan = contribution.plan
    return given(f"{plan.id}.deel", f"deel van {plan.naam}", UNKNOWN, contribution.origin)
