"""What stays the same about a plan over the years: where and what it is, how large it becomes, how it is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from region.dice import Dice
from region.places import INBREIDING, KWARTELBROEK, NEVELRADE, PLACES, UITBREIDING, Place, plan_name

HARD = ("1A", "1B", "2A", "2B", "hard")
STATUSES = {
    "1A": 15, "1B": 4, "1C": 3, "2A": 14, "2B": 4, "2C": 3, "3": 21, "4A": 12, "4B": 7, "5A": 4, "5B": 3,
    "hard": 2, "zacht": 3, "onbekend": 5,
}  # fmt: skip
FORMS = {"een getal": 82, "grenzen": 6, "circa": 6, "restant": 3, "onbekend": 3}
SIZES = {(3, 11): 26, (12, 30): 30, (31, 80): 27, (81, 170): 12, (180, 300): 5}


@dataclass(frozen=True)
class Base:
    """A plan before it is written for one reference date."""

    id: str
    naam: str
    place: Place
    plantype: str
    status: str
    """Status in the latest state; `zacht`, `hard` and `onbekend` are as good as it gets."""
    woningen: int
    form: str = "een getal"
    """How the source gives the number: one number, bounds, about, only what is left, or not at all."""
    extra: dict[str, object] = field(default_factory=dict)
    """Fields that were chosen by hand; they go before those made by chance."""


def generic(seed: int) -> list[Base]:
    """Return the plans that chance makes, municipality by municipality."""
    made: list[Base] = []
    used: dict[str, int] = {}
    for place in PLACES:
        urban = place in (NEVELRADE, KWARTELBROEK)
        for at in range(place.plannen):
            dice = Dice(seed, "plan", place.code, at)
            plantype = dice.pick(INBREIDING if dice.chance(70 if urban else 45) else UITBREIDING)
            number = used.get(plantype, 0)
            used[plantype] = number + 1
            low, high = dice.weighted(SIZES)
            size = dice.number(low, high)
            # The smallest municipalities have no plans of hundreds of homes.
            size = size if place.voorraad > 10000 else min(size, 12 + size // 2)
            status = dice.weighted(STATUSES)
            form = dice.weighted(FORMS)
            # The published total of hard plans can only be checked when every hard plan has a number.
            form = "circa" if form in ("grenzen", "onbekend") and status in HARD else form
            name = plan_name(number * 7 + len(plantype), plantype)
            made.append(Base(f"{place.code.lower()}-{at + 1:02d}", name, place, plantype, status, size, form))
    return [*_in_aggregates(made)]


def _in_aggregates(made: list[Base]) -> list[Base]:
    """Return the plans, with small ones inside the two aggregates that stand for small plans."""
    left = {
        "post-nevelrade-hard": ("GM9901", HARD, 30, 3),
        "post-kwartelbroek-zacht": ("GM9902", ("1C", "2C", "3", "4A", "4B", "zacht"), 35, 2),
    }
    marked = list(made)
    for post, (code, statuses, most, count) in left.items():
        small = [
            at
            for at, base in enumerate(made)
            if base.place.code == code
            and base.status in statuses
            and base.woningen <= most
            and base.form == "een getal"
        ]
        for at in small[:count]:
            marked[at] = replace(marked[at], extra={**marked[at].extra, "onderdeel_van": post})
    return marked
