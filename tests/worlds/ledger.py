"""What is the same for every plan: what was delivered, what has to be reached, and how approximate both are."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from tests.worlds.capacity import Asked
from tests.worlds.register import REGIO, Record, Register
from tests.worlds.sizes import INF, bounds, margin
from tests.worlds.truth import Number, Truth, between

ENDS = ("ondergrens", "bovengrens")


def delivered_in(register: Register, name: str, year: int) -> Truth:
    """The yearly balance of a municipality; of a year that the reference date cuts, what its parts allow."""
    stock = next(gemeente for gemeente in register.gemeenten if gemeente["naam"] == name).get("voorraad", {})
    if year not in stock:
        return Truth(apart=1, direction=0)
    parts = stock[year]
    if year < register.peiljaar:
        return between(parts["saldo"], parts["saldo"])
    lowest = -parts["sloop"] - parts["overige_onttrekking"] + min(0, parts["correctie"])
    highest = parts["nieuwbouw"] + parts["overige_toevoeging"] + max(0, parts["correctie"])
    return Truth(lowest, highest, lowest, highest, direction=0, known=1)


def delivered_years(asked: Asked) -> list[int]:
    """The calendar years since the start of the period that are over on the reference date, in whole or in part."""
    register = asked.register
    last = register.peiljaar if register.midden_in_jaar else register.peiljaar - 1
    return list(range(asked.first, min(last, asked.last) + 1))


def delivered(asked: Asked, names: frozenset[str], years: list[int]) -> Truth:
    """What was delivered in some municipalities and years."""
    total = Truth()
    for name in names:
        for year in years:
            total += delivered_in(asked.register, name, year)
    return total


def statement(register: Register, soort: str, gemeente: str | None) -> Record | None:
    """The statement in use on a quantity, of the region or of one municipality."""
    for uitspraak in register.uitspraken:
        if uitspraak["soort"] == soort and uitspraak.get("gemeente") == gemeente:
            return uitspraak
    return None


def target(asked: Asked, soort: str, gemeente: str | None, end: str) -> tuple[Truth, Fraction] | None:
    """One end of a target and its margin; None where there is none."""
    found = statement(asked.register, soort, gemeente)
    if found is None:
        return None
    low, high = bounds(found, "woningen") or (0, 0)
    high_end: tuple[Number, Number] = (high, high)
    if found.get("precisie") == "maximaal" or ("woningen_min" not in found and "woningen_max" in found):
        # Whether "at most" has a low end at all is not said.
        at_most = Truth(low, high, low, high, low, high, known=1, loose=end == "ondergrens")
        return at_most if end == "ondergrens" else between(high, high), margin(found)
    if high == float("inf"):
        high_end = (low, high)
    return between(*((low, low) if end == "ondergrens" else high_end)), margin(found)


def room(asked: Asked) -> Truth | None:
    """The intended extra room: supply, so that both ends of the target meet all that it may be."""
    found = statement(asked.register, "extra_ruimte", None)
    number = bounds(found, "woningen") if found else None
    return number and dataclasses.replace(between(*number), direction=1 if number[1] == INF else None)


def own_target(asked: Asked, end: str) -> tuple[Truth, Fraction] | None:
    """The target that the selection is held against: of the region, or of the one municipality that is asked for."""
    soort = "lokale_behoefte" if asked.question.tegen == "behoefte" else "ambitie"
    if len(asked.question.gemeente) > 1:
        return None
    gemeente = asked.question.gemeente[0] if asked.question.gemeente else None
    return target(asked, soort, gemeente, end)


def margins(asked: Asked) -> Fraction:
    """The margins of all approximate records in a sum of hard and soft capacity."""
    total = Fraction(0)
    for group in asked.found.groups:
        if group.klasse == "telt_niet" or not group.leaves[-1].places & asked.names:
            continue
        counted = [leaf for leaf in group.leaves if asked.question.weight(leaf) and leaf.places & asked.names]
        whole = group.leaves[-1] in counted
        total += margin(group.record) if whole else sum((margin(leaf.record) for leaf in counted), Fraction(0))
    return total


__all__ = ["ENDS", "REGIO", "delivered", "delivered_years", "margins", "own_target", "room", "target"]
