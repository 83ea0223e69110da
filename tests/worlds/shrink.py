"""The smallest register and question that still show a fault, for whoever has to mend it."""

from __future__ import annotations

import copy
import dataclasses
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.worlds.compare import Seen, look
from tests.worlds.plainer import WAYS
from tests.worlds.questions import Question
from tests.worlds.register import Record, Register
from tests.worlds.run import Fault

KEPT = {"id", "naam", "code", "peildatum", "soort_aantal", "soort", "gebruikt"}
PLAIN = Question()
OPTIONS = ("gemeente", "status", "strategie", "netto", "telling", "spreid", "buffer", "fail_on", "tegen")


@dataclasses.dataclass(frozen=True)
class Cause:
    """A fault, and what cannot be taken out of its register and question without mending it."""

    fault: Fault
    needs: tuple[str, ...]


def cause(fault: Fault) -> Cause:
    """Take out what is open or special, one thing after another, as long as the fault stays."""
    needs = []
    with tempfile.TemporaryDirectory() as folder:
        question = fault.seen.question
        for field in OPTIONS if question else ():
            if getattr(question, field) == getattr(PLAIN, field) or (
                field == "fail_on" and fault.seen.kind.startswith("poort")
            ):
                continue
            simpler = dataclasses.replace(fault.seen.question, **{field: getattr(PLAIN, field)})  # type: ignore[type-var]
            seen = _still(fault.register, simpler, fault.seen, Path(folder))
            if seen is None:
                needs.append(f"--{field}")
            else:
                fault = dataclasses.replace(fault, seen=seen)
        for name in [plan["id"] for plan in fault.register.plannen]:
            at = next((at for at, plan in enumerate(fault.register.plannen) if plan["id"] == name), None)
            if at is not None:
                fault = _tried(fault, _without(fault.register, "plannen", at), Path(folder)) or fault
        for name, way in WAYS.items():
            plainer = way(fault.register)
            if plainer != fault.register:
                found = _tried(fault, plainer, Path(folder))
                fault = found or fault
                needs += [] if found else [name]
    return Cause(fault, tuple(needs))


def _tried(fault: Fault, register: Register, folder: Path) -> Fault | None:
    seen = _still(register, fault.seen.question, fault.seen, folder)
    return None if seen is None else dataclasses.replace(fault, seen=seen, register=register)


def shrink(fault: Fault) -> Fault:
    """A fault of the same kind with as little around it as can be."""
    fault = cause(fault).fault
    with tempfile.TemporaryDirectory() as folder:
        shrinking = True
        while shrinking:
            shrinking = False
            for register, question in _smaller(fault):
                seen = _still(register, question, fault.seen, Path(folder))
                if seen is not None:
                    fault, shrinking = dataclasses.replace(fault, seen=seen, register=register), True
                    break
    return fault


def base(kind: str) -> str:
    """The kind of a cell without what the question selected."""
    return kind.removesuffix(" keuze").removesuffix(" netto")


def _still(register: Register, question: Question | None, seen: Seen, folder: Path) -> Seen | None:
    try:
        again = look(register, [question] if question else [], folder)
    except (KeyError, StopIteration, ValueError):
        return None
    same = [one for one in again if base(one.kind) == base(seen.kind) and one.verdict is seen.verdict]
    exact = [one for one in same if one.place == seen.place]
    return next(iter([*exact, *same]), None)


def _smaller(fault: Fault) -> Iterator[tuple[Register, Question | None]]:
    question = fault.seen.question
    if question is not None:
        for field in OPTIONS:
            if getattr(question, field) != getattr(PLAIN, field) and not (
                field == "fail_on" and fault.seen.kind.startswith("poort")
            ):
                yield fault.register, dataclasses.replace(question, **{field: getattr(PLAIN, field)})
    now = cost(fault.register)
    yield from ((register, question) for register in _registers(fault.register) if cost(register) < now)


def cost(register: Register) -> float:
    """How much there is to understand in a register: what it leaves open weighs most, so that one cause is left."""
    own = {plan.get("gemeente") for plan in register.plannen if plan.get("telt_mee", True)}
    gaps = sum(gemeente["naam"] not in own for gemeente in register.gemeenten)
    kop = (
        20 * (register.kop["peildatum"] != "2020-01-01")
        + 20 * (register.kop["soort_aantal"] != "bruto")
        + len(register.kop)
    )
    stated = sum(5 + 3 * len(statement) for statement in register.uitspraken)
    stock = sum(12 + 2 * len(str(gemeente)) / 50 for gemeente in register.gemeenten)
    return 70 * gaps + kop + stated + stock + sum(map(_weight, register.plannen))


