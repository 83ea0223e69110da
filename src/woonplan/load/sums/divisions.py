"""The homes of a record divided: over years, in kinds, and over municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import PlanRow
from woonplan.load.references.areas import WP209
from woonplan.model.base import years_of
from woonplan.model.number import Number
from woonplan.model.split import SPLITS, parts
from woonplan.rule import Example, Rule, divided_text, plan_text

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
    row: PlanRow, key: str, fasering: Mapping[str, int], left: Number, what: str = "het restant"
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the homes by period under a key of a record, which add up to what is left."""
    for name, other in _overlaps(tuple(fasering)):
        yield row.finding(WP305, f"{key}: {quote(other)} overlapt met {quote(name)}", key, other, key=True)
    low, high = left.low, left.high
    added = sum(fasering.values())
    if left.unknown or left.circa or (low is not None and low <= added and (high is None or added <= high)):
        return
    expected = (
        f"{low}" if low == high else f"hoogstens {high}" if high is not None and added > high else f"minstens {low}"
    )
    if low is not None or high is not None:
        yield row.finding(WP306, f"{key} telt op tot {added}, maar {what} is {expected}", key, key=True)


# Most plans of a register are phased in one of some hundred ways.
@lru_cache(maxsize=4096)
def _overlaps(perioden: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the periods that share a year with the one before them, each behind that one."""
    spans = sorted((years, periode) for periode in perioden if (years := years_of(periode)))
    return tuple((name, other) for (earlier, name), (later, other) in pairwise(spans) if later[0] <= earlier[1])


WP307 = Rule(
    code="WP307",
    naam="verdeling in soorten telt niet op",
    wat=(
        "woningtype, betaalbaarheid, zorg of flex telt niet op tot het aantal woningen van het plan. Te veel is altijd "
        "fout; te weinig is dat als 'onbekend' erbij staat, want dan is er niets anders meer open. Zonder 'onbekend' "
        "kan een deel dat niet genoemd is het verschil zijn."
    ),
    waarom="Het aandeel betaalbaar of nultreden klopt dan niet, en niemand weet in welke soort de fout zit.",
    oplossing="Zet wat niet bekend is bij 'onbekend', zodat de verdeling sluit.",
    hint="Zet wat niet bekend is bij 'onbekend'.",
    fout=Example(
        plan_text("beekstraat", "restant: 30", "woningtype: {eengezins: 20, meergezins: 5, onbekend: 0}"), 5, 5
    ),
    goed=Example(plan_text("beekstraat", "restant: 30", "woningtype: {eengezins: 20, meergezins: 5, onbekend: 5}")),
)
"""A split that does not add up."""

WP313 = Rule(
    code="WP313",
    naam="verdeling over gemeenten telt niet op",
    wat="De verdeling over gemeenten telt niet op tot het restant van het plan.",
    waarom="De gemeenten samen zouden een ander aantal hebben dan de regio.",
    oplossing="Verdeel precies het restant.",
    fout=Example(divided_text("Borne: 10, Hengelo: 25"), 5, 5),
    goed=Example(divided_text("Borne: 10, Hengelo: 20")),
)
"""A division that does not add up."""


def splits(row: PlanRow, number: Number | None) -> Iterator[Diagnostic]:
    """Yield the splits in kinds that do not add up to the homes of a record."""
    plan = row.plan
    homes = number if number is not None else row.left
    # "About 40" says nothing certain; of a range, the parts may not be more than its high end.
    if (number is None and plan.restant is None) or homes.circa or homes.high is None:
        return
    for key in SPLITS:
        split = getattr(plan, key)
        if split is None:
            continue
        values = parts(split)
        numbers = [value for value in values if value is not None]
        added = sum(numbers)
        # An absent part is unknown: it can fill what is missing, but not undo what is too much. Where 'onbekend' is
        # written, that is what fills it: nothing else is open.
        closed = split.onbekend is not None or len(numbers) == len(values)
        if added > homes.high or (homes.low is not None and added < homes.low and closed):
            bound = homes.high if added > homes.high else homes.low
            message = f"{key} telt op tot {added}, maar het plan heeft {bound} woningen"
            yield row.finding(WP307, message, key, key=True)


def division(row: PlanRow, verdeling: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Yield that the division over municipalities does not add up to what is left of a record."""
    if not row.plan.gemeenten:
        yield row.finding(
            WP209, "verdeling staat er zonder gemeenten", "verdeling", hint="Noem de gemeenten.", key=True
        )
        return
    left, added = row.left, sum(verdeling.values())
    low, high = left.low, left.high
    too_much, too_little = high is not None and added > high, low is not None and added < low
    if not left.unknown and not left.circa and (too_much or too_little):
        message = f"verdeling telt op tot {added}, maar het restant is {high if too_much else low}"
        yield row.finding(WP313, message, "verdeling", key=True)
