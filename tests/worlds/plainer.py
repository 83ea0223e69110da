"""Ways to take one thing that is open, or one thing that is special, out of a register: what a fault needs, stays."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterable

from tests.worlds.register import Record, Register
from tests.worlds.sizes import entries

SIZE = ("woningen", "woningen_min", "woningen_max", "gerealiseerd", "restant")
STOCK = dict.fromkeys(("nieuwbouw", "overige_toevoeging", "sloop", "overige_onttrekking", "correctie", "saldo"), 0)


def _each(register: Register, change: Callable[[Record], Record]) -> Register:
    plainer = copy.deepcopy(register)
    plainer.plannen = [change(plan) for plan in plainer.plannen]
    return plainer


def _less(record: Record, fields: Iterable[str]) -> Record:
    return {key: value for key, value in record.items() if key not in set(fields)}


def _sized(plan: Record, number: int) -> Record:
    return {**_less(plan, SIZE), "restant": number}


def _status(register: Register) -> Register:
    return _each(
        register,
        lambda plan: plan if plan.get("planstatus", "onbekend") != "onbekend" else {**plan, "planstatus": "1A"},
    )


def _not_counted(register: Register) -> Register:
    return _each(
        register, lambda plan: {**plan, "planstatus": "1A"} if plan.get("planstatus") in {"5A", "5B"} else plan
    )


def _one_class(register: Register) -> Register:
    return _each(
        register, lambda plan: {**plan, "planstatus": "1A"} if plan.get("planstatus") in {"1C", "3", "zacht"} else plan
    )


def _one_status(register: Register) -> Register:
    return _each(
        register, lambda plan: {**plan, "planstatus": "1A"} if plan.get("planstatus") in {"hard", "1B", "2A"} else plan
    )


def _gaps(register: Register) -> Register:
    own = {
        plan.get("gemeente")
        for plan in register.plannen
        if plan.get("planstatus") not in {"5A", "5B"} and "telt_mee" not in plan
    }
    plainer = copy.deepcopy(register)
    for name in register.namen:
        if name not in own:
            empty = {"sloop": 0, "sloop_gerealiseerd": 0, "restant": 0}
            plainer.plannen.append({"id": f"leeg{name}", "naam": "Leeg", "gemeente": name, "planstatus": "1A", **empty})
    return plainer


def _without_number(register: Register) -> Register:
    return _each(register, lambda plan: plan if {*SIZE, "oplevering"} & plan.keys() else _sized(plan, 1))


def _homes_only(register: Register) -> Register:
    def change(plan: Record) -> Record:
        alone = "woningen" in plan and not {"gerealiseerd", "restant", "oplevering"} & plan.keys()
        return _sized(plan, plan["woningen"]) if alone else plan

    return _each(register, change)


def _built(register: Register) -> Register:
    def change(plan: Record) -> Record:
        if not {"woningen", "gerealiseerd"} <= plan.keys():
            return plan
        return _sized(plan, max(0, plan["woningen"] - plan["gerealiseerd"]))

    return _each(register, change)


def _years_alone(register: Register) -> Register:
    def change(plan: Record) -> Record:
        if "oplevering" not in plan or "restant" in plan or "gerealiseerd" in plan:
            return plan
        return _sized(plan, sum(plan["oplevering"].values()))

    return _each(register, change)


def _years(register: Register) -> Register:
    known = ({"restant"}, {"woningen", "gerealiseerd"})
    return _each(
        register, lambda plan: _less(plan, ("oplevering",)) if any(of <= plan.keys() for of in known) else plan
    )


def _spans(register: Register) -> Register:
    def change(plan: Record) -> Record:
        for field in ("oplevering", "sloop_jaar"):
            lines = zip(plan.get(field, {}).items(), entries(plan.get(field), register.peiljaar), strict=True)
            whole: dict[str, int] = {}
            for (key, value), line in lines:
                name = str(min(line.years)) if line.span and line.years else key
                whole[name] = whole.get(name, 0) + value
            plan = {**plan, field: whole} if whole else plan
        return plan

    return _each(register, change)


def _past(register: Register) -> Register:
    def change(plan: Record) -> Record:
        whole: dict[str, int] = {}
        lines = zip(plan.get("oplevering", {}).items(), entries(plan.get("oplevering"), register.peiljaar), strict=True)
        for (key, value), line in lines:
            name = "onbekend" if line.past else key
            whole[name] = whole.get(name, 0) + value
        return {**plan, "oplevering": whole} if whole else plan

    return _each(register, change)


def _parts(register: Register) -> Register:
    plainer = copy.deepcopy(register)
    plainer.plannen = [plan for plan in plainer.plannen if "onderdeel_van" not in plan]
    return plainer


def _places(register: Register) -> Register:
    def change(plan: Record) -> Record:
        if "gemeente" in plan:
            return plan
        name = plan.get("gemeenten", register.namen)[0]
        return {**_less(plan, ("gemeenten", "regio", "verdeling")), "gemeente": name}

    return _each(register, change)


def _known_demolition(register: Register) -> Register:
    gone = ("sloop", "sloop_gerealiseerd", "sloop_jaar")
    return _each(register, lambda plan: {**_less(plan, gone), "sloop": 0, "sloop_gerealiseerd": 0})


def _stock(register: Register) -> Register:
    plainer = copy.deepcopy(register)
    year = {"beginstand": 100, **STOCK, "eindstand": 100}
    for gemeente in plainer.gemeenten:
        gemeente["voorraad"] = {2019: year, 2020: year, 2021: year}
    return plainer


def _no_stock(register: Register) -> Register:
    plainer = copy.deepcopy(register)
    plainer.gemeenten = [_less(gemeente, ("voorraad",)) for gemeente in plainer.gemeenten]
    return plainer


def _targets(register: Register) -> Register:
    plainer = copy.deepcopy(register)
    for statement in plainer.uitspraken:
        for key in ("woningen_min", "woningen_max", "precisie"):
            statement.pop(key, None)
        statement["woningen"] = 6
    return plainer


def _without(*fields: str) -> Callable[[Register], Register]:
    return lambda register: _each(register, lambda plan: _less(plan, fields))


def _with(field: str, value: str) -> Callable[[Register], Register]:
    return lambda register: _each(register, lambda plan: {**plan, field: value})


def _positions(register: Register) -> Register:
    plainer = copy.deepcopy(register)
    for gemeente in plainer.gemeenten:
        gemeente["positie"] = "stedelijk"
    return plainer


def _files(register: Register) -> Register:
    return dataclasses.replace(copy.deepcopy(register), files=1)


def _kop(key: str, value: object) -> Callable[[Register], Register]:
    def change(register: Register) -> Register:
        plainer = copy.deepcopy(register)
        plainer.kop = {**_less(plainer.kop, (key,)), **({key: value} if value else {})}
        return plainer

    return change


WAYS: dict[str, Callable[[Register], Register]] = {
    "gemeente zonder plannen": _gaps,
    "status onbekend": _status,
    "status die niet telt": _not_counted,
    "onderdelen": _parts,
    "verdeling": _without("verdeling"),
    "meer gemeenten": _places,
    "verzamelpost": _without("soort"),
    "telt niet mee": _without("telt_mee", "reden"),
    "zonder aantal": _without_number,
    "precisie": _without("precisie", "marge"),
    "alleen woningen": _homes_only,
    "jaren zonder gerealiseerd": _years_alone,
    "gerealiseerd": _built,
    "jaren voorbij": _past,
    "jaren": _years,
    "tijdvak": _spans,
    "sloopjaar": _without("sloop_jaar"),
    "sloop": _known_demolition,
    "soort aantal": _without("soort_aantal"),
    "soort aantal van het bestand": _kop("soort_aantal", "bruto"),
    "bestanden": _files,
    "volledig": _kop("volledig", None),
    "peildatum": _kop("peildatum", "2020-01-01"),
    "voorraad": _stock,
    "geen voorraad": _no_stock,
    "opgave": _targets,
    "segmenten": _without("betaalbaarheid"),
    "sleutelproject": _without("sleutelproject"),
    "plantype": _without("plantype"),
    "plantype ontbreekt": _with("plantype", "verdichting"),
    "strategie": _without("strategie"),
    "strategie ontbreekt": _with("strategie", "buiten_wonen"),
    "positie ontbreekt": _positions,
    "zachte plannen": _one_class,
    "andere harde status": _one_status,
}
"""What can be taken out of a register, by what it is called."""
