"""What the files add up to, so that it can be held against the source at once."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.exchange.reading import Incoming
from woonplan.model.control import Planklasse
from woonplan.model.number import Number, exactly, total
from woonplan.model.statussen import Planstatus

_ORDER = (Planklasse.HARD, Planklasse.ZACHT, Planklasse.ONBEKEND, Planklasse.TELT_NIET)


def remaining(plans: Iterable[Incoming]) -> list[tuple[str, int, Number]]:
    """Return the plans and their homes to come, of all together first and then by class of the national basic set."""
    by_class: dict[Planklasse, list[Number]] = {}
    for number, plan in enumerate(plans):
        status = Planstatus(plan.data.get("planstatus", Planstatus.ONBEKEND))
        # Two plans without a number are two: a sum counts what is missing by its name.
        by_class.setdefault(status.klasse, []).append(plan.left.of(str(number)))
    rows = [(k.replace("_", " "), len(by_class[k]), total(by_class[k])) for k in _ORDER if k in by_class]
    everything = [homes for group in by_class.values() for homes in group]
    return [("alle plannen", len(everything), total(everything)), *rows]


def demolition(plans: Iterable[Incoming]) -> tuple[int, Number]:
    """Return how many plans name demolition, and how much together."""
    found = [number for plan in plans if (number := plan.data.get("sloop") or plan.data.get("sloop_restant"))]
    return len(found), total(exactly(number) for number in found)
