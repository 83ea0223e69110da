"""One file from disk to what it holds and everything that is wrong with it: text, YAML, shape and references."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.load.shape import Shaped, shape
from woonplan.model.base import Model
from woonplan.model.stand import Invoer
from woonplan.yaml_io import YamlDocument, parse, read_text
from woonplan.yaml_io.problems import not_listed
from woonplan.yaml_io.source import Source
from woonplan.yaml_io.text import WP002

M = TypeVar("M", bound=Model)


class Findings(list[Diagnostic]):
    """The findings of one run, and per file how many there were besides that nobody listed."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: Counter[str] = Counter()


class File(NamedTuple):
    """A file of which the text could be read; without a document where that is no YAML."""

    invoer: Invoer
    document: YamlDocument | None


def read_file(path: Source, findings: Findings) -> File | None:
    """Return a file, None when it cannot be read; what is wrong with its text is added to the findings."""
    raw = _outside(path) or read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        findings.append(raw)
        return None
    document, found = parse(raw)
    findings += found
    if document is None:
        return File(Invoer(raw.name, raw.sha256), None)
    findings.hidden[raw.name] += document.hidden
    return File(Invoer(raw.name, raw.sha256, document), document)


def _outside(path: Source) -> Diagnostic | None:
    """Return that a file is a link that leads out of its folder, or None; the folder itself may be one.

    Who may write in a folder that is checked for them may not have lines read from elsewhere: findings quote them.
    """
    if not isinstance(path, Path) or not os.path.islink(path):  # noqa: PTH114 - Path.is_symlink raises for a name that is too long
        return None
    folder, target = os.path.realpath(path.parent), os.path.realpath(path)
    if os.path.dirname(target) == folder or target.startswith(folder + os.sep):  # noqa: PTH120 - text beside text
        return None
    message = f"{quote(path.as_posix())} is een verwijzing naar een bestand buiten de map"
    return WP002.at(Place(path.as_posix()), message, "Zet het bestand zelf in de map.")


def shaped(file: File | None, model: type[M], records: str, findings: Findings, *, partly: bool = False) -> Shaped[M]:
    """Return what a file holds, if anything; what is wrong with its shape is added to the findings.

    Args:
        file: The file. Its records are let go of while they become models.
        model: The model of the whole file.
        records: Key of the list whose broken records are left out, so that the others can still be checked.
        findings: What was found so far.
        partly: As of ``shape``.
    """
    if file is None or file.document is None:
        return Shaped(None, None, ())
    result = shape(file.document, model, records, partly=partly)
    findings += result.findings
    findings.hidden[file.invoer.bestand] += result.hidden
    return result


def read_beside(
    path: Source, model: type[M], records: str, integrity: Callable[[M, YamlDocument], Iterable[Diagnostic]]
) -> tuple[M | None, Invoer | None, tuple[Diagnostic, ...]]:
    """Return what a file beside a register holds, with its positions and all findings in order of place.

    What it holds is None when the file is not good enough to use.

    Args:
        path: The file.
        model: The model of the whole file.
        records: As of ``shaped``.
        integrity: Finds what is wrong with a file of which the shape is good.
    """
    findings = Findings()
    file = read_file(path, findings)
    if file is None or file.document is None:
        return None, None, tuple(sorted(findings, key=Diagnostic.sort_key))
    result = shaped(file, model, records, findings)
    if hidden := findings.hidden.total():
        findings.append(not_listed(hidden, findings[-1].place))
    if result.value is not None and not result.findings:
        findings += integrity(result.value, file.document)
    shown = tuple(sorted(dict.fromkeys(map(file.document.lines.shown, findings)), key=Diagnostic.sort_key))
    usable = not any(finding.severity is Severity.FOUT for finding in shown)
    return result.value if usable else None, file.invoer, shown
