"""`agenda.yaml` to the agreements, with everything that is wrong with it: shape, sources, numbers and dates."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.beside import read_beside
from woonplan.load.nearest import suggestion
from woonplan.load.references.areas import WP201, no_gemeente
from woonplan.load.references.names import Block, twice, unlisted
from woonplan.load.references.statuses import WP216
from woonplan.model.agenda import Actie, Agendabestand, Parameter, Prijsgrens
from woonplan.model.base import first_day
from woonplan.model.stand import Invoer
from woonplan.model.stand import Path as Key
from woonplan.rule import Example, Rule
from woonplan.yaml_io import YamlDocument

AGENDA = "agenda.yaml"

_HEAD = "versie: 1\nbron: nota\n"
"""How the examples of rules begin."""


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

    def integrity(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
        yield from _names(agenda, document)
        if bronnen is not None:
            known = {*bronnen, *(bron.id for bron in agenda.bronnen)}
            hint = "Zet het document bij 'bronnen' in dit bestand of in gemeenten.yaml."
            yield from unlisted(_blocks(agenda), document, known, hint)
        if gemeenten is not None:
            yield from _members(agenda, document, gemeenten)
        for i, parameter in enumerate(agenda.parameters):
            yield from _order(parameter, document, ("parameters", i, "waarden"))
        yield from _limits(agenda.prijsgrenzen, document)
        yield from _actions(agenda.acties, document)

    return LoadedAgenda(*read_beside(path, Agendabestand, "acties", integrity))


def _names(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    documents: list[tuple[Key, str]] = [(("bronnen", i, "id"), bron.id) for i, bron in enumerate(agenda.bronnen)]
    # One name, one thing: rules ask for parameters and groups by their ids alone.
    rules: list[tuple[Key, str]] = [(("parameters", i, "id"), p.id) for i, p in enumerate(agenda.parameters)]
    rules += [(("gemeentegroepen", i, "id"), groep.id) for i, groep in enumerate(agenda.gemeentegroepen)]
    actions: list[tuple[Key, str]] = [(("acties", i, "nummer"), str(a.nummer)) for i, a in enumerate(agenda.acties)]
    yield from twice(documents, document, "Geef elk document een eigen id.")
    yield from twice(rules, document, "Geef elke parameter en elke gemeentegroep een eigen id.")
    yield from twice(actions, document, "Geef elke actie een eigen nummer.")


def _blocks(agenda: Agendabestand) -> Iterator[Block]:
    """Yield everything in the file that may name a document."""
    yield (), agenda
    for key in ("parameters", "gemeentegroepen", "prijsgrenzen", "acties"):
        yield from (((key, i), block) for i, block in enumerate(getattr(agenda, key)))
    for i, parameter in enumerate(agenda.parameters):
        yield from ((("parameters", i, "waarden", j), waarde) for j, waarde in enumerate(parameter.waarden))


def _members(agenda: Agendabestand, document: YamlDocument, gemeenten: Collection[str]) -> Iterator[Diagnostic]:
    known = {name.casefold() for name in gemeenten}
    for i, groep in enumerate(agenda.gemeentegroepen):
        for j, name in enumerate(groep.gemeenten):
            if name.casefold() not in known:
                place = document.place(("gemeentegroepen", i, "gemeenten", j))
                hint = suggestion(name, gemeenten) or "Zie de namen in gemeenten.yaml."
                yield WP201.at(place, f"gemeentegroep {quote(groep.id)}: {no_gemeente(name)}", hint)


def _values(first: int, second: int) -> str:
    return (
        f"{_HEAD}parameters:\n  - id: minimum\n    naam: Minimum van een sleutelproject\n    waarden:\n"
        f"      - {{vanaf: {first}, waarde: 200, eenheid: woningen}}\n"
        f"      - {{vanaf: {second}, waarde: 150, eenheid: woningen}}\n"
    )


WP218 = Rule(
    code="WP218",
    naam="waarden niet op volgorde",
    wat="De waarden van een parameter staan niet van oud naar nieuw, of een latere waarde heeft geen 'vanaf'.",
    waarom="Welke afspraak op een datum geldt, volgt uit de volgorde.",
    oplossing="Zet de oudste waarde eerst en geef elke volgende een 'vanaf'.",
    fout=Example(_values(2022, 2021), 8, 17, file="agenda.yaml"),
    goed=Example(_values(2021, 2022), file="agenda.yaml"),
)
"""Values of a parameter that are not in order."""


def _order(parameter: Parameter, document: YamlDocument, key: Key) -> Iterator[Diagnostic]:
    subject = f"parameter {quote(parameter.id)}: "
    for i, waarde in enumerate(parameter.waarden[1:], start=1):
        place = document.place((*key, i, "vanaf"))
        before = parameter.waarden[i - 1].vanaf
        if waarde.vanaf is None:
            hint = "Alleen de eerste waarde mag zonder 'vanaf'."
            yield WP218.at(place, f"{subject}waarde nummer {i + 1} heeft geen 'vanaf'", hint)
        elif before is not None and first_day(waarde.vanaf) <= first_day(before):
            message = f"{subject}vanaf {waarde.vanaf} komt niet na {before}"
            yield WP218.at(place, message, "Zet de waarden op volgorde, de oudste eerst.")


def _prices(second: int) -> str:
    return (
        f"{_HEAD}prijsgrenzen:\n  - {{jaar: 2024, soort: betaalbare_koop, bedrag_cent: 39000000}}\n"
        f"  - {{jaar: {second}, soort: betaalbare_koop, bedrag_cent: 40500000}}\n"
    )


WP219 = Rule(
    code="WP219",
    naam="prijsgrenzen overlappen",
    wat="Voor dezelfde soort en dezelfde dagen staan twee prijsgrenzen, of een grens geldt buiten zijn jaar.",
    waarom="Dan is niet te zeggen of een woning betaalbaar is.",
    oplossing="Begrens beide met 'vanaf' en 'tot' binnen het jaar, of haal er een weg.",
    fout=Example(_prices(2024), 5, 12, file="agenda.yaml"),
    goed=Example(_prices(2025), file="agenda.yaml"),
)
"""Price limits that overlap."""


def _limits(grenzen: tuple[Prijsgrens, ...], document: YamlDocument) -> Iterator[Diagnostic]:
    for i, grens in enumerate(grenzen):
        subject = f"prijsgrens {grens.soort} {grens.jaar}: "
        start, end = f"{grens.jaar}-01-01", f"{grens.jaar + 1}-01-01"
        van, tot = grens.vanaf or start, grens.tot or end
        if not first_day(start) <= first_day(van) < first_day(tot) <= first_day(end):
            place = document.place(("prijsgrenzen", i, "tot" if grens.vanaf is None else "vanaf"))
            message = f"{subject}de periode van {van} tot {tot} valt niet binnen het jaar"
            yield WP219.at(place, message, "'vanaf' is de eerste dag, 'tot' de eerste dag erna.")
            continue
        for other in grenzen[:i]:
            if (other.soort, other.jaar) != (grens.soort, grens.jaar):
                continue
            if first_day(van) < first_day(other.tot or end) and first_day(other.vanaf or start) < first_day(tot):
                message = f"{subject}er is al een grens voor dezelfde dagen"
                hint = "Begrens beide met 'vanaf' en 'tot', of haal er een weg."
                yield WP219.at(document.place(("prijsgrenzen", i, "jaar")), message, hint)
                break


_ACTION = "paragraaf: '4.1', tekst: Plannen versnellen"

WP217 = Rule(
    code="WP217",
    naam="verwijzing tussen acties klopt niet",
    wat="Een actie verwijst naar zichzelf, of 'gelijk_aan' wijst niet naar de eerste actie met die tekst.",
    waarom="Herhaalde acties worden een keer geteld; dat kan alleen als vaststaat welke de eerste is.",
    oplossing="Verwijs naar de eerste actie met dezelfde tekst, of haal de verwijzing weg.",
    fout=Example(f"{_HEAD}acties:\n  - {{nummer: 1, {_ACTION}, gelijk_aan: 1}}\n", 4, 74, file="agenda.yaml"),
    goed=Example(
        f"{_HEAD}acties:\n  - {{nummer: 1, {_ACTION}}}\n  - {{nummer: 2, {_ACTION}, gelijk_aan: 1}}\n",
        file="agenda.yaml",
    ),
)
"""An action that refers to the wrong one."""


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
                yield WP216.at(place, message, "Geef het nummer van een actie in dit bestand.")
            elif nummer == actie.nummer:
                message = f"{subject}'{key[0]}' verwijst naar de actie zelf"
                yield WP217.at(place, message, "Haal de verwijzing weg.")
            elif key[0] == "gelijk_aan" and (nummer > actie.nummer or by_number[nummer].gelijk_aan is not None):
                message = f"{subject}actie {nummer} is niet de eerste met deze tekst"
                yield WP217.at(place, message, "Verwijs naar de eerste actie met dezelfde tekst.")
