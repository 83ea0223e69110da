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
) -> int:
    """Hold every statement of the source against what follows from its own figures.

    Known differences stand with their reason in bekend.yaml; one that no longer occurs is a finding.

    Examples:

    \b
      woonplan reconcile
      woonplan reconcile --all --format md
      woonplan reconcile --strict
    """
    from woonplan.calc.audit.known import explain_differences
    from woonplan.calc.audit.reconcile import reconcile as comparisons_of
    from woonplan.calc.view import View
    from woonplan.checks.audit import audit_findings
    from woonplan.cli.audit import open_agenda_file, open_bekend
    from woonplan.cli.choices import Asked, question
    from woonplan.cli.delivery import emit
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, open_register
    from woonplan.cli.streams import say
    from woonplan.load.sums.controls import WP309
    from woonplan.render.findings.text import render_findings
    from woonplan.report.reconcile import reconcile_document

    # A total that does not close is what this command is asked about.
    dataset = open_register(data, plannen, tolerated=(WP309.code,))
    if dataset is None:
        return Exit.NO_WORK
    asks, unknown = question(dataset, Asked(opgaven=opgave or [], telling=telling))
    if asks is None:
        return complain(unknown)
    agenda, _, agenda_ok = open_agenda_file(data, dataset)
    bekend, invoer, bekend_ok = open_bekend(data, dataset)
    if not (agenda_ok and bekend_ok):
        return Exit.NO_WORK
    view = View(dataset, asks)
    comparisons = comparisons_of(view, agenda)
    if not comparisons:
        return complain(["er zijn geen twee getallen die iets over hetzelfde zeggen; er is niets vergeleken."])
    standard = view.opgave is None or view.opgave.standaard
    result = explain_differences(comparisons, bekend, dataset.stand.kop.peildatum, standard=standard)
    if not emit(reconcile_document(view, result, bekend, everything=everything), format, output):
        return Exit.NO_WORK
    findings = audit_findings(dataset, result, invoer)
    if findings:
        say(render_findings(findings))
    return Exit.FINDINGS if strict and findings else Exit.DONE
