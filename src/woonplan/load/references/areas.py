"""Municipalities and regions: whether they exist, and whether a record names exactly one kind of area."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Entry, Listed, PlanRow
from woonplan.load.references.names import WP202
from woonplan.load.references.tijd import became, gone, not_then
from woonplan.model.base import folded
from woonplan.model.dataset import Dataset
from woonplan.model.target import Segmentdoel, Uitspraak
from woonplan.rule import Example, Rule, divided_text, plan_text

WP201 = Rule(
    code="WP201",
    naam="gemeente bestaat niet",
    wat="Een plan, een uitspraak of een gemeentegroep noemt een gemeente die niet in gemeenten.yaml staat.",
    waarom="Het plan telt dan bij geen enkele gemeente mee.",
    oplossing=(
        "Verbeter de naam; de naam, een alias en de CBS-code zijn alle drie goed. Voeg een schrijfwijze die vaker "
        "voorkomt toe bij 'aliassen'."
    ),
    hint="Zie de namen in gemeenten.yaml.",
    fout=Example(plan_text("beekstraat", gemeente="Bornee"), 3, 15),
    goed=Example(plan_text("beekstraat")),
)
"""A municipality that does not exist."""

WP205 = Rule(
    code="WP205",
    naam="niet precies een gebied",
    wat="Een plan of uitspraak noemt geen gebied, of meer dan een soort gebied.",
    waarom="Dan is niet te zeggen waar het aantal bij telt.",
    oplossing=(
        "Geef een plan precies een van gemeente, gemeenten of regio; geef een uitspraak precies een van gemeente, "
        "regio of provincie."
    ),
    fout=Example(plan_text("beekstraat", "regio: Twente"), 4, 5),
    goed=Example(plan_text("beekstraat")),
)
"""No area, or more than one."""

WP209 = Rule(
    code="WP209",
    naam="verdeling past niet bij gemeenten",
    wat="De verdeling noemt een gemeente die niet bij 'gemeenten' staat, of er is een verdeling zonder 'gemeenten'.",
    waarom="Woningen zouden bij een gemeente tellen waar het plan niet ligt.",
    oplossing="Noem bij verdeling dezelfde namen als bij gemeenten.",
    fout=Example(divided_text("Borne: 10, Almelo: 20"), 5, 28),
    goed=Example(divided_text("Borne: 10, Hengelo: 20")),
)
"""A division that does not fit the municipalities."""

WP210 = Rule(
    code="WP210",
    naam="regio bestaat niet",
    wat="Een plan noemt een andere regio dan die van het register.",
    waarom="Het plan telt dan in geen enkele optelling mee.",
    oplossing="Verbeter de naam van de regio; die staat bovenaan gemeenten.yaml.",
    fout=Example("  - {id: overig, naam: Overige plannen, regio: Twenthe, restant: 30}\n", 1, 48),
    goed=Example("  - {id: overig, naam: Overige plannen, regio: Twente, restant: 30}\n"),
)
"""A region that does not exist."""

WP223 = Rule(
    code="WP223",
    naam="gemeente van een ander jaar",
    wat=(
        "Een plan noemt een gemeente die op de peildatum niet (meer) bestaat en die niet in precies een andere is "
        "opgegaan: zij is verdeeld, of zij is er nog niet. Ging zij helemaal op in een andere, dan telt het plan daar; "
        "staat dat niet in gemeenten.yaml zelf, dan is het een waarschuwing."
    ),
    waarom="Welk deel van een verdeelde gemeente bij welke hoort, zegt niemand: het programma verdeelt niets.",
    oplossing="Noem de gemeente waar het plan op de peildatum ligt.",
    fout=Example(plan_text("beekstraat", gemeente="Middendorp"), 3, 15),
    goed=Example(plan_text("beekstraat")),
)
"""A municipality of another year."""


def plan_area(row: PlanRow, listed: Listed, dataset: Dataset | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the area of a record."""
    plan = row.plan
    given = [key for key in ("gemeente", "gemeenten", "regio") if getattr(plan, key)]
    if len(given) != 1 and row.unread.isdisjoint(("gemeente", "gemeenten", "regio")):
        what = f"geeft {' en '.join(given)}" if given else "geeft geen gebied"
        hint = "Geef precies een van gemeente, gemeenten of regio."
        yield row.finding(WP205, what, given[-1] if given else "id", hint=hint, key=True)
    if not listed.complete:
        return
    if plan.gemeente:
        yield from _named(row, plan.gemeente, listed, dataset, "gemeente")
    first: dict[str, int] = {}
    for i, name in enumerate(plan.gemeenten):
        yield from _named(row, name, listed, dataset, "gemeenten", i)
        earlier = first.setdefault(listed.gemeenten.get(folded(name), name), i)
        if earlier != i:
            message = f"gemeente {quote(name)} staat er al als {quote(plan.gemeenten[earlier])}"
            yield row.finding(WP202, message, "gemeenten", i, hint="Noem elke gemeente een keer.")
    if plan.verdeling is not None and plan.gemeenten and "gemeenten" not in row.unread:
        for name in plan.verdeling.keys() - frozenset(plan.gemeenten):
            yield row.finding(WP209, f"verdeling noemt {quote(name)}", "verdeling", name, key=True)
    if plan.regio and plan.regio not in listed.regios:
        hint = listed.suggest(plan.regio, listed.regios) or f"Bekend: {', '.join(sorted(listed.regios))}."
        yield row.finding(WP210, f"regio {quote(plan.regio)} bestaat niet", "regio", hint=hint)


def _named(row: PlanRow, name: str, listed: Listed, dataset: Dataset | None, *path: str | int) -> Iterator[Diagnostic]:
    """Yield that a record names a municipality that is not there, or not on the reference date."""
    key = folded(name)
    if key in listed.gemeenten:
        if dataset is not None and key not in listed.nu:
            message, hint = not_then(name, dataset)
            yield row.finding(WP223, message, *path, hint=hint)
    elif key in listed.nu:
        message, hint = became(name, listed.nu[key])
        yield row.finding(WP223, message, *path, hint=hint, severity=Severity.WAARSCHUWING)
    else:
        hint = gone(name) or listed.suggest(name, listed.names)
        yield row.finding(WP201, no_gemeente(name), *path, hint=hint)


def no_gemeente(name: str) -> str:
    """Return the message on a municipality that is not in the register."""
    return f"gemeente {quote(name)} bestaat niet"


def area_of(uitspraak: Uitspraak | Segmentdoel) -> tuple[str, str] | None:
    """Return the kind and the name of the area of a statement; None where it names none, or more than one."""
    given = [(key, name) for key in ("gemeente", "regio", "provincie") if (name := getattr(uitspraak, key, None))]
    return given[0] if len(given) == 1 else None


def statement_area(uitspraak: Uitspraak | Segmentdoel, entry: Entry, listed: Listed) -> Iterator[Diagnostic]:
    """Yield what is wrong with the area of a statement."""
    kind, name = area_of(uitspraak) or ("", "")
    if not kind:
        hint = "Geef precies een van gemeente, regio of provincie."
        yield entry.finding(WP205, "geen of meer dan een gebied", "id", hint=hint)
    elif kind == "gemeente" and folded(name) not in listed.gemeenten:
        hint = gone(name) or listed.suggest(name, listed.names) or "Zie de namen bij 'gemeenten'."
        yield entry.finding(WP201, no_gemeente(name), "gemeente", hint=hint)
