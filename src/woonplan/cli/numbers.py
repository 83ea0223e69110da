"""The numbers of every command: in which documents one may stand, and which options it takes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from woonplan.calc.view import View
from woonplan.cli.choices import Asked, open_view
from woonplan.cli.streams import NoWorkError
from woonplan.diagnostics import quote
from woonplan.load.nearest import meant, nearest_names
from woonplan.model.base import slug
from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.dataset import Dataset
from woonplan.report.address import addresses, find, places
from woonplan.report.explain import choice_document, figure_document, place_document
from woonplan.report.heading import unseen
from woonplan.tables.cell import Json
from woonplan.tables.document import Document, Note
from woonplan.tables.look import HOMES

GAP, REPORT, RECONCILE, LIST, DIFF = "gap", "report", "reconcile", "list", "diff"

_YEAR = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The documents in which a number may stand, made one by one, and what they were computed from."""

    documents: Iterable[Document]
    registers: tuple[Dataset, ...]
    what: str
    """What a name that is found nowhere is not."""
    notes: tuple[Note, ...] = ()
    view: View | None = None
    """What is asked of the register, for who may name a record instead."""


def explain_number(name: str, asked: Asked, depth: int) -> Document:
    """Return the explanation of a number of any table, or of a record by its id; refuse a name that is neither.

    The beginning of addresses (`gap.jaar`) gives those.
    """
    name = name.strip().removesuffix(".")
    command = command_of(name)
    opened = _OPEN[command](name, asked)
    wanted = name if f"{name}.".casefold().startswith(f"{command}.") else f"{command}.{name}"
    seen: list[Document] = []
    for document in opened.documents:
        seen.append(document)
        place = find(places(document), wanted)
        if place is not None:
            return place_document(document, place, opened.registers, depth, opened.notes)
    start = f"{wanted.casefold()}."
    inside = [place for document in seen for place in places(document) if place.address.startswith(start)]
    if inside:
        return choice_document(wanted, inside)
    possible = list(addresses(seen))
    if opened.view is not None:
        from woonplan.calc.lists.listing import record_figure

        record = record_figure(opened.view, name)
        if record is not None:
            return figure_document(seen[0], (name, record, HOMES), opened.registers, depth, opened.notes)
        possible += _others(name, opened.view.dataset, asked)
    near = nearest_names(name, possible)
    hint = meant(near) or "'woonplan explain' zonder naam zegt wat er is."
    raise NoWorkError(f"{quote(name)} is {opened.what}. {hint}")


def explain_choice(asked: Asked) -> Document:
    """Return which numbers of the balance can be explained, and how to reach others."""
    from woonplan.report.gap.balance import gap_document

    document = gap_document(open_view(asked))
    return choice_document(document.title, places(document))


def possible_addresses(start: str, asked: Asked) -> Iterator[str]:
    """Yield the addresses of the numbers in the documents that an address, as far as it was typed, may be in."""
    with suppress(NoWorkError):
        yield from addresses(_OPEN[command_of(start)](start, asked).documents)


def command_of(name: str) -> str:
    """Return the command whose tables hold an address; that of the balance where none is named."""
    words = name.strip().casefold().split(".")
    named = words[0] in _OPEN and (words[0] != REPORT or (len(words) > 1 and _YEAR.fullmatch(words[1])))
    return words[0] if named else GAP


def _gap(name: str, asked: Asked) -> Numbers:
    by_year = [slug(word) for word in name.split(".")][:2] == [GAP, "jaar"]
    wrong = []
    if (asked.spreid or asked.buffer is not None) and not by_year:
        wrong.append("--spreid en --buffer horen bij een getal van gap.jaar.")
    if asked.vergelijk is not None:
        wrong.append("--vergelijk hoort bij een getal van report of diff.")
    if wrong:
        raise NoWorkError(*wrong)
    view = open_view(asked)
    what = "geen getal in een tabel, geen begrip en geen plan"
    return Numbers(_gap_documents(view, name), (view.dataset,), what, unseen(view.dataset), view)


def _gap_documents(view: View, name: str) -> Iterator[Document]:
    """Yield the documents of `gap` that an address may be in: of a grouping, of the years, or else of the whole.

    A municipality may be named at once, since most groupings are of municipalities.
    """
    from woonplan.calc.gap.crossed import COLUMNS, ROWS
    from woonplan.calc.question import By
    from woonplan.report.gap.balance import gap_document
    from woonplan.report.gap.crossed import crossed_document
    from woonplan.report.gap.groups import grouped_document
    from woonplan.report.gap.pace import pace_document

    words = [slug(word) for word in name.split(".")]
    first = next(iter(words[words[0] == GAP :]), "")
    if first == "jaar":
        yield pace_document(view)
    elif (second := next(iter(words[words[0] == GAP :][1:]), "")) in set(COLUMNS) and first in set(ROWS):
        yield crossed_document(view, By(first), By(second))
    elif first in set(By):
        yield grouped_document(view, By(first))
    else:
        yield gap_document(view)
        yield replace(grouped_document(view, By.GEMEENTE), address=GAP)


