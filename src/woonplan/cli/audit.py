"""The optional files beside a register, and the findings of an audit."""

from __future__ import annotations

from pathlib import Path

from woonplan.calc.figure import Figure, origin_of
from woonplan.calc.known import Reconciled, one
from woonplan.cli.streams import say
from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.load.agenda import AGENDA, load_agenda
from woonplan.load.bekend import BEKEND, load_bekend
from woonplan.model.agenda import Agendabestand
from woonplan.model.bekend import Bekendbestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.render.findings.text import render_findings


def open_agenda_file(data: Path, dataset: Dataset) -> tuple[Agendabestand | None, Invoer | None, bool]:
    """Return the agreements and their file, if the register has them, and whether the file could be used."""
    if not (data / AGENDA).exists():
        return None, None, True
    loaded = load_agenda(data / AGENDA, [bron.id for bron in dataset.gebied.bronnen])
    if loaded.findings:
        say(render_findings(loaded.findings))
    return loaded.agenda, loaded.invoer, loaded.agenda is not None


def no_agenda(data: Path) -> str:
    """Return that a register has no agreements, to say where they would be."""
    return f"dit register heeft geen afspraken: '{(data / AGENDA).as_posix()}' bestaat niet."


def open_bekend(data: Path, dataset: Dataset) -> tuple[Bekendbestand | None, Invoer | None, bool]:
    """Return what is known of the source, if the register has it, and whether the file could be used."""
    loaded = load_bekend(data / BEKEND, [bron.id for bron in dataset.gebied.bronnen])
    if loaded.findings:
        say(render_findings(loaded.findings))
    return loaded.bekend, loaded.invoer, not loaded.findings


def audit_findings(dataset: Dataset, result: Reconciled, invoer: Invoer | None) -> list[Diagnostic]:
    """Return differences without an explanation, and explanations without a difference."""
    findings = []
    for explained in result.unexplained:
        comparison = explained.comparison
        low, high = (one(comparison.difference(end)) for end in (0, 1))
        pairs = (("ondergrens", low), ("bovengrens", high))
        numbers = ", ".join(f"{name}: {number}" for name, number in pairs if number is not None)
        message = f"vergelijking {quote(comparison.id)}: {comparison.oordeel}, niet verklaard"
        hint = f"Zoek de fout, of leg het verschil vast in bekend.yaml met id {comparison.id}"
        hint = f"{hint}, {numbers}, een reden en een datum." if numbers else f"{hint}, een reden en een datum."
        place = _place(dataset, comparison.bron)
        findings.append(Diagnostic("WP501", message, place, hint, Severity.WAARSCHUWING))
    for index, entry in result.stale:
        place = invoer.positions.place(("verschillen", index)) if invoer else None
        message = f"verschil {quote(entry.id)} komt niet (meer) zo voor"
        hint = "Haal de verklaring weg, of pas haar aan als het verschil veranderd is."
        findings.append(Diagnostic("WP502", message, place, hint, Severity.WAARSCHUWING))
    return findings


def _place(dataset: Dataset, figure: Figure) -> Place | None:
    origin = origin_of(figure)
    invoer = next((i for i in dataset.invoer if origin and i.bestand == origin.file), None)
    return invoer.positions.place(origin.path) if invoer and origin else None
