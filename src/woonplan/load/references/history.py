"""What a record says of its own past: that it ended, and under which ids it was known before."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import PlanRow
from woonplan.rule import Example, Rule, plan_text

WP228 = Rule(
    code="WP228",
    naam="vervallen plan telt mee",
    wat="Een plan heeft een datum bij 'vervallen', maar geen 'telt_mee: false': het telt gewoon mee.",
    waarom="Een plan dat niet doorgaat, is geen capaciteit; het blijft staan om te kunnen volgen wat ermee gebeurde.",
    oplossing="Voeg 'telt_mee: false' en een 'reden' toe, of haal 'vervallen' weg.",
    fout=Example(plan_text("beekstraat", "vervallen: 2024-05-01"), 4, 5),
    goed=Example(
        plan_text("beekstraat", "vervallen: 2024-05-01", "telt_mee: false", "reden: De eigenaar ziet ervan af.")
    ),
)
"""A plan that ended and still counts."""

WP229 = Rule(
    code="WP229",
    naam="plan was zichzelf",
    wat="'was' of 'samengevoegd_uit' noemt het id van het plan zelf, of hetzelfde id twee keer.",
    waarom="Zo is niet te volgen uit welk plan dit plan is ontstaan.",
    oplossing="Noem het id dat het plan eerder had, of de ids van de plannen die erin zijn opgegaan, elk een keer.",
    hint="Noem het id dat het eerder had, elk id een keer.",
    fout=Example(plan_text("beekstraat", "was: beekstraat"), 4, 10),
    goed=Example(plan_text("beekstraat", "was: beekweg")),
)
"""A plan that says that it was itself."""


def own_history(row: PlanRow) -> Iterator[Diagnostic]:
    """Yield what is wrong with what a record says of its past."""
    plan = row.plan
    if plan.vervallen is not None and plan.telt_mee and "telt_mee" not in row.unread:
        yield row.finding(WP228, "het plan is vervallen, maar telt gewoon mee", "vervallen", key=True)
    if plan.was is None and not plan.samengevoegd_uit:
        return
    seen = {plan.id} if "id" not in row.unread else set()
    if plan.was in seen:
        yield row.finding(WP229, f"'was' noemt het plan zelf ({quote(plan.id)})", "was")
    seen |= {plan.was} if plan.was is not None else set()
    for index, name in enumerate(plan.samengevoegd_uit):
        if name in seen:
            said = "het plan zelf" if name == plan.id else "een id dat er al staat"
            yield row.finding(WP229, f"'samengevoegd_uit' noemt {said} ({quote(name)})", "samengevoegd_uit", index)
        seen.add(name)
