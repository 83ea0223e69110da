"""The homes of a record divided: in kinds, and over municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from woonplan.diagnostics import Diagnostic
from woonplan.load.context import PlanRow
from woonplan.load.references.areas import WP209
from woonplan.model.number import Number
from woonplan.model.split import SPLITS, parts
from woonplan.rule import Example, Rule, divided_text, plan_text

WP307 = Rule(
    code="WP307",
    naam="verdeling in soorten telt niet op",
    wat=(
        "woningtype, betaalbaarheid, zorg of flex telt niet op tot het aantal woningen van het plan. Te veel is altijd "
        "fout; te weinig is dat als 'onbekend' erbij staat, want dan is er niets anders meer open. Zonder 'onbekend' "
        "kan een deel dat niet genoemd is het verschil zijn. Van een aantal dat 'circa' is mag de som de marge "
        "afwijken."
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
    wat=(
        "De verdeling over gemeenten telt niet op tot het restant van het plan, en ook niet tot zijn woningen. Van een "
        "aantal dat 'circa' is mag de som de marge afwijken."
    ),
    waarom="De gemeenten samen zouden een ander aantal hebben dan de regio.",
    oplossing="Verdeel precies het restant, of alle woningen.",
    fout=Example(divided_text("Borne: 10, Hengelo: 25"), 5, 5),
    goed=Example(divided_text("Borne: 10, Hengelo: 20")),
)
"""A division that does not add up."""


def splits(row: PlanRow, number: Number | None) -> Iterator[Diagnostic]:
    """Yield the splits in kinds that do not add up to the homes of a record."""
    plan = row.plan
    homes = number if number is not None else row.left
    # Of a range, the parts may not be more than its high end.
    if (number is None and plan.restant is None) or homes.high is None:
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
        off = homes.off(added)
        if off > 0 or (off < 0 and closed):
            bound = homes.high if off > 0 else homes.low
            circa = "circa " * homes.circa
            what = f"het restant is {circa}{bound}" if number is None else f"het plan heeft {circa}{bound} woningen"
            if off and number is not None and row.kind.has_delivered and row.left.single and not row.left.off(added):
                what += f"; {added} is het restant, en een verdeling is van alle woningen"
            message = f"{key} telt op tot {added}, maar {what}"
            yield row.finding(WP307, message, key, key=True)


def division(row: PlanRow, verdeling: Mapping[str, int], number: Number | None) -> Iterator[Diagnostic]:
    """Yield that the division over municipalities adds up neither to what is left of a record nor to its homes."""
    if not row.plan.gemeenten:
        yield row.finding(
            WP209, "verdeling staat er zonder gemeenten", "verdeling", hint="Noem de gemeenten.", key=True
        )
        return
    added = sum(verdeling.values())
    told = (row.left, "het restant") if row.kind.has_delivered else None, (number, "woningen") if number else None
    wholes = [whole for whole in told if whole is not None]
    if wholes and all(homes.off(added) for homes, _ in wholes):
        homes, what = wholes[0]
        bound = homes.high if homes.off(added) > 0 else homes.low
        message = f"verdeling telt op tot {added}, maar {what} is {'circa ' * homes.circa}{bound}"
        yield row.finding(WP313, message, "verdeling", key=True)
