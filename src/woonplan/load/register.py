"""From a folder to a dataset: find the files, read them all, and report everything at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from typing import NamedTuple, TypeVar

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.load.bystanders import bystanders
from woonplan.load.context import Listed, listed_names, plan_rows
from woonplan.load.herindelingen import former_names, with_history
from woonplan.load.reading import File, Findings, read_file, shaped
from woonplan.load.references.names import register_blocks, register_names, unlisted
from woonplan.load.references.plans import header_references, plan_references
from woonplan.load.references.statuses import status_findings
from woonplan.load.references.targets import target_findings
from woonplan.load.references.tijd import time_findings
from woonplan.load.shape import MAX_FINDINGS
from woonplan.load.states import GEMEENTEN, one_state, plan_files
from woonplan.load.sums.amounts import plan_sums, statement_bounds
from woonplan.load.sums.controls import control_sums
from woonplan.load.sums.parts import aggregate_sums
from woonplan.load.sums.stock import stock_findings
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plannenbestand
from woonplan.model.stand import Invoer, Stand, Standdeel
from woonplan.yaml_io import YamlDocument
from woonplan.yaml_io.dialect import paused_collector
from woonplan.yaml_io.kinds import WP008
from woonplan.yaml_io.problems import not_listed
from woonplan.yaml_io.source import Source
from woonplan.yaml_io.text import WP002, WP003, WP004

S = TypeVar("S", bound=Source)

_UNREAD = (WP002.code, WP003.code, WP004.code, WP008.code)
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
    partly: Dataset | None = None
    """The register as far as it could be read, with its errors: to be checked, and not to compute with."""
    besides: tuple[str, ...] = ()
    """Files in the folder that are no part of the register and hold no plans."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that make computing impossible."""
        return tuple(f for f in self.findings if f.severity is Severity.FOUT)


def load(data: S, plannen: S | None = None, tolerated: Collection[str] = ()) -> Loaded:
    """Return the register in ``data`` with the register state in ``plannen``.

    Args:
        data: Folder with `gemeenten.yaml`, and `plannen.yaml` or a folder `plannen/` unless ``plannen`` is given.
        plannen: A plan file, or a folder of them that make up one register state.
        tolerated: Codes of errors that do not stand in the way of what the dataset is asked for.
    """
    # All that is made here lives as long as the dataset and holds no cycles: collecting would be work for nothing.
    with paused_collector():
        return _load(data, plannen, tolerated)


def _load(data: S, plannen: S | None, tolerated: Collection[str]) -> Loaded:
    findings = Findings()
    paths, found = plan_files(data, plannen)
    findings += found
    gebied = read_file(data / GEMEENTEN, findings)
    parts = [part for path in paths if (part := read_file(path, findings))]
    beside = bystanders(data, plannen)
    findings += beside.findings
    dataset = _check(gebied, parts, findings)
    broken = any(f.severity is Severity.FOUT and f.code not in tolerated for f in findings)
    documents = {file.invoer.bestand: file.document for file in (gebied, *parts) if file}
    unread = [name for name, document in documents.items() if document is None]
    unread += [f.place.file for f in findings if f.code in _UNREAD and f.place]
    return Loaded(
        None if broken else dataset,
        tuple(_listed(findings, documents)),
        files=tuple(documents),
        records=sum(_records_in(part.document) for part in parts),
        unread=tuple(dict.fromkeys(unread)),
        partly=dataset if broken else None,
        besides=beside.others,
    )


def _records_in(document: YamlDocument | None) -> int:
    plannen = document.value.get("plannen") if document and isinstance(document.value, dict) else None
    return len(plannen) if isinstance(plannen, list) else 0


def _listed(findings: Findings, documents: Mapping[str, YamlDocument | None]) -> Iterator[Diagnostic]:
    """Yield the findings in the order of their places; of a file with too many the first, and how many more."""
    ordered = sorted(set(findings), key=Diagnostic.sort_key)
    for file, group in groupby(ordered, lambda finding: finding.place.file if finding.place else ""):
        of_file = list(group)
        listed, rest = of_file[:MAX_FINDINGS], of_file[MAX_FINDINGS:]
        document = documents.get(file)
        yield from map(document.lines.shown, listed) if document else listed
        warnings = sum(finding.severity is Severity.WAARSCHUWING for finding in rest)
        errors = len(rest) - warnings + findings.hidden[file]
        place = (rest or listed[-1:])[0].place
        if errors:
            yield not_listed(errors, place)
        if warnings:
            yield not_listed(warnings, place, Severity.WAARSCHUWING)


def _check(file: File | None, parts: list[File], findings: Findings) -> Dataset | None:
    # Before its municipalities become models: then their text is gone.
    listed = listed_names(file.document if file else None)
    gebied = shaped(file, Gemeentenbestand, "gemeenten", findings)
    if file and file.document and gebied.value and not gebied.findings:
        findings += _register_findings(gebied.value, file.document, listed)
    shapes = [shaped(part, Plannenbestand, "plannen", findings, partly=True) for part in parts]
    delen = [
        Standdeel(_inherited(s.value), part.invoer, s.rows, s.unread)
        for part, s in zip(parts, shapes, strict=True)
        if s.value
    ]
    if not delen:
        return None
    stand = Stand(tuple(delen))
    findings += one_state(stand)
    dataset = None
    if file and gebied.value:
        history = with_history(gebied.value)
        dataset = Dataset(history, file.invoer, stand, vroeger=former_names(history))
        listed = listed.on(dataset)
    # Per file: looking through all records for every file costs the number of records times that of files.
    by_file = list(plan_rows(_classified(dataset, stand)))
    rows = [row for part in by_file for row in part]
    findings += plan_references(rows, listed, dataset)
    for row in rows:
        findings += plan_sums(row)
    findings += aggregate_sums([row for row in rows if not row.unread], listed)
    for standdeel, own in zip(delen, by_file, strict=True):
        findings += header_references(standdeel, listed)
        if standdeel.rows is None:
            findings += control_sums(standdeel, own)
    return dataset


def _inherited(inhoud: Plannenbestand) -> Plannenbestand:
    """Return a file whose records say themselves who may see them, where the file says it of all of them."""
    level = inhoud.vertrouwelijkheid
    if level is None:
        return inhoud
    plannen = (p if p.vertrouwelijkheid else p.model_copy(update={"vertrouwelijkheid": level}) for p in inhoud.plannen)
    return inhoud.model_copy(update={"plannen": tuple(plannen)})


def _register_findings(gebied: Gemeentenbestand, document: YamlDocument, listed: Listed) -> Iterator[Diagnostic]:
    yield from register_names(gebied, document)
    blocks = register_blocks(gebied, document)
    yield from unlisted(blocks, document, listed.bronnen, "Zet het document bij 'bronnen'.", listed.suggest)
    yield from status_findings(gebied, document, listed)
    yield from target_findings(gebied, document, listed)
    yield from statement_bounds(gebied, document)
    yield from time_findings(gebied, document)
    yield from stock_findings(with_history(gebied), document)


def _classified(dataset: Dataset | None, stand: Stand) -> Dataset:
    """Return a dataset with classes for its records, also where the register's own definition names no real status."""
    with suppress(ValueError):
        if dataset is not None and all(map(dataset.klassen_van, stand.delen)):
            return dataset
    return Dataset(_NOWHERE, Invoer("", ""), stand)


_NOWHERE = Gemeentenbestand.model_validate(
    {"versie": 1, "regio": {"naam": "onbekend", "provincie": "onbekend"}, "bronnen": [], "gemeenten": []}
)
