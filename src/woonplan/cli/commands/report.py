"""`woonplan report`: the tables of a year, for a council, the State, or the file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    ChartsOption,
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    GrafiekOption,
    NettoOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    TellingOption,
    VergelijkOption,
    VertrouwelijkheidOption,
)
from woonplan.cli.streams import NoWorkError


def report(
    jaar: Annotated[
        int,
        typer.Argument(
            metavar="JAAR", min=1900, max=2199, help="The year: what was built in it, the state at its end."
        ),
    ],
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    soort: Annotated[
        str,
        typer.Option(
            "--soort",
            metavar="KIND",
            autocompletion=completion.RAPPORT,
            help="jaar, inventaris, midterm, rijk, ladder or raad.",
        ),
    ] = "jaar",
    vergelijk: VergelijkOption = None,
    gemeente: GemeenteOption = None,
    netto: NettoOption = False,
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    vertrouwelijkheid: VertrouwelijkheidOption = "openbaar",
    charts: ChartsOption = None,
    grafiek: GrafiekOption = False,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> None:
    """Write the tables of a year: stock, capacity, pace, key projects, segments, bottlenecks, and what is missing.

    The register state is that of the end of the year, or the latest before it; --plannen chooses another.

    Examples:

    \b
      woonplan report 2020
      woonplan report 2020 --format md --output woningbouw-2020.md
      woonplan report 2020 --soort midterm --vergelijk data/plannen.yaml
      woonplan report 2020 --soort ladder --gemeente Enschede --opgave woondeal
      woonplan report 2020 --netto
      woonplan report 2020 --soort rijk --vertrouwelijkheid provincie
    """
    from woonplan.cli.choices import Asked, value
    from woonplan.cli.delivery import deliver
    from woonplan.cli.open_year import open_year
    from woonplan.cli.progress import progress
    from woonplan.model.vocabulary import Vertrouwelijkheid
    from woonplan.report.yearly.report import BY_AREA, NET, Rapport, yearly_document

    wrong: list[str] = []
    kind = value(Rapport, soort, "soort", wrong)
    level = value(Vertrouwelijkheid, vertrouwelijkheid, "vertrouwelijkheid", wrong)
    for option, given, kinds in (
        ("--gemeente", gemeente, BY_AREA),
        ("--vergelijk", vergelijk, {Rapport.MIDTERM}),
        ("--netto", netto, NET),
    ):
        if kind is not None and given and kind not in kinds:
            wrong.append(f"{option} zegt niets over '{kind}'; wel over: {', '.join(sorted(kinds))}.")
    if kind is None or level is None or wrong:
        raise NoWorkError(*wrong)
    asked = Asked(
        data=data,
        plannen=plannen,
        gemeenten=gemeente,
        opgaven=opgave,
        telling=telling,
        netto=netto,
        vergelijk=vergelijk,
    )
    year = open_year(asked, jaar, level)
    with progress("rapport berekenen"):
        document = yearly_document(year, kind)
    deliver(document, format, output, charts, shown=grafiek)
