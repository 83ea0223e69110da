"""`agenda.yaml` to the agreements, with everything that is wrong with it: shape, sources, numbers and dates."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.nearest import suggestion
from woonplan.load.shape import shape
from woonplan.model.agenda import Actie, Agendabestand, Parameter, Prijsgrens
from woonplan.model.base import first_day
from woonplan.model.stand import Invoer
from woonplan.model.stand import Path as Key
from woonplan.yaml_io import YamlDocument, parse, read_text
from woonplan.yaml_io.problems import not_listed

AGENDA = "agenda.yaml"


class LoadedAgenda(NamedTuple):
    """The agreements, when the file is good enough to use, with its positions and all findings in order of place."""

    agenda: Agendabestand | None
    invoer: Invoer | None
    findings: tuple[Diagnostic, ...]


def load_agenda(
    path: Path, bronnen: Collection[str] | None = None, gemeenten: Collection[str] | None = None
) -> LoadedAgenda:
    """Return the agreements in a file.

    Args:
        path: The file, `agenda.yaml` in the folder of the register.
        bronnen: Ids of the documents that `gemeenten.yaml` lists. Without them a document that the file itself does
            not list is taken to stand there: no reference is judged that cannot be.
        gemeenten: Names, aliases and codes of the municipalities; without them no name in a group is judged.
    """
    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        return LoadedAgenda(None, None, (raw,))
    document, found = parse(raw)
    if document is None:
        return LoadedAgenda(None, None, tuple(sorted(found, key=Diagnostic.sort_key)))
    shaped = shape(document, Agendabestand, "acties")
    findings = [*found, *shaped.findings]
    if document.hidden + shaped.hidden:
        findings.append(not_listed(document.hidden + shaped.hidden, findings[-1].place))
    if shaped.value is not None and not shaped.findings:
        findings += _integrity(shaped.value, document, bronnen)
        findings += _members(shaped.value, document, gemeenten)
    unique = dict.fromkeys(document.lines.shown(finding) for finding in findings)
    shown = tuple(sorted(unique, key=Diagnostic.sort_key))
    usable = not any(finding.severity is Severity.FOUT for finding in shown)
    return LoadedAgenda(shaped.value if usable else None, Invoer(raw.name, raw.sha256, document), shown)


def _integrity(agenda: Agendabestand, document: YamlDocument, bronnen: Collection[str] | None) -> Iterator[Diagnostic]:
    yield from _names(agenda, document)
    if bronnen is not None:
        yield from _sources(agenda, document, {*bronnen, *(bron.id for bron in agenda.bronnen)})
    for i, parameter in enumerate(agenda.parameters):
        yield from _order(parameter, document, ("parameters", i, "waarden"))
    yield from _limits(agenda.prijsgrenzen, document)
    yield from _actions(agenda.acties, document)


def _names(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    documents: list[tuple[Key, str]] = [(("bronnen", i, "id"), bron.id) for i, bron in enumerate(agenda.bronnen)]
    # One name, one thing: rules ask for parameters and groups by their ids alone.
    rules: list[tuple[Key, str]] = [(("parameters", i, "id"), p.id) for i, p in enumerate(agenda.parameters)]
    rules += [(("gemeentegroepen", i, "id"), groep.id) for i, groep in enumerate(agenda.gemeentegroepen)]
    actions: list[tuple[Key, str]] = [(("acties", i, "nummer"), str(a.nummer)) for i, a in enumerate(agenda.acties)]
    for names, hint in (
        (documents, "Geef elk document een eigen id."),
        (rules, "Geef elke parameter en elke gemeentegroep een eigen id."),
        (actions, "Geef elke actie een eigen nummer."),
    ):
        first: dict[str, Key] = {}
        for key, name in names:
            earlier = first.setdefault(name, key)
            if earlier != key:
                message = f"{key[-1]} {quote(name)} staat dubbel (eerder op {document.place(earlier)})"
                yield Diagnostic("WP202", message, document.place(key), hint)


def _sources(agenda: Agendabestand, document: YamlDocument, known: set[str]) -> Iterator[Diagnostic]:
    blocks: list[tuple[Key, str | None]] = [((), agenda.bron)]
    for i, parameter in enumerate(agenda.parameters):
        blocks.append((("parameters", i), parameter.bron))
        blocks += [(("parameters", i, "waarden", j), waarde.bron) for j, waarde in enumerate(parameter.waarden)]
    blocks += [(("gemeentegroepen", i), groep.bron) for i, groep in enumerate(agenda.gemeentegroepen)]
    blocks += [(("prijsgrenzen", i), grens.bron) for i, grens in enumerate(agenda.prijsgrenzen)]
    blocks += [(("acties", i), actie.bron) for i, actie in enumerate(agenda.acties)]
    for key, bron in blocks:
        if bron is not None and bron not in known:
            hint = suggestion(bron, known) or "Zet het document bij 'bronnen' in dit bestand of in gemeenten.yaml."
            yield Diagnostic("WP203", f"bron {quote(bron)} bestaat niet", document.place((*key, "bron")), hint)


def _members(agenda: Agendabestand, document: YamlDocument, gemeenten: Collection[str] | None) -> Iterator[Diagnostic]:
    if gemeenten is None:
        return
    known = {name.casefold() for name in gemeenten}
    for i, groep in enumerate(agenda.gemeentegroepen):
        for j, name in enumerate(groep.gemeenten):
            if name.casefold() not in known:
                message = f"gemeentegroep {quote(groep.id)}: gemeente {quote(name)} bestaat niet"
                hint = suggestion(name, gemeenten) or "Zie de namen in gemeenten.yaml."
                yield Diagnostic("WP201", message, document.place(("gemeentegroepen", i, "gemeenten", j)), hint)


def _order(parameter: Parameter, document: YamlDocument, key: Key) -> Iterator[Diagnostic]:
    subject = f"parameter {quote(parameter.id)}: "
    for i, waarde in enumerate(parameter.waarden[1:], start=1):
        place = document.place((*key, i, "vanaf"))
        before = parameter.waarden[i - 1].vanaf
        if waarde.vanaf is None:
            hint = "Alleen de eerste waarde mag zonder 'vanaf'."
            yield Diagnostic("WP218", f"{subject}waarde nummer {i + 1} heeft geen 'vanaf'", place, hint)
        elif before is not None and first_day(waarde.vanaf) <= first_day(before):
            message = f"{subject}vanaf {waarde.vanaf} komt niet na {before}"
            yield Diagnostic("WP218", message, place, "Zet de waarden op volgorde, de oudste eerst.")


def _limits(grenzen: tuple[Prijsgrens, ...], document: YamlDocument) -> Iterator[Diagnostic]:
    for i, grens in enumerate(grenzen):
        subject = f"prijsgrens {grens.soort} {grens.jaar}: "
        start, end = f"{grens.jaar}-01-01", f"{grens.jaar + 1}-01-01"
        van, tot = grens.vanaf or start, grens.tot or end
        if not first_day(start) <= first_day(van) < first_day(tot) <= first_day(end):
            place = document.place(("prijsgrenzen", i, "tot" if grens.vanaf is None else "vanaf"))
            message = f"{subject}de periode van {van} tot {tot} valt niet binnen het jaar"
            yield Diagnostic("WP219", message, place, "'vanaf' is de eerste dag, 'tot' de eerste dag erna.")
            continue
        for other in grenzen[:i]:
            if (other.soort, other.jaar) != (grens.soort, grens.jaar):
                continue
            if first_day(van) < first_day(other.tot or end) and first_day(other.vanaf or start) < first_day(tot):
                message = f"{subject}er is al een grens voor dezelfde dagen"
                hint = "Begrens beide met 'vanaf' en 'tot', of haal er een weg."
                yield Diagnostic("WP219", message, document.place(("prijsgrenzen", i, "jaar")), hint)
                break


def _actions(acties: tuple[Actie, ...], document: YamlDocument) -> Iterator[Diagnostic]:
    by_number = {actie.nummer: actie for actie in reversed(acties)}
    for i, actie in enumerate(acties):
        subject = f"actie {actie.nummer}: "
        named: list[tuple[Key, int]] = [(("verwant", j), nummer) for j, nummer in enumerate(actie.verwant)]
        if actie.gelijk_aan is not None:
            named.insert(0, (("gelijk_aan",), actie.gelijk_aan))
        for key, nummer in named:
            place = document.place(("acties", i, *key))
            if nummer not in by_number:
                message = f"{subject}actie {nummer} bij '{key[0]}' bestaat niet"
                yield Diagnostic("WP216", message, place, "Geef het nummer van een actie in dit bestand.")
            elif nummer == actie.nummer:
                message = f"{subject}'{key[0]}' verwijst naar de actie zelf"
                yield Diagnostic("WP217", message, place, "Haal de verwijzing weg.")
            elif key[0] == "gelijk_aan" and (nummer > actie.nummer or by_number[nummer].gelijk_aan is not None):
                message = f"{subject}actie {nummer} is niet de eerste met deze tekst"
                yield Diagnostic("WP217", message, place, "Verwijs naar de eerste actie met dezelfde tekst.")
