"""`woonplan check`: everything that is wrong or doubtful in the registers, each with its file, line and column."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import OutputOption, choice
from woonplan.cli.run import Exit
from woonplan.cli.streams import NoWorkError, complain
from woonplan.diagnostics import Severity, quote


class FindingsFormat(StrEnum):
    """In which form findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    CSV = "csv"
    CSV_NL = "csv-nl"
    XLSX = "xlsx"
    JUNIT = "junit"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PAD",
            readable=False,
            allow_dash=True,
            help="Mappen met een register, of bestanden met plannen; - is een bestand op de standaardinvoer, met --as. "
            "Standaard data.",
        ),
    ] = None,
    as_name: Annotated[
        Path | None,
        typer.Option(
            "--as", metavar="PAD", readable=False, help="Waar het bestand op de standaardinvoer bewaard wordt."
        ),
    ] = None,
    write_known: Annotated[
        bool,
        typer.Option(
            "--write-known", help="Zet de bevindingen van nu in bekend.yaml, elk met een reden die u nog invult."
        ),
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODES",
            autocompletion=completion.rules,
            help="Alleen deze regels: WP401, WP4, beleid. Mag vaker, of met komma's.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="CODES",
            autocompletion=completion.rules,
            help="Niet deze regels. De nauwkeurigste van beide opties beslist.",
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="ERNST",
            autocompletion=completion.SEVERITY,
            help="Eindig met 1 vanaf deze ernst: fout of waarschuwing.",
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Toets termijnen op DATUM; standaard de datum van de stand."),
    ] = None,
    tegen: Annotated[
        str | None,
        typer.Option(
            "--tegen",
            metavar="OUD",
            help="Noem ook plannen die er in OUD (een pad, peildatum of git-revisie) nog stonden.",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Toon elke bevinding, wat niet te beoordelen was, en de bekende afwijkingen.")
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        FindingsFormat,
        typer.Option(
            "--format",
            parser=choice(FindingsFormat, "formaat"),
            metavar=f"[{'|'.join(FindingsFormat)}]",
            autocompletion=completion.values(*FindingsFormat),
            help="Vorm van de bevindingen.",
        ),
    ] = FindingsFormat.TEXT,
    output: OutputOption = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="BESTAND",
            readable=False,
            help="Instellingen; standaard woonplan.toml of pyproject.toml.",
        ),
    ] = None,
) -> Exit:
    """Controleer registers: vorm, sommen, verwijzingen, beleid, herkomst.

    In een map is elk plannen*.yaml (en de map plannen/) een stand op zichzelf. Fouten waarmee niet gerekend kan worden
    staan er altijd bij. Bekende afwijkingen staan met hun reden in bekend.yaml.

    Voorbeelden:

    \b
      woonplan check
      woonplan check data/plannen-2021.yaml --select beleid
      woonplan check --ignore WP401 --fail-on waarschuwing
      woonplan check --format github
      woonplan check --tegen HEAD~1
      woonplan check --format sarif --output woonplan.sarif
      woonplan check --format xlsx --output bevindingen.xlsx
      woonplan check --write-known --select beleid
      woonplan check - --as data/plannen.yaml < buffer
    """
    from woonplan.checks.registry import chosen
    from woonplan.cli.accepting import write_accepted
    from woonplan.cli.checking import check_registers
    from woonplan.cli.editing import of_file, standard_input
    from woonplan.cli.findings import deliver_findings
    from woonplan.cli.registers import registers
    from woonplan.cli.settings import settings_of
    from woonplan.model.base import is_date

    settings, wrong = settings_of(config, select, ignore, fail_on)
    if peildatum is not None and not is_date(peildatum):
        wrong.append("--peildatum is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-07-01.")
    given = paths or [Path("data")]
    with standard_input(given, as_name) as paths_to_check:
        found, refused = registers(paths_to_check)
        wrong += refused
        if not wrong and not chosen(settings.select, settings.ignore):
            wrong.append("er is geen regel gekozen; er is niets gecontroleerd.")
        if wrong:
            raise NoWorkError(*wrong)
        outcome = check_registers(found, settings, peildatum, tegen)
        if write_known:
            write_accepted(outcome)
            outcome = check_registers(found, settings, peildatum, tegen)
    if as_name is not None:
        outcome = of_file(outcome, as_name)
    deliver_findings(outcome, format, output, settings.fail_on, everything=everything)
    tally = outcome.tally
    if not tally.files:
        raise NoWorkError("er is niets gecontroleerd: geen enkel bestand was te lezen.")
    broken = any(finding.severity is Severity.FOUT for finding in outcome.findings)
    empty = [f"in {quote(file)} staat geen enkel plan; van deze stand is niets gecontroleerd." for file in tally.empty]
    if not broken and (empty or not tally.records):
        raise NoWorkError(*(empty if tally.records else ["er is geen enkel plan gecontroleerd."]))
    complain(empty if tally.records else ())
    failing = broken or any(finding.severity is settings.fail_on for finding in outcome.findings)
    return Exit.FINDINGS if failing else Exit.DONE
