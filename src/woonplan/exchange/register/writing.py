"""From changes to the bytes of every file, each in the order in which it may be written.

A file that is there keeps all that is not a record of the import; what comes out is read again before it is offered.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.exchange.reading import INDENT
from woonplan.exchange.register.comparison import comparable
from woonplan.exchange.register.memory import memory_text
from woonplan.exchange.register.merging import Amendment, Merged
from woonplan.exchange.register.state import LEVEL, PLANNEN, PlanFile, State, not_editable
from woonplan.load.states import IMPORTED
from woonplan.rule import Rule, situation
from woonplan.yaml_io import RawFile, parse
from woonplan.yaml_io.edit import (
    WP627,
    Edit,
    NotEditable,
    applied,
    indented,
    insert_edits,
    scalar_edit,
)

WP624 = Rule(
    code="WP624",
    naam="past niet in deze stand",
    wat="Er is geen register, naast de map plannen/ staat een plannen.yaml met plannen, of de peildatum is een andere.",
    waarom="Alle bestanden van een map plannen/ zijn samen een stand op een peildatum; standen worden nooit gemengd.",
    oplossing="Geef met --output een andere map, of lees de hele stand in een keer in.",
    fout=situation("In de map van het register staat een plannen.yaml met plannen."),
    goed=situation("In de map van het register staat een lege plannen.yaml, of geen."),
)
"""Plans that do not belong in the state that is there."""


HEAD = """\
# Ingelezen met 'woonplan import'. Wat u hier met de hand wijzigt, blijft staan: een volgende import meldt het als het
# bestand ook iets anders zegt. In import.json staat wat de import zelf schreef; bewaar dat bestand bij dit bestand.
"""


@dataclass
class PlanFiles:
    """The files that an import would write, in order."""

    files: dict[Path, bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True)
class Head:
    """What goes for all plans of a new file."""

    peildatum: str
    statusdefinitie: str
    soort_aantal: str
    vertrouwelijkheid: str | None = None
    """Who may see the plans that do not say it themselves."""


def plan_files(merged: Merged, state: State, head: Head) -> PlanFiles:
    """Return the plan files with the changes in them, and what import remembers, last."""
    planned = PlanFiles()
    planned.findings += _one_state(merged, state, head)
    if planned.findings:
        return planned
    by_path: dict[Path, list[Amendment]] = {}
    for change in merged.changes:
        file = change.existing.file if change.existing else state.by_stem.get(change.file)
        by_path.setdefault(file.path if file else state.folder / f"{change.file}.yaml", []).append(change)
    known = {file.path: file for file in state.files}
    moved = [file.path for file in state.files if str(file.head.get("peildatum")) != head.peildatum]
    for path in sorted({*by_path, *moved}):
        file, changes = known.get(path), by_path.get(path, [])
        if file is None:
            planned.files[path] = _fresh(changes, _of_state(state, head)).encode()
        else:
            _edited(planned, file, changes, head)
    text = memory_text(merged.memory)
    if text and merged.memory != state.memory:
        planned.files[state.folder / IMPORTED] = text.encode()
    return planned


def _of_state(state: State, head: Head) -> Head:
    """Return the head of a new file of a state: it counts hard and soft as the files beside it do."""
    if not state.files:
        return head
    definitie = str(state.files[0].head.get("statusdefinitie", "onbekend"))
    return replace(head, statusdefinitie=definitie)


def _one_state(merged: Merged, state: State, head: Head) -> list[Diagnostic]:
    """Report files of another date that this import has nothing to say of: states are never mixed."""
    others = [
        file
        for file in state.files
        if str(file.head.get("peildatum")) != head.peildatum and file.path.stem not in merged.touched
    ]
    if not others:
        return []
    names = ", ".join(file.path.name for file in others[:5]) + (" en andere" if len(others) > 5 else "")
    date = others[0].head.get("peildatum")
    message = (
        f"in {quote(state.folder.as_posix())} staan bestanden met peildatum {date} waar deze import niets over zegt "
    )
    message += f"({names}); de import heeft peildatum {head.peildatum}"
    return [WP624.at(others[0].document.place(("peildatum",)), message)]


def _fresh(changes: list[Amendment], head: Head) -> str:
    lines = [HEAD, "versie: 1\n", f"peildatum: {head.peildatum}\n"]
    lines += [f"statusdefinitie: {head.statusdefinitie}\n", f"soort_aantal: {head.soort_aantal}\n"]
    lines += [f"{LEVEL}: {head.vertrouwelijkheid}\n"] if head.vertrouwelijkheid else []
    lines.append(f"\n{PLANNEN}:\n")
    return "".join((*lines, *(change.text for change in sorted(changes, key=lambda c: c.plan_id))))


def _edited(planned: PlanFiles, file: PlanFile, changes: list[Amendment], head: Head) -> None:
    name, lines = file.path.as_posix(), file.lines
    shift = (file.items[0].indent if file.items else INDENT) - INDENT
    old = file.records
    records = list(old)
    edits: list[Edit] = []
    new: list[Amendment] = []
    for change in sorted(changes, key=lambda c: c.plan_id):
        if change.existing is None:
            new.append(change)
            continue
        number = change.existing.number
        item = file.items[number]
        edits.append(Edit(item.start, item.end, indented(change.text, shift, lines)))
        records[number] = change.data
    names = [str(r.get("id", "")) if isinstance(r, dict) else "" for r in old]
    places = [bisect(names, c.plan_id) if names == sorted(names) else len(names) for c in new]
    try:
        if str(file.head.get("peildatum")) != head.peildatum:
            edits.append(scalar_edit(file.document, ("peildatum",), head.peildatum, lines))
        texts = [(at, indented(c.text, shift, lines)) for at, c in zip(places, new, strict=True)]
        edits += insert_edits(file.document, (PLANNEN,), texts, file.items, lines) if new else []
    except NotEditable:
        planned.findings.append(not_editable(file.document))
        return
    for at, change in reversed(list(zip(places, new, strict=True))):
        records.insert(at, change.data)
    text = applied(lines, edits)
    if not says(text, {**file.head, "peildatum": head.peildatum, PLANNEN: records}):
        message = f"{quote(name)} zou door deze wijziging iets anders gaan zeggen en is niet gewijzigd"
        planned.findings.append(WP627.at(Place(name), message))
    elif text != file.raw.text:
        planned.files[file.path] = text.encode()


def says(text: str, expected: Mapping[str, Any]) -> bool:
    """Whether a text reads as some data, numbers and texts compared as they are written."""
    document, findings = parse(RawFile("", text, ""))
    return document is not None and not findings and comparable(document.value) == comparable(expected)
