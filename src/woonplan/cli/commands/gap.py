"""`woonplan gap`: the balance of the region, or of a selection, at both ends of the target."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    BufferOption,
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
    SpreidOption,
    StatusOption,
    StrategieOption,
    TellingOption,
    VertrouwelijkheidOption,
)
from woonplan.cli.run import Exit
from woonplan.cli.streams import NoWorkError, say

if TYPE_CHECKING:
    from woonplan.calc.audit.verdict import FailOn
    from woonplan.calc.number.figure import Figure
    from woonplan.model.dataset import Dataset

By = typer.Option(
    "--by",
    metavar="WHAT",
    autocompletion=completion.BY,
    help="Rows per gemeente, provincie, status, plantype, strategie, positie, sleutelsoort, woonmilieu, or jaar.",
)


def gap(
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    by: Annotated[str | None, By] = None,
    gemeente: GemeenteOption = None,
    status: StatusOption = None,
    strategie: StrategieOption = None,
    netto: NettoOption = False,
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
    spreid: SpreidOption = False,
    buffer: BufferOption = None,
    vertrouwelijkheid: VertrouwelijkheidOption = None,
    charts: ChartsOption = None,
    grafiek: GrafiekOption = False,
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
) -> Exit:
    """Show how far plan capacity goes towards the target, at both ends of it.

    Examples:

    \b
      woonplan gap
      woonplan gap --plannen data/plannen-2021.yaml --by gemeente
      woonplan gap --by jaar --spreid
      woonplan gap --gemeente Enschede --opgave woondeal
      woonplan gap --format json --output gap.json
      woonplan gap --fail-on tekort-ondergrens
      woonplan gap --by gemeente --vertrouwelijkheid openbaar
    """
    # Everything below imports pydantic and YAML; `--help` must not pay for them.
    from woonplan.calc.audit.verdict import FailOn, shortage
    from woonplan.calc.gap.balance import balance
    from woonplan.calc.question import By as Dimension
    from woonplan.calc.question import Tegen
    from woonplan.cli.choices import Asked, open_view, value
    from woonplan.cli.delivery import deliver

    wrong: list[str] = []
    yearly = by is not None and by.casefold() == "jaar"
    per = value(Dimension, by, "--by", wrong, "jaar") if by is not None and not yearly else None
    if not yearly and not wrong and (spreid or buffer is not None):
        wrong.append("--spreid en --buffer horen bij --by jaar.")
    gate = value(FailOn, fail_on, "--fail-on", wrong) if fail_on is not None else None
    asked = Asked(
        data=data,
        plannen=plannen,
        gemeenten=gemeente,
        statussen=status,
        strategieen=strategie,
        opgaven=opgave,
        telling=telling,
        netto=netto,
        tegen=value(Tegen, tegen, "--tegen", wrong) or Tegen.AMBITIE,
        spreid=spreid,
        buffer=buffer,
        vertrouwelijkheid=vertrouwelijkheid,
    )
    view = open_view(asked, wrong)
    # What the other questions need is not loaded.
    if yearly:
        from woonplan.report.gap.pace import pace_document

        document = pace_document(view)
    elif per is None:
        from woonplan.report.gap.balance import gap_document

        document = gap_document(view)
    else:
        from woonplan.report.gap.groups import grouped_document

        document = grouped_document(view, per)
    deliver(document, format, output, charts, shown=grafiek)
    if gate is None:
        return Exit.DONE
    found = balance(view)
    short = shortage(found, gate)
    if short is None or found.saldo is None:
        raise NoWorkError(f"--fail-on {gate}: er is geen opgave om tegen te toetsen.")
    say(_decided(view.dataset, found.saldo, gate, short=short))
    return Exit.FINDINGS if short else Exit.DONE


def _decided(dataset: Dataset, saldo: Figure, gate: FailOn, *, short: bool) -> str:
    """Return what a gate decided, and why."""
    from woonplan.calc.audit.verdict import FailOn
    from woonplan.model.vocabulary import Vertrouwelijkheid
    from woonplan.render.cells import number_text
    from woonplan.report.cells import value
    from woonplan.report.heading import plans_of
    from woonplan.tables import BALANCE

    cell = value(saldo, int(gate is FailOn.TEKORT_BOVENGRENS), BALANCE)
    high = cell.reach[1]
    sure = high is not None and high < -cell.number.marge
    label = "saldo" if dataset.niveau is Vertrouwelijkheid.GEMEENTE else f"saldo van de {plans_of(dataset)}"
    why = "er is geen tekort" if not short else "er is een tekort" if sure else "een tekort is niet uit te sluiten"
    return f"--fail-on {gate}: {'niet gehaald' if short else 'gehaald'}, {why} ({label}: {number_text(cell)}).\n"
