"""What import wrote last, beside the plan files: by it a person's edit is told from a supplier's change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.load.states import IMPORTED
from woonplan.yaml_io.edit import WP627

VERSION = 1
GONE = "verdwenen"
"""Digest of a record whose plan was no longer in its file."""


class Remembered(NamedTuple):
    """One record as import wrote it."""

    indeling: str
    """Layout that it came from."""
    sleutel: str
    """What it is recognised by in files of that layout."""
    inhoud: str
    """Digest of what the file said."""
    tekst: str
    """Digest of the text that was written."""


def read_memory(folder: Path) -> dict[str, Remembered] | Diagnostic:
    """Return what import wrote into a folder, by id; nothing where there is no such file."""
    path = folder / IMPORTED
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw["versie"] != VERSION:
            raise ValueError(raw["versie"])
        return {str(key): Remembered(*map(str, one)) for key, one in raw["plannen"].items()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        what = f"{quote(path.as_posix())} is beschadigd; hierin onthoudt import wat het zelf schreef"
        hint = "Haal het terug uit het versiebeheer. Zonder dit bestand geldt elk verschil als handwerk."
        return WP627.at(Place(path.as_posix()), what, hint)


def memory_text(memory: Mapping[str, Remembered]) -> str:
    """Return the file: one line a record, in the order of the ids, so that a small change is a small difference."""
    lines = [f"    {json.dumps(key)}: {json.dumps(list(memory[key]), ensure_ascii=False)}" for key in sorted(memory)]
    body = ",\n".join(lines)
    return f'{{\n  "versie": {VERSION},\n  "plannen": {{\n{body}\n  }}\n}}\n' if lines else ""
