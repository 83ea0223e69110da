"""Options that several commands share, with their help."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from woonplan.cli import completion

E = TypeVar("E", bound=StrEnum)


class Format(StrEnum):
    """In which form a result is written."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    CSV_NL = "csv-nl"
    JSON = "json"
    XLSX = "xlsx"
    HTML = "html"


DataOption = Annotated[
    Path, typer.Option("--data", metavar="DIR", readable=False, help="Folder with gemeenten.yaml and plannen.yaml.")
]
PlannenOption = Annotated[
    Path | None,
    typer.Option(
        "--plannen",
        metavar="PATH",
        readable=False,
        help="Another register state: a plan file, or a folder of plan files.",
    ),
]
GemeenteOption = Annotated[
    list[str] | None,
    typer.Option(
        "--gemeente",
        metavar="NAME",
        autocompletion=completion.GEMEENTE,
        help="Only this municipality (name, alias or CBS code). Repeatable.",
    ),
]
SpreidOption = Annotated[
    bool, typer.Option("--spreid", help="With --by jaar: spread periods (2025-2029) evenly over their years.")
]
BufferOption = Annotated[
    int | None,
    typer.Option(
        "--buffer",
        metavar="PCT",
        min=0,
        max=100,
        help="With --by jaar: room for plans that fail in years of supply and coverage (30 is 130%).",
    ),
]
VergelijkOption = Annotated[
    Path | None,
    typer.Option(
        "--vergelijk", metavar="PATH", readable=False, help="An earlier register state, for the midterm report."
    ),
]
VertrouwelijkheidOption = Annotated[
    str | None,
    typer.Option(
        "--vertrouwelijkheid",
        metavar="LEVEL",
        autocompletion=completion.VERTROUWELIJKHEID,
        help="For whom: openbaar, regio, provincie or gemeente (all plans). Other plans are left out everywhere.",
    ),
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        autocompletion=completion.STATUS,
        help="Only plans with this status: 1A ... 5B, hard, zacht. Repeatable.",
    ),
]
StrategieOption = Annotated[
    list[str] | None,
    typer.Option(
        "--strategie",
        metavar="NAME",
        autocompletion=completion.STRATEGIE,
        help="Only plans with this spatial strategy. Repeatable.",
    ),
]
NettoOption = Annotated[bool, typer.Option("--netto", help="Net of demolition; unknown where a source has none.")]
OpgaveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--opgave",
        metavar="ID",
        autocompletion=completion.OPGAVE,
        help="Set of targets, or one statement of several on a quantity. Repeatable.",
    ),
]
TellingOption = Annotated[
    str | None,
    typer.Option(
        "--telling", metavar="ID", autocompletion=completion.TELLING, help="Another reading of the target's period."
    ),
]


def choice(kind: type[E], what: str) -> Callable[[str], E]:
    """Return a parser of a closed list that names the nearest value, in Dutch as every other message."""

    def parse(text: str) -> E:
        try:
            return kind(text)
        except ValueError:
            from woonplan.diagnostics import quote
            from woonplan.load.nearest import suggestion

            possible = [str(value) for value in kind]
            hint = suggestion(text, possible) or f"Mogelijk: {', '.join(possible)}."
            raise typer.BadParameter(f"{what} {quote(text, 40)} bestaat niet. {hint}") from None

    return parse


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        parser=choice(Format, "formaat"),
        metavar="[table|md|csv|csv-nl|json|xlsx|html]",
        autocompletion=completion.values(*Format),
        help="Form of the result.",
    ),
]
ChartsOption = Annotated[
    Path | None,
    typer.Option(
        "--charts", metavar="DIR", readable=False, help="Write the charts as .svg files to DIR, for a document."
    ),
]
GrafiekOption = Annotated[
    bool, typer.Option("--grafiek", help="Draw the charts under the tables too; html always has them.")
]


def a_file(text: str) -> Path:
    """Return the path of a file to write; refuse one that says it is a folder, of which a path forgets that."""
    if text.endswith(("/", os.sep)):
        from woonplan.diagnostics import quote

        raise typer.BadParameter(f"{quote(text)} is een map; geef de naam van een bestand.")
    return Path(text)


OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", parser=a_file, help="Write to FILE (UTF-8) instead of the screen."),
]
