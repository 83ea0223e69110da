"""The optional files beside a register: what they hold, after saying what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from woonplan.cli.streams import NoWorkError, say
from woonplan.load.agenda import LoadedAgenda, load_agenda
from woonplan.load.bekend import LoadedBekend, load_bekend
from woonplan.load.states import AGENDA, BEKEND
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.render.findings.text import render_findings


def open_agenda(data: Path, dataset: Dataset) -> LoadedAgenda:
    """Return the agreements and their file, if the register has them; refuse a file that cannot be used."""
    agenda = _agenda(data, dataset)
    _refuse(agenda)
    return agenda


def open_actions(data: Path, dataset: Dataset) -> tuple[Agendabestand, Invoer]:
    """Return the agreements and their file; refuse a register that has none."""
    agenda, invoer, _ = open_agenda(data, dataset)
    if agenda is None or invoer is None:
        raise NoWorkError(f"dit register heeft geen afspraken: '{(data / AGENDA).as_posix()}' bestaat niet.")
    return agenda, invoer


def open_both(data: Path, dataset: Dataset) -> tuple[LoadedAgenda, LoadedBekend]:
    """Return the agreements, and what is known of the source; refuse files that cannot be used."""
    agenda, bekend = _agenda(data, dataset), load_bekend(data / BEKEND, [bron.id for bron in dataset.gebied.bronnen])
    _refuse(agenda, bekend)
    return agenda, bekend


def _agenda(data: Path, dataset: Dataset) -> LoadedAgenda:
    if not (data / AGENDA).exists():
        return LoadedAgenda(None, None, ())
    gemeenten = [name for g in dataset.gebied.gemeenten for name in (g.naam, g.code, *g.aliassen)]
    return load_agenda(data / AGENDA, [bron.id for bron in dataset.gebied.bronnen], gemeenten)


def _refuse(*loaded: LoadedAgenda | LoadedBekend) -> None:
    """Say what is wrong with files, and refuse them: all that can be found in them are errors."""
    wrong = [one.findings for one in loaded if one.findings]
    for findings in wrong:
        say(render_findings(findings))
    if wrong:
        raise NoWorkError
