"""What is asked of every record, and what records have in common: made once for all of the same kind.

A register of 50,000 plans has a few hundred kinds of them. What is counted or grouped over records looks at the kind,
which is at hand, and not at the plan, of which every field is somewhere else in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from woonplan.model.control import Planklasse
from woonplan.model.number import Number
from woonplan.model.plan import Plan
from woonplan.model.source import Herkomst
from woonplan.model.stand import Standdeel, record_source, soort_aantal
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Soort, SoortAantal


# Compared by identity: there is one of each (``Kinds``), and they are looked up for every record.
@dataclass(frozen=True, slots=True, eq=False)
class RecordKind:
    """What is the same of all records of a kind."""

    klasse: Planklasse
    telt_mee: bool
    regionaal: bool
    """Whether the record names the region."""
    aggregate: bool
    """Whether the record stands for plans that nobody itemised."""
    is_part: bool
    """Whether the record is part of an aggregate."""
    soort_aantal: SoortAantal
    bron: str | None
    """The document that the record is from, by its id; None when neither the record nor its file names one."""
    herkomst: Herkomst
    has_years: bool
    """Whether the record says when its homes come."""
    has_delivered: bool
    """Whether the record says what was delivered, or what is left."""
    has_reason: bool
    """Whether the record says why it does not count."""
    nested: bool
    """Whether the record is an aggregate, or part of one."""
    sum: Planklasse | None
    """The sum that the record is in: that of its class, or None for what is outside of the count."""


class Columns(NamedTuple):
    """What is asked of every record of a file, each in the order of the records."""

    kinds: list[RecordKind]
    gemeenten: list[tuple[str, ...]]
    """The names of the municipalities that the record lies in; none for a regional one."""
    restanten: list[Number]
    """What of the record is still to be delivered."""
    opleveringen: list[Mapping[str, int] | None]
    """When that is to be delivered."""


class Kinds:
    """The kinds of a register state, each made when its first record comes."""

    def __init__(self, klassen: Callable[[Standdeel], Mapping[Planstatus, Planklasse]]) -> None:
        """Make an empty collection; ``klassen`` gives the class of every status in a file."""
        self._klassen = klassen
        self._made: dict[object, RecordKind] = {}

    def of(self, plan: Plan, standdeel: Standdeel) -> RecordKind:
        """Return the kind of a record of a file."""
        has_delivered = plan.gerealiseerd is not None or plan.restant is not None
        # Everything that a kind is made of, as the file has it.
        key = (
            plan.planstatus,
            plan.soort,
            plan.telt_mee,
            plan.regio is None,
            plan.onderdeel_van is None,
            plan.soort_aantal,
            not plan.oplevering,
            has_delivered,
            plan.reden is None,
            plan.bron,
            plan.herkomst,
            id(standdeel),
        )
        found = self._made.get(key)
        if found is None:
            klasse = self._klassen(standdeel)[plan.planstatus]
            source = record_source(plan, standdeel)
            found = self._made[key] = RecordKind(
                klasse=klasse,
                telt_mee=plan.telt_mee,
                regionaal=plan.regio is not None,
                aggregate=plan.soort is Soort.VERZAMELPOST,
                is_part=plan.onderdeel_van is not None,
                soort_aantal=soort_aantal(plan, standdeel),
                bron=source.bron,
                herkomst=source.herkomst,
                has_years=bool(plan.oplevering),
                has_delivered=has_delivered,
                has_reason=plan.reden is not None,
                nested=plan.soort is Soort.VERZAMELPOST or plan.onderdeel_van is not None,
                sum=klasse if plan.telt_mee else None,
            )
        return found
