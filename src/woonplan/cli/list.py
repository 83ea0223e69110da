"""`woonplan list`: what the register holds, one row per thing, without a target beside it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
    from woonplan.calc.listing import Filters
    from woonplan.load.agenda import LoadedAgenda
    from woonplan.model.agenda import Actie
    from woonplan.model.dataset import Dataset

_DATUM = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")

WhatArgument = Annotated[
    str,
    typer.Argument(metavar="WHAT", help="acties, sleutelprojecten, gemeenten, plannen, bronnen, opgaven or begrippen."),
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
    """List what the register holds: actions, key projects, municipalities, plans, documents, targets, terms.

    Examples:
    \b
      woonplan list sleutelprojecten
      woonplan list acties --eigenaar provincie --open
      woonplan list acties --peildatum 2025-07-01
      woonplan list plannen --gemeente Almelo --status zacht --format csv-nl
      woonplan list begrippen
    """
    from woonplan.cli.choices import Asked, question, value
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, emit, open_register
    from woonplan.report.lists import FILTERS, What, list_document, terms_document

    wrong: list[str] = []
    chosen = value(What, what, "lijst", wrong)
    if chosen is None:
        return complain(wrong)
    given = {
        "--gemeente": gemeente,
        "--status": status,
        "--eigenaar": eigenaar,
        "--open": open_,
        "--peildatum": peildatum is not None,
    }
    for option, lists in FILTERS.items():
        if given[option] and chosen not in lists:
            wrong.append(f"{option} zegt niets over '{chosen}'; wel over: {', '.join(sorted(lists))}.")
    if wrong:
        return complain(wrong)
    if chosen is What.BEGRIPPEN:
        return Exit.DONE if emit(terms_document(), format, output) else Exit.NO_WORK
    dataset = open_register(data, plannen)
    if dataset is None:
        return Exit.NO_WORK
    if chosen is What.ACTIES:
        return _actions(dataset, data, (eigenaar or [], open_, peildatum), format, output)
    asks, unknown = question(dataset, Asked(gemeenten=gemeente or [], statussen=status or []))
    if asks is None:
        return complain(unknown)
    agenda = None
    if chosen is What.BRONNEN and (data / "agenda.yaml").exists():
        agenda = _agenda(dataset, data)
        if agenda is None:
            return Exit.NO_WORK
    document = list_document(dataset, chosen, asks, agenda.agenda if agenda else None)
    return Exit.DONE if emit(document, format, output) else Exit.NO_WORK


def _actions(
    dataset: Dataset, data: Path, asked: tuple[list[str], bool, str | None], format_name: str, output: Path | None
) -> int:
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, emit
    from woonplan.render.safe import safe
    from woonplan.report.lists import actions_document

    if not (data / "agenda.yaml").exists():
        where = safe((data / "agenda.yaml").as_posix())
        return complain([f"dit register heeft geen afspraken: '{where}' bestaat niet."])
    loaded = _agenda(dataset, data)
    if loaded is None or loaded.agenda is None or loaded.invoer is None:
        return Exit.NO_WORK
    wrong: list[str] = []
    filters = _filters(loaded.agenda.acties, asked, wrong)
    if wrong:
        return complain(wrong)
    document = actions_document(dataset, loaded.agenda, loaded.invoer, filters)
    return Exit.DONE if emit(document, format_name, output) else Exit.NO_WORK


def _agenda(dataset: Dataset, data: Path) -> LoadedAgenda | None:
    """Return the agreements, or None after saying on stderr what is wrong with them."""
    from woonplan.cli.session import say
    from woonplan.load.agenda import load_agenda
    from woonplan.render.findings import render_findings

    loaded = load_agenda(data / "agenda.yaml", [bron.id for bron in dataset.gebied.bronnen])
    if loaded.findings:
        say(render_findings(loaded.findings))
    return loaded if loaded.agenda is not None else None


def _filters(acties: tuple[Actie, ...], asked: tuple[list[str], bool, str | None], wrong: list[str]) -> Filters:
    """Return the filters on actions; add to ``wrong`` what names nothing."""
    from woonplan.calc.listing import Filters, owners
    from woonplan.diagnostics import quote
    from woonplan.load.nearest import suggestion

    words, unfinished, text = asked
    known = owners(acties)
    found: dict[str, None] = {}
    for word in words:
        matching = [name for name in known if word.casefold() in name.casefold()] if word.strip() else []
        if not matching:
            hint = suggestion(word, known) or f"Mogelijk: {', '.join(known) or 'geen'}."
            wrong.append(f"eigenaar {quote(word)} bestaat niet. {hint}")
        found.update(dict.fromkeys(matching))
    day = _day(text) if text is not None else None
    if text is not None and day is None:
        wrong.append(f"--peildatum {quote(text)} is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-07-01.")
    return Filters(tuple(found), unfinished, day)


def _day(text: str) -> date | None:
    """Return the first day that a date can mean, or None when it is no date."""
    from woonplan.model.base import first_day

    try:
        return first_day(text) if _DATUM.fullmatch(text) else None
    except ValueError:
        return None
