"""`woonplan reconcile`: does the source close?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli.options import (
    DataOption,
    Format,
    FormatOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    TellingOption,
)
from woonplan.cli.run import Exit
from woonplan.cli.streams import NoWorkError, say


def reconcile(
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the comparisons that close as well.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when a difference is not explained, or an explanation is stale.")
    ] = False,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> Exit:
    """Hold every statement of the source against what follows from its own figures.

    Known differences stand with their reason in bekend.yaml; one that no longer occurs is a finding.

    Examples:

    \b
      woonplan reconcile
      woonplan reconcile --all --format md
      woonplan reconcile --strict
    """
    from woonplan.calc.audit.bekend import explain_differences
    from woonplan.calc.audit.reconcile import reconcile as comparisons_of
    from woonplan.checks.bekend import audit_findings
    from woonplan.cli.beside import open_both
    from woonplan.cli.choices import Asked, open_view
    from woonplan.cli.delivery import deliver
    from woonplan.load.sums.controls import WP309
    from woonplan.render.findings.text import render_findings
    from woonplan.report.reconcile import reconcile_document

    asked = Asked(data=data, plannen=plannen, opgaven=opgave, telling=telling)
    # A total that does not close is what this command is asked about.
    view = open_view(asked, tolerated=(WP309.code,))
    agenda, bekend = open_both(data, view.dataset)
    comparisons = comparisons_of(view, agenda.agenda)
    if not comparisons:
        raise NoWorkError("er zijn geen twee getallen die iets over hetzelfde zeggen; er is niets vergeleken.")
    standard = view.opgave is None or view.opgave.standaard
    peildatum = view.dataset.stand.kop.peildatum
    result = explain_differences(comparisons, bekend.bekend, peildatum, standard=standard)
    deliver(reconcile_document(view, result, bekend.bekend, everything=everything), format, output)
    findings = audit_findings(view.dataset, result, bekend.invoer)
    if findings:
        say(render_findings(findings))
    return Exit.FINDINGS if strict and findings else Exit.DONE
