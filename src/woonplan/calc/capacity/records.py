"""The records of a register state as contributions: what counts, in which class, and what is left of aggregates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from woonplan.calc.capacity.counting import Counting, capacity, remaining
from woonplan.calc.number.figure import Figure, Origin, remainder, subtracted
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.kind import RecordKind
from woonplan.model.number import Number
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.source import Provenance
from woonplan.model.stand import Standdeel, record_source


class Contribution(NamedTuple):
    """One record in the sums.

    ``holds`` is what the record holds; ``adds`` what it adds beside its parts: for an aggregate with itemised plans
    that is the rest. In a total, aggregates count whole and their parts not; in grouped rows, rest and parts count.
    ``whole`` and ``figure`` are the same two numbers with their derivation.
    """

    plan: Plan
    standdeel: Standdeel
    row: int
    """Position in the list of the file, from 0."""
    kind: RecordKind
    gemeenten: tuple[str, ...]
    """The names of the municipalities that the record lies in; none for a regional one."""
    counting: Counting
    holds: Number
    adds: Number
    rest: Figure | None = None
    """What is left of an aggregate beside its parts; None for a record without parts."""
    split: bool = False
    """Whether some of its parts fall outside the period: then rest and parts count in a total too, not the whole."""
    verdeling: Mapping[str, int] | None = None
    """What the record leaves beside its parts in each of its municipalities, whatever the period; None: not known."""

    @property
    def source(self) -> Provenance:
        """The source of the record after inheritance from its file."""
        return record_source(self.plan, self.standdeel)

    @property
    def origin(self) -> Origin:
        """Where the record stands: its source, and its place in the register."""
        return Origin(self.source, self.plan.id, ("plannen", self.row), self.standdeel.invoer.bestand)

    @property
    def whole(self) -> Figure:
        """What the record holds, with its derivation."""
        return capacity(self.standdeel, self.plan, self.row, self.counting, self.source)

    @property
    def figure(self) -> Figure:
        """What the record adds beside its parts, with its derivation."""
        return self.rest or self.whole

    @property
    def klasse(self) -> Planklasse:
        """The class of the record under the definition of this state."""
        return self.kind.klasse

    @property
    def aggregate(self) -> bool:
        """Whether this record stands for plans that nobody itemised."""
        return self.kind.aggregate


def contributions(dataset: Dataset, counting: Counting) -> tuple[Contribution, ...]:
    """Return all records of the state, in the order of the files.

    Records with `telt_mee: false` are among them: they are shown, never added.
    """
    found: list[Contribution] = []
    wholes: dict[str, int] = {}
    parts: dict[str, list[Contribution]] = {}
    for standdeel, columns in zip(dataset.stand.delen, dataset.columns, strict=True):
        rows = standdeel.rows
        for index, (plan, kind, names, left, years) in enumerate(zip(standdeel.inhoud.plannen, *columns, strict=True)):
            homes = remaining(standdeel, plan, left, years, counting)
            row = index if rows is None else rows[index]
            one = Contribution(plan, standdeel, row, kind, names, counting, homes, homes)
            if len(names) > 1 and plan.verdeling is not None:
                one = one._replace(verdeling=_named(plan, names))
            if kind.is_part and kind.telt_mee:
                parts.setdefault(plan.onderdeel_van or "", []).append(one)
            elif kind.aggregate:
                wholes[plan.id] = len(found)
            found.append(one)
    for owner, inside in parts.items():
        if owner in wholes:
            found[wholes[owner]] = _beside_parts(found[wholes[owner]], inside)
    return tuple(found)


def _beside_parts(whole: Contribution, parts: list[Contribution]) -> Contribution:
    """Return an aggregate with what it adds beside its parts."""
    plan, counting = whole.plan, whole.counting
    # An aggregate without years of its own holds all homes of its parts, whenever they come.
    every = Counting(counting.netto)
    everything = [capacity(p.standdeel, p.plan, p.row, every, p.source) for p in parts]
    inside = [part.figure for part in parts] if plan.oplevering else everything
    # Demolition may be in one part and the homes for it in another, so what is left of a net number can be below 0.
    left = subtracted if counting.netto else remainder
    rest = left(f"{plan.id}.rest", f"{plan.naam}, rest", whole.whole, *inside)
    limited = any(part.holds != other.low for part, other in zip(parts, everything, strict=True))
    split = not plan.oplevering and limited
    return whole._replace(adds=rest.low, rest=rest, split=split, verdeling=_left(whole, parts))


def _named(plan: Plan, names: tuple[str, ...]) -> dict[str, int]:
    """Return the division of a record over its municipalities by their own names, however the file spells them."""
    own = dict(zip(plan.gemeenten, names, strict=False))
    return {own[name]: homes for name, homes in (plan.verdeling or {}).items() if name in own}


def _left(whole: Contribution, parts: list[Contribution]) -> Mapping[str, int] | None:
    """Return what an aggregate leaves in each municipality beside its parts, or holds there when one is not exact."""
    left = dict(whole.verdeling or {})
    for part in parts:
        homes = restant(part.plan)
        if len(part.gemeenten) != 1 or part.gemeenten[0] not in left or not homes.exact:
            return whole.verdeling
        left[part.gemeenten[0]] -= int(homes.low or 0)
    return whole.verdeling if any(homes < 0 for homes in left.values()) else left or None
