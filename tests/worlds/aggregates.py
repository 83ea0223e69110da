"""An aggregate with parts drawn at random: with a division, with years, of every precision; its parts mostly fit."""

from __future__ import annotations

import random

from tests.worlds.plans import PLANTYPES, STRATEGIEEN, demolition, divided, over, overlap, years
from tests.worlds.register import REGIO, Record, Register

CLASSES = ("hard", "hard", "hard", "zacht", "zacht", "onbekend")
WITHIN = {
    "hard": ("hard", "1A", "2A", "onbekend"),
    "zacht": ("zacht", "1C", "3", "onbekend"),
    "onbekend": ("onbekend",),
}


def aggregate(rng: random.Random, register: Register, parts: int) -> list[Record]:
    """An aggregate and its parts."""
    status = rng.choice(CLASSES)
    whole: Record = {
        "id": "v",
        "naam": "Overige plannen",
        "soort": "verzamelpost",
        **_place(rng, register),
        "planstatus": status,
    }
    whole.update(_size(rng, register))
    if "gemeenten" in whole and rng.random() < 0.6:
        number = whole.get("restant", whole.get("woningen"))
        if number:
            whole["verdeling"] = {
                **dict.fromkeys(whole["gemeenten"], 0),
                **divided(rng, number, tuple(whole["gemeenten"])),
            }
    if rng.random() < 0.4:
        whole.update(demolition(rng, register))
    if not parts and rng.random() < 0.4:
        whole["plantype"] = rng.choice(PLANTYPES)
    return [whole, *(_part(rng, register, whole, at) for at in range(parts))]


def _place(rng: random.Random, register: Register) -> Record:
    kind, names = rng.random(), register.namen
    if kind < 0.4 and len(names) > 1:
        return {"regio": REGIO}
    if kind < 0.75 and len(names) > 1:
        return {"gemeenten": rng.sample(names, rng.randint(2, len(names)))}
    return {"gemeente": rng.choice(names)}


def _size(rng: random.Random, register: Register) -> Record:
    number, kind = rng.randint(1, 6), rng.random()
    if kind < 0.4:
        whole: Record = {"restant": number}
        return {**whole, "oplevering": _few_years(rng, register, number)} if rng.random() < 0.5 else whole
    if kind < 0.5:
        return {"woningen": number, "gerealiseerd": rng.choice((0, 0, rng.randint(0, number)))}
    if kind < 0.6:
        whole = {"woningen": number}
        return (
            {**whole, "oplevering": _few_years(rng, register, rng.randint(1, number))} if rng.random() < 0.4 else whole
        )
    if kind < 0.72:
        return {rng.choice(("restant", "restant", "woningen")): number, "precisie": "maximaal"}
    if kind < 0.8:
        return {"restant": number, "precisie": "circa", **_margin(rng)}
    if kind < 0.88:
        return {"woningen_min": rng.randint(0, number), "woningen_max": number, "gerealiseerd": 0}
    return {} if rng.random() < 0.6 else {"restant": number, "precisie": "minimaal"}


def _margin(rng: random.Random) -> Record:
    return {"marge": rng.randint(0, 2)} if rng.random() < 0.5 else {}


def _few_years(rng: random.Random, register: Register, number: int) -> dict[str, int]:
    lines = years(rng, register, number)
    if rng.random() < 0.15:
        lines = {**lines, "onbekend": lines.get("onbekend", 0)}
    return lines


def _part(rng: random.Random, register: Register, whole: Record, at: int) -> Record:
    part: Record = {"id": f"d{at}", "naam": f"Deel {at}", **_place_within(rng, register, whole)}
    status = rng.choice(WITHIN[whole["planstatus"]]) if rng.random() < 0.96 else rng.choice(("1A", "1C"))
    part.update(planstatus=status, onderdeel_van="v")
    part.update(_size_within(rng, register, whole))
    if rng.random() < 0.35:
        part.update(demolition(rng, register))
    if rng.random() < 0.03:
        part.update(telt_mee=False, reden="staat elders")
    for chance, field, values in ((0.4, "plantype", PLANTYPES), (0.3, "strategie", STRATEGIEEN)):
        if rng.random() < chance:
            part[field] = rng.choice(values)
    return part


def _place_within(rng: random.Random, register: Register, whole: Record) -> Record:
    names = [whole["gemeente"]] if "gemeente" in whole else list(whole.get("gemeenten", register.namen))
    if rng.random() < 0.03:
        names = register.namen
    if len(names) > 1 and rng.random() < 0.08:
        return {"gemeenten": rng.sample(names, 2)}
    return {"gemeente": rng.choice(names)}


def _size_within(rng: random.Random, register: Register, whole: Record) -> Record:
    most = whole.get("restant", whole.get("woningen", whole.get("woningen_max", 5)))
    number, kind = rng.randint(0, max(1, most)), rng.random()
    if kind < 0.2:
        return {}
    if kind < 0.42:
        return {"woningen": number}
    if kind < 0.48:
        return {"woningen": number, "precisie": rng.choice(("minimaal", "maximaal")), "gerealiseerd": 0}
    if kind < 0.52:
        return {"restant": number, "precisie": "circa", **_margin(rng)}
    if kind < 0.56:
        return {"woningen_min": rng.randint(0, number), "woningen_max": number, "gerealiseerd": 0}
    if kind < 0.6:
        return {"woningen": number, "gerealiseerd": rng.randint(0, number)}
    part: Record = {"restant": number}
    if number and rng.random() < 0.5:
        part["oplevering"] = _years_within(rng, register, whole, number)
    return part


def _years_within(rng: random.Random, register: Register, whole: Record, number: int) -> dict[str, int]:
    """Years that mostly are those of the aggregate, now and then a year inside a span of it."""
    lines = whole.get("oplevering")
    if not lines or rng.random() < 0.15:
        return years(rng, register, number, past=0.1)
    key = rng.choice(list(lines))
    if "-" in key and rng.random() < 0.6:
        inside = [str(year) for year in range(int(key[:4]), int(key[5:]) + 1) if not over(str(year), register.peiljaar)]
        key = rng.choice(inside)
    others = [other for other in lines if not overlap(key, other)]
    if others and rng.random() < 0.3:
        return divided(rng, number, (key, rng.choice(others)))
    return {key: number}
