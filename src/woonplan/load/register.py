"""From a folder to a dataset: find the files, read them all, and report everything at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.load.context import Known, known_names, plan_rows
from woonplan.load.references.aggregates import aggregate_sums
from woonplan.load.references.names import register_blocks, register_names, unlisted
from woonplan.load.references.plans import header_references, plan_references
from woonplan.load.references.statuses import status_findings
from woonplan.load.references.targets import target_findings
from woonplan.load.shape import MAX_FINDINGS, Shaped, shape
from woonplan.load.states import GEMEENTEN, one_state, plan_files
from woonplan.load.sums.amounts import plan_sums, statement_bounds
from woonplan.load.sums.controls import control_sums
from woonplan.load.sums.stock import stock_findings
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plannenbestand
from woonplan.model.stand import Deel, Invoer, Stand
from woonplan.yaml_io import RawFile, YamlDocument, parse, read_text
from woonplan.yaml_io.dialect import paused_collector
from woonplan.yaml_io.problems import not_listed
from woonplan.yaml_io.text import WP002, WP003, WP004

_UNREAD = (WP002.code, WP003.code, WP004.code)
"""Findings of the reader on a file that is there."""


class Loaded(NamedTuple):
    """A dataset, when the files are good enough to compute with, and all findings in the order of their places."""

    dataset: Dataset | None
    findings: tuple[Diagnostic, ...]
    files: tuple[str, ...] = ()
    """The files that were read."""
    records: int = 0
    """Records in the plan files, also those with something wrong in them."""
    unread: tuple[str, ...] = ()
    """The files that are there and of which nothing could be read."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that make computing impossible."""
        return tuple(f for f in self.findings if f.severity is Severity.FOUT)


