"""The fields of a plan in which two records of it may differ, by what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.model.plan import Plan

STATUS = ("planstatus", "telt_mee", "onderdeel_van", "soort", "vervallen")
SIZE = ("woningen", "woningen_min", "woningen_max", "precisie", "marge")
DELIVERED = ("gerealiseerd", "restant")
DEMOLITION = ("sloop", "sloop_gerealiseerd", "soort_aantal")
YEARS = ("oplevering", "sloop_jaar", "start")
PLACE = ("gemeente", "regio", "verdeling")
SPLIT = (
    "woningtype",
    "betaalbaarheid",
    "zorg",
    "flex",
    "studentenwoningen",
    "plantype",
    "transformatiepotentie",
    "opdrachtgever",
    "strategie",
    "woonmilieu",
    "sleutelproject",
)
TEXT = (
    "naam",
    "plaats",
    "locaties",
    "opmerkingen",
    "reden",
    "precisiewoord",
    "bron",
    "vindplaats",
    "herkomst",
    "bijgewerkt",
    "was",
    "samengevoegd_uit",
)
FIELDS = tuple(name for name in Plan.model_fields if name not in ("id", "gemeente", "gemeenten"))
"""What may differ between two records of one plan, in the order of the model; where it lies is compared by name."""


class Verschil(NamedTuple):
    """One field that differs: its value in both states; None is absent."""

    veld: str
    oud: object
    nieuw: object


def differences(old: Contribution, new: Contribution) -> tuple[Verschil, ...]:
    """Return the fields in which two records of one plan differ; how a municipality is spelled is no difference."""
    if vars(old.plan) == vars(new.plan) and old.gemeenten == new.gemeenten:
        return ()
    return tuple(_differing(old, new))


def _differing(old: Contribution, new: Contribution) -> Iterator[Verschil]:
    if old.gemeenten != new.gemeenten:
        yield Verschil("gemeente", ", ".join(old.gemeenten) or None, ", ".join(new.gemeenten) or None)
    for name in FIELDS:
        # An empty list is what an absent one is.
        before, after = getattr(old.plan, name), getattr(new.plan, name)
        if before != after:
            yield Verschil(name, None if before == () else before, None if after == () else after)
