"""A document as JSON: versioned; within a version keys are only added."""

from __future__ import annotations

import json
import re

from woonplan import __version__
from woonplan.render.safe import inert
from woonplan.tables import Cell, Document, Json, Table, Value, number_json, shown

SCHEMA_VERSION = 2

_ACTS = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What JSON allows in a string but a terminal, a reader or UTF-8 does not: written as ``\\u009b``, the same value."""


SHARP = r"\u0023"
"""How JSON writes a `#` that no log acts on: the same value."""


def render_json(document: Document) -> str:
    """Return the document as JSON with its inputs, parameters, results, tables and remarks."""
    content: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "programma": {"naam": "woonplan", "versie": __version__},
        **({"antwoord": document.answer, "bereik": document.scope} if document.answer else {}),
        **document.facts,
        **document.results,
        **(
            {"kan_veranderen": list(document.moving), "ontbreekt": list(document.missing)}
            if document.moving or document.missing
            else {}
        ),
        "tabellen": [_table(table) for table in document.tables],
        "uitleg": [
            {
                "niveau": passage.level,
                "naam": passage.name,
                "titel": passage.title,
                "regels": [{"kop": label, "tekst": text} for label, text in passage.items],
            }
            for passage in document.passages
        ],
        "opmerkingen": [{"soort": str(note.kind), "tekst": note.text} for note in document.notes],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return _ACTS.sub(_escape, inert(text, sharp=SHARP)) + "\n"


def ascii_json(content: object) -> str:
    """Return findings as JSON in pure ASCII: whatever a file holds, no reader sees a character that acts."""
    return inert(json.dumps(content, ensure_ascii=True, indent=2), sharp=SHARP) + "\n"


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def _table(table: Table) -> Json:
    return {
        "naam": table.name,
        "titel": table.title,
        **({"thema": table.theme} if table.theme else {}),
        "kolommen": [{"sleutel": c.key, "kop": c.header, "soort": str(c.kind)} for c in table.columns],
        "rijen": [
            {
                "sleutel": row.key,
                "stijl": str(row.style),
                "cellen": {c.key: _cell(cell) for c, cell in zip(table.columns, row.cells, strict=True)},
            }
            for row in table.rows
        ],
        "opmerkingen": list(table.notes),
    }


def _cell(cell: Cell) -> Json:
    cell = shown(cell)
    if not isinstance(cell, Value):
        return cell
    if cell.look.bare:
        return None if cell.low is None else int(cell.low)
    return {**number_json(cell.number, cell.look), **({"eenheid": str(cell.unit)} if cell.unit else {})}
