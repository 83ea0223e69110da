"""`woonplan check`: everything that is wrong or doubtful in the registers, each with its file, line and column."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import OutputOption, choice

if TYPE_CHECKING:
    from woonplan.cli.checking import Outcome
    from woonplan.cli.settings import Settings


class FindingsFormat(StrEnum):
    """In which form findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    XLSX = "xlsx"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", readable=False, help="Folders with a register, or plan files. Default: data."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODES",
            autocompletion=completion.rules,
            help="Only these rules: WP401, WP4, beleid. Repeatable, or commas.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="CODES",
            autocompletion=completion.rules,
            help="Not these rules. The most precise of both options decides.",
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            autocompletion=completion.SEVERITY,
            help="Exit 1 from this severity on: fout or waarschuwing.",
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATE", help="Judge deadlines on DATE; default: the date of the state."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the known deviations as well.")] = False,
    format: Annotated[  # noqa: A002 - the option's name
        FindingsFormat,
        typer.Option(
            "--format",
            parser=choice(FindingsFormat, "formaat"),
            metavar=f"[{'|'.join(FindingsFormat)}]",
            autocompletion=completion.values(*FindingsFormat),
            help="Form of the findings.",
        ),
    ] = FindingsFormat.TEXT,
    output: OutputOption = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", readable=False, help="Settings; default: woonplan.toml or pyproject.toml."
        ),
    ] = None,
) -> int:
    """Check registers: files, shape, references, sums, policy and provenance.

    In a folder every plannen*.yaml (and the folder plannen/) is a register state of its own. Errors that stand in the
    way of computing are always shown. Known deviations stand with their reason in bekend.yaml.

    Examples:

    \b
      woonplan check
      woonplan check data/plannen-2021.yaml --select beleid
      woonplan check --ignore WP401 --fail-on waarschuwing
      woonplan check --format github
      woonplan check --format sarif --output woonplan.sarif
    """
    from woonplan.checks.selecting import chosen
    from woonplan.cli.checking import check_registers, registers
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain
    from woonplan.load.dates import is_date

    settings, wrong = _settings(config, select, ignore, fail_on)
    if peildatum is not None and not is_date(peildatum):
        wrong.append("--peildatum is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-07-01.")
    found, refused = registers(paths or [Path("data")])
    wrong += refused
    if not wrong and not chosen(settings.select, settings.ignore):
        wrong.append("er is geen regel gekozen; er is niets gecontroleerd.")
    if wrong:
        return complain(wrong)
    outcome = check_registers(found, settings, peildatum)
    if not _written(outcome, format, output, everything=everything):
        return Exit.NO_WORK
    if not outcome.tally.files:
        return complain(["er is niets gecontroleerd: geen enkel bestand was te lezen."])
    failing = [f for f in outcome.findings if f.severity is settings.fail_on or f.severity == "fout"]
    unchecked = _unchecked(outcome)
    if unchecked:
        complain(unchecked)
        if not any(f.severity == "fout" for f in outcome.findings):
            return Exit.NO_WORK
    return Exit.FINDINGS if failing else Exit.DONE


def _unchecked(outcome: Outcome) -> list[str]:
    """Return what was asked for and could not be checked, as there is nothing in it."""
    from woonplan.diagnostics import quote

    tally = outcome.tally
    if not tally.records:
        return [] if any(f.severity == "fout" for f in outcome.findings) else ["er is geen enkel plan gecontroleerd."]
    return [f"in {quote(file)} staat geen enkel plan; van deze stand is niets gecontroleerd." for file in tally.empty]


def _settings(
    config: Path | None, select: list[str] | None, ignore: list[str] | None, fail_on: str | None
) -> tuple[Settings, list[str]]:
    """Return the settings of the repository with those of the command line over them, and what is wrong."""
    from woonplan.cli.settings import Settings, codes, find_config, read_settings, severity

    path = config or find_config(Path.cwd())
    settings, wrong = read_settings(path) if path else (Settings(), [])
    if select:
        settings = settings._replace(select=codes(select, "--select", wrong))
    if ignore:
        settings = settings._replace(ignore=codes(ignore, "--ignore", wrong))
    if fail_on is not None:
        settings = settings._replace(fail_on=severity(fail_on, "--fail-on", wrong))
    return settings, wrong


def _written(outcome: Outcome, form: FindingsFormat, output: Path | None, *, everything: bool) -> bool:
    """Write the findings, and the total where the format has no place for it; return whether that worked."""
    import sys

    from woonplan.cli.findings import rendered, step_summary
    from woonplan.cli.session import complain, kept, put
    from woonplan.cli.streams import say
    from woonplan.render.findings import total_lines
    from woonplan.render.output import write_output
    from woonplan.render.safe import encodable

    if form is FindingsFormat.XLSX:
        from woonplan.cli.delivery import emit
        from woonplan.report.findings import findings_document

        total = total_lines(outcome.findings, outcome.tally, detailed=False)
        say(f"{total}\n")
        return emit(findings_document(outcome.findings, total), "xlsx", output)
    text = rendered(outcome, form, everything=everything)
    if form is FindingsFormat.GITHUB:
        refusal = step_summary(outcome)
        if refusal is not None:
            say(f"Let op: {refusal}\n")
    if output is not None:
        refusal = kept(output) or write_output(output, text.encode("utf-8"))
        if refusal is not None:
            complain([refusal])
            return False
    else:
        encoding = (getattr(sys.stdout, "encoding", None) or "utf-8") if form in ("text", "concise") else "utf-8"
        if not put(encodable(text, encoding).encode(encoding), encoding):
            return False
    if output is not None or form in ("json", "gitlab", "sarif"):
        say(total_lines(outcome.findings, outcome.tally, detailed=False) + "\n")
    return True
