"""The register state that an import writes into: the plan files of a folder, their records as text and as data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.exchange.register.memory import Remembered, read_memory
from woonplan.yaml_io import RawFile, YamlDocument, parse, read_text
from woonplan.yaml_io.edit import WP627, Item, NotEditable, items, lines_of

PLANNEN = "plannen"
LEVEL = "vertrouwelijkheid"


@dataclass
class Existing:
    """One record that is in the register."""

    file: PlanFile
    number: int
    """Position among the records of its file."""
    digest: str
    """Digest of its text."""

    @property
    def data(self) -> dict[str, Any]:
        """Its keys and values, with who may see it where its file says that."""
        value = self.file.records[self.number]
        record = dict(value) if isinstance(value, dict) else {}
        if self.file.level is not None and record.get(LEVEL) is None:
            record[LEVEL] = self.file.level
        return record

    @property
    def text(self) -> str:
        """Its lines."""
        return self.file.text_of(self.number)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.file.document.place((PLANNEN, self.number))


@dataclass
class PlanFile:
    """One plan file, as it is on disk.

    Of most files an import changes nothing, so their data is not kept: it is read again where something does change.
    """

    path: Path
    raw: RawFile
    items: list[Item]
    head: dict[str, Any]
    """What stands in the file besides its records."""

    @cached_property
    def document(self) -> YamlDocument:
        """The file, parsed: that it can be was seen when it was read."""
        document, _ = parse(self.raw)
        assert document is not None  # noqa: S101
        return document

    @property
    def level(self) -> str | None:
        """Who may see the records that do not say it themselves."""
        level = self.head.get(LEVEL)
        return None if level is None else str(level)

    @property
    def records(self) -> list[Any]:
        """The data of the records, in their order."""
        value = self.document.value
        found = value.get(PLANNEN) if isinstance(value, dict) else None
        return found if isinstance(found, list) else []

    @cached_property
    def lines(self) -> list[str]:
        """The lines with their ends."""
        return lines_of(self.raw.text)

    def text_of(self, number: int) -> str:
        """Return the lines of a record."""
        item = self.items[number]
        return "".join(self.lines[item.start : item.end])


@dataclass
class State:
    """The folder that is written into."""

    folder: Path
    files: list[PlanFile] = field(default_factory=list)
    records: dict[str, Existing] = field(default_factory=dict)
    memory: dict[str, Remembered] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def by_stem(self) -> dict[str, PlanFile]:
        """The files by the part of a file name that says of which municipality they are."""
        return {file.path.stem: file for file in self.files}


def digest(text: str) -> str:
    """Return the digest of the text of a record; line ends do not matter."""
    return hashlib.sha256("\n".join(map(str.rstrip, text.splitlines())).encode()).hexdigest()[:16]


def read_state(folder: Path) -> State:
    """Return the plan files in a folder; a file that cannot be changed is a finding."""
    state = State(folder)
    memory = read_memory(folder)
    if isinstance(memory, Diagnostic):
        state.findings.append(memory)
    else:
        state.memory = memory
    if not folder.is_dir():
        return state
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".yaml", ".yml")):
        raw = read_text(path, path.as_posix())
        if isinstance(raw, Diagnostic):
            state.findings.append(raw)
            continue
        document, findings = parse(raw)
        if document is None or findings:
            state.findings += findings
            continue
        _add(state, path, raw, document)
    return state


def read_file(path: Path) -> State:
    """Return the one file of a state that is not a folder; without records where there is none."""
    state = State(path.parent)
    raw = read_text(path, path.as_posix())
    if not isinstance(raw, Diagnostic):
        document, findings = parse(raw)
        if document is not None and not findings:
            _add(state, path, raw, document)
    return state


def _add(state: State, path: Path, raw: RawFile, document: YamlDocument) -> None:
    lines = lines_of(raw.text)
    value = document.value.get(PLANNEN) if isinstance(document.value, dict) else None
    records: list[Any] = value if isinstance(value, list) else []
    try:
        found = items(document, (PLANNEN,), lines) if records else []
    except NotEditable:
        state.findings.append(not_editable(document))
        return
    head = {k: v for k, v in document.value.items() if k != PLANNEN} if isinstance(document.value, dict) else {}
    file = PlanFile(path, raw, found, head)
    state.files.append(file)
    for number, (record, item) in enumerate(zip(records, found, strict=True)):
        plan_id = record.get("id") if isinstance(record, dict) else None
        if isinstance(plan_id, str | int):
            text = "".join(lines[item.start : item.end])
            state.records[str(plan_id)] = Existing(file, number, digest(text))


def not_editable(document: YamlDocument) -> Diagnostic:
    """Return the finding that a file is written in a way in which it cannot be changed."""
    message = f"in {quote(document.name)} staan de records niet elk met een streepje op eigen regels"
    return WP627.at(document.place((PLANNEN,), key=True), message)
