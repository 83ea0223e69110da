"""The years of a record: whether its periods overlap, and whether they add up to what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import PlanRow
from woonplan.model.base import years_of
from woonplan.model.homes import Homes
from woonplan.rule import Example, Rule, plan_text

WP305 = Rule(
    code="WP305",
    naam="perioden overlappen",
    wat="Bij oplevering of sloop_jaar valt een jaar in twee perioden.",
    waarom="Woningen in dat jaar zijn niet aan een van de twee toe te wijzen.",
    oplossing="Laat elk jaar maar in een periode vallen.",
    fout=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2025-2027: 20, 2027: 10}"), 5, 33),
    goed=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2025-2026: 20, 2027: 10}")),
)
"""Periods that overlap."""

WP306 = Rule(
    code="WP306",
    naam="jaren tellen niet op",
    wat=(
        "De aantallen bij oplevering tellen niet op tot het restant, of die bij sloop_jaar niet tot wat nog te slopen "
        "is. Is het restant niet op een woning bekend, dan mogen ze niet buiten zijn grenzen vallen."
    ),
    waarom="Van woningen die nergens staan weet niemand of zij binnen de periode van de opgave vallen.",
    oplossing="Zet wat nog geen jaar heeft bij 'onbekend'.",
    fout=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2026: 20}"), 5, 5),
    goed=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2026: 20, onbekend: 10}")),
)
"""Years that do not add up."""


def phasing(
    row: PlanRow, key: str, fasering: Mapping[str, int], left: Homes, what: str = "het restant"
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the homes by period under a key of a record, which add up to what is left."""
    for name, other in _overlaps(tuple(fasering)):
        message = f"{key}: {quote(other)} overlapt met {quote(name)}"
        yield row.finding(WP305, message, "Laat elk jaar maar in een periode vallen.", key, other, key=True)
    low, high = left.interval.low, left.interval.high
    added = sum(fasering.values())
    if left.unknown or left.interval.circa or (low is not None and low <= added and (high is None or added <= high)):
        return
    expected = (
        f"{low}" if low == high else f"hoogstens {high}" if high is not None and added > high else f"minstens {low}"
    )
    if low is not None or high is not None:
        message = f"{key} telt op tot {added}, maar {what} is {expected}"
        yield row.finding(WP306, message, "Zet wat nog geen jaar heeft bij 'onbekend'.", key, key=True)


# Most plans of a register are phased in one of some hundred ways.
@lru_cache(maxsize=4096)
def _overlaps(perioden: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the periods that share a year with the one before them, each behind that one."""
    spans = sorted((years, periode) for periode in perioden if (years := years_of(periode)))
    return tuple((name, other) for (earlier, name), (later, other) in pairwise(spans) if later[0] <= earlier[1])
