"""Ids that stay: a plan keeps its id as long as its own system, or its name and municipality, call it the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

from woonplan.exchange.reading import Incoming
from woonplan.exchange.register.memory import Remembered
from woonplan.model.base import slug as word

LONGEST = 80
"""Characters of an id that follow from names; what tells two of them apart comes behind."""


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Return a text as a part of an id: lower case letters without accents, digits and hyphens."""
    return word(text).replace("_", "-")


def name_key(plan: Incoming) -> str:
    """Return what a plan is recognised by where its system gives it no number."""
    return f"{slug(plan.gemeente)}/{' '.join(plan.naam.casefold().split())}"


def keys(plans: Collection[Incoming]) -> list[str]:
    """Return what every plan is recognised by, in their order: different for each."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for plan in plans:
        key = f"nr {plan.key}" if plan.key else name_key(plan)
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key} #{seen[key]}")
    return found


def ids(plans: list[Incoming], memory: Mapping[str, Remembered]) -> list[str]:
    """Return an id for every plan.

    Args:
        plans: The plans, in the order of their files.
        memory: What was imported before, by id.
    """
    before = {(one.indeling, one.sleutel): plan_id for plan_id, one in memory.items()}
    known = [before.get((plan.layout.slug, key)) for plan, key in zip(plans, keys(plans), strict=True)]
    used = {plan_id for plan_id in known if plan_id}
    wanted = [_base(plan) for plan in plans]
    often = Counter(base for base, plan_id in zip(wanted, known, strict=True) if not plan_id)
    given: list[str] = []
    for plan, base, before_id in zip(plans, wanted, known, strict=True):
        plan_id = before_id or _free(plan, base, used, alone=often[base] == 1)
        used.add(plan_id)
        given.append(plan_id)
    return given


def _base(plan: Incoming) -> str:
    if plan.own_id:
        return plan.own_id
    return f"{slug(plan.gemeente)}-{slug(plan.naam) or 'plan'}"[:LONGEST].strip("-")


def _free(plan: Incoming, base: str, used: set[str], *, alone: bool) -> str:
    """Return an id that no other plan of these files has.

    A record of this id that is in the register already, written by hand or from another layout, is this plan: whether
    they agree is looked at when they meet. Where several share a name, the number of their system comes behind it.
    """
    number = slug(plan.key)[:8]
    if base not in used and (alone or not number):
        return base
    if number and f"{base}-{number}" not in used:
        return f"{base}-{number}"
    count = 2
    while f"{base}-{count}" in used:
        count += 1
    return f"{base}-{count}"
