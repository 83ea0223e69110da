"""The splits of a record: in kinds of homes, and over municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from woonplan.diagnostics import Diagnostic
from woonplan.load.context import PlanRow
from woonplan.load.references.areas import WP209
from woonplan.model.homes import Interval
from woonplan.model.split import SPLITS, parts
from woonplan.rule import Example, Rule, divided_text, plan_text

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


def splits(row: PlanRow, interval: Interval | None) -> Iterator[Diagnostic]:
    """Yield the splits in kinds that do not add up to the homes of a record."""
    plan = row.plan
    homes = interval if interval is not None else row.left.interval
    # "About 40" says nothing certain; of a range, the parts may not be more than its high end.
    if (interval is None and plan.restant is None) or homes.circa or homes.high is None:
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
            number = homes.high if added > homes.high else homes.low
            message = f"{key} telt op tot {added}, maar het plan heeft {number} woningen"
            yield row.finding(WP307, message, "Zet wat niet bekend is bij 'onbekend'.", key, key=True)


def division(row: PlanRow, verdeling: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Yield that the division over municipalities does not add up to what is left of a record."""
    if not row.plan.gemeenten:
        yield row.finding(WP209, "verdeling staat er zonder gemeenten", "Noem de gemeenten.", "verdeling", key=True)
        return
    left, added = row.left, sum(verdeling.values())
    low, high = left.interval.low, left.interval.high
    too_much, too_little = high is not None and added > high, low is not None and added < low
    if not left.unknown and not left.interval.circa and (too_much or too_little):
        message = f"verdeling telt op tot {added}, maar het restant is {high if too_much else low}"
        yield row.finding(WP313, message, "Verdeel precies het restant.", "verdeling", key=True)
