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
) -> int:
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
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain
    from woonplan.model.vocabulary import Vertrouwelijkheid
    from woonplan.report.yearly.report import BY_AREA, NET, Rapport, yearly_document

    wrong: list[str] = []
    kind = value(Rapport, soort, "soort", wrong)
    level = value(Vertrouwelijkheid, vertrouwelijkheid, "vertrouwelijkheid", wrong)
    if kind is not None and gemeente and kind not in BY_AREA:
        wrong.append(f"--gemeente zegt niets over '{kind}'; wel over: {', '.join(sorted(BY_AREA))}.")
    if kind is not None and vergelijk is not None and kind is not Rapport.MIDTERM:
        wrong.append(f"--vergelijk zegt niets over '{kind}'; wel over: midterm.")
    if kind is not None and netto and kind not in NET:
        wrong.append(f"--netto zegt niets over '{kind}'; wel over: {', '.join(sorted(NET))}.")
    if kind is None or level is None or wrong:
        return complain(wrong)
    asked = Asked(gemeenten=gemeente or [], opgaven=opgave or [], telling=telling, netto=netto)
    year = open_year(data, (plannen, vergelijk), jaar, level, asked)
    if year is None:
        return Exit.NO_WORK
    with progress("rapport berekenen"):
        document = yearly_document(year, kind)
    return Exit.DONE if deliver(document, charts, format, output, shown=grafiek) else Exit.NO_WORK
