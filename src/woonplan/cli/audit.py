"""The optional files beside a register."""

from __future__ import annotations

from pathlib import Path

from woonplan.cli.streams import say
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
