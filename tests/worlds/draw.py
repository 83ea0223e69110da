"""Small registers drawn at random, every row of the table of what fields say often."""

from __future__ import annotations

import random

from tests.worlds.aggregates import aggregate
from tests.worlds.plans import CODES, divided, fields_of_plan, place
from tests.worlds.reading import read
from tests.worlds.register import NAMEN, REGIO, Record, Register
from tests.worlds.sizes import Contradiction

PEILDATA = ("2020-01-01",) * 5 + ("2021-01-01",) * 3 + ("2021-07-01", "2020-07-01", "2021", "2019-01-01")
POSITIES = ("stedelijk", "landelijk_regionaal", "landelijk_lokaal", None, None)


def draw(rng: random.Random, known: frozenset[str]) -> Register:
    """A register; two in three of those that contradict themselves are drawn again, so that most can be compared.

    `known` are the fields of a plan that the program has.
    """
    while True:
        register = _register(rng, known)
        try:
            read(register)
        except Contradiction:
            if rng.random() < 0.7:
                continue
        return register


def _register(rng: random.Random, known: frozenset[str]) -> Register:
    names = NAMEN[: rng.choice((1, 2, 2, 3))]
    tellingen: list[Record] = [
        {"id": "drie", "van": "2020-01-01", "tot": "2023-01-01", "standaard": True},
        {"id": "later", "van": "2021-01-01", "tot": "2024-01-01"},
    ]
    kop: Record = {
        "peildatum": rng.choice(PEILDATA),
        "soort_aantal": rng.choice(("bruto",) * 8 + ("netto", "onbekend")),
    }
    if rng.random() < 0.2:
        kop["volledig"] = rng.random() < 0.5
    gemeenten = [_gemeente(rng, at, name) for at, name in enumerate(names)]
    register = Register(gemeenten, _statements(rng, names), tellingen, [], kop, files=rng.choice((1, 1, 1, 2)))
    while not register.plannen:
        _records(rng, register, known)
    return register


def _records(rng: random.Random, register: Register, known: frozenset[str]) -> None:
    wanted = rng.choice((1, 1, 2, 2, 3, 4))
    if rng.random() < 0.45:
        register.plannen.extend(aggregate(rng, register, min(wanted - 1, 2) if wanted > 1 else 0))
    while len(register.plannen) < wanted:
        at = len(register.plannen)
        plan: Record = {"id": f"p{at}", "naam": f"Plan {at}", **place(rng, register), **fields_of_plan(rng, register)}
        if plan.get("precisie") == "circa" and "marge" in known and rng.random() < 0.3:
            plan["marge"] = rng.randint(0, 2)
        number = plan.get("restant", plan.get("woningen"))
        if "gemeenten" in plan and number and rng.random() < 0.4:
            names = plan["gemeenten"]
            plan["verdeling"] = {**dict.fromkeys(names, 0), **divided(rng, number, tuple(names))}
        register.plannen.append(plan)
    if rng.random() < 0.3:
        quiet = [name for name in register.namen if not any(plan.get("gemeente") == name for plan in register.plannen)]
        for name in quiet[: 4 - len(register.plannen)]:
            at = len(register.plannen)
            status = rng.choice(CODES)
            register.plannen.append(
                {"id": f"p{at}", "naam": f"Plan {at}", "gemeente": name, "planstatus": status, "restant": 0}
            )


def _gemeente(rng: random.Random, at: int, name: str) -> Record:
    gemeente: Record = {"naam": name, "code": f"GM000{at + 1}"}
    positie = rng.choice(POSITIES)
    if positie:
        gemeente["positie"] = positie
    if rng.random() < 0.75:
        stock, voorraad = 100, {}
        for year in (2019, 2020, 2021):
            if rng.random() < 0.15:
                break
            voorraad[year] = _stock(rng, stock)
            stock = voorraad[year]["eindstand"]
        if voorraad:
            gemeente["voorraad"] = voorraad
    return gemeente


def _stock(rng: random.Random, begin: int) -> Record:
    new, other, gone, withdrawn = (rng.randint(0, 3) for _ in range(4))
    correction = rng.randint(-1, 1)
    balance = new + other - gone - withdrawn + correction
    return {
        "beginstand": begin,
        "nieuwbouw": new,
        "overige_toevoeging": other,
        "sloop": gone,
        "overige_onttrekking": withdrawn,
        "correctie": correction,
        "saldo": balance,
        "eindstand": begin + balance,
    }


def _statements(rng: random.Random, names: tuple[str, ...]) -> list[Record]:
    statements = [{"id": "ambitie", "soort": "ambitie", "gebruikt": True, "regio": REGIO, **_number(rng)}]
    if rng.random() < 0.25:
        statements.append(
            {"id": "eigen", "soort": "ambitie", "gebruikt": True, "gemeente": rng.choice(names), **_number(rng)}
        )
    others = [soort for soort in ("lokale_behoefte", "extra_ruimte") if rng.random() < 0.25]
    of_region = {"gebruikt": True, "regio": REGIO}
    return [*statements, *({"id": soort, "soort": soort, **of_region, **_number(rng)} for soort in others)]


def _number(rng: random.Random) -> Record:
    number, kind = rng.randint(1, 12), rng.random()
    if kind < 0.3:
        return {"woningen": number}
    if kind < 0.6:
        return {"woningen_min": number, "woningen_max": number + rng.randint(0, 5)}
    if kind < 0.8:
        return {"woningen": rng.choice((3, 6, 10, 20)), "precisie": "circa"}
    if kind < 0.9:
        return {"woningen": number, "precisie": rng.choice(("minimaal", "ruim", "maximaal"))}
    return rng.choice(({"woningen_min": number}, {"woningen_max": number}))
