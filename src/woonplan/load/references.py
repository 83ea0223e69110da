"""Does everything that a plan file refers to exist, once, and is it of the right kind?"""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Known, Record
from woonplan.model.dataset import Deel
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Planstatus, Soort


def plan_references(rows: list[Record], known: Known, klassen: dict[Planstatus, str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the references of plans.

    Args:
        rows: All records of the register state.
        known: The names of `gemeenten.yaml`.
        klassen: The class (hard, zacht, ...) of every status.
    """
    first: dict[str, Record] = {}
    for row in rows:
        earlier = first.setdefault(row.plan.id, row)
        if earlier is not row:
            place = earlier.deel.place(earlier.index, "id")
            message = f"id {quote(row.plan.id)} staat dubbel (eerder op {place})"
            yield row.finding("WP202", message, "Geef elk plan een eigen id.", "id")
        yield from _area(row, known)
        yield from _source(row, known)
        if not row.plan.telt_mee and row.plan.reden is None:
            yield row.finding("WP213", "telt_mee is false zonder reden", "Voeg 'reden: ...' toe.", "telt_mee")
        if row.plan.telt_mee and row.plan.reden is not None:
            message = "reden staat er, maar het record telt gewoon mee"
            hint = "Voeg 'telt_mee: false' toe, of zet de tekst bij 'opmerkingen'."
            yield row.finding("WP220", message, hint, "reden", key=True, severity=Severity.WAARSCHUWING)
    wholes = [row.plan.id for row in rows if row.plan.soort is Soort.VERZAMELPOST]
    for row in rows:
        if row.plan.onderdeel_van is not None:
            yield from _aggregate(row, first, wholes, klassen, known)


def _area(row: Record, known: Known) -> Iterator[Diagnostic]:
    plan = row.plan
    given = [key for key in ("gemeente", "gemeenten", "regio") if getattr(plan, key)]
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


def _aggregate(
    row: Record, first: dict[str, Record], wholes: list[str], klassen: dict[Planstatus, str], known: Known
) -> Iterator[Diagnostic]:
    plan = row.plan
    name = plan.onderdeel_van or ""
    whole = first.get(name)
    if whole is None:
        hint = known.suggest(name, wholes) or "Geef het id van een verzamelpost in deze stand."
        yield row.finding("WP204", f"verzamelpost {quote(name)} bestaat niet", hint, "onderdeel_van")
        return
    if whole.plan.soort is not Soort.VERZAMELPOST:
        hint = "Alleen een record met 'soort: verzamelpost' kan onderdelen hebben."
        yield row.finding("WP207", f"{quote(name)} is geen verzamelpost", hint, "onderdeel_van")
    elif plan.soort is Soort.VERZAMELPOST:
        hint = "Een verzamelpost staat niet in een andere verzamelpost."
        yield row.finding("WP207", "een verzamelpost kan geen onderdeel zijn", hint, "onderdeel_van")
    own, others = ({known.gemeenten.get(n.casefold(), n) for n in _names(p)} for p in (plan, whole.plan))
    if others and own and not own <= others:
        hint = "Een onderdeel ligt in de gemeente van zijn verzamelpost."
        message = f"{', '.join(_names(plan))} ligt niet in verzamelpost {quote(name)} ({', '.join(_names(whole.plan))})"
        yield row.finding("WP221", message, hint, "onderdeel_van")
    if klassen[plan.planstatus] != klassen[whole.plan.planstatus]:
        hint = "Een onderdeel heeft dezelfde klasse (hard of zacht) als zijn verzamelpost."
        message = (
            f"planstatus {plan.planstatus} ({klassen[plan.planstatus]}) in verzamelpost {quote(name)} "
            f"({klassen[whole.plan.planstatus]})"
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
