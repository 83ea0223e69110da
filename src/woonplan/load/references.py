"""Does everything that a plan file refers to exist, once, and is it of the right kind?"""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Known, Record
from woonplan.model.plan import Plan
from woonplan.model.stand import Deel


def plan_references(rows: list[Record], known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with the references of plans.

    Args:
        rows: All records of the register state.
        known: The names of `gemeenten.yaml`.
    """
    first: dict[str, Record] = {}
    for row in rows:
        earlier = first.setdefault(row.plan.id, row)
        if earlier is not row:
            place = earlier.deel.place(earlier.number, "id")
            message = f"id {quote(row.plan.id)} staat dubbel (eerder op {place})"
            yield row.finding("WP202", message, "Geef elk plan een eigen id.", "id")
        yield from _area(row, known)
        if row.kind.bron not in known.bronnen:
            yield from _source(row, known)
        # A record has a reason when it does not count, and only then.
        if row.kind.telt_mee is row.kind.has_reason:
            yield _reason(row)
    wholes = [row.plan.id for row in rows if row.kind.aggregate]
    for row in rows:
        if row.kind.is_part:
            yield from _aggregate(row, first, wholes, known)


def _reason(row: Record) -> Diagnostic:
    """Return what is wrong with a record that counts and has a reason, or does not count and has none."""
    if not row.kind.telt_mee:
        return row.finding("WP213", "telt_mee is false zonder reden", "Voeg 'reden: ...' toe.", "telt_mee")
    message = "reden staat er, maar het record telt gewoon mee"
    hint = "Voeg 'telt_mee: false' toe, of zet de tekst bij 'opmerkingen'."
    return row.finding("WP220", message, hint, "reden", key=True, severity=Severity.WAARSCHUWING)


def _area(row: Record, known: Known) -> Iterator[Diagnostic]:
    plan = row.plan
    areas = (("gemeente", plan.gemeente), ("gemeenten", plan.gemeenten), ("regio", plan.regio))
    given = [key for key, value in areas if value]
    if len(given) != 1:
        what = f"geeft {' en '.join(given)}" if given else "geeft geen gebied"
        hint = "Geef precies een van gemeente, gemeenten of regio."
        yield row.finding("WP205", what, hint, given[-1] if given else "id", key=True)
    if not known.complete:
        return
    if plan.gemeente and plan.gemeente.casefold() not in known.gemeenten:
        yield _unknown_gemeente(row, plan.gemeente, known, "gemeente")
    for i, name in enumerate(plan.gemeenten):
        if name.casefold() not in known.gemeenten:
            yield _unknown_gemeente(row, name, known, "gemeenten", i)
    seen: dict[str, str] = {}
    for i, name in enumerate(plan.gemeenten):
        gemeente = known.gemeenten.get(name.casefold(), name)
        if gemeente in seen:
            message = f"gemeente {quote(name)} staat er al als {quote(seen[gemeente])}"
            yield row.finding("WP202", message, "Noem elke gemeente een keer.", "gemeenten", i)
        seen.setdefault(gemeente, name)
    if plan.verdeling is not None and plan.gemeenten:
        named = frozenset(plan.gemeenten)
        for name in plan.verdeling:
            if name not in named:
                hint = "Noem bij verdeling dezelfde namen als bij gemeenten."
                yield row.finding("WP209", f"verdeling noemt {quote(name)}", hint, "verdeling", name, key=True)
    if plan.regio and plan.regio not in known.regios:
        hint = known.suggest(plan.regio, known.regios) or f"Bekend: {', '.join(sorted(known.regios))}."
        yield row.finding("WP210", f"regio {quote(plan.regio)} bestaat niet", hint, "regio")


def _unknown_gemeente(row: Record, name: str, known: Known, *path: str | int) -> Diagnostic:
    hint = known.suggest(name, known.names) or "Zie de namen in gemeenten.yaml."
    return row.finding("WP201", f"gemeente {quote(name)} bestaat niet", hint, *path)


def _source(row: Record, known: Known) -> Iterator[Diagnostic]:
    bron = row.plan.bron
    if bron is not None and known.complete and bron not in known.bronnen:
        yield row.finding("WP203", f"bron {quote(bron)} bestaat niet", _bron_hint(bron, known), "bron")


def _bron_hint(bron: str, known: Known) -> str:
    return known.suggest(bron, known.bronnen) or "Zet het document bij 'bronnen' in gemeenten.yaml."


def _names(plan: Plan) -> tuple[str, ...]:
    return (plan.gemeente,) if plan.gemeente else plan.gemeenten


def _aggregate(row: Record, first: dict[str, Record], wholes: list[str], known: Known) -> Iterator[Diagnostic]:
    plan = row.plan
    name = plan.onderdeel_van or ""
    whole = first.get(name)
    if whole is None:
        hint = known.suggest(name, wholes) or "Geef het id van een verzamelpost in deze stand."
        yield row.finding("WP204", f"verzamelpost {quote(name)} bestaat niet", hint, "onderdeel_van")
        return
    if not whole.kind.aggregate:
        hint = "Alleen een record met 'soort: verzamelpost' kan onderdelen hebben."
        yield row.finding("WP207", f"{quote(name)} is geen verzamelpost", hint, "onderdeel_van")
    elif row.kind.aggregate:
        hint = "Een verzamelpost staat niet in een andere verzamelpost."
        yield row.finding("WP207", "een verzamelpost kan geen onderdeel zijn", hint, "onderdeel_van")
    own, others = ({known.gemeenten.get(n.casefold(), n) for n in _names(p)} for p in (plan, whole.plan))
    if others and own and not own <= others:
        hint = "Een onderdeel ligt in de gemeente van zijn verzamelpost."
        message = f"{', '.join(_names(plan))} ligt niet in verzamelpost {quote(name)} ({', '.join(_names(whole.plan))})"
        yield row.finding("WP221", message, hint, "onderdeel_van")
    if row.kind.klasse is not whole.kind.klasse:
        hint = "Een onderdeel heeft dezelfde klasse (hard of zacht) als zijn verzamelpost."
        message = (
            f"planstatus {plan.planstatus} ({row.kind.klasse}) in verzamelpost {quote(name)} ({whole.kind.klasse})"
        )
        yield row.finding("WP206", message, hint, "planstatus")


def header_references(deel: Deel, known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with the references in the head of a plan file."""
    if not known.complete:
        return
    kop, positions = deel.inhoud, deel.invoer.positions
    if kop.bron is not None and kop.bron not in known.bronnen:
        message = f"bron {quote(kop.bron)} bestaat niet"
        yield Diagnostic("WP203", message, positions.place(("bron",)), _bron_hint(kop.bron, known))
    if kop.statusdefinitie not in known.statusdefinities:
        hint = known.suggest(kop.statusdefinitie, known.statusdefinities)
        message = f"statusdefinitie {quote(kop.statusdefinitie)} bestaat niet"
        hint = hint or f"Bekend: {', '.join(sorted(known.statusdefinities)[:20])}."
        yield Diagnostic("WP208", message, positions.place(("statusdefinitie",)), hint)
    for i, controle in enumerate(kop.controle):
        if controle.bron is not None and controle.bron not in known.bronnen:
            message = f"bron {quote(controle.bron)} bestaat niet"
            yield Diagnostic(
                "WP203", message, positions.place(("controle", i, "bron")), _bron_hint(controle.bron, known)
            )
