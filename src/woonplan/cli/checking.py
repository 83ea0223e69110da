"""The work of `check`: what loader and rules say of the states of registers, and what of it is accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from woonplan.calc.confidential import not_public
from woonplan.checks.bekend import WP503, WP508, settle, stale, unjudged, without_reason
from woonplan.checks.registry import REGELS, chosen, is_chosen
from woonplan.checks.subject import Check, Subject, as_unjudged, run, run_partly, with_severity
from woonplan.cli.progress import progress
from woonplan.cli.registers import Register
from woonplan.cli.session import hold
from woonplan.cli.settings import Settings
from woonplan.diagnostics import Diagnostic, Severity, Tally
from woonplan.load import Loaded, load
from woonplan.load.agenda import LoadedAgenda, load_agenda
from woonplan.load.bekend import LoadedBekend, load_bekend
from woonplan.load.states import AGENDA, BEKEND
from woonplan.model.dataset import Dataset
from woonplan.rule import Rule
from woonplan.yaml_io import YamlDocument
from woonplan.yaml_io.dialect import paused_collector
from woonplan.yaml_io.problems import WP198

T = TypeVar("T")


class Acceptable(NamedTuple):
    """A finding that `bekend.yaml` can accept: the folder of its register, its rule, its plan if any, and the state."""

    folder: Path
    code: str
    plan: str
    peildatum: str


class Outcome(NamedTuple):
    """What a run of `check` says: findings in the order of their places, and the count of the rest."""

    findings: tuple[Diagnostic, ...]
    tally: Tally
    datasets: tuple[Dataset, ...] = ()
    """The register states that were judged."""
    acceptable: tuple[Acceptable, ...] = ()


def check_registers(
    found: Iterable[Register], settings: Settings, peildatum: str | None, tegen: str | None = None
) -> Outcome:
    """Return the outcome of all rules that are chosen over all register states."""
    # As while reading: everything made here lives to the end and holds no cycles.
    with paused_collector(), progress("register controleren"):
        outcomes = [one for register in found for one in _check_register(register, settings, peildatum, tegen)]
    tallies = [outcome.tally for outcome in outcomes]
    missing: Counter[tuple[str, str]] = Counter()
    for item in chain.from_iterable(tally.undecided for tally in tallies):
        missing[item.code, item.missing] += item.count
    unread = _once(tally.unread for tally in tallies)
    # A file that two states share was judged with the one that has no errors.
    judged = {file for tally in tallies if not tally.skipped for file in tally.files}
    tally = Tally(
        files=tuple(file for file in _once(tally.files for tally in tallies) if file not in unread),
        records=sum(tally.records for tally in tallies),
        niet_openbaar=sum(tally.niet_openbaar for tally in tallies),
        bekend=_in_order(tally.bekend for tally in tallies),
        undecided=as_unjudged(missing),
        niet_afgesproken=tuple(sorted(_once(tally.niet_afgesproken for tally in tallies))),
        skipped=tuple(file for file in _once(tally.skipped for tally in tallies) if file not in judged),
        unread=unread,
        empty=_once(tally.empty for tally in tallies),
        fictief=_once(tally.fictief for tally in tallies),
        besides=_once(tally.besides for tally in tallies),
    )
    return Outcome(
        _in_order(outcome.findings for outcome in outcomes),
        tally,
        tuple(chain.from_iterable(outcome.datasets for outcome in outcomes)),
        _once(outcome.acceptable for outcome in outcomes),
    )


def _once(parts: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """Return what is in the parts, each once, in the order in which it came."""
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def _in_order(parts: Iterable[Iterable[Diagnostic]]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(_once(parts), key=Diagnostic.sort_key))


def _check_register(
    register: Register, settings: Settings, peildatum: str | None, tegen: str | None
) -> Iterator[Outcome]:
    """Yield what is said of each file beside the states and of each state, every finding with its line of the file."""
    hold()
    loads = [load(register.folder, state) for state in register.states]
    earlier = _earlier(register, tegen) if tegen is not None else [None] * len(loads)
    hold(*loads)
    datasets = [loaded.dataset for loaded in loads if loaded.dataset is not None]
    agenda, bekend = _beside(register.folder, next(iter(datasets), None))
    outcomes = [_of_file(register.folder / AGENDA, agenda), _of_file(register.folder / BEKEND, bekend)]
    rules = chosen(settings.select, settings.ignore)
    used: set[int] = set()
    for loaded, before in zip(loads, earlier, strict=True):
        read = loaded.dataset or loaded.partly
        subject = None if read is None else Subject(read, agenda.agenda, peildatum, before, agenda.invoer)
        outcome, numbers = _check_state(loaded, subject, rules, settings, bekend)
        outcomes.append(outcome)
        used |= numbers
    if is_chosen(WP503.code, settings.select, settings.ignore):
        every = {rule.code for rule in REGELS}
        judged = {r.code for r in rules if peildatum is not None or not (isinstance(r, Check) and r.needs_day)}
        complete = register.whole and len(datasets) == len(loads)
        states = None if complete else {dataset.stand.kop.peildatum for dataset in datasets}
        gone = stale(bekend.bekend, bekend.invoer, used, every, judged, states)
        outcomes.append(Outcome(tuple(with_severity(gone, settings.severities)), Tally((), 0)))
    if is_chosen(WP508.code, settings.select, settings.ignore):
        unexplained = with_severity(without_reason(bekend.bekend, bekend.invoer), settings.severities)
        outcomes.append(Outcome(tuple(unexplained), Tally((), 0)))
    found = [dataset for loaded in loads if (dataset := loaded.dataset or loaded.partly) is not None]
    files = [*(file for dataset in found for file in dataset.invoer), agenda.invoer, bekend.invoer]
    documents = {
        file.bestand: file.positions for file in files if file is not None and isinstance(file.positions, YamlDocument)
    }

    def shown(finding: Diagnostic) -> Diagnostic:
        document = documents.get(finding.place.file) if finding.place else None
        return finding if finding.excerpt or document is None else document.lines.shown(finding)

    for one in outcomes:
        tally = replace(one.tally, bekend=tuple(map(shown, one.tally.bekend)))
        own = tuple(item._replace(folder=register.folder) for item in one.acceptable)
        yield one._replace(findings=tuple(map(shown, one.findings)), tally=tally, acceptable=own)


def _beside(folder: Path, dataset: Dataset | None) -> tuple[LoadedAgenda, LoadedBekend]:
    """Return the files that stand beside the states; a link that leads to no file is wrong, and no absent file."""
    agenda, bronnen, gemeenten = LoadedAgenda(None, None, ()), None, None
    if dataset is not None:
        bronnen = [bron.id for bron in dataset.gebied.bronnen]
        gemeenten = [name for g in dataset.gebied.gemeenten for name in (g.naam, g.code, *g.aliassen)]
    if (folder / AGENDA).is_symlink() or (folder / AGENDA).exists():
        agenda = load_agenda(folder / AGENDA, bronnen, gemeenten)
    return agenda, load_bekend(folder / BEKEND, bronnen)


def _of_file(path: Path, loaded: LoadedAgenda | LoadedBekend) -> Outcome:
    """Return what is said of a file beside the states: nothing where it is not there."""
    name = (path.as_posix(),)
    unread = name if loaded.findings and loaded.invoer is None else ()
    return Outcome(loaded.findings, Tally(name if loaded.invoer else (), 0, unread=unread))


def _earlier(register: Register, tegen: str) -> list[Dataset | None]:
    """Return the earlier state that every state of a register is held against; None where there is none."""
    from woonplan.cli.sides import earlier_state

    return [earlier_state(tegen, register.folder, state) for state in register.states]


def _check_state(
    loaded: Loaded, subject: Subject | None, rules: tuple[Rule, ...], settings: Settings, bekend: LoadedBekend
) -> tuple[Outcome, frozenset[int]]:
    """Return what is said of a state, and the numbers of the accepted findings that it needs or cannot judge.

    ``subject`` is the state as far as it could be read.
    """
    findings = [
        finding
        for finding in loaded.findings
        if finding.severity is not Severity.FOUT and is_chosen(finding.code, settings.select, settings.ignore)
    ]
    day = ""
    unclear: frozenset[int] = frozenset()
    tally = Tally(loaded.files, loaded.records, unread=loaded.unread, besides=loaded.besides)
    dataset = loaded.dataset
    if dataset is None or subject is None:
        tally = replace(tally, skipped=tuple(file for file in loaded.files if file not in loaded.unread))
        if subject is not None:
            findings += run_partly(subject, rules).findings
    else:
        day = dataset.stand.kop.peildatum
        checked = run(subject, rules)
        findings += checked.findings
        unclear = unjudged(bekend.bekend, checked.unjudged, day)
        tally = replace(
            tally,
            undecided=checked.undecided,
            niet_afgesproken=checked.niet_afgesproken,
            niet_openbaar=not_public(dataset),
            empty=() if loaded.records else (_state_name(dataset),),
            fictief=(dataset.gebied_invoer.bestand,) if dataset.fictief else (),
        )
    settled = settle(with_severity(findings, settings.severities), bekend.bekend, day)
    # What stands in the way of computing is always said, and never accepted: no rule could judge around it.
    tally = replace(tally, bekend=settled.bekend)
    return (
        Outcome(
            (*loaded.errors, *settled.open),
            tally,
            () if dataset is None else (dataset,),
            tuple(
                Acceptable(Path(), one.code, one.subject, day) for one in settled.open if day and one.code != WP198.code
            ),
        ),
        settled.used | unclear,
    )


def _state_name(dataset: Dataset) -> str:
    """Return the file with a register state, or the folder where it is divided over files."""
    files = [standdeel.invoer.bestand for standdeel in dataset.stand.delen]
    return files[0] if len(files) == 1 else Path(files[0]).parent.as_posix()