def _others(name: str, dataset: Dataset, asked: Asked) -> Iterator[str]:
    """Yield the terms and plans beside the numbers of `gap`, and the numbers of a command whose name is misspelt."""
    yield from (begrip.naam for begrip in BEGRIPPEN)
    yield from (plan.id for plan in dataset.stand.plannen)
    start, dot, _ = name.partition(".")
    near = next(iter(nearest_names(start, (RECONCILE, LIST))), None) if dot else None
    if near is not None:
        yield from possible_addresses(f"{near}.", asked)


def _report(name: str, asked: Asked) -> Numbers:
    from woonplan.calc.lists.actions import with_agenda
    from woonplan.cli.open_year import open_year
    from woonplan.report.yearly.report import Rapport, state_remarks, yearly_document

    wrong: list[str] = []
    if {"--status", "--strategie", "--tegen", "--spreid", "--buffer"}.intersection(asked.given):
        wrong.append("--status, --strategie, --tegen, --spreid en --buffer horen bij een getal van gap.")
    if asked.netto and slug([*name.split("."), "", ""][2]) == "rijk":
        wrong.append("--netto zegt niets over 'rijk': dat rapport heeft hard_bruto en hard_netto naast elkaar.")
    if wrong:
        raise NoWorkError(*wrong)
    jaar = int(name.split(".")[1])
    year = open_year(asked, jaar)
    seen = [*year.seen]
    if year.agenda is not None and year.agenda_invoer is not None:
        seen[0] = with_agenda(seen[0], year.agenda, year.agenda_invoer)
    # The kind with most tables comes first.
    documents = (yearly_document(year, soort) for soort in Rapport)
    return Numbers(documents, tuple(seen), f"geen getal in een rapport van {jaar}", state_remarks(year))


def _reconcile(_name: str, asked: Asked) -> Numbers:
    from woonplan.calc.audit.bekend import explain_differences
    from woonplan.calc.audit.reconcile import reconcile
    from woonplan.calc.lists.actions import with_agenda
    from woonplan.cli.beside import open_agenda
    from woonplan.report.reconcile import reconcile_document

    _only(RECONCILE, ("--opgave", "--telling"), asked)
    view = open_view(asked)
    agenda, invoer, _ = open_agenda(asked.data, view.dataset)
    result = explain_differences(reconcile(view, agenda), None, view.dataset.stand.kop.peildatum)
    document = reconcile_document(view, result, None, everything=True, agenda=agenda, agenda_invoer=invoer)
    parameters: Json = {"opgave": view.opgave.id if view.opgave else None, "telling": view.question.telling}
    facts = {**document.facts, "parameters": parameters}
    dataset = with_agenda(view.dataset, agenda, invoer) if agenda and invoer else view.dataset
    return Numbers([replace(document, facts=facts)], (dataset,), "geen getal van reconcile")


def _list(name: str, asked: Asked) -> Numbers:
    from woonplan.cli.lists import Lists
    from woonplan.report.lists.documents import FILTERS, OF_AGENDA, What

    word = slug([*name.split("."), ""][1])
    what = next((one for one in What if word == slug(one)), None)
    options = ("--gemeente", "--status", "--vertrouwelijkheid")
    allowed = [option for option in options if what is None or what in FILTERS[option]]
    _only(f"{LIST}.{what}" if what else LIST, allowed, asked)
    lists = Lists(asked, needed=True)
    # A register without agreements has the other lists.
    wanted = [what] if what else [one for one in What if one not in OF_AGENDA]
    documents = (replace(lists.document(one), address=f"{LIST}.{one}") for one in wanted)
    return Numbers(documents, (lists.dataset,), "geen berekend getal van list", unseen(lists.view.dataset))


def _diff(_name: str, asked: Asked) -> Numbers:
    from woonplan.cli.comparing import compared
    from woonplan.report.diff.document import diff_document

    _only(DIFF, ("--gemeente", "--netto", "--opgave", "--telling", "--vergelijk", "--vertrouwelijkheid"), asked)
    if asked.vergelijk is None:
        raise NoWorkError("geef de oude kant met --vergelijk: een pad, een peildatum of een git-revisie.")
    found, kanten = compared(asked.vergelijk.as_posix(), None, asked)
    registers = (found.nieuw.dataset, found.oud.dataset)
    document = diff_document(found, kanten)
    return Numbers([document], registers, "geen getal van diff", unseen(*registers))


def _only(of: str, allowed: Collection[str], asked: Asked) -> None:
    """Refuse options that say nothing about a number of this command or list."""
    wrong = [option for option in asked.given if option not in allowed]
    if wrong:
        also = f"; wel: {', '.join(allowed)}" if allowed else ""
        raise NoWorkError(f"{', '.join(wrong)}: zegt niets over een getal van {of}{also}.")


_OPEN = {GAP: _gap, REPORT: _report, RECONCILE: _reconcile, LIST: _list, DIFF: _diff}
"""By command, how its numbers are opened."""
