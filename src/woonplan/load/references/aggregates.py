"""Aggregates and the plans inside them: whether they are of one kind, class and place."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import Listed, PlanRow
from woonplan.model.control import Planklasse
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
    wat=(
        "Een plan is onderdeel van een verzamelpost met een andere klasse: het ene hard, het andere zacht. Een "
        "onderdeel met onbekende status heeft die van de verzamelpost."
    ),
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
    oplossing="Wijs naar een plan met 'soort: verzamelpost', en laat verzamelposten niet in elkaar staan.",
    hint="Alleen een plan met 'soort: verzamelpost' kan onderdelen hebben.",
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


_COMPARED = frozenset({"soort", "planstatus", "gemeente", "gemeenten", "regio"})
"""Keys in which a part and its aggregate have to agree."""


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
    if not _COMPARED.isdisjoint(row.unread | whole.unread):
        return
    if not whole.kind.aggregate:
        yield row.finding(WP207, f"{quote(name)} is geen verzamelpost", "onderdeel_van")
    elif row.kind.aggregate:
        hint = "Een verzamelpost staat niet in een andere verzamelpost."
        yield row.finding(WP207, "een verzamelpost kan geen onderdeel zijn", "onderdeel_van", hint=hint)
    if not row.kind.telt_mee:
        # It is outside every question: nothing of it is taken off the aggregate.
        return
    own, others = listed.places(plan), listed.places(whole.plan)
    if others and own and not own <= others:
        message = f"{', '.join(_names(plan))} ligt niet in verzamelpost {quote(name)} ({', '.join(_names(whole.plan))})"
        yield row.finding(WP221, message, "onderdeel_van")
    if row.kind.klasse not in (whole.kind.klasse, Planklasse.ONBEKEND):
        what = f"planstatus {plan.planstatus} ({row.kind.klasse})"
        yield row.finding(WP206, f"{what} in verzamelpost {quote(name)} ({whole.kind.klasse})", "planstatus")


def _names(plan: Plan) -> tuple[str, ...]:
    return (plan.gemeente,) if plan.gemeente else plan.gemeenten
