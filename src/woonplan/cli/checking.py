"""The work of `check`: which register states there are, what loader and rules say of each, and what is known."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from woonplan.checks.known import Settled, settle, stale, unjudged
from woonplan.checks.rule import Rule, Subject
from woonplan.checks.run import as_unjudged, run, with_severity
from woonplan.checks.selecting import chosen, is_chosen
from woonplan.cli.progress import progress
from woonplan.cli.session import hold
from woonplan.cli.settings import Settings
from woonplan.diagnostics import Diagnostic, Severity, Tally, quote
from woonplan.load import Loaded, load
from woonplan.load.agenda import AGENDA, LoadedAgenda, load_agenda
from woonplan.load.bekend import BEKEND, LoadedBekend, load_bekend
from woonplan.load.register import FOLDER, GEMEENTEN, PLANNEN
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.yaml_io import Document
from woonplan.yaml_io.events import paused_collector
from woonplan.yaml_io.text import refusal_of

_BESIDE = (GEMEENTEN, AGENDA, BEKEND)
"""Files that are no register state of their own: they stand for the folder they are in."""


@dataclass
class Register:
    """A folder with a register, and the states in it that are asked for; ``whole`` when all of them are."""

    folder: Path
    states: dict[Path | None, None] = field(default_factory=dict)
    whole: bool = False


class Outcome(NamedTuple):
    """What a run of `check` says: findings in the order of their places, and the count of the rest."""

    findings: tuple[Diagnostic, ...]
    tally: Tally


def registers(paths: Iterable[Path]) -> tuple[list[Register], list[str]]:
    """Return the registers that the paths name, and what is wrong with the paths."""
    found: dict[Path, Register] = {}
    wrong: list[str] = []
    for path in paths:
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            wrong.append(_no_path(path, error))
            continue
        is_folder = stat.S_ISDIR(status.st_mode)
        if not is_folder and not stat.S_ISREG(status.st_mode):
            wrong.append(f"{quote(path.as_posix())} is geen gewoon bestand; er is niets gecontroleerd.")
        elif is_folder and not _is_state(path):
            _add_folder(found, path, wrong)
        elif path.name in _BESIDE:
            _add_folder(found, path.parent, wrong)
        elif _is_state(path.parent):
            # One file of a state that is divided over a folder: only the whole can be judged.
            _register(found, path.parent.parent).states[path.parent] = None
        else:
            _register(found, path.parent).states[path] = None
    return list(found.values()), wrong


def _is_state(folder: Path) -> bool:
    """Whether a folder holds the files of one state: `plannen`, or `plannen-2026` for another one beside it."""
    return folder.name.startswith(FOLDER) and not (folder / GEMEENTEN).exists()


def _no_path(path: Path, error: OSError | ValueError) -> str:
    """Return what is wrong with a path that cannot be looked at."""
    code, reason, hint = refusal_of(error)
    if code == "WP001":
        hint = "Geef de map van een register of een plannenbestand."
    return f"{quote(path.as_posix())} {reason}. {hint}"


def _register(found: dict[Path, Register], folder: Path) -> Register:
    # The same folder under another name is the same register.
    same = next((known for known in found if _same(known, folder)), folder)
    return found.setdefault(same, Register(same))


def _same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _add_folder(found: dict[Path, Register], folder: Path, wrong: list[str]) -> None:
    states: list[Path | None] = []
    try:
        states += sorted(
            path
            for path in folder.iterdir()
            if path.name.startswith(FOLDER) and path.suffix in (".yaml", ".yml") and not path.is_dir()
        )
        # With both, the loader says that `gap` cannot choose; each is checked all the same.
        both = (folder / FOLDER).is_dir() and folder / PLANNEN in states
        folders = sorted(path for path in folder.iterdir() if path.is_dir() and _is_state(path))
        states = [*([None] if both else []), *states, *folders]
    except OSError as error:
        wrong.append(_no_path(folder, error))
        return
    if not states:
        wrong.append(
            f"in {quote(folder.as_posix())} staat geen plannenbestand (plannen.yaml); er is niets gecontroleerd."
        )
        return
    register = _register(found, folder)
    register.whole = True
    register.states.update(dict.fromkeys(states))


class _Collected:
    """What all register states of a run have added up to so far."""

    def __init__(self) -> None:
        self.open: dict[Diagnostic, None] = {}
        self.known: dict[Diagnostic, None] = {}
        self.missing: Counter[tuple[str, str]] = Counter()
        self.files: dict[str, None] = {}
        self.skipped: dict[str, None] = {}
        self.judged: set[str] = set()
        self.unread: dict[str, None] = {}
        self.empty: dict[str, None] = {}
        self.fictief: dict[str, None] = {}
        self.documents: dict[str, Document] = {}
        self.records = 0

    def shown(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return findings in the order of their places, each with its line of the file."""
        return tuple(self._excerpt(finding) for finding in sorted(findings, key=Diagnostic.sort_key))

    def _excerpt(self, finding: Diagnostic) -> Diagnostic:
        document = self.documents.get(finding.place.file) if finding.place else None
        return finding if finding.excerpt or document is None else document.shown(finding)


def check_registers(found: Iterable[Register], settings: Settings, peildatum: str | None) -> Outcome:
    """Return the outcome of all rules that are chosen over all register states."""
    collected = _Collected()
    rules = chosen(settings.select, settings.ignore)
    # As while reading: everything made here lives to the end and holds no cycles.
    with paused_collector(), progress("register controleren"):
        for register in found:
            _check_register(register, rules, settings, peildatum, collected)
    tally = Tally(
        files=tuple(file for file in collected.files if file not in collected.unread),
        records=collected.records,
        known=collected.shown(collected.known),
        undecided=as_unjudged(collected.missing),
        # A file that two states share was judged with the one that has no errors.
        skipped=tuple(file for file in collected.skipped if file not in collected.judged),
        unread=tuple(collected.unread),
        empty=tuple(collected.empty),
        fictief=tuple(collected.fictief),
    )
    return Outcome(collected.shown(collected.open), tally)


