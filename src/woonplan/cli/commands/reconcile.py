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
    everything: Annotated[bool, typer.Option("--all", help="Toon ook de vergelijkingen die kloppen.")] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Eindig met 1 als een verschil niet verklaard is, of een verklaring verouderd."),
    ] = False,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> Exit:
    """Houd wat de bron zegt tegen wat uit haar eigen cijfers volgt.

    Bekende verschillen staan met hun reden in bekend.yaml; een dat niet meer voorkomt is een bevinding.

    Voorbeelden:

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
    document = reconcile_document(
        view,
        result,
        bekend.bekend,
        everything=everything,
        agenda=agenda.agenda,
        agenda_invoer=agenda.invoer,
    )
    deliver(document, format, output)
    findings = audit_findings(view.dataset, result, bekend.invoer)
    if findings:
        say(render_findings(findings))
    return Exit.FINDINGS if strict and findings else Exit.DONE
