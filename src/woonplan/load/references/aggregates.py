"""Aggregates and the plans inside them: whether they fit together, and the parts are not more than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Listed, PlanRow
from woonplan.model.number import Number, total
from woonplan.model.plan import Plan
from woonplan.rule import Example, Rule, plan_text

_REST = "  - {id: rest, naam: Overige plannen, soort: verzamelpost, regio: Twente, planstatus: hard, restant: 100}\n"
"""The aggregate of the examples."""

WP204 = Rule(
    code="WP204",
    naam="verzamelpost bestaat niet",
    wat="'onderdeel_van' noemt een id dat niet in deze stand voorkomt.",
    waarom="Het plan zou dan dubbel tellen: zelf en in de verzamelpost die bedoeld is.",
    oplossing="Geef het id van een verzamelpost in dezelfde stand, of haal de regel weg.",
    hint="Geef het id van een verzamelpost in deze stand.",
    fout=Example(
        plan_text("beekstraat", "planstatus: hard", "restant: 30", "onderdeel_van: rust") + _REST,
        6,
        20,
    ),
    goed=Example(plan_text("beekstraat", "planstatus: hard", "restant: 30", "onderdeel_van: rest") + _REST),
)
"""An aggregate that does not exist."""

WP206 = Rule(
    code="WP206",
    naam="onderdeel van andere klasse",
    wat="Een plan is onderdeel van een verzamelpost met een andere klasse: het ene hard, het andere zacht.",
    waarom="Het plan zou bij de ene klasse meetellen en bij de andere worden afgetrokken.",
    oplossing="Laat het plan en zijn verzamelpost dezelfde klasse hebben, of haal 'onderdeel_van' weg.",
    hint="Een onderdeel heeft dezelfde klasse (hard of zacht) als zijn verzamelpost.",
    fout=Example(
        plan_text("beekstraat", "planstatus: 1C", "restant: 30", "onderdeel_van: rest") + _REST,
        4,
        17,
    ),
    goed=Example(plan_text("beekstraat", "planstatus: 1A", "restant: 30", "onderdeel_van: rest") + _REST),
)
"""A part of another class than its aggregate."""

WP207 = Rule(
    code="WP207",
    naam="geen verzamelpost",
    wat="'onderdeel_van' wijst naar een gewoon plan, of een verzamelpost is zelf onderdeel van een andere.",
    waarom=(
        "Alleen een verzamelpost staat voor plannen die niet apart genoemd zijn; meer lagen maken niet meer na te gaan "
        "wat waarin zit."
    ),
    oplossing="Wijs naar een record met 'soort: verzamelpost', en laat verzamelposten niet in elkaar staan.",
    hint="Alleen een record met 'soort: verzamelpost' kan onderdelen hebben.",
    fout=Example(
        plan_text("beekstraat", "planstatus: hard", "restant: 30", "onderdeel_van: kade")
        + "  - {id: kade, naam: Kade, gemeente: Borne, planstatus: hard, restant: 50}\n",
        6,
        20,
    ),
    goed=Example(plan_text("beekstraat", "planstatus: hard", "restant: 30", "onderdeel_van: rest") + _REST),
)
"""A part of something that is no aggregate."""

WP221 = Rule(
    code="WP221",
    naam="onderdeel in een andere gemeente",
    wat="Een plan is onderdeel van een verzamelpost voor een gemeente waarin het plan niet ligt.",
    waarom="De rest van de verzamelpost wordt dan kleiner met woningen die er nooit in zaten.",
    oplossing="Verbeter de gemeente, of laat 'onderdeel_van' naar de verzamelpost van de goede gemeente wijzen.",
    hint="Een onderdeel ligt in de gemeente van zijn verzamelpost.",
    fout=Example(
        _REST.replace("regio: Twente", "gemeente: Borne")
        + plan_text("beekstraat", "planstatus: hard", "restant: 30", "onderdeel_van: rest", gemeente="Enschede"),
        7,
        20,
    ),
    goed=Example(
        _REST.replace("regio: Twente", "gemeente: Borne")
        + plan_text("beekstraat", "planstatus: hard", "restant: 30", "onderdeel_van: rest")
    ),
)
"""A part of an aggregate that lies somewhere else."""


def part(row: PlanRow, first: dict[str, PlanRow], wholes: list[str], listed: Listed) -> Iterator[Diagnostic]:
    """Yield what is wrong between a record that is part of an aggregate and that aggregate.

    Args:
        row: The record.
        first: The first record of every id.
        wholes: The ids of all aggregates.
        listed: The names of `gemeenten.yaml`.
    """
    plan = row.plan
    name = plan.onderdeel_van or ""
    whole = first.get(name)
    if whole is None:
        hint = listed.suggest(name, wholes)
        yield row.finding(WP204, f"verzamelpost {quote(name)} bestaat niet", "onderdeel_van", hint=hint)
        return
    if not whole.kind.aggregate:
        yield row.finding(WP207, f"{quote(name)} is geen verzamelpost", "onderdeel_van")
    elif row.kind.aggregate:
        hint = "Een verzamelpost staat niet in een andere verzamelpost."
        yield row.finding(WP207, "een verzamelpost kan geen onderdeel zijn", "onderdeel_van", hint=hint)
    own, others = ({listed.gemeenten.get(n.casefold(), n) for n in _names(p)} for p in (plan, whole.plan))
    if others and own and not own <= others:
        message = f"{', '.join(_names(plan))} ligt niet in verzamelpost {quote(name)} ({', '.join(_names(whole.plan))})"
        yield row.finding(WP221, message, "onderdeel_van")
    if row.kind.klasse is not whole.kind.klasse:
        what = f"planstatus {plan.planstatus} ({row.kind.klasse})"
        yield row.finding(WP206, f"{what} in verzamelpost {quote(name)} ({whole.kind.klasse})", "planstatus")


def _names(plan: Plan) -> tuple[str, ...]:
    return (plan.gemeente,) if plan.gemeente else plan.gemeenten


WP308 = Rule(
    code="WP308",
    naam="onderdelen groter dan verzamelpost",
    wat=(
        "De onderdelen van een verzamelpost tellen op tot meer dan de verzamelpost zelf. Is die 'circa', dan is het "
        "een waarschuwing."
    ),
    waarom="De verzamelpost is het totaal; er kan niet meer in zitten dan hij groot is.",
    oplossing="Verhoog de verzamelpost, of haal 'onderdeel_van' weg bij wat er niet in zit.",
    hint="Verhoog de verzamelpost of haal 'onderdeel_van' weg bij wat er niet in zit.",
    fout=Example(
        _REST + plan_text("beekstraat", "planstatus: hard", "restant: 120", "onderdeel_van: rest"),
        1,
        5,
    ),
    goed=Example(_REST + plan_text("beekstraat", "planstatus: hard", "restant: 20", "onderdeel_van: rest")),
)
"""Parts larger than their aggregate."""


def aggregate_sums(rows: list[PlanRow]) -> Iterator[Diagnostic]:
    """Yield aggregates whose parts are larger than the whole."""
    parts: dict[str, list[Number]] = {}
    for row in rows:
        if row.kind.is_part and row.kind.telt_mee:
            parts.setdefault(row.plan.onderdeel_van or "", []).append(row.left)
    for row in rows:
        if not row.kind.aggregate or row.plan.id not in parts:
            continue
        whole, inside = row.left, total(parts[row.plan.id])
        low, high = inside.low, whole.high
        if whole.unknown or low is None or high is None or low <= high:
            continue
        severity = Severity.WAARSCHUWING if whole.circa else Severity.FOUT
        message = f"de onderdelen tellen op tot {low}, meer dan de verzamelpost zelf ({high})"
        yield row.finding(WP308, message, severity=severity)
