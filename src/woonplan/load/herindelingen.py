"""Municipalities that ended since 2012, and what they became: facts of the country, where a register has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from woonplan.model.base import folded
from woonplan.model.gemeente import Gemeente, Gemeentenbestand


class Herindeling(NamedTuple):
    """A municipality that ended, and one of those that it became part of."""

    datum: str
    oud_code: str
    oud_naam: str
    nieuw_code: str
    nieuw_naam: str
    begint: bool
    """Whether the successor began on that day."""


@lru_cache(maxsize=1)
def herindelingen() -> tuple[Herindeling, ...]:
    """Return all of them in the order of their dates; the file says from which sources they are."""
    text = (files("woonplan") / "load" / "herindelingen.csv").read_text(encoding="utf-8")
    lines = [line.split(";") for line in text.splitlines() if not line.startswith("#")][1:]
    return tuple(Herindeling(a, b, c, d, e, begint == "ja") for a, b, c, d, e, begint in lines)


@lru_cache(maxsize=1)
def by_name() -> Mapping[str, tuple[Herindeling, ...]]:
    """Return what every municipality that ended became, by its name and by its code (folded)."""
    found: dict[str, tuple[Herindeling, ...]] = {}
    for one in herindelingen():
        for key in (folded(one.oud_naam), folded(one.oud_code)):
            found[key] = (*found.get(key, ()), one)
    return found


def with_history(gebied: Gemeentenbestand) -> Gemeentenbestand:
    """Return a register with the beginnings and ends that it leaves out and the country knows.

    Only of municipalities that it lists under the name and the code that they had, where it lists what they became as
    well: a register of the present municipalities alone may hold states of before.
    """
    listed = {gemeente.code: gemeente for gemeente in gebied.gemeenten}
    ended: dict[str, list[Herindeling]] = {}
    begun: dict[str, list[Herindeling]] = {}
    for one in herindelingen():
        ended.setdefault(one.oud_code, []).append(one)
        if one.begint:
            begun.setdefault(one.nieuw_code, []).append(one)
    changed: dict[str, Gemeente] = {}
    for gemeente in gebied.gemeenten:
        if gemeente.van or gemeente.tot or gemeente.opgegaan_in:
            continue
        update: dict[str, object] = {}
        after, before = ended.get(gemeente.code, []), begun.get(gemeente.code, [])
        if _named(gemeente, (one.oud_naam for one in after)) and any(one.nieuw_code in listed for one in after):
            names = tuple(one.nieuw_code if one.nieuw_code in listed else one.nieuw_naam for one in after)
            update |= {"tot": after[0].datum, "opgegaan_in": names}
        if _named(gemeente, (one.nieuw_naam for one in before)) and all(one.oud_code in listed for one in before):
            update["van"] = before[0].datum
        if update:
            changed[gemeente.code] = gemeente.model_copy(update=update)
    if not changed:
        return gebied
    return gebied.model_copy(update={"gemeenten": tuple(changed.get(g.code, g) for g in gebied.gemeenten)})


def _named(gemeente: Gemeente, names: Iterable[str]) -> bool:
    own = {folded(name) for name in gemeente.namen}
    return any(folded(name) in own for name in names)


def former_names(gebied: Gemeentenbestand) -> dict[str, str]:
    """Return names and codes (folded) of municipalities that are not listed and became part of one that is, whole.

    Each with the name of the first one on its way that is listed.
    """
    named = {folded(name) for gemeente in gebied.gemeenten for name in gemeente.namen}
    listed = {gemeente.code: gemeente.naam for gemeente in gebied.gemeenten}
    found: dict[str, str] = {}
    # Back in time: what became of a successor is known before what became of those before it.
    later: dict[str, str] = {}
    for one in reversed(herindelingen()):
        alone = sum(other.oud_code == one.oud_code for other in by_name()[folded(one.oud_code)]) == 1
        target = listed.get(one.nieuw_code) or later.get(one.nieuw_code)
        if alone and target is not None:
            later[one.oud_code] = target
            for name in (folded(one.oud_naam), folded(one.oud_code)):
                if name not in named:
                    found.setdefault(name, target)
    return found
