"""Options that several commands share, with their help."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from woonplan.cli import completion
from woonplan.cli.streams import Folder

E = TypeVar("E", bound=StrEnum)


class Format(StrEnum):
    """In which form a result is written."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    CSV_NL = "csv-nl"
    JSON = "json"
    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"


def whole(option: str, low: int, high: int) -> Callable[[Any], int]:
    """Return a parser of a whole number between two bounds, both included."""

    def parse(value: Any) -> int:
        text = str(value)  # what is not typed comes as it is
        if re.fullmatch("[0-9]{1,9}", text) and low <= int(text) <= high:
            return int(text)
        from woonplan.diagnostics import quote

        raise typer.BadParameter(f"{option}: {quote(text, 40)} is geen geheel getal van {low} tot en met {high}.")

    return parse


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


DataOption = Annotated[
    Path, typer.Option("--data", metavar="MAP", readable=False, help="Map met gemeenten.yaml en plannen.yaml.")
]
PlannenOption = Annotated[
    Path | None,
    typer.Option(
        "--plannen",
        metavar="PAD",
        readable=False,
        help="Een andere stand: een bestand met plannen, of een map met zulke bestanden.",
    ),
]
GemeenteOption = Annotated[
    list[str] | None,
    typer.Option(
        "--gemeente",
        metavar="NAAM",
        autocompletion=completion.GEMEENTE,
        help="Alleen deze gemeente (naam, alias of CBS-code). Mag vaker.",
    ),
]
SpreidOption = Annotated[
    bool, typer.Option("--spreid", help="Bij --by jaar: verdeel perioden (2025-2029) gelijk over hun jaren.")
]
BufferOption = Annotated[
    int | None,
    typer.Option(
        "--buffer",
        metavar="PROCENT",
        parser=whole("--buffer", 0, 100),
        help="Bij --by jaar: ruimte voor planuitval in voorraad en dekking, 0 tot en met 100 (30 is 130%).",
    ),
]
VergelijkOption = Annotated[
    Path | None,
    typer.Option(
        "--vergelijk",
        metavar="PAD",
        readable=False,
        help="Een eerdere stand, voor het rapport midterm; bij explain de oude kant van diff.",
    ),
]
VertrouwelijkheidOption = Annotated[
    str | None,
    typer.Option(
        "--vertrouwelijkheid",
        metavar="NIVEAU",
        autocompletion=completion.VERTROUWELIJKHEID,
        help="Voor wie: openbaar, regio, provincie of gemeente (alle plannen). Andere plannen blijven overal weg.",
    ),
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        autocompletion=completion.STATUS,
        help="Alleen plannen met deze status: 1A ... 5B, hard, zacht. Mag vaker.",
    ),
]
StrategieOption = Annotated[
    list[str] | None,
    typer.Option(
        "--strategie",
        metavar="NAAM",
        autocompletion=completion.STRATEGIE,
        help="Alleen plannen met deze strategie. Mag vaker.",
    ),
]
NettoOption = Annotated[
    bool, typer.Option("--netto", help="Na aftrek van sloop; onbekend waar een bron geen sloop noemt.")
]
OpgaveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--opgave",
        metavar="ID",
        autocompletion=completion.OPGAVE,
        help="De opgave, of een van meer uitspraken over hetzelfde. Mag vaker.",
    ),
]
TellingOption = Annotated[
    str | None,
    typer.Option(
        "--telling",
        metavar="ID",
        autocompletion=completion.TELLING,
        help="Een andere lezing van de periode van de opgave.",
    ),
]


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        parser=choice(Format, "formaat"),
        metavar="[table|md|csv|csv-nl|json|xlsx|html]",
        autocompletion=completion.values(*Format),
        help="Vorm van het resultaat.",
    ),
]
ChartsOption = Annotated[
    Path | None,
    typer.Option(
        "--charts", metavar="MAP", readable=False, help="Schrijf de grafieken als .svg in MAP, voor een document."
    ),
]
GrafiekOption = Annotated[
    bool, typer.Option("--grafiek", help="Teken de grafieken ook onder de tabellen; html heeft ze altijd.")
]


def written_path(text: str) -> Path:
    """Return the path of what is to be written."""
    return Folder(text) if text.endswith(("/", os.sep)) else Path(text)


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="BESTAND",
        parser=written_path,
        help="Schrijf naar BESTAND (UTF-8) in plaats van het scherm; csv ook naar MAP/, met een bestand per tabel.",
    ),
]
