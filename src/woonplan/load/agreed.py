"""What was agreed to be done, and the key projects and goals beside it: whether they refer to what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import Entry
from woonplan.load.nearest import suggestion
from woonplan.load.references.areas import WP201, no_gemeente
from woonplan.load.references.names import WP202, ids, twice
from woonplan.load.references.statuses import WP216
from woonplan.model.agenda import Agendabestand
from woonplan.model.base import folded
from woonplan.model.stand import Path as Key
from woonplan.model.toezegging import Actie, Afgesproken, Onderdeel, Toezegging
from woonplan.rule import Example, Rule
from woonplan.yaml_io import YamlDocument

_HEAD = "versie: 1\nbron: nota\n"
_ACTION = "paragraaf: '4.1', tekst: Plannen versnellen"

WP217 = Rule(
    code="WP217",
    naam="verwijzing tussen acties klopt niet",
    wat=(
        "Een actie verwijst naar zichzelf, 'gelijk_aan' wijst niet naar de eerste actie met die tekst, of een "
        "herhaalde actie heeft een andere status dan de eerste."
    ),
    waarom=(
        "Herhaalde acties tellen een keer en hebben samen een status; dat kan alleen als vaststaat welke de eerste is."
    ),
    oplossing=(
        "Verwijs naar de eerste actie met dezelfde tekst, of haal de verwijzing weg. Houd de status bij de eerste bij."
    ),
    hint="Verwijs naar de eerste actie met dezelfde tekst.",
    fout=Example(f"{_HEAD}acties:\n  - {{nummer: 1, {_ACTION}, gelijk_aan: 1}}\n", 4, 74, file="agenda.yaml"),
    goed=Example(
        f"{_HEAD}acties:\n  - {{nummer: 1, {_ACTION}}}\n  - {{nummer: 2, {_ACTION}, gelijk_aan: 1}}\n",
        file="agenda.yaml",
    ),
)
"""An action that refers to the wrong one."""


def agreed(agenda: Agendabestand) -> Iterator[tuple[Key, Toezegging]]:
    """Yield everything that was agreed to be done, and its parts, with where it stands."""
    for path, whole in _wholes(agenda):
        yield path, whole
        yield from (((*path, "onderdelen", j), part) for j, part in enumerate(whole.onderdelen))


def _wholes(agenda: Agendabestand) -> Iterator[tuple[Key, Afgesproken]]:
    yield from ((("acties", i), actie) for i, actie in enumerate(agenda.acties))
    yield from ((("verplichtingen", i), one) for i, one in enumerate(agenda.verplichtingen))


def _reported(agenda: Agendabestand, document: YamlDocument, gemeenten: Collection[str]) -> Iterator[Diagnostic]:
    """Yield municipalities that a state is kept of and that do not exist, and a state that is there twice."""
    listed = {folded(name) for name in gemeenten}
    for path, toezegging in agreed(agenda):
        entry, said = Entry(document, (*path, "voortgang"), "voortgang"), set()
        for j, one in enumerate(toezegging.voortgang):
            if one.gemeente is not None and folded(one.gemeente) not in listed:
                hint = suggestion(one.gemeente, gemeenten)
                yield entry.finding(WP201, no_gemeente(one.gemeente), j, "gemeente", hint=hint)
            about = (one.jaar, folded(one.gemeente or ""))
            if about in said and one.datum is None:
                hint = "Haal er een weg, of geef beide een 'datum': de laatste geldt."
                yield entry.finding(WP202, f"{one.jaar} staat al bij dezelfde gemeente", j, "jaar", hint=hint)
            said.add(about)


def _designated(agenda: Agendabestand, document: YamlDocument, gemeenten: Collection[str]) -> Iterator[Diagnostic]:
    listed = {folded(name) for name in gemeenten}
    for i, project in enumerate(agenda.sleutelprojecten):
        name = project.gemeente
        if name is not None and folded(name) not in listed:
            entry = Entry(document, ("sleutelprojecten", i), f"sleutelproject {quote(project.id)}")
            yield entry.finding(WP201, no_gemeente(name), "gemeente", hint=suggestion(name, gemeenten))


def agreed_names(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    """Yield the numbers, ids and letters that are there twice."""
    actions: list[tuple[Key, str]] = [(("acties", i, "nummer"), str(a.nummer)) for i, a in enumerate(agenda.acties)]
    yield from twice(actions, document, "Geef elke actie een eigen nummer.")
    for key in ("verplichtingen", "doelen", "niet_berekenbaar", "sleutelprojecten"):
        yield from twice(ids(getattr(agenda, key), key), document, "Geef elk een eigen id.")
    for path, whole in _wholes(agenda):
        letters = [((*path, "onderdelen", j, "letter"), part.letter) for j, part in enumerate(whole.onderdelen)]
        yield from twice(letters, document, "Geef elk onderdeel een eigen letter.")


def agreed_gemeenten(agenda: Agendabestand, document: YamlDocument, gemeenten: Collection[str]) -> Iterator[Diagnostic]:
    """Yield municipalities that do not exist, and states of the same one and year that are there twice."""
    yield from _reported(agenda, document, gemeenten)
    yield from _designated(agenda, document, gemeenten)


def agreed_references(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    """Yield references to actions that are not there, or not those that are meant."""
    yield from _actions(agenda, document)
    yield from _goals(agenda, document)


def _actions(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    for path, toezegging in agreed(agenda):
        part = f", onderdeel {toezegging.letter}" if isinstance(toezegging, Onderdeel) else ""
        whole = getattr(agenda, str(path[0]))[path[1]]
        name = f"actie {whole.nummer}" if isinstance(whole, Actie) else f"afspraak {quote(whole.id)}"
        yield from _refers(agenda, toezegging, Entry(document, path, f"{name}{part}"))


def _goals(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    for i, doel in enumerate(agenda.doelen):
        entry = Entry(document, ("doelen", i), f"doel {quote(doel.id)}")
        for j, nummer in enumerate(doel.verwant):
            if agenda.actie(nummer) is None:
                hint = "Geef het nummer van een actie in dit bestand."
                yield entry.finding(WP216, f"actie {nummer} bij 'verwant' bestaat niet", "verwant", j, hint=hint)


def _refers(agenda: Agendabestand, toezegging: Toezegging, entry: Entry) -> Iterator[Diagnostic]:
    """Yield references to actions that do not exist, to itself, or to one that is not the first with its text."""
    actie = toezegging if isinstance(toezegging, Actie) else None
    named: list[tuple[Key, int]] = [
        ((key, j), nummer) for key in ("verwant", "pas_na") for j, nummer in enumerate(getattr(toezegging, key))
    ]
    if actie is not None and actie.gelijk_aan is not None:
        named.append((("gelijk_aan",), actie.gelijk_aan))
    for key, nummer in named:
        other = agenda.actie(nummer)
        if other is None:
            hint = "Geef het nummer van een actie in dit bestand."
            yield entry.finding(WP216, f"actie {nummer} bij '{key[0]}' bestaat niet", *key, hint=hint)
        elif other is actie:
            hint = "Haal de verwijzing weg."
            yield entry.finding(WP217, f"'{key[0]}' verwijst naar de actie zelf", *key, hint=hint)
        elif actie is not None and key[0] == "gelijk_aan":
            yield from _same(actie, other, entry)


def _same(actie: Actie, first: Actie, entry: Entry) -> Iterator[Diagnostic]:
    """Yield that an action repeats one that is not the first, or has a state that is not that of the first."""
    if first.nummer > actie.nummer or first.gelijk_aan is not None:
        yield entry.finding(WP217, f"actie {first.nummer} is niet de eerste met deze tekst", "gelijk_aan")
    for key in ("status", "voortgang", "onderdelen"):
        # A repeated action need not say anything; then it has what the first has.
        if getattr(actie, key) in (getattr(first, key), Actie.model_fields[key].default):
            continue
        hint = f"Zet dit bij actie {first.nummer}; het geldt dan voor alle acties met deze tekst."
        message = f"'{key}' is anders dan bij actie {first.nummer}, die dezelfde tekst heeft"
        yield entry.finding(WP217, message, key, hint=hint)