class _Found(list[Diagnostic]):
    """The findings of one run, and per file how many there were besides that nobody listed."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: Counter[str] = Counter()


class _Parsed(NamedTuple):
    raw: RawFile
    document: YamlDocument | None


def load(data: Path, plannen: Path | None = None, tolerated: Collection[str] = ()) -> Loaded:
    """Return the register in ``data`` with the register state in ``plannen``.

    Args:
        data: Folder with `gemeenten.yaml`, and `plannen.yaml` or a folder `plannen/` unless ``plannen`` is given.
        plannen: A plan file, or a folder of them that make up one register state.
        tolerated: Codes of errors that do not stand in the way of what the dataset is asked for.
    """
    # All that is made here lives as long as the dataset and holds no cycles: collecting would be work for nothing.
    with paused_collector():
        return _load(data, plannen, tolerated)


def _load(data: Path, plannen: Path | None, tolerated: Collection[str]) -> Loaded:
    findings = _Found()
    paths, found = plan_files(data, plannen)
    findings += found
    gebied_file = _parse(data / GEMEENTEN, findings)
    parts = [parsed for path in paths if (parsed := _parse(path, findings))]
    dataset = _check(gebied_file, parts, findings)
    documents = {p.raw.name: p.document for p in (gebied_file, *parts) if p and p.document}
    broken = any(f.severity is Severity.FOUT and f.code not in tolerated for f in findings)
    files = tuple(p.raw.name for p in (gebied_file, *parts) if p)
    count = sum(_records_in(p.document) for p in parts)
    unread = [p.raw.name for p in (gebied_file, *parts) if p and not p.document]
    unread += [f.place.file for f in findings if f.code in _UNREAD and f.place]
    listed = tuple(_listed(findings, documents))
    return Loaded(None if broken else dataset, listed, files, count, tuple(dict.fromkeys(unread)))


def _records_in(document: YamlDocument | None) -> int:
    plannen = document.value.get("plannen") if document and isinstance(document.value, dict) else None
    return len(plannen) if isinstance(plannen, list) else 0


def _listed(findings: _Found, documents: dict[str, YamlDocument]) -> Iterable[Diagnostic]:
    """Yield the findings in the order of their places; of a file with too many the first, and how many more."""
    by_file: dict[str, list[Diagnostic]] = {}
    for finding in sorted(set(findings), key=Diagnostic.sort_key):
        by_file.setdefault(finding.place.file if finding.place else "", []).append(finding)
    for file, ordered in by_file.items():
        for finding in ordered[:MAX_FINDINGS]:
            yield _with_excerpt(finding, documents)
        rest = ordered[MAX_FINDINGS:]
        warnings = sum(finding.severity is Severity.WAARSCHUWING for finding in rest)
        errors = len(rest) - warnings + findings.hidden[file]
        place = (rest[0] if rest else ordered[-1]).place
        if errors:
            yield not_listed(errors, place)
        if warnings:
            yield not_listed(warnings, place, Severity.WAARSCHUWING)


def _parse(path: Path, findings: _Found) -> _Parsed | None:
    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        findings.append(raw)
        return None
    document, found = parse(raw)
    findings += found
    if document is not None:
        findings.hidden[raw.name] += document.hidden
    return _Parsed(raw, document)


def _check(gebied_file: _Parsed | None, parts: list[_Parsed], findings: _Found) -> Dataset | None:
    known = known_names(gebied_file.document if gebied_file else None)
    gebied: Gemeentenbestand | None = None
    invoer: Invoer | None = None
    if gebied_file and gebied_file.document:
        shaped = shape(gebied_file.document, Gemeentenbestand, "gemeenten")
        findings += shaped.findings
        findings.hidden[gebied_file.raw.name] += shaped.hidden
        gebied = shaped.value
        invoer = Invoer(gebied_file.raw.name, gebied_file.raw.sha256, gebied_file.document)
        if gebied is not None and not shaped.findings:
            findings += _register_findings(gebied, gebied_file.document, known)
    delen = [deel for parsed in parts if (deel := _deel(parsed, findings))]
    if not delen:
        return None
    stand = Stand(tuple(delen))
    findings += one_state(stand)
    dataset = _classified(gebied, invoer, stand)
    # Per file: looking through all records for every file costs the number of records times that of files.
    by_file = list(plan_rows(dataset))
    rows = [row for part in by_file for row in part]
    findings += plan_references(rows, known)
    for row in rows:
        findings += plan_sums(row)
    findings += aggregate_sums(rows)
    for deel, own in zip(delen, by_file, strict=True):
        findings += header_references(deel, known)
        if deel.rows is None:
            findings += control_sums(deel, own)
    if gebied is None or invoer is None:
        return None
    return dataset if dataset.gebied is gebied else Dataset(gebied, invoer, stand)


def _register_findings(gebied: Gemeentenbestand, document: YamlDocument, known: Known) -> Iterator[Diagnostic]:
    yield from register_names(gebied, document)
    yield from unlisted(
        register_blocks(gebied), document, known.bronnen, "Zet het document bij 'bronnen'.", known.suggest
    )
    yield from status_findings(gebied, document, known)
    yield from target_findings(gebied, document, known)
    yield from statement_bounds(gebied, document)
    yield from stock_findings(gebied, document)


def _classified(gebied: Gemeentenbestand | None, invoer: Invoer | None, stand: Stand) -> Dataset:
    """Return the state with classes for its records, also where the register's own definition names no real status."""
    try:
        dataset = Dataset(gebied or _NOWHERE, invoer or Invoer("", ""), stand)
        _ = dataset.klassen
    except ValueError:
        dataset = Dataset(_NOWHERE, Invoer("", ""), stand)
    return dataset


_NOWHERE = Gemeentenbestand.model_validate(
    {"versie": 1, "regio": {"naam": "onbekend", "provincie": "onbekend"}, "bronnen": [], "gemeenten": []}
)


def _deel(parsed: _Parsed, findings: _Found) -> Deel | None:
    if parsed.document is None:
        return None
    shaped: Shaped[Plannenbestand] = shape(parsed.document, Plannenbestand, "plannen")
    findings += shaped.findings
    findings.hidden[parsed.raw.name] += shaped.hidden
    if shaped.value is None:
        return None
    return Deel(shaped.value, Invoer(parsed.raw.name, parsed.raw.sha256, parsed.document), shaped.rows)


def _with_excerpt(finding: Diagnostic, documents: dict[str, YamlDocument]) -> Diagnostic:
    document = documents.get(finding.place.file) if finding.place else None
    return finding if document is None else document.lines.shown(finding)
