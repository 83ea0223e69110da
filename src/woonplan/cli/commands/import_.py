"""`woonplan import`: other people's files into the register, without losing what anybody wrote there."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import DataOption, choice
from woonplan.cli.run import Exit
from woonplan.cli.streams import NoWorkError, put, put_text, say, write, write_in
from woonplan.diagnostics import quote, reason
from woonplan.exchange.job import Choice, Hidden, Job

if TYPE_CHECKING:
    from woonplan.exchange.importing import Import
    from woonplan.model.number import Number


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="BESTAND...", readable=False, help="Werkmappen (.xlsx), csv of dbf.")
    ],
    data: DataOption = Path("data"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="MAP", readable=False, help="Map van de plannenbestanden; anders plannen/ in --data."
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Dag waarop de aantallen golden: JJJJ-MM-DD of JJJJ."),
    ] = None,
    vertrouwelijkheid: Annotated[
        str | None,
        typer.Option(
            "--vertrouwelijkheid",
            metavar="NIVEAU",
            autocompletion=completion.VERTROUWELIJKHEID,
            help="Voor plannen waarvan het bestand het niet zegt: openbaar, regio, provincie of gemeente.",
        ),
    ] = None,
    veld: Annotated[
        list[str] | None,
        typer.Option(
            "--veld", metavar="SLEUTEL=WAARDE", help="Waarde voor plannen waarvan het bestand geen heeft. Herhaalbaar."
        ),
    ] = None,
    verborgen: Annotated[
        Hidden | None,
        typer.Option(
            "--verborgen",
            parser=choice(Hidden, "keuze"),
            metavar="[mee|rijen|weg]",
            autocompletion=completion.values(*Hidden),
            help="Wat van verborgen bladen en rijen meetelt: alles, alleen de rijen, of niets.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping", metavar="BESTAND", readable=False, help="Kolommenbestand: welke kolom welk veld is (YAML)."
        ),
    ] = None,
    suggest_mapping: Annotated[
        bool, typer.Option("--suggest-mapping", help="Maak een kolommenbestand als voorzet, op het scherm.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Een kolom die niet begrepen wordt, is een fout.")] = False,
    partial: Annotated[
        bool,
        typer.Option("--partial", help="Schrijf de goede rijen, en zet de andere in een werkmap met de reden erbij."),
    ] = False,
    afgekeurd: Annotated[
        Path | None,
        typer.Option(
            "--afgekeurd", metavar="BESTAND", readable=False, help="Werkmap voor de andere rijen bij --partial."
        ),
    ] = None,
    conflict: Annotated[
        Choice | None,
        typer.Option(
            "--conflict",
            parser=choice(Choice, "keuze"),
            metavar="[register|bestand]",
            autocompletion=completion.values(*Choice),
            help="Wat geldt als een plan met de hand en ook in het bestand gewijzigd is.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Zeg wat er zou veranderen, en schrijf niets.")] = False,
) -> Exit:
    """Lees plannen in uit Excel, csv of dbf, of de woningvoorraad uit een tabel van het CBS.

    De indeling wordt aan de inhoud herkend: Planmonitor Wonen, DIWI, De Nieuwe Kaart, het sjabloon van
    'woonplan init --format xlsx', of een andere tabel met --mapping. Elke gemeente krijgt een bestand in plannen/.
    Zolang er een fout is, wordt er niets geschreven; wat met de hand is gewijzigd, blijft staan.

    Voorbeelden:

    \b
      woonplan import losser-2026.xlsx --dry-run
      woonplan import planmonitor-wonen-export-2026-01-15.xlsx --peildatum 2026-01-01
      woonplan import lijst.xlsx --suggest-mapping
      woonplan import lijst.xlsx --mapping kolommen.yaml --peildatum 2026-01-01 --vertrouwelijkheid openbaar
    """
    from woonplan.exchange.files.xlsx import NoLibrary
    from woonplan.model.base import is_date
    from woonplan.model.vocabulary import Vertrouwelijkheid

    wrong = []
    if peildatum is not None and not is_date(peildatum):
        wrong.append("--peildatum is geen datum. Schrijf jaar of jaar-maand-dag: 2026 of 2026-01-01.")
    if vertrouwelijkheid is not None and vertrouwelijkheid not in list(Vertrouwelijkheid):
        wrong.append(f"--vertrouwelijkheid kent alleen {', '.join(Vertrouwelijkheid)}.")
    if afgekeurd is not None and not partial:
        wrong.append("--afgekeurd hoort bij --partial.")
    if wrong:
        raise NoWorkError(*wrong)
    job = Job(
        paths=files,
        data=data,
        output=output,
        peildatum=peildatum,
        fixed=[*(veld or []), *([f"vertrouwelijkheid={vertrouwelijkheid}"] if vertrouwelijkheid else [])],
        hidden=verborgen,
        strict=strict,
        partial=partial,
        choice=conflict,
        mapping=mapping,
    )
    try:
        return _suggest(job) if suggest_mapping else _import(job, afgekeurd, dry_run=dry_run)
    except NoLibrary as error:
        raise NoWorkError(f"{error}.") from None


def _import(job: Job, afgekeurd: Path | None, *, dry_run: bool) -> Exit:
    from woonplan.cli.progress import progress
    from woonplan.exchange.importing import prepare
    from woonplan.exchange.wording import counted, finding_lines
    from woonplan.render.safe import safe
    from woonplan.yaml_io.dialect import paused_collector

    with paused_collector(), progress("bestanden inlezen"):
        out = prepare(job)
        # All of it lives to the end: the collector would walk over it, and free none.
        gc.freeze()
    for line in (*out.recognised, *finding_lines(out.findings)):
        say(f"{safe(line)}\n")
    if out.blocked:
        bad = len(out.result.rejected)
        seen = f"{_number(out.result.seen)} gelezen, waarvan {bad} met een fout. " if out.result.seen else ""
        say(f"{seen}{counted(out.findings)}. Er is niets geschreven.\n")
        raise NoWorkError
    rest = (afgekeurd or _beside(job.paths[0])) if job.partial and out.result.rejected else None
    if rest is not None and afgekeurd is None and rest.exists():
        raise NoWorkError(f"{quote(rest.as_posix())} bestaat al. Geef met --afgekeurd een andere naam.")
    lines = _summary(out, job, dry_run=dry_run)
    if rest is not None:
        lines.append(f"Afgekeurde rijen, met de reden erbij: {rest.as_posix()}")
    if not dry_run:
        with progress("bestanden schrijven"):
            _write(out, rest)
        if out.findings:
            say(f"{counted(out.findings)}.\n")
    put_text("".join(f"{safe(line)}\n" for line in lines))
    if dry_run and out.files:
        _show_difference(out, job)
    return Exit.FINDINGS if out.errors and not dry_run else Exit.DONE


def _summary(out: Import, job: Job, *, dry_run: bool) -> list[str]:
    from woonplan.exchange.importing import ASIDE
    from woonplan.exchange.sums import demolition, remaining
    from woonplan.exchange.wording import left_lines, totals
    from woonplan.numerals import dutch

    lines: list[str] = []
    plans = out.result.plans
    if plans:
        rejected = out.result.seen - len(plans)
        lines.append(f"{_number(len(plans))} ingelezen{f', {dutch(rejected)} afgekeurd' if rejected else ''}:")
        lines += [f"  {name:<13}{_plans(count)} restant {_homes(homes)}" for name, count, homes in remaining(plans)]
        count, gone = demolition(plans)
        lines += [f"  {'sloop':<13}{_plans(count)} sloop {_homes(gone)}"] if count else []
    if out.merged is not None:
        lines.append(f"In het register: {totals(out.merged)}.")
        lines += left_lines(out.merged) if dry_run else []
    if out.stock:
        lines += ["Woningvoorraad:", *(f"  {line}" for line in out.stock)]
    if not out.files:
        lines.append("Er verandert niets.")
        return lines
    lines.append("Zou schrijven:" if dry_run else "Geschreven:")
    lines += [f"  {path.as_posix()}" for path in out.files]
    if out.aside is not None:
        verb = "zou heten" if dry_run else "heet nu"
        lines.append(f"  {out.aside.as_posix()} was leeg en {verb} {out.aside.with_name(ASIDE).as_posix()}")
    if plans and not dry_run:
        where = f" --plannen {job.output.as_posix()}" if job.output else ""
        lines.append(
            f"  -> Daarna: woonplan check {job.data.as_posix()} en woonplan gap --data {job.data.as_posix()}{where}"
        )
    return lines


def _show_difference(out: Import, job: Job) -> None:
    """Show what `woonplan diff` would say of the register before and after, with its plans."""
    from dataclasses import replace

    from woonplan.cli.comparing import once_written
    from woonplan.cli.delivery import deliver
    from woonplan.report.diff.brief import brief_diff
    from woonplan.report.diff.document import diff_document

    aside = {out.aside: None} if out.aside is not None else {}
    compared = once_written(job.data, job.output, {**out.files, **aside}, out.result.peildatum)
    if compared is None:
        return
    found, kanten = compared
    whole = diff_document(found, kanten)
    brief, plans = brief_diff(found, whole, ""), [table for table in whole.tables if table.name == "plannen"]
    put_text("\n")
    deliver(replace(brief, tables=(*brief.tables, *plans), following=()), "table", None)


def _number(plans: int) -> str:
    from woonplan.numerals import dutch, plural

    return f"{dutch(plans)} {plural(plans, 'plan', 'plannen')}"


def _plans(count: int) -> str:
    from woonplan.numerals import plural

    return f"{count:>7} {plural(count, 'plan', 'plannen'):<8}"


def _homes(number: Number) -> str:
    from woonplan.calc.number.figure import given
    from woonplan.render.cells import number_text
    from woonplan.tables.cell import Value

    return number_text(Value(number, derivation=given("som", "som", number)))


def _beside(path: Path) -> Path:
    """Return the workbook for rows that are wrong, in the folder where the command runs."""
    return Path(f"{path.stem}-afgekeurd.xlsx")


def _write(out: Import, rest: Path | None) -> None:
    """Write the files one after the other, each old or new; the rows that are wrong into a workbook of their own."""
    from woonplan.exchange.importing import ASIDE
    from woonplan.exchange.rejects import rejects

    if rest is not None:
        # First: what is in the register must not be the only trace of a file.
        write(rest, rejects(out.result.rejected))
    for path, content in out.files.items():
        write_in(path.parent, path.name, content, anew=True)
    if out.aside is not None and out.files:
        try:
            out.aside.rename(out.aside.with_name(ASIDE))
        except OSError as error:
            name = quote(out.aside.as_posix())
            raise NoWorkError(f"{name} kan geen andere naam krijgen: {reason(error)}.") from None


def _suggest(job: Job) -> Exit:
    from woonplan.diagnostics import Diagnostic
    from woonplan.exchange.files.opening import open_book
    from woonplan.exchange.job import Given
    from woonplan.exchange.layouts.mapping import suggest
    from woonplan.exchange.register.gemeenten import listed_of
    from woonplan.exchange.wording import finding_lines
    from woonplan.render.safe import safe

    book = open_book(job.paths[0])
    if isinstance(book, Diagnostic):
        say("".join(f"{safe(line)}\n" for line in finding_lines([book])))
        raise NoWorkError
    put(suggest(book, Given(listed_of(job.data))).encode())
    return Exit.DONE