def _weight(plan: Record) -> float:
    total = 12.0 + 3 * len(plan) + len(str(plan)) / 50 + 5 * len(plan.get("oplevering", {}))
    total += {"onbekend": 60, "1A": 0, "hard": 2, "zacht": 1, "1C": 1}.get(str(plan.get("planstatus", "onbekend")), 8)
    if "restant" not in plan:
        total += 10 if {"woningen", "gerealiseerd"} <= plan.keys() else 30 if "woningen" in plan else 50
    total += (
        15 * ("precisie" in plan)
        + 20 * ("gemeente" not in plan)
        + 10 * ("sloop" in plan) * ("sloop_gerealiseerd" not in plan)
    )
    return total + sum(own for own in plan.values() if isinstance(own, int)) / 100


def _registers(register: Register) -> Iterator[Register]:
    for at in range(len(register.plannen)):
        yield _without(register, "plannen", at)
    for at, gemeente in enumerate(register.gemeenten):
        named = any(gemeente["naam"] in str(plan) for plan in register.plannen)
        if len(register.gemeenten) > 1 and not named and gemeente["naam"] not in str(register.uitspraken):
            yield _without(register, "gemeenten", at)
    for at in range(1, len(register.uitspraken)):
        yield _without(register, "uitspraken", at)
    for part in ("plannen", "gemeenten"):
        for at, record in enumerate(getattr(register, part)):
            for changed in _records(record):
                smaller = copy.deepcopy(register)
                getattr(smaller, part)[at] = changed
                yield smaller
    yield from _plainer(register)


def _plainer(register: Register) -> Iterator[Register]:
    for key, value in (("soort_aantal", "bruto"), ("peildatum", "2020-01-01"), ("volledig", None)):
        if register.kop.get(key) != value:
            kop = (
                {**register.kop, key: value}
                if value
                else {name: own for name, own in register.kop.items() if name != key}
            )
            yield dataclasses.replace(register, kop=kop)
    for at, statement in enumerate(register.uitspraken):
        if statement.get("woningen") != 6 or "precisie" in statement:
            plain = {name: own for name, own in statement.items() if not name.startswith(("woningen", "precisie"))}
            smaller = copy.deepcopy(register)
            smaller.uitspraken[at] = {**plain, "woningen": 6}
            yield smaller


def _without(register: Register, part: str, at: int) -> Register:
    smaller = copy.deepcopy(register)
    del getattr(smaller, part)[at]
    if part == "plannen":
        kept = {plan["id"] for plan in smaller.plannen}
        for plan in smaller.plannen:
            if plan.get("onderdeel_van", plan["id"]) not in kept:
                del plan["onderdeel_van"]
    return smaller


def _records(record: Record) -> Iterator[Record]:
    """The record with a field less, with a field that says less, or said in the plainest way."""
    if "id" in record:
        size = {
            "woningen",
            "woningen_min",
            "woningen_max",
            "gerealiseerd",
            "precisie",
            "oplevering",
            "restant",
            "betaalbaarheid",
        }
        for amount in (0, 1, 2):
            yield {**{name: own for name, own in record.items() if name not in size}, "restant": amount}
        yield {name: own for name, own in record.items() if not name.startswith("sloop")}
        yield from ({**record, "planstatus": status} for status in ("1A", "1C", "hard"))
    for key, value in record.items():
        if key in KEPT and not (key == "soort_aantal" and "id" in record):
            continue
        rest = {name: own for name, own in record.items() if name != key}
        if key not in {"gemeente", "gemeenten", "regio"}:
            yield rest
        if key == "gemeenten":
            yield {**rest, "gemeente": value[0]}
        if isinstance(value, dict):
            yield from (
                {**record, key: {name: own for name, own in value.items() if name != gone}}
                for gone in value
                if len(value) > 1
            )
            yield from ({**record, key: {**value, name: fewer}} for name, own in value.items() for fewer in _fewer(own))
        yield from ({**record, key: fewer} for fewer in _fewer(value))


def _fewer(value: Any) -> list[int]:
    if not isinstance(value, int) or isinstance(value, bool) or value < 2:
        return []
    return sorted({1, value // 2, value - 1})
