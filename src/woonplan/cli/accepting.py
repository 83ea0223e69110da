"""Accept the findings of today in `bekend.yaml`, each with a reason that is still to be written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from woonplan.cli.checking import Acceptable, Outcome
from woonplan.cli.streams import NoWorkError, say, write
from woonplan.diagnostics import quote
from woonplan.load.bekend import load_bekend
from woonplan.load.states import BEKEND
from woonplan.numerals import amount
from woonplan.yaml_io import RawFile, YamlDocument, dump, parse

_LIST = "bevindingen"


def write_accepted(outcome: Outcome) -> None:
    """Add an entry to the file of each register for what was found and can be accepted; refuse a file that is wrong.

    What stands in the way of computing is not accepted. Lines that are there stay as they are.
    """
    for folder in dict.fromkeys(one.folder for one in outcome.acceptable):
        path = folder / BEKEND
        entries = sorted({one for one in outcome.acceptable if one.folder == folder})
        text = _added(path, entries)
        found = [f for f in parse(RawFile(path.as_posix(), text, ""))[1] if f.place]
        if found:
            raise NoWorkError(f"{quote(path.as_posix())} is niet bij te werken: {found[0].message}.")
        write(path, text.encode("utf-8"), anew=True)
        say(f"Geschreven: {path.as_posix()}, {amount(len(entries), 'bevinding', 'bevindingen')} zonder reden.\n")


def _added(path: Path, entries: Iterable[Acceptable]) -> str:
    """Return the text of a file with entries behind those of its list."""
    if not path.exists():
        return f"versie: 1\n{_LIST}:\n{_entries(entries, 2)}"
    loaded = load_bekend(path, None)
    document = loaded.invoer.positions if loaded.invoer else None
    if loaded.bekend is None or not isinstance(document, YamlDocument):
        raise NoWorkError(f"{quote(path.as_posix())} heeft fouten; er is niets in geschreven.")
    text = document.lines.text
    end = "" if text.endswith("\n") else "\n"
    keys = list(document.value) if isinstance(document.value, dict) else []
    if _LIST not in keys:
        return f"{text}{end}{_LIST}:\n{_entries(entries, 2)}"
    place, key = document.place((_LIST,)), document.place((_LIST,), key=True)
    if place.line == key.line:
        if loaded.bekend.bevindingen:
            raise NoWorkError(f"in {quote(path.as_posix())} staat {quote(_LIST)} op een regel; zet er een lijst van.")
        start = document.lines.start(key.line - 1)
        rest = text[document.lines.start(key.line) :]
        return f"{text[:start]}{_LIST}:\n{_entries(entries, 2)}{rest}"
    after = keys[keys.index(_LIST) + 1 :]
    stop = document.lines.start(document.place((after[0],), key=True).line - 1) if after else len(text)
    lines = text[:stop].splitlines(keepends=True)
    # Comments and empty lines above the next key belong to that.
    last = max(i for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    lines[last] = lines[last].rstrip("\r\n") + "\n"
    return "".join((*lines[: last + 1], _entries(entries, place.column - 1), *lines[last + 1 :], text[stop:]))


def _entries(entries: Iterable[Acceptable], column: int) -> str:
    lines = []
    for one in entries:
        entry = {"regel": one.code, "plan": one.plan, "peildatum": one.peildatum, "reden": ""}
        written = dump({key: value for key, value in entry.items() if value or key == "reden"})
        first, *rest = written.splitlines()
        lines += [f"{' ' * column}- {first}", *(f"{' ' * column}  {line}" for line in rest)]
    return "".join(f"{line}\n" for line in lines)
