"""The reading of a file that stands beside a register: text, shape, and what is wrong with what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.load.shape import shape
from woonplan.model.base import Model
from woonplan.model.stand import Invoer
from woonplan.yaml_io import YamlDocument, parse, read_text
from woonplan.yaml_io.problems import not_listed

M = TypeVar("M", bound=Model)


def read_beside(
    path: Path, model: type[M], records: str, integrity: Callable[[M, YamlDocument], Iterable[Diagnostic]]
) -> tuple[M | None, Invoer | None, tuple[Diagnostic, ...]]:
    """Return what a file holds, when it is good enough to use, with its positions and all findings in order of place.

    Args:
        path: The file.
        model: The model of the whole file.
        records: Key of the list whose broken records are left out, so that the others can still be checked.
        integrity: Finds what is wrong with a file of which the shape is good.
    """
    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        return None, None, (raw,)
    document, findings = parse(raw)
    if document is None:
        return None, None, tuple(sorted(findings, key=Diagnostic.sort_key))
    shaped = shape(document, model, records)
    findings += shaped.findings
    if document.hidden + shaped.hidden:
        findings.append(not_listed(document.hidden + shaped.hidden, findings[-1].place))
    if shaped.value is not None and not shaped.findings:
        findings += integrity(shaped.value, document)
    shown = tuple(sorted(dict.fromkeys(map(document.lines.shown, findings)), key=Diagnostic.sort_key))
    usable = not any(finding.severity is Severity.FOUT for finding in shown)
    return shaped.value if usable else None, Invoer(raw.name, raw.sha256, document), shown
