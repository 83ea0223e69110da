"""The numbers of every command: in which documents one may stand, and which options it takes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from woonplan.calc.question import Tegen
from woonplan.calc.view import View
from woonplan.cli.choices import Asked, question, value
from woonplan.cli.session import open_register
from woonplan.diagnostics import quote
from woonplan.load.nearest import nearest, nearest_names
from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.dataset import Dataset
from woonplan.model.naming import slug
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.address import addresses, find
from woonplan.report.explain import figure_document, place_document
from woonplan.report.yearly.year import Year
from woonplan.tables import HOMES, Document, Json, Note

GAP, REPORT, RECONCILE, LIST = "gap", "report", "reconcile", "list"

_YEAR = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `explain` as typed, beside those of a question."""

    data: Path
    plannen: Path | None
    vergelijk: Path | None
    vertrouwelijkheid: str | None


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


Opened = Numbers | list[str] | None
"""Where to look, or what is wrong with what was asked; None when that has been said."""


def explain_number(name: str, options: Options, asked: Asked, depth: int) -> Document | list[str] | None:
    """Return the explanation of a number of any table, or of a record by its id; or what is wrong, as ``Opened``."""
    name = name.strip()
    command = command_of(name)
    opened = _OPEN[command](name, options, asked)
    if not isinstance(opened, Numbers):
        return opened
    wanted = name if name.casefold().startswith(f"{command}.") else f"{command}.{name}"
    seen: list[Document] = []
    for document in opened.documents:
        seen.append(document)
        place = find(document, wanted)
        if place is not None:
            return place_document(document, place, opened.registers, depth, opened.notes)
    known = list(addresses(seen))
    if opened.view is not None:
        found = _record(name, opened, seen[0], depth)
        if found is not None:
            return found
        known += _known(name, opened.registers[0], options, asked)
    return [_nothing(name, known, opened.what)]


def known_addresses(start: str, options: Options, asked: Asked) -> Iterator[str]:
    """Yield the addresses of the numbers in the documents that an address, as far as it was typed, may be in."""
    opened = _OPEN[command_of(start)](start, options, asked)
    yield from addresses(opened.documents) if isinstance(opened, Numbers) else ()


def command_of(name: str) -> str:
    """Return the command whose tables hold an address; that of the balance where none is named."""
    words = name.strip().casefold().split(".")
    return words[0] if len(words) > 1 and words[0] in _OPEN and (words[0] != REPORT or _year(name)) else GAP


def _year(name: str) -> int | None:
    words = name.split(".")
    return int(words[1]) if len(words) > 1 and _YEAR.fullmatch(words[1]) else None


def _view(options: Options, asked: Asked, plannen: Path | None = None) -> View | list[str] | None:
    """Return the register with what is asked of it, or what is wrong with that; None when there is no register."""
    dataset = open_register(options.data, plannen or options.plannen)
    if dataset is None:
        return None
    asks, unknown = question(dataset, asked)
    return unknown if asks is None else View(dataset, asks)


def _gap(name: str, options: Options, asked: Asked) -> Opened:
    by_year = [slug(word) for word in name.split(".")][:2] == [GAP, "jaar"]
    wrong = []
    if (asked.spreid or asked.buffer is not None) and not by_year:
        wrong.append("--spreid en --buffer horen bij een getal van gap.jaar.")
    if options.vergelijk is not None or options.vertrouwelijkheid is not None:
        wrong.append("--vergelijk en --vertrouwelijkheid horen bij een getal van report; gap rekent met alle plannen.")
    view = wrong or _view(options, asked)
    if not isinstance(view, View):
        return view
    what = "geen getal in een tabel, geen begrip en geen plan"
    return Numbers(gap_documents(view, name), (view.dataset,), what, view=view)


def gap_documents(view: View, name: str) -> Iterator[Document]:
    """Yield the documents of `gap` that an address may be in: of a grouping, of the years, or else of the whole.

    A municipality may be named at once, since most groupings are of municipalities.
    """
    from woonplan.calc.question import By
    from woonplan.report.gap.balance import gap_document
    from woonplan.report.gap.groups import grouped_document
    from woonplan.report.gap.pace import pace_document

    words = [slug(word) for word in name.split(".")]
    first = next(iter(words[words[0] == GAP :]), "")
    if first == "jaar":
        yield pace_document(view)
    elif first in set(By):
        yield grouped_document(view, By(first))
    else:
        yield gap_document(view)
        yield replace(grouped_document(view, By.GEMEENTE), address=GAP)


def _record(name: str, opened: Numbers, document: Document, depth: int) -> Document | None:
    from woonplan.calc.lists.listing import record_figure

    record = record_figure(opened.view, name) if opened.view else None
    return figure_document(document, (name, record, HOMES), opened.registers, depth) if record else None


def _known(name: str, dataset: Dataset, options: Options, asked: Asked) -> Iterator[str]:
    """Yield the terms and plans beside the numbers of `gap`, and the numbers of a command whose name is misspelt."""
    yield from (begrip.naam for begrip in BEGRIPPEN)
    yield from (plan.id for plan in dataset.stand.plannen)
    start, dot, _ = name.partition(".")
    near = nearest(start, (RECONCILE, LIST)) if dot else None
    if near is not None:
        yield from known_addresses(f"{near}.", options, asked)