def _check_register(
    register: Register, rules: tuple[Rule, ...], settings: Settings, peildatum: str | None, into: _Collected
) -> None:
    hold()
    loads = [load(register.folder, state) for state in register.states]
    hold(*loads)
    usable = next((loaded.dataset for loaded in loads if loaded.dataset is not None), None)
    agenda, bekend = _beside(register.folder, usable, into)
    used: set[int] = set()
    states: set[str] = set()
    for loaded in loads:
        into.files.update(dict.fromkeys(loaded.files))
        into.unread.update(dict.fromkeys(loaded.unread))
        into.records += loaded.records
        settled = _check_state(loaded, rules, settings, Beside(agenda, bekend, peildatum), into)
        into.open.update(dict.fromkeys(settled.open))
        into.known.update(dict.fromkeys(settled.known))
        used |= settled.used
        if loaded.dataset is not None:
            states.add(loaded.dataset.stand.kop.peildatum)
    complete = register.whole and all(loaded.dataset is not None for loaded in loads)
    if bekend is not None and is_chosen("WP503", settings.select, settings.ignore):
        judged = {rule.code for rule in rules if peildatum is not None or not rule.needs_day}
        gone = stale(bekend.bekend, bekend.invoer, used, judged, None if complete else states)
        into.open.update(dict.fromkeys(with_severity(gone, settings.severities)))


class Beside(NamedTuple):
    """What stands beside the states of a register, and the day to judge on."""

    agenda: LoadedAgenda | None
    bekend: LoadedBekend | None
    peildatum: str | None


def _beside(folder: Path, dataset: Dataset | None, into: _Collected) -> tuple[LoadedAgenda | None, LoadedBekend | None]:
    bronnen = [bron.id for bron in dataset.gebied.bronnen] if dataset else None
    agenda: LoadedAgenda | None = None
    bekend: LoadedBekend | None = None
    if _is_there(folder / AGENDA):
        gemeenten = None
        if dataset is not None:
            gemeenten = [name for g in dataset.gebied.gemeenten for name in (g.naam, g.code, *g.aliassen)]
        agenda = load_agenda(folder / AGENDA, bronnen, gemeenten)
        _beside_read(agenda.invoer, folder / AGENDA, into)
        into.open.update(dict.fromkeys(agenda.findings))
    if _is_there(folder / BEKEND):
        bekend = load_bekend(folder / BEKEND, bronnen)
        _beside_read(bekend.invoer, folder / BEKEND, into)
        into.open.update(dict.fromkeys(bekend.findings))
    return agenda, bekend


def _is_there(path: Path) -> bool:
    """Whether there is a file, or a link that leads to none: that one is wrong, and no absent file."""
    return path.is_symlink() or path.exists()


def _beside_read(invoer: Invoer | None, path: Path, into: _Collected) -> None:
    """Note a file that stands beside the states: read, or there and not to be read."""
    if invoer is None:
        into.unread[path.as_posix()] = None
    else:
        _remember([invoer], into)


def _check_state(
    loaded: Loaded, rules: tuple[Rule, ...], settings: Settings, beside: Beside, into: _Collected
) -> Settled:
    # What stands in the way of computing is always said, and never accepted: no rule could judge around it.
    errors = [finding for finding in loaded.findings if finding.severity is Severity.FOUT]
    findings = [
        finding
        for finding in loaded.findings
        if finding.severity is not Severity.FOUT and is_chosen(finding.code, settings.select, settings.ignore)
    ]
    dataset, day = loaded.dataset, ""
    unclear: frozenset[int] = frozenset()
    known = beside.bekend.bekend if beside.bekend else None
    if dataset is None:
        into.skipped.update(dict.fromkeys(file for file in loaded.files if file not in loaded.unread))
    else:
        into.judged.update(invoer.bestand for invoer in dataset.invoer)
        if not loaded.records:
            into.empty[_state_name(dataset)] = None
        day = dataset.stand.kop.peildatum
        _remember(dataset.invoer, into)
        if dataset.fictief:
            into.fictief[dataset.gebied_invoer.bestand] = None
        subject = Subject(
            dataset,
            agenda=beside.agenda.agenda if beside.agenda else None,
            agenda_invoer=beside.agenda.invoer if beside.agenda else None,
            bekend=known,
            bekend_invoer=beside.bekend.invoer if beside.bekend else None,
            peildatum=beside.peildatum,
        )
        checked = run(subject, rules, settings.severities)
        findings += checked.findings
        unclear = unjudged(known, checked.unjudged, day)
        for item in checked.undecided:
            into.missing[item.code, item.missing] += item.count
    settled = settle(with_severity(findings, settings.severities), known, day)
    return Settled((*errors, *settled.open), settled.known, settled.used | unclear)


def _state_name(dataset: Dataset) -> str:
    """Return the file with a register state, or the folder where it is divided over files."""
    files = [deel.invoer.bestand for deel in dataset.stand.delen]
    return files[0] if len(files) == 1 else Path(files[0]).parent.as_posix()


def _remember(invoer: Iterable[Invoer | None], into: _Collected) -> None:
    for one in invoer:
        if one is not None:
            into.files[one.bestand] = None
            if isinstance(one.positions, Document):
                into.documents[one.bestand] = one.positions
