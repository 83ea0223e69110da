"""`woonplan explain`: where a number comes from, what a term means, or what a rule of `check` looks at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    BufferOption,
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    SpreidOption,
    StatusOption,
    StrategieOption,
    TellingOption,
    VergelijkOption,
    VertrouwelijkheidOption,
)
from woonplan.cli.streams import NoWorkError
from woonplan.diagnostics import quote

if TYPE_CHECKING:
    from woonplan.tables import Document


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            autocompletion=completion.explainable,
            help="A number (gap.saldo, gap.jaar.2025.hard, report.2020.dekking.totaal.dekking, "
            "reconcile.dekking.ambitie.verschil, list.gemeenten.totaal.plannen), a term (hard), a rule (WP401).",
        ),
    ],
    depth: Annotated[int, typer.Option("--depth", min=0, max=20, help="How many levels of parts to show.")] = 1,
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    gemeente: GemeenteOption = None,
    status: StatusOption = None,
    strategie: StrategieOption = None,
    netto: Annotated[bool, typer.Option("--netto", help="As in gap.")] = False,
    tegen: Annotated[
        str, typer.Option("--tegen", metavar="WHAT", autocompletion=completion.TEGEN, help="As in gap.")
    ] = "ambitie",
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    spreid: SpreidOption = False,
    buffer: BufferOption = None,
    vertrouwelijkheid: VertrouwelijkheidOption = None,
    vergelijk: VergelijkOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> None:
    """Explain a number of a table (formula, parts, sources, file and line), a term, or a rule of `check`.

    A number is named by its table: gap.ROW, gap.GEMEENTE.COLUMN, gap.GROUPING.GROUP.COLUMN; of `gap --by jaar`
    gap.jaar.YEAR.COLUMN, gap.jaar.tempo.TELLING.COLUMN, gap.jaar.schema.ROW, gap.jaar.voorraad.ROW and
    gap.jaar.dekking.ROW; of a report report.YEAR.TABLE.ROW.COLUMN. Table, row and column may stand there as in the csv;
    an explanation holds both ends, so _ondergrens and _bovengrens make no difference. A number of a report is explained
    from what the public may see, others from all plans; --vertrouwelijkheid chooses.

    Of a comparison diff.totalen.CAUSE.COLUMN, diff.gemeenten.GEMEENTE.COLUMN, diff.oorzaken.GEMEENTE.CAUSE.COLUMN and
    diff.plannen.ID.COLUMN, with the old side in --vergelijk.

    Of the audit reconcile.COMPARISON.bron, .berekend and .verschil. Of a list what is calculated:
    list.gemeenten.GEMEENTE.COLUMN, list.plannen.ID.restant, list.opgaven.ID.woningen, and the counts under it, such as
    list.plannen.records and list.acties.teksten (of all actions). What is a record's own is explained by its id.

    Examples:

    \b
      woonplan explain gap.nog_hard_te_maken
      woonplan explain gap.enschede.hard --plannen data/plannen-2021.yaml
      woonplan explain gap.strategie.stedelijk_wonen.hard --depth 3
      woonplan explain gap.jaar.schema.inhalen_rest --plannen data/plannen-2021.yaml
      woonplan explain gap.jaar.dekking.hard --buffer 30
      woonplan explain report.2020.dekking.totaal.dekking
      woonplan explain reconcile.behoefte_en_extra.verschil
      woonplan explain list.gemeenten.enschede.netto_toegevoegd
      woonplan explain diff.totalen.verschil.hard --vergelijk HEAD~1
      woonplan explain sp-losser-wonen-en-zorg
      woonplan explain 1C
      woonplan explain WP401
      woonplan explain lokale_behoefte
    """
    from woonplan.calc.question import Tegen
    from woonplan.cli.choices import Asked, readers, value
    from woonplan.cli.delivery import deliver
    from woonplan.cli.numbers import explain_number
    from woonplan.cli.session import register_if_any
    from woonplan.report.terms import begrip_document, find_begrip
    from woonplan.rule import is_code, is_group

    wrong: list[str] = []
    asked = Asked(data=data, plannen=plannen, vertrouwelijkheid=vertrouwelijkheid)
    begrip = find_begrip(name)
    target = value(Tegen, tegen, "--tegen", wrong) or Tegen.AMBITIE
    if is_code(name):
        document = _rule(name)
    elif begrip is not None:
        document = begrip_document(begrip, name, register_if_any(data, plannen, readers(asked)))
    elif wrong:
        raise NoWorkError(*wrong)
    else:
        asked = replace(
            asked,
            gemeenten=gemeente,
            statussen=status,
            strategieen=strategie,
            opgaven=opgave,
            telling=telling,
            netto=netto,
            tegen=target,
            spreid=spreid,
            buffer=buffer,
            vergelijk=vergelijk,
        )
        try:
            document = explain_number(name, asked, depth)
        except NoWorkError as refusal:
            # Only now: the id of a plan may look like that as well.
            raise NoWorkError(*([_group(name)] if refusal.args and is_group(name) else refusal.args)) from None
    deliver(document, format, output)


def _rule(code: str) -> Document:
    from woonplan.checks.document import rule_document

    document = rule_document(code)
    if document is None:
        raise NoWorkError(f"regel {quote(code)} bestaat niet. Zie 'woonplan list regels'.")
    return document


def _group(name: str) -> str:
    """Return what to say of a name that stands for all rules whose codes begin with it."""
    from woonplan.checks.registry import REGELS

    codes = [rule.code for rule in REGELS if rule.code.startswith(name.strip().upper())]
    if not codes:
        return f"er is geen regel waarvan de code met {quote(name)} begint. Zie 'woonplan list regels'."
    return f"{quote(name)} is een groep regels ({', '.join(codes)}). Vraag er een, of zie 'woonplan list regels'."
