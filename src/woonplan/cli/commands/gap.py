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
    whole,
)
from woonplan.cli.run import Exit
from woonplan.cli.streams import NoWorkError, say

if TYPE_CHECKING:
    from woonplan.calc.audit.verdict import FailOn
    from woonplan.calc.gap.order import Sort
    from woonplan.calc.number.figure import Figure
    from woonplan.calc.question import By as Dimension
    from woonplan.calc.view import View
    from woonplan.model.dataset import Dataset
    from woonplan.tables.document import Document

By = typer.Option(
    "--by",
    metavar="WAT",
    autocompletion=completion.BY,
    help="Rijen per gemeente, provincie, status, plantype, strategie, positie, sleutelsoort, woonmilieu, "
    "betaalbaarheid, woningtype, zorg, flex, opdrachtgever, afwegingskader, of jaar. Twee keer: een kruistabel.",
)


def gap(
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    by: Annotated[list[str] | None, By] = None,
    gemeente: GemeenteOption = None,
    status: StatusOption = None,
    strategie: StrategieOption = None,
    netto: NettoOption = False,
    tegen: Annotated[
        str,
        typer.Option(
            "--tegen",
            metavar="WAT",
            autocompletion=completion.TEGEN,
            help="Houd de plannen tegen de ambitie of de (lokale) behoefte.",
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
    toelichting: Annotated[
        bool, typer.Option("--toelichting", help="Toon alles: bronnen, aannames, en de andere uitspraken.")
    ] = False,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="WAT",
            autocompletion=completion.SORT,
            help="Met --by gemeente: op saldo, het grootste tekort eerst.",
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            metavar="AANTAL",
            parser=whole("--top", 1, 100_000),
            help="Met --by: alleen de eerste rijen en het totaal.",
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="GRENS",
            autocompletion=completion.FAIL_ON,
            help="Eindig met 1 als een tekort niet uit te sluiten is: tekort-ondergrens of tekort-bovengrens.",
        ),
    ] = None,
) -> Exit:
    """Toon hoe ver de plannen komen voor de opgave, aan beide grenzen.

    Voorbeelden:

    \b
      woonplan gap
      woonplan gap --plannen data/plannen-2021.yaml --by gemeente
      woonplan gap --by gemeente --sort saldo --top 10
      woonplan gap --by gemeente --by betaalbaarheid
      woonplan gap --by jaar --spreid
      woonplan gap --gemeente Enschede --opgave woondeal
      woonplan gap --format json --output gap.json
      woonplan gap --fail-on tekort-ondergrens
      woonplan gap --by gemeente --vertrouwelijkheid openbaar
    """
    # Everything below imports pydantic and YAML; `--help` must not pay for them.
    from woonplan.calc.question import By as Dimension
    from woonplan.calc.question import Tegen
    from woonplan.cli.choices import Asked, open_view, value
    from woonplan.cli.delivery import deliver, draw

    wrong: list[str] = []
    words = list(dict.fromkeys(word.casefold() for word in by or ()))
    yearly = words == ["jaar"]
    per, columns = (None, None) if yearly else _crossed(words, wrong)
    if not yearly and not wrong and (spreid or buffer is not None):
        wrong.append("--spreid en --buffer horen bij --by jaar.")
    order = None if sort is None else _order(sort, wrong)
    ungrouped = not words or yearly
    if order is not None and (ungrouped or per not in (None, Dimension.GEMEENTE)):
        wrong.append("--sort hoort bij --by gemeente: andere rijen hebben geen saldo.")
    if top is not None and ungrouped:
        wrong.append("--top hoort bij --by, en niet bij --by jaar.")
    if columns is not None and not (order is None and top is None):
        wrong.append("--sort en --top horen niet bij een kruistabel: die heeft geen saldo.")
    gate = None if fail_on is None else _gate(fail_on, wrong)
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
    brief = not toelichting and not grafiek and output is None and format is Format.TABLE
    # What the other questions need is not loaded.
    if yearly:
        from woonplan.report.gap.pace import pace_document

        document = pace_document(view)
    elif per is None:
        from woonplan.report.gap.balance import gap_document

        document = gap_document(view)
    elif columns is not None:
        from woonplan.report.gap.crossed import crossed_document

        document = crossed_document(view, per, columns)
    else:
        from woonplan.report.gap.groups import grouped_document

        document = grouped_document(view, per, order, top)
    draw(document, charts)
    if brief:
        grafiek = ungrouped and not yearly
        document = _short(view, document, _newer(data, view), asked.typed, crossed=columns is not None)
    deliver(document, format, output, shown=grafiek)
    return Exit.DONE if gate is None else _judge(view, gate)


