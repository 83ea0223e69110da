"""The records of a register state as contributions: what counts, in which class, and what is left of aggregates."""

from __future__ import annotations

from dataclasses import dataclass

from woonplan.calc.capacity import Counting, capacity
from woonplan.calc.figure import Figure, remainder, subtracted
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset, Deel
from woonplan.model.plan import Plan
from woonplan.model.source import Provenance
from woonplan.model.vocabulary import Soort


@dataclass(frozen=True, slots=True)
class Contribution:
    """One record in the sums.

    ``whole`` is what the record holds; ``figure`` what it adds beside its parts: for an aggregate with itemised plans
    that is the rest. In a total, aggregates count whole and their parts not; in grouped rows, rest and parts count.
    """

    plan: Plan
    deel: Deel
    klasse: Planklasse
    whole: Figure
    figure: Figure
    is_part: bool = False
    split: bool = False
    """Whether some of its parts fall outside the period: then rest and parts count in a total too, not the whole."""

    @property
    def aggregate(self) -> bool:
        """Whether this record stands for plans that nobody itemised."""
        return self.plan.soort is Soort.VERZAMELPOST


def contributions(dataset: Dataset, counting: Counting) -> tuple[Contribution, ...]:
    """Return all records of the state, in the order of the files.

    Records with `telt_mee: false` are among them: they are shown, never added.
    """
    klassen = dataset.klassen
    wholes: list[tuple[Plan, Deel, Figure]] = []
    parts: dict[str, list[_Part]] = {}
    for deel in dataset.stand.delen:
        inherited: Provenance | None = None
        for index, plan in enumerate(deel.inhoud.plannen):
            row = index if deel.rows is None else deel.rows[index]
            if plan.bron or plan.vindplaats or plan.herkomst:
                source = dataset.provenance(plan, deel)
            else:
                # What names no source of its own has that of its file: one value for all of them.
                source = inherited = inherited or dataset.provenance(plan, deel)
            figure = capacity(deel, plan, row, counting, source)
            wholes.append((plan, deel, figure))
            if plan.onderdeel_van is not None and plan.telt_mee:
                # An aggregate without years of its own holds all homes of its parts, whenever they come.
                everything = capacity(deel, plan, row, Counting(counting.netto), source)
                parts.setdefault(plan.onderdeel_van, []).append(_Part(figure, everything))
    return tuple(
        Contribution(
            plan,
            deel,
            klassen[plan.planstatus],
            whole,
            _rest(plan, whole, parts[plan.id], counting) if plan.id in parts else whole,
            plan.onderdeel_van is not None,
            not plan.oplevering and any(part.limited for part in parts.get(plan.id, ())),
        )
        for plan, deel, whole in wholes
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of an aggregate adds within the period, and all it holds."""

    within: Figure
    everything: Figure

    @property
    def limited(self) -> bool:
        return self.within.low != self.everything.low


def _rest(plan: Plan, whole: Figure, parts: list[_Part], counting: Counting) -> Figure:
    # Demolition may be in one part and the homes for it in another, so what is left of a net number can be below 0.
    left = subtracted if counting.netto else remainder
    inside = (part.within if plan.oplevering else part.everything for part in parts)
    return left(f"{plan.id}.rest", f"{plan.naam}, rest", whole, *inside)
