"""`woonplan diff`: what changed between two states, in plans and in totals."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    NettoOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    TellingOption,
    VertrouwelijkheidOption,
    choice,
)
from woonplan.cli.run import Exit


class Alleen(StrEnum):
    """The parts of the answer that can be asked for alone."""

    TOTALEN = "totalen"
    GEMEENTEN = "gemeenten"
    PLANNEN = "plannen"


AlleenOption = typer.Option(
    "--alleen",
    parser=choice(Alleen, "deel"),
    metavar="DEEL",
    autocompletion=completion.values(*Alleen),
    help="Alleen dit deel: totalen, gemeenten (met elke oorzaak) of plannen.",
)


def diff(
    oud: Annotated[
        str,
        typer.Argument(metavar="OUD", help="De oude kant: een pad, een peildatum in het register of een git-revisie."),
    ],
    nieuw: Annotated[
        str | None,
        typer.Argument(metavar="NIEUW", help="De nieuwe kant; zonder deze het register zoals het nu is."),
    ] = None,
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    gemeente: GemeenteOption = None,
    netto: NettoOption = False,
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    vertrouwelijkheid: VertrouwelijkheidOption = None,
    alleen: Annotated[Alleen | None, AlleenOption] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Eindig als git: 0 zonder verschil, 1 met verschil.")
    ] = False,
    toelichting: Annotated[
        bool,
        typer.Option("--toelichting", help="Toon alles: elk plan, elke gemeente met elke oorzaak, en beide kanten."),
    ] = False,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> Exit:
    """Laat zien wat er veranderde tussen twee standen: in de totalen, per gemeente en per plan.

    Elke kant is een pad (de map van een register of een plannenbestand), anders een peildatum van een stand in het
    register, anders een git-revisie (HEAD~1, een tag, main, main:data). Git wordt alleen gelezen.

    Voorbeelden:

    \b
      woonplan diff HEAD~1
      woonplan diff oud/ data/
      woonplan diff data/plannen.yaml data/plannen-2021.yaml
      woonplan diff 2023-01-01 2024-01-01 --toelichting
      woonplan diff HEAD~1 --alleen plannen
      woonplan diff main --format md --vertrouwelijkheid openbaar
      woonplan diff HEAD~1 --exit-code
    """
    from woonplan.cli.choices import Asked, quoted
    from woonplan.cli.comparing import compared
    from woonplan.cli.delivery import deliver
    from woonplan.cli.streams import put_text
    from woonplan.report.diff.document import Gedeelte, diff_document
    from woonplan.tables.document import Document

    asked = Asked(
        data=data,
        plannen=plannen,
        gemeenten=gemeente,
        netto=netto,
        opgaven=opgave,
        telling=telling,
        vertrouwelijkheid=vertrouwelijkheid,
    )
    found, kanten = compared(oud, nieuw, asked)
    document = diff_document(found, kanten, Gedeelte(alleen) if alleen else None)
    on_screen = format is Format.TABLE and output is None
    if on_screen and alleen is None and not toelichting:
        from woonplan.report.diff.brief import brief_diff

        sides = "".join(f" {quoted(side)}" for side in (oud, nieuw) if side is not None)
        number = f"woonplan explain diff.totalen.verschil.hard --vergelijk {quoted(oud)}{asked.typed}"
        document = brief_diff(found, document, f"{sides}{asked.typed}", () if nieuw else (number,))
    deliver(document, format, output)
    if on_screen and sys.stdout.isatty():
        # What matters most is what is read last on a screen that scrolled.
        put_text("\n")
        deliver(Document(document.answer), format, None)
    return Exit.FINDINGS if exit_code and not found.leeg else Exit.DONE
