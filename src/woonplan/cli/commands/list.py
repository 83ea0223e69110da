"""`woonplan list`: what the register holds, one row per thing, without a target beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    OutputOption,
    PlannenOption,
    StatusOption,
)

if TYPE_CHECKING:
    from woonplan.calc.lists.listing import Filters
    from woonplan.cli.choices import Asked
    from woonplan.model.agenda import Actie
    from woonplan.report.lists.documents import What
    from woonplan.tables import Document

WhatArgument = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        autocompletion=completion.LISTS,
        help="acties, sleutelprojecten, gemeenten, plannen, bronnen, opgaven, begrippen or regels.",
    ),
]


def list_(
    what: WhatArgument,
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    gemeente: GemeenteOption = None,
    status: StatusOption = None,
    eigenaar: Annotated[
        list[str] | None,
        typer.Option("--eigenaar", metavar="WORD", help="Only actions of this owner (part of a word). Repeatable."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Only actions that are open or loopt.")] = False,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATE", help="Only actions that are late on DATE (YYYY or YYYY-MM-DD)."),
    ] = None,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> int:
    """List what the register holds: actions, key projects, municipalities, plans, documents, targets, terms, rules.

    Examples:

    \b
      woonplan list sleutelprojecten
      woonplan list acties --eigenaar provincie --open
      woonplan list acties --peildatum 2025-07-01
      woonplan list plannen --gemeente Almelo --status zacht --format csv-nl
      woonplan list begrippen
    """
    from woonplan.cli.choices import Asked, value
    from woonplan.cli.delivery import emit
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain
    from woonplan.report.lists.documents import FILTERS, What, terms_document

    wrong: list[str] = []
    chosen = value(What, what, "lijst", wrong)
    given = {
        "--gemeente": gemeente,
        "--status": status,
        "--eigenaar": eigenaar,
        "--open": open_,
        "--peildatum": peildatum is not None,
    }
    for option, lists in FILTERS.items():
        if chosen is not None and given[option] and chosen not in lists:
            wrong.append(f"{option} zegt niets over '{chosen}'; wel over: {', '.join(sorted(lists))}.")
    if chosen is None or wrong:
        return complain(wrong)
    asked = Asked(gemeenten=gemeente or [], statussen=status or [])
    if chosen is What.BEGRIPPEN:
        from woonplan.cli.session import register_if_any

        document: Document | None = terms_document(register_if_any(data, plannen))
    elif chosen is What.REGELS:
        from woonplan.checks.document import rules_document

        document = rules_document()
    elif chosen is What.ACTIES:
        document = _actions(data, plannen, (eigenaar or [], open_, peildatum))
    else:
        document = _listed(data, plannen, chosen, asked)
    return Exit.DONE if document is not None and emit(document, format, output) else Exit.NO_WORK


def _listed(data: Path, plannen: Path | None, what: What, asked: Asked) -> Document | None:
    """Return a list from the register, or None after saying on stderr why there is none."""
    from woonplan.calc.view import View
    from woonplan.cli.audit import open_agenda_file
    from woonplan.cli.choices import question
    from woonplan.cli.session import complain, open_register
    from woonplan.report.lists.documents import What, list_document

    dataset = open_register(data, plannen)
    if dataset is None:
        return None
    asks, unknown = question(dataset, asked)
    if asks is None:
        complain(unknown)
        return None
    if what is not What.BRONNEN:
        return list_document(View(dataset, asks), what)
    agenda, _, usable = open_agenda_file(data, dataset)
    return list_document(View(dataset, asks), what, agenda) if usable else None


def _actions(data: Path, plannen: Path | None, asked: tuple[list[str], bool, str | None]) -> Document | None:
    """Return the list of actions, or None after saying on stderr why there is none."""
    from woonplan.cli.audit import no_agenda, open_agenda_file
    from woonplan.cli.session import complain, open_register
    from woonplan.report.lists.documents import actions_document

    dataset = open_register(data, plannen)
    if dataset is None:
        return None
    agenda, invoer, usable = open_agenda_file(data, dataset)
    if not usable:
        return None
    if agenda is None or invoer is None:
        complain([no_agenda(data)])
        return None
    wrong: list[str] = []
    filters = _filters(agenda.acties, asked, wrong)
    if wrong:
        complain(wrong)
        return None
    return actions_document(dataset, agenda, invoer, filters)


def _filters(acties: tuple[Actie, ...], asked: tuple[list[str], bool, str | None], wrong: list[str]) -> Filters:
    """Return the filters on actions; add to ``wrong`` what names nothing."""
    from woonplan.calc.lists.listing import Filters, owners
    from woonplan.diagnostics import quote
    from woonplan.load.nearest import suggestion
    from woonplan.model.base import first_day, is_date

    words, unfinished, text = asked
    known = owners(acties)
    found: dict[str, None] = {}
    for word in words:
        matching = [name for name in known if word.casefold() in name.casefold()] if word.strip() else []
        if not matching:
            hint = suggestion(word, known) or f"Mogelijk: {', '.join(known) or 'geen'}."
            wrong.append(f"eigenaar {quote(word)} bestaat niet. {hint}")
        found.update(dict.fromkeys(matching))
    day = first_day(text) if text is not None and is_date(text) else None
    if text is not None and day is None:
        wrong.append(f"--peildatum {quote(text)} is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-07-01.")
    return Filters(tuple(found), unfinished, day)
