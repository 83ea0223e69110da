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
    VertrouwelijkheidOption,
)
from woonplan.cli.streams import NoWorkError
from woonplan.diagnostics import quote

if TYPE_CHECKING:
    from woonplan.calc.lists.actions import Filters
    from woonplan.model.agenda import Agendabestand

WhatArgument = Annotated[
    str,
    typer.Argument(
        metavar="WAT",
        autocompletion=completion.LISTS,
        help="Een lijst: acties, sleutelprojecten, gemeenten, plannen, bronnen, opgaven, doelen, niet-berekenbaar, "
        "begrippen of regels.",
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
        typer.Option(
            "--eigenaar", metavar="WOORD", help="Alleen acties van deze eigenaar (deel van een woord). Mag vaker."
        ),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Alleen acties die open zijn of lopen, of dat kunnen zijn.")
    ] = False,
    peildatum: Annotated[
        str | None,
        typer.Option(
            "--peildatum", metavar="DATUM", help="Alleen acties die op DATUM te laat zijn (JJJJ of JJJJ-MM-DD)."
        ),
    ] = None,
    vertrouwelijkheid: VertrouwelijkheidOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> None:
    """Toon wat er in het register staat, zonder opgave ernaast.

    Voorbeelden:

    \b
      woonplan list sleutelprojecten
      woonplan list acties --eigenaar provincie --open
      woonplan list acties --peildatum 2025-07-01
      woonplan list plannen --gemeente Almelo --status zacht --format csv-nl
      woonplan list plannen --vertrouwelijkheid regio
      woonplan list doelen
      woonplan list niet-berekenbaar
      woonplan list begrippen
    """
    from woonplan.cli.choices import Asked, value
    from woonplan.cli.delivery import deliver
    from woonplan.cli.lists import Lists
    from woonplan.report.lists.documents import FILTERS, What

    wrong: list[str] = []
    chosen = value(What, what, "lijst", wrong)
    given = {
        "--gemeente": gemeente,
        "--status": status,
        "--eigenaar": eigenaar,
        "--open": open_,
        "--peildatum": peildatum is not None,
        "--vertrouwelijkheid": vertrouwelijkheid is not None,
    }
    for option, lists in FILTERS.items():
        if chosen is not None and given[option] and chosen not in lists:
            wrong.append(f"{option} zegt niets over '{chosen}'; wel over: {', '.join(sorted(lists))}.")
    if chosen is None or wrong:
        raise NoWorkError(*wrong)
    asked = Asked(data=data, plannen=plannen, gemeenten=gemeente, statussen=status, vertrouwelijkheid=vertrouwelijkheid)
    found = Lists(asked)
    document = found.document(
        chosen, lambda agenda: _filters(agenda, eigenaar, open_, peildatum, found.view.question.gemeenten)
    )
    deliver(document, format, output)


def _filters(
    agenda: Agendabestand,
    words: list[str] | None,
    unfinished: bool,
    peildatum: str | None,
    gemeenten: tuple[str, ...],
) -> Filters:
    """Return the filters on actions; refuse what names nothing."""
    from woonplan.calc.lists.actions import Filters, also_we, owners
    from woonplan.load.nearest import suggestion
    from woonplan.model.base import first_day, folded, is_date

    possible = owners(agenda)
    wrong: list[str] = []
    found: dict[str, None] = {}
    for word in words or ():
        matching = [name for name in possible if folded(word) in folded(name)] if word.strip() else []
        found |= dict.fromkeys(matching)
        if not matching:
            hint = suggestion(word, possible) or f"Mogelijk: {', '.join(possible) or 'geen'}."
            wrong.append(f"eigenaar {quote(word)} bestaat niet. {hint}")
    if peildatum is not None and not is_date(peildatum):
        wrong.append(
            f"--peildatum {quote(peildatum)} is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-07-01."
        )
    if wrong:
        raise NoWorkError(*wrong)
    day = first_day(peildatum) if peildatum is not None else None
    return Filters(also_we(agenda, found), unfinished, day, gemeenten)