def _report(name: str, options: Options, asked: Asked) -> Opened:
    from woonplan.calc.confidential import without_lines
    from woonplan.calc.lists.actions import with_agenda
    from woonplan.cli.open_year import open_year
    from woonplan.report.yearly.report import state_remarks

    wrong = []
    if (
        asked.spreid
        or asked.buffer is not None
        or asked.statussen
        or asked.strategieen
        or asked.tegen is not Tegen.AMBITIE
    ):
        wrong.append("--status, --strategie, --tegen, --spreid en --buffer horen bij een getal van gap.")
    if asked.netto and slug([*name.split("."), "", ""][2]) == "rijk":
        wrong.append("--netto zegt niets over 'rijk': dat rapport heeft hard_bruto en hard_netto naast elkaar.")
    level = value(Vertrouwelijkheid, options.vertrouwelijkheid or "openbaar", "vertrouwelijkheid", wrong)
    jaar = _year(name)
    if level is None or jaar is None or wrong:
        return wrong
    year = open_year(options.data, (options.plannen, options.vergelijk), jaar, level, asked)
    if year is None:
        return None
    # What readers may see a part of has no lines: they would tell how much stands between the records.
    seen = [without_lines(one) for one in (year.seen, year.earlier) if one is not None]
    if year.agenda is not None and year.agenda_invoer is not None:
        seen[0] = with_agenda(seen[0], year.agenda, year.agenda_invoer)
    return Numbers(year_documents(year), tuple(seen), f"geen getal in een rapport van {jaar}", state_remarks(year))


def year_documents(year: Year) -> Iterator[Document]:
    """Yield the reports of a year, the kind with most tables first."""
    from woonplan.report.yearly.report import Rapport, yearly_document

    for soort in Rapport:
        yield yearly_document(year, soort)


def _reconcile(_name: str, options: Options, asked: Asked) -> Opened:
    from woonplan.calc.audit.known import explain_differences
    from woonplan.calc.audit.reconcile import reconcile
    from woonplan.cli.audit import open_agenda_file
    from woonplan.report.reconcile import reconcile_document

    view = _refused(RECONCILE, ("--opgave", "--telling"), options, asked) or _view(options, asked)
    if not isinstance(view, View):
        return view
    agenda, _, usable = open_agenda_file(options.data, view.dataset)
    if not usable:
        return None
    result = explain_differences(reconcile(view, agenda), None, view.dataset.stand.kop.peildatum)
    document = reconcile_document(view, result, None, everything=True)
    parameters: Json = {"opgave": view.opgave.id if view.opgave else None, "telling": view.question.telling}
    facts = {"opdracht": RECONCILE, "titel": document.title, **document.facts, "parameters": parameters}
    return Numbers([replace(document, facts=facts)], (view.dataset,), "geen getal van reconcile")


def _list(name: str, options: Options, asked: Asked) -> Opened:
    from woonplan.calc.lists.actions import with_agenda
    from woonplan.calc.lists.listing import Filters
    from woonplan.cli.audit import no_agenda, open_agenda_file
    from woonplan.report.lists.documents import CALCULATED, FILTERS, What, actions_document, list_document

    word = slug([*name.split("."), ""][1])
    what = next((one for one in CALCULATED if word == one), None)
    allowed = [option for option in ("--gemeente", "--status") if what is None or what in FILTERS[option]]
    view = _refused(f"{LIST}.{what}" if what else LIST, allowed, options, asked) or _view(options, asked)
    if not isinstance(view, View):
        return view
    lists = [what] if what else [one for one in CALCULATED if one is not What.ACTIES]
    if what is not What.ACTIES:
        documents = (list_document(view, one) for one in lists)
        return Numbers(documents, (view.dataset,), "geen berekend getal van list")
    agenda, invoer, usable = open_agenda_file(options.data, view.dataset)
    if not usable:
        return None
    if agenda is None or invoer is None:
        return [no_agenda(options.data)]
    document = actions_document(view.dataset, agenda, invoer, Filters())
    return Numbers([document], (with_agenda(view.dataset, agenda, invoer),), "geen berekend getal van list")


def _refused(of: str, allowed: Collection[str], options: Options, asked: Asked) -> list[str]:
    """Return what is wrong with the options, where some say nothing about a number of this command or list."""
    given = {
        "--gemeente": asked.gemeenten,
        "--status": asked.statussen,
        "--strategie": asked.strategieen,
        "--netto": asked.netto,
        "--tegen": asked.tegen is not Tegen.AMBITIE,
        "--opgave": asked.opgaven,
        "--telling": asked.telling,
        "--spreid": asked.spreid,
        "--buffer": asked.buffer is not None,
        "--vergelijk": options.vergelijk,
        "--vertrouwelijkheid": options.vertrouwelijkheid,
    }
    wrong = [option for option, typed in given.items() if typed and option not in allowed]
    if not wrong:
        return []
    said = f"{', '.join(wrong)}: zegt niets over een getal van {of}"
    return [f"{said}; wel: {', '.join(allowed)}." if allowed else f"{said}."]


_OPEN = {GAP: _gap, REPORT: _report, RECONCILE: _reconcile, LIST: _list}
"""By command, how its numbers are opened."""


def _nothing(name: str, known: Sequence[str], what: str) -> str:
    """Return that a name is nothing, with the nearest of the names that are known."""
    near = nearest_names(name, list(known))
    hint = f"Bedoelt u {' of '.join(quote(n) for n in near)}?" if near else "Zie 'woonplan list begrippen'."
    return f"{quote(name)} is {what}. {hint}"
