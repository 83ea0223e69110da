"""What the files add up to, so that it can be held against the source at once."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.exchange.reading import Incoming
from woonplan.model.number import Number, exactly, total
from woonplan.model.statussen import BASISSET
from woonplan.numerals import dutch, rounded

_HARD, _SOFT, _OUT = (frozenset(map(str, s)) for s in (BASISSET.hard, BASISSET.zacht, BASISSET.telt_niet))


def class_of(status: str) -> str:
    """Return the class of a status under the national basic set."""
    if status in _HARD or status == "hard":
        return "hard"
    if status in _SOFT or status == "zacht":
        return "zacht"
    return "telt niet" if status in _OUT else "onbekend"


def remaining(plans: Iterable[Incoming]) -> list[tuple[str, int, Number]]:
    """Return the plans and their homes to come by class, and of all together first."""
    by_class: dict[str, list[Number]] = {}
    for plan in plans:
        by_class.setdefault(class_of(str(plan.data.get("planstatus", ""))), []).append(plan.left)
    rows = [(name, len(by_class[name]), total(by_class[name])) for name in _ORDER if name in by_class]
    everything = [homes for group in by_class.values() for homes in group]
    return [("alle plannen", len(everything), total(everything)), *rows]


_ORDER = ("hard", "zacht", "onbekend", "telt niet")


def homes_text(homes: Number) -> str:
    """Return a sum in words: exact, a range, or a lower bound, and how many plans have no number."""
    low, high = homes.low or 0, homes.high
    about = "ca. " if homes.circa else ""
    if homes.blank:
        return f"onbekend ({homes.unknown} plannen)"
    known = f"min. {about}{dutch(rounded(low))}" if high is None else f"{about}{dutch(rounded(low))}"
    if high is not None and high != low:
        known += f" tot {dutch(rounded(high))}"
    return f"{known} ({homes.unknown} plannen zonder aantal)" if homes.unknown else known


def demolition(plans: Iterable[Incoming]) -> tuple[int, Number]:
    """Return how many plans name demolition, and how much together."""
    found = [plan.data["sloop"] for plan in plans if plan.data.get("sloop")]
    return len(found), total(exactly(number) for number in found)
