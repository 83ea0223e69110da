"""`woonplan gap`: the balance of the region, or of a selection, at both ends of the target."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    StatusOption,
    StrategieOption,
    TellingOption,
)

By = typer.Option(
    "--by",
    metavar="WHAT",
    autocompletion=completion.BY,
    help="Rows per gemeente, status, plantype, strategie, positie, sleutelsoort.",
)


def gap(
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    by: Annotated[str | None, By] = None,
    gemeente: GemeenteOption = None,
    status: StatusOption = None,
    strategie: StrategieOption = None,
    netto: Annotated[bool, typer.Option("--netto", help="Net of demolition; unknown where a source has none.")] = False,
    tegen: Annotated[
        str,
        typer.Option(
            "--tegen",
            metavar="WHAT",
            autocompletion=completion.TEGEN,
            help="Hold capacity against the ambitie or the (lokale) behoefte.",
        ),
    ] = "ambitie",
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="GATE",
            autocompletion=completion.FAIL_ON,
            help="Exit 1 when a shortage is not excluded: tekort-ondergrens or tekort-bovengrens.",
        ),
    ] = None,
) -> int:
    """Show how far plan capacity goes towards the target, at both ends of it.

    Examples:

    \b
      woonplan gap
      woonplan gap --plannen data/plannen-2021.yaml --by gemeente
      woonplan gap --gemeente Enschede --opgave woondeal
      woonplan gap --format json --output gap.json
      woonplan gap --fail-on tekort-ondergrens
    """
    # Everything below imports pydantic, YAML and rich; `--help` must not pay for them.
    from woonplan.calc.gap import gap as balance_of
    from woonplan.calc.gate import FailOn, shortage
    from woonplan.calc.groups import By as Dimension
    from woonplan.calc.groups import grouped
    from woonplan.calc.question import Tegen
    from woonplan.cli.choices import Asked, question, value
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, emit, open_register
    from woonplan.report.gap import gap_document
    from woonplan.report.groups import grouped_document

    dataset = open_register(data, plannen)
    if dataset is None:
        return Exit.NO_WORK
    wrong: list[str] = []
    dimension = value(Dimension, by, "--by", wrong) if by is not None else None
    gate = value(FailOn, fail_on, "--fail-on", wrong) if fail_on is not None else None
    target = value(Tegen, tegen, "--tegen", wrong) or Tegen.AMBITIE
    asked = Asked(gemeente or [], status or [], strategie or [], opgave or [], telling, netto, target)
    asks, unknown = question(dataset, asked)
    if asks is None or wrong:
        return complain([*wrong, *unknown])
    if dimension is None:
        balance = balance_of(dataset, asks)
        document = gap_document(dataset, asks, balance)
    else:
        rows = grouped(dataset, asks, dimension)
        balance = rows.balance
        document = grouped_document(dataset, asks, rows)
    if not emit(document, format, output):
        return Exit.NO_WORK
    if gate is None:
        return Exit.DONE
    short = shortage(balance, gate, netto=netto)
    if short is None:
        return complain([f"--fail-on {gate}: er is geen opgave om tegen te toetsen."])
    return Exit.FINDINGS if short else Exit.DONE