def _order(sort: str, wrong: list[str]) -> Sort | None:
    from woonplan.calc.gap.order import Sort
    from woonplan.cli.choices import value

    return value(Sort, sort, "--sort", wrong)


def _gate(fail_on: str, wrong: list[str]) -> FailOn | None:
    from woonplan.calc.audit.verdict import FailOn
    from woonplan.cli.choices import value

    return value(FailOn, fail_on, "--fail-on", wrong)


def _crossed(words: list[str], wrong: list[str]) -> tuple[Dimension | None, Dimension | None]:
    """Return what the rows are of and, of a cross table, the columns: in the order asked, municipalities as rows."""
    from woonplan.calc.question import By as Dimension
    from woonplan.cli.choices import value

    if "jaar" in words:
        wrong.append("--by jaar gaat niet samen met een andere --by.")
    named = [value(Dimension, word, "--by", wrong, "jaar") for word in words if word != "jaar"]
    if len(named) < 2:
        return next(iter(named), None), None
    from woonplan.calc.gap.crossed import COLUMNS, ROWS

    rows, columns = sorted(named[:2], key=lambda by: by is not Dimension.GEMEENTE)
    if None not in named and (len(named) > 2 or rows not in ROWS or columns not in COLUMNS):
        wrong.append(f"--by twee keer: eerst de rijen ({', '.join(ROWS)}), dan de kolommen ({', '.join(COLUMNS)}).")
    return rows, columns


def _short(view: View, full: Document, newer: str, options: str, *, crossed: bool) -> Document:
    """Return an answer as it fits a screen."""
    if full.address == "gap.jaar":
        from woonplan.report.gap.brief_years import brief_years

        return brief_years(view, full, newer, options)
    from woonplan.report.gap.brief import brief_crossed, brief_document, brief_groups

    short = brief_document if full.address == "gap" else brief_crossed if crossed else brief_groups
    return short(view, full, newer, options)


def _newer(data: Path, view: View) -> str:
    """Return the date of the newest state in the folder, where that is later than the one that was read."""
    from woonplan.load.states import find_states
    from woonplan.model.base import first_day

    own = view.dataset.stand.kop.peildatum
    newest = max((state.peildatum for state in find_states(data) if state.peildatum), key=first_day, default=own)
    return newest if first_day(newest) > first_day(own) else ""


def _judge(view: View, gate: FailOn) -> Exit:
    """Say what a gate decides, and why."""
    from woonplan.calc.audit.verdict import shortage
    from woonplan.calc.gap.balance import balance

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
    from woonplan.tables.look import BALANCE

    cell = value(saldo, int(gate is FailOn.TEKORT_BOVENGRENS), BALANCE)
    high = cell.reach[1]
    sure = high is not None and high < -cell.number.marge
    label = "saldo" if dataset.niveau is Vertrouwelijkheid.GEMEENTE else f"saldo van de {plans_of(dataset)}"
    why = "er is geen tekort" if not short else "er is een tekort" if sure else "een tekort is niet uit te sluiten"
    return f"--fail-on {gate}: {'niet gehaald' if short else 'gehaald'}, {why} ({label}: {number_text(cell)}).\n"
