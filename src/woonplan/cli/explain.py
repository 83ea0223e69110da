"""`woonplan explain`: where a number comes from, what a term means, or what a rule of `check` looks at."""

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


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            autocompletion=completion.explainable,
            help="A number (gap.saldo, gap.enschede.hard) a term (hard) or a rule (WP401).",
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
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> int:
    """Explain a number of `gap` (formula, parts, sources, file and line), a term of the register, or a rule of `check`.

    Examples:

    \b
      woonplan explain gap.nog_hard_te_maken
      woonplan explain gap.enschede.hard --plannen data/plannen-2021.yaml
      woonplan explain gap.strategie.stedelijk_wonen.hard --depth 3
      woonplan explain sp-losser-wonen-en-zorg
      woonplan explain 1C
      woonplan explain WP401
      woonplan explain lokale_behoefte
    """
    from woonplan.calc.address import all_figures, find
    from woonplan.calc.breakdown import record_figure
    from woonplan.calc.question import Tegen, counting
    from woonplan.checks.codes import is_code
    from woonplan.cli.choices import Asked, question, value
    from woonplan.cli.delivery import emit
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, open_register
    from woonplan.diagnostics import quote
    from woonplan.load.nearest import nearest_names
    from woonplan.model.begrippen import BEGRIPPEN
    from woonplan.report.explain import begrip_document, figure_document, find_begrip

    if is_code(name):
        return _rule(name, format, output)
    begrip = find_begrip(name)
    if begrip is not None:
        return Exit.DONE if emit(begrip_document(begrip, name, None), format, output) else Exit.NO_WORK
    dataset = open_register(data, plannen)
    if dataset is None:
        return Exit.NO_WORK
    wrong: list[str] = []
    target = value(Tegen, tegen, "--tegen", wrong) or Tegen.AMBITIE
    asked = Asked(gemeente or [], status or [], strategie or [], opgave or [], telling, netto, target)
    asks, unknown = question(dataset, asked)
    if asks is None or wrong:
        return complain([*wrong, *unknown])
    found = find(dataset, asks, name)
    if found is None:
        record = record_figure(dataset, name, counting(dataset, asks))
        found = (name, record) if record is not None else None
    if found is None:
        known = [*all_figures(dataset, asks), *(b.naam for b in BEGRIPPEN), *(p.id for p in dataset.stand.plannen)]
        near = nearest_names(name, known)
        hint = f"Bedoelt u {' of '.join(quote(n) for n in near)}?" if near else "Zie 'woonplan list begrippen'."
        return complain([f"{quote(name)} is geen getal in een tabel, geen begrip en geen plan. {hint}"])
    address, figure = found
    document = figure_document(dataset, asks, address, figure, depth)
    return Exit.DONE if emit(document, format, output) else Exit.NO_WORK


def _rule(code: str, form: str, output: Path | None) -> int:
    from woonplan.checks.document import rule_document
    from woonplan.cli.delivery import emit
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain
    from woonplan.diagnostics import quote

    document = rule_document(code)
    if document is None:
        return complain([f"regel {quote(code)} bestaat niet. Zie 'woonplan list regels'."])
    return Exit.DONE if emit(document, form, output) else Exit.NO_WORK
