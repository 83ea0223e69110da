"""Which record of one state is which of the other: by id, by what a record says that it was, and never by a guess."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.diff.kinds import Wijziging, nothing_left
from woonplan.model.control import Planklasse


class Paar(NamedTuple):
    """A record in both states, or in one of them; then ``soort`` says what became of it, or where it came from."""

    record: Contribution
    """The record as it is now, or as it was."""
    oud: Contribution | None
    nieuw: Contribution | None
    soort: Wijziging | None = None
    bij: tuple[str, ...] = ()
    """Ids of what it was split into, went up in, or was itemised from or in."""

    @property
    def id(self) -> str:
        """Its id now, or the one that it had."""
        return self.record.plan.id


class Voorstel(NamedTuple):
    """Two records that may be one plan under another id: a question to who keeps the register."""

    oud: Contribution
    nieuw: Contribution
    grond: str
    """Why, in words."""


def pair(old: Iterable[Contribution], new: Iterable[Contribution]) -> tuple[Paar, ...]:
    """Return all records of both states, each once: those of the new one in their order, then what is gone."""
    before = {c.plan.id: c for c in old}
    after = {c.plan.id: c for c in new}
    links = _links(before, after)
    groups = {name: group for group in _groups(links) for name in group}
    found: list[Paar] = []
    used: set[str] = set()
    for name, c in after.items():
        group = groups.get(("nieuw", name))
        if group is not None:
            olds, news = (sorted(n for side, n in group if side == which) for which in ("oud", "nieuw"))
            own = olds[0] if len(olds) == 1 == len(news) else name if name in olds else None
            used.update([own] if own else [])
            soort = None if len(olds) == 1 == len(news) else Wijziging.GESPLITST
            others = tuple(n for n in {*olds, *news} if n != name) if soort else ()
            found.append(Paar(c, before[own] if own else None, c, soort, tuple(sorted(others))))
        elif name in before:
            used.add(name)
            found.append(Paar(c, before[name], c))
        else:
            found.append(Paar(c, None, c, Wijziging.NIEUW))
    for name, c in before.items():
        if name not in used:
            group = groups.get(("oud", name), frozenset())
            became = tuple(sorted(n for side, n in group if side == "nieuw"))
            gone = Wijziging.OPGELEVERD if nothing_left(c) else Wijziging.VERDWENEN
            found.append(Paar(c, c, None, Wijziging.GESPLITST if became else gone, became))
    return _itemised(found)


Node = tuple[str, str]


def _links(before: Mapping[str, Contribution], after: Mapping[str, Contribution]) -> list[tuple[Node, Node]]:
    """Return which old record each new one says that it was; what it was before both states says nothing here."""
    said = [
        (("oud", name), ("nieuw", c.plan.id))
        for c in after.values()
        for name in (*((c.plan.was,) if c.plan.was else ()), *c.plan.samengevoegd_uit)
        if name in before and name != c.plan.id and (c.plan.id not in before or name not in after)
    ]
    # A plan that is still there under its own id belongs to what was split off from it, or went up in it.
    involved = {name for link in said for _, name in link}
    kept = [(("oud", name), ("nieuw", name)) for name in sorted(involved) if name in before and name in after]
    return [*said, *kept]


def _groups(links: Iterable[tuple[Node, Node]]) -> list[frozenset[Node]]:
    """Return the records that hang together by their links."""
    group_of: dict[Node, set[Node]] = {}
    for one, other in links:
        joined = group_of.get(one, {one}) | group_of.get(other, {other})
        for node in joined:
            group_of[node] = joined
    return [frozenset(group) for group in {id(group): group for group in group_of.values()}.values()]


def _itemised(found: Sequence[Paar]) -> tuple[Paar, ...]:
    """Return the same, with aggregates that are gone and the records of their class and area that came in their place.

    A record lies in the smallest of the aggregates that may have held it.
    """
    gone = [p.oud for p in found if p.oud is not None and p.soort is Wijziging.VERDWENEN and p.oud.aggregate]
    gone = [c for c in gone if c.kind.telt_mee]
    gone.sort(key=lambda c: (c.kind.regionaal, len(c.gemeenten), c.plan.id))
    parts: dict[str, list[str]] = defaultdict(list)
    owner: dict[str, str] = {}
    for p in found:
        if p.nieuw is not None and p.soort is Wijziging.NIEUW:
            holder = next((c.plan.id for c in gone if _held(c, p.nieuw)), p.nieuw.plan.onderdeel_van)
            if holder is not None and (holder in {c.plan.id for c in gone} or p.nieuw.kind.is_part):
                owner[p.id] = holder
                parts[holder].append(p.id)
    if not owner:
        return tuple(found)
    return tuple(
        p._replace(soort=Wijziging.UITGESPLITST, bij=(owner[p.id],))
        if p.soort is Wijziging.NIEUW and p.id in owner
        else p._replace(soort=Wijziging.UITGESPLITST, bij=tuple(sorted(parts[p.id])))
        if p.soort is Wijziging.VERDWENEN and p.id in parts
        else p
        for p in found
    )


def _held(whole: Contribution, record: Contribution) -> bool:
    """Whether an aggregate may have held the homes of a record: of its class, and in its area."""
    if not record.kind.telt_mee or record.klasse is not whole.klasse or whole.klasse is Planklasse.ONBEKEND:
        return False
    inside = bool(record.gemeenten) and set(whole.gemeenten).issuperset(record.gemeenten)
    return whole.kind.regionaal or inside


def proposals(found: Iterable[Paar]) -> tuple[Voorstel, ...]:
    """Return which plans that are gone may be new ones under another id, each as the only one that it may be.

    The same municipality and name, or the same row of the same source.
    """
    found = tuple(found)
    gone = [p.oud for p in found if p.oud is not None and p.soort is Wijziging.VERDWENEN]
    came = [p.nieuw for p in found if p.nieuw is not None and p.soort is Wijziging.NIEUW]
    proposed: dict[str, Voorstel] = {}
    taken: set[str] = set()
    for key, why in ((_named, "dezelfde gemeente en naam"), (_sourced, "dezelfde rij van dezelfde bron")):
        counts = [Counter(k for c in side if (k := key(c)) is not None) for side in (gone, came)]
        new_by_key = {key(c): c for c in came}
        for c in gone:
            k = key(c)
            if k is None or any(count[k] != 1 for count in counts) or c.plan.id in proposed:
                continue
            if new_by_key[k].plan.id not in taken:
                taken.add(new_by_key[k].plan.id)
                proposed[c.plan.id] = Voorstel(c, new_by_key[k], why)
    return tuple(proposed[name] for name in sorted(proposed))


def _named(c: Contribution) -> tuple[object, ...] | None:
    return (c.gemeenten, c.plan.regio, " ".join(c.plan.naam.casefold().split()))


def _sourced(c: Contribution) -> tuple[object, ...] | None:
    # A place that is inherited is that of the whole file.
    return (c.source.bron, c.plan.vindplaats) if c.plan.vindplaats and c.source.bron else None
