"""One plan drawn at random: its place, its homes with their years, its demolition, and what it says of itself."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.worlds.register import REGIO, Record, Register

CODES = ("1A", "2A", "hard", "1C", "zacht")
STATUSES = (
    "1A",
    "1A",
    "1B",
    "2A",
    "hard",
    "hard",
    "1C",
    "1C",
    "3",
    "zacht",
    "zacht",
    "onbekend",
    "onbekend",
    None,
    "5A",
)
PLANTYPES = ("pand_transformatie", "verdichting", "uitbreiding_uitleg")
STRATEGIEEN = ("buiten_wonen", "stedelijk_wonen")
YEARS = (
    "2020",
    "2021",
    "2021",
    "2022",
    "2022",
    "2024",
    "2020-2021",
    "2021-2022",
    "2022-2024",
    "2022-2025",
    "2019-2020",
    "onbekend",
)
PAST = ("2018", "2019", "2017-2018")


def place(rng: random.Random, register: Register) -> Record:
    """Exactly one of `gemeente`, `gemeenten` and `regio`."""
    kind, names = rng.random(), register.namen
    if kind < 0.06 and len(names) > 1:
        return {"regio": REGIO}
    if kind < 0.2 and len(names) > 1:
        return {"gemeenten": rng.sample(names, rng.randint(2, len(names)))}
    return {"gemeente": rng.choice(names)}


OUTCOMES = ("positief", None, "negatief", None, "niet_getoetst")


def fields_of_plan(rng: random.Random, register: Register) -> Record:
    """Everything of a plan but its name and place."""
    plan = {**homes(rng, register), **demolition(rng, register)}
    status = rng.choice(STATUSES)
    if status:
        plan["planstatus"] = status
    for chance, field, values in ((0.5, "plantype", PLANTYPES), (0.4, "strategie", STRATEGIEEN)):
        if rng.random() < chance:
            plan[field] = rng.choice(values)
    if rng.random() < 0.1:
        plan["sleutelproject"] = {"soort": rng.choice(("stedelijk", "radialen"))}
    if rng.random() < 0.08:
        plan["soort_aantal"] = rng.choice(("bruto", "netto", "onbekend"))
    if rng.random() < 0.04:
        plan.update(telt_mee=False, reden="staat elders")
    if rng.random() < 0.25:
        _split(rng, plan)
    # Not drawn, so that what was drawn before there were outcomes is drawn still.
    outcome = OUTCOMES[sum(map(len, plan)) % len(OUTCOMES)]
    return plan | ({"afwegingskader": outcome} if outcome else {})


def _split(rng: random.Random, plan: Record) -> None:
    whole = plan.get("woningen", plan.get("restant"))
    if not whole or plan.get("precisie"):
        return
    kinds = ("sociale_huur", "middenhuur", "huur_onbekend", "betaalbare_koop", "dure_koop", "koop_onbekend", "onbekend")
    split = divided(rng, whole, kinds)
    if "onbekend" in split and rng.random() < 0.3 and len(split) > 1:
        del split["onbekend"]
    plan["betaalbaarheid"] = split


def homes(rng: random.Random, register: Register) -> Record:
    """The number of homes and the years of delivery, each way of saying them with about the same chance."""
    number, kind = rng.randint(1, 6), rng.randrange(17)
    built = rng.randint(0, number)
    rest = number - built
    if kind < 2:
        return {"restant": rng.randint(0, 6)}
    if kind == 2:
        return {"woningen": number, "gerealiseerd": built}
    if kind == 3:
        return {"woningen": number}
    if kind == 4:
        return {} if rng.random() < 0.7 else {"oplevering": years(rng, register, number)}
    if kind == 5:
        return {"restant": number, "oplevering": years(rng, register, number)}
    if kind == 6:
        plan: Record = {"woningen": number, "gerealiseerd": built}
        return {**plan, "oplevering": years(rng, register, rest)} if rest else plan
    if kind == 7:
        return _kept(rng, register, number, built)
    if kind == 8:
        return {"woningen": number, "oplevering": years(rng, register, number)}
    if kind == 9:
        return {"woningen": number, "oplevering": years(rng, register, rng.randint(1, number), past=0.3)}
    if kind == 10:
        return {"restant": number, "oplevering": years(rng, register, number, past=0.6)}
    if kind == 16:
        return {"woningen": number + rng.randint(0, 2), "restant": number - rng.randint(0, 1)}
    return _imprecise(rng, register, number, kind)


def _kept(rng: random.Random, register: Register, number: int, built: int) -> Record:
    """Years that are over are kept, so that the years add up to all homes; some of what was due may not be built."""
    past = rng.randint(built, number)
    to_come = years(rng, register, number - past) if number > past else {}
    oplevering = {_past(rng, to_come): past, **to_come}
    return {
        "woningen": number,
        "gerealiseerd": built,
        "oplevering": {key: value for key, value in oplevering.items() if value},
    }


def _imprecise(rng: random.Random, register: Register, number: int, kind: int) -> Record:
    if kind == 11:
        return {"restant": number, "precisie": rng.choice(("ruim", "minimaal", "maximaal", "circa"))}
    if kind == 12:
        plan: Record = {"woningen": number, "precisie": rng.choice(("ruim", "minimaal", "maximaal", "circa"))}
        return {**plan, "gerealiseerd": rng.randint(0, number)} if rng.random() < 0.5 else plan
    if kind == 13:
        plan = rng.choice(
            ({"woningen_min": number}, {"woningen_max": number}, {"woningen_min": 1, "woningen_max": number})
        )
        return {**plan, "gerealiseerd": rng.randint(0, number)} if rng.random() < 0.6 else plan
    if kind == 14:
        return {"restant": rng.choice((6, 10, 20)), "precisie": "circa"}
    about = rng.choice((10, 20))
    plan = {"restant": about, "precisie": "circa"}
    return {**plan, "oplevering": years(rng, register, about + rng.randint(-4, 4))}


def years(rng: random.Random, register: Register, number: int, past: float = 0.0) -> dict[str, int]:
    """A number of homes over one to three lines that do not overlap; now and then it does not add up."""
    if rng.random() < 0.04:
        number = max(1, number + rng.choice((-1, 1)))
    keys: list[str] = []
    for key in rng.sample(sorted(set(YEARS)), rng.choice((1, 1, 2, 3))):
        if not any(overlap(key, other) for other in keys) and not over(key, register.peiljaar):
            keys.append(key)
    if rng.random() < past or not keys:
        keys.append(_past(rng, keys) if past else "onbekend")
    return divided(rng, number, tuple(dict.fromkeys(keys)))


def _past(rng: random.Random, lines: Iterable[str]) -> str:
    """A line that is over, beside others: no year is in two lines."""
    return rng.choice([key for key in PAST if not any(overlap(key, other) for other in lines)])


def over(key: str, peiljaar: int) -> bool:
    """Whether a line lies wholly before the year of the reference date."""
    return key != "onbekend" and int(key.rsplit("-", maxsplit=1)[-1]) < peiljaar


def overlap(one: str, two: str) -> bool:
    """Whether two lines share a year."""
    if "onbekend" in {one, two}:
        return one == two
    (first, last), (begin, end) = ((int(key.split("-")[0]), int(key.split("-")[-1])) for key in (one, two))
    return first <= end and begin <= last


def divided(rng: random.Random, number: int, keys: tuple[str, ...]) -> dict[str, int]:
    """A number divided over some of the keys, all of it."""
    whole: dict[str, int] = {}
    for _ in range(number):
        key = rng.choice(keys)
        whole[key] = whole.get(key, 0) + 1
    return whole


def demolition(rng: random.Random, register: Register) -> Record:
    """Nothing, or `sloop` with or without what is done and years."""
    kind, number = rng.random(), rng.randint(0, 3)
    if kind < 0.45:
        return {}
    if kind < 0.5 and number:
        return {"sloop_jaar": years(rng, register, number)}
    plan: Record = {"sloop": number}
    if kind < 0.6:
        return plan
    done = rng.randint(0, number)
    left = number - done
    if kind < 0.85 or not left:
        return {**plan, "sloop_gerealiseerd": done}
    if kind < 0.95:
        return {**plan, "sloop_gerealiseerd": done, "sloop_jaar": years(rng, register, left)}
    return {**plan, "sloop_jaar": years(rng, register, rng.randint(1, number))}
