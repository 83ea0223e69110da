"""From a register to its groups: which records depend on each other, and what each leaf of a group is."""

from __future__ import annotations

import dataclasses
from typing import Literal

from tests.worlds.groups import Shares, Worlds
from tests.worlds.register import Record, Register
from tests.worlds.sizes import INF, Contradiction, Said, Slot, bounds, demolition, homes, remainder

Klasse = Literal["hard", "zacht", "telt_niet", "onbekend"]

KLASSEN: dict[str, Klasse] = {
    **dict.fromkeys(("1A", "1B", "2A", "2B", "hard"), "hard"),
    **dict.fromkeys(("1C", "2C", "3", "4A", "4B", "zacht"), "zacht"),
    **dict.fromkeys(("5A", "5B"), "telt_niet"),
    "onbekend": "onbekend",
}


@dataclasses.dataclass(frozen=True)
class Leaf:
    """A record, or the rest of an aggregate: homes that share all the register says of them."""

    record: Record
    places: frozenset[str]
    status: str
    numbered: bool
    is_rest: bool = False
    divided: bool = False

    def says(self, field: str) -> object:
        """The value of a field; of the rest of an aggregate what the aggregate says of all its homes."""
        return None if self.is_rest and field not in {"plantype", "strategie"} else self.record.get(field)


@dataclasses.dataclass(frozen=True)
class Group:
    """A plan, or an aggregate with its parts; the last leaf is the plan, or the rest of the aggregate."""

    leaves: tuple[Leaf, ...]
    homes: Worlds
    demolition: Worlds
    divided: bool
    kind: str
    overdue: tuple[str, ...]

    @property
    def klasse(self) -> Klasse:
        return KLASSEN[self.leaves[-1].status]

    @property
    def record(self) -> Record:
        return self.leaves[-1].record


@dataclasses.dataclass(frozen=True)
class Read:
    """A register that fits. `unclear`: some record has no one reading, so that numbers are not compared."""

    register: Register
    groups: tuple[Group, ...]
    unclear: bool

    def complete(self, name: str) -> bool:
        """Whether a municipality has a record of its own that is hard, soft or unknown."""
        return any(
            leaf.record.get("gemeente") == name and group.klasse != "telt_niet"
            for group in self.groups
            for leaf in group.leaves
        )

    def covered(self, name: str, klasse: str) -> bool:
        """Whether an aggregate of several municipalities holds what this one, without records, has in a class."""
        return any(
            group.klasse == klasse and group.record.get("soort") == "verzamelpost" and name in group.leaves[-1].places
            for group in self.groups
        )


def read(register: Register) -> Read:
    """The groups of the register. Raises Contradiction where the register must be refused."""
    counted = [plan for plan in register.plannen if plan.get("telt_mee", True)]
    parts: dict[str, list[Record]] = {}
    for plan in counted:
        if "onderdeel_van" in plan:
            parts.setdefault(plan["onderdeel_van"], []).append(plan)
    said = {plan["id"]: _said(plan, register) for plan in register.plannen}
    groups = [
        _group(plan, parts.get(plan["id"], []), said, register) for plan in counted if "onderdeel_van" not in plan
    ]
    found = [group for group in groups if group is not None]
    return Read(register, tuple(found), len(found) < len(groups) or any(one.unclear for one, _ in said.values()))


def _said(plan: Record, register: Register) -> tuple[Said, Said | None]:
    _split(plan)
    return homes(plan, register.peiljaar), demolition(plan, register.peiljaar)


def _split(plan: Record) -> None:
    """A split adds up to the homes of the plan; where it says how many are unknown, it holds all of them."""
    split, whole = plan.get("betaalbaarheid"), bounds(plan, "woningen") or remainder(plan)
    if split and whole:
        total = sum(split.values())
        if total > whole[1] or ("onbekend" in split and total < whole[0]):
            raise Contradiction("verdeling in soorten telt niet op")


def places(plan: Record, register: Register) -> frozenset[str]:
    """The municipalities a record may lie in."""
    if "gemeente" in plan:
        return frozenset({plan["gemeente"]})
    return frozenset(plan.get("gemeenten", register.namen))


def _group(
    plan: Record, parts: list[Record], said: dict[str, tuple[Said, Said | None]], register: Register
) -> Group | None:
    """The group of a plan or an aggregate; None where the contract has no one reading of it."""
    status = str(plan.get("planstatus", "onbekend"))
    leaves = []
    for part in parts:
        own = str(part.get("planstatus", "onbekend"))
        if own != "onbekend" and KLASSEN[own] != KLASSEN[status]:
            raise Contradiction("onderdeel van andere klasse")
        if not places(part, register) <= places(plan, register):
            raise Contradiction("onderdeel in een andere gemeente")
        carried = status if own == "onbekend" else own
        numbered = said[part["id"]][0].numbered
        leaves.append(Leaf(part, places(part, register), carried, numbered, divided="verdeling" in plan))
    whole, razed = said[plan["id"]]
    leaves.append(Leaf(plan, places(plan, register), status, whole.numbered, bool(parts), "verdeling" in plan))
    spots = [leaf.places for leaf in leaves]
    below = [said[part["id"]] for part in parts]
    shares = _shares(plan)
    if shares is None or whole.unclear or any(one.unclear for one, _ in below) or (razed and razed.unclear):
        return None
    slots = whole.slots
    if plan.get("precisie") == "circa" and parts:
        if "oplevering" in plan or shares[0]:
            if _outgrows(plan, below, slots):
                return None
        elif plan.get("gerealiseerd") or not remainder(plan):
            return None
        else:
            slots = tuple(Slot(slot.lo, slot.hi, slot.years, grows=True) for slot in slots)
    return Group(
        tuple(leaves),
        Worlds(slots, [one.slots for one, _ in below], spots, shares if shares[0] else None),
        _razed(razed, [gone for _, gone in below], spots),
        bool(shares[0]),
        str(plan.get("soort_aantal", register.kop["soort_aantal"])),
        tuple(record["id"] for record in (*parts, plan) if said[record["id"]][0].overdue),
    )


def _outgrows(plan: Record, below: list[tuple[Said, Said | None]], slots: tuple[Slot, ...]) -> bool:
    """Whether parts may be more than a share or a year of an approximate aggregate: it grows, but how is not said."""
    least = min([*plan.get("verdeling", {}).values(), *(slot.lo for slot in slots)])
    return sum(slot.hi for one, _ in below for slot in one.slots) > least


def _razed(whole: Said | None, parts: list[Said | None], spots: list[frozenset[str]]) -> Worlds:
    """Demolition; where nothing is said of it, any number, without a year."""
    slots = [said.slots if said else (Slot(0, INF),) for said in (*parts, whole)]
    return Worlds(slots[-1], slots[:-1], spots)


def _shares(plan: Record) -> tuple[Shares, bool] | None:
    """The division over municipalities and whether it is exact; None where the contract has no one reading of it."""
    division = plan.get("verdeling")
    if not division:
        return {}, True
    total, whole, left = sum(division.values()), bounds(plan, "woningen"), bounds(plan, "restant")
    of = left if left is not None else whole
    if of is None or plan.get("precisie") in {"ruim", "minimaal"} or "woningen_min" in plan or "woningen_max" in plan:
        return None
    if total != of[1]:
        if plan.get("gerealiseerd") and total == remainder(plan)[1]:  # type: ignore[index]
            return None
        raise Contradiction("verdeling over gemeenten telt niet op")
    if plan.get("gerealiseerd"):
        return None
    known = remainder(plan)
    return division, known is not None and known[0] == known[1]
