"""A document as JSON: versioned; within a version keys are only added."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from woonplan import __version__
from woonplan.render.safe import inert
from woonplan.tables.cell import Cell, Json, Value, number_json, shown
from woonplan.tables.document import Document
from woonplan.tables.table import Row, Table

SCHEMA_VERSION = 2

_ACTS = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What JSON allows in a string but a terminal, a reader or UTF-8 does not: written as ``\\u009b``, the same value."""


SHARP = r"\u0023"
"""How JSON writes a `#` that no log acts on: the same value."""


def render_json(document: Document) -> bytes:
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
        _TABLES: [],
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
    return b"".join(
        _ACTS.sub(_escape, inert(part, sharp=SHARP)).encode("utf-8") for part in _parts(content, document.tables)
    )


_TABLES = "tabellen"


def _parts(content: Mapping[str, Json], tables: Iterable[Table]) -> Iterator[str]:
    """Yield the text, a row of a table at a time: all rows of 50,000 plans as text and values take half a gigabyte."""
    for number, (key, value) in enumerate(content.items()):
        yield f"{',' if number else '{'}\n  {json.dumps(key)}: "
        yield from _list(map(_table, tables), 1) if key == _TABLES else [_written(value, 1)]
    yield "\n}\n"


def _list(items: Iterable[Iterable[str]], depth: int) -> Iterator[str]:
    """Yield a list of which each item is text in parts."""
    empty, inner = True, "  " * (depth + 1)
    for item in items:
        yield f"{'[' if empty else ','}\n{inner}"
        yield from item
        empty = False
    yield "[]" if empty else f"\n{'  ' * depth}]"


def _written(value: Json, depth: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", f"\n{'  ' * depth}")


def ascii_json(content: object) -> str:
    """Return findings as JSON in pure ASCII: whatever a file holds, no reader sees a character that acts."""
    return inert(json.dumps(content, ensure_ascii=True, indent=2), sharp=SHARP) + "\n"


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def _table(table: Table) -> Iterator[str]:
    head: dict[str, Json] = {
        "naam": table.name,
        "titel": table.title,
        **({"thema": table.theme} if table.theme else {}),
        "kolommen": [{"sleutel": c.key, "kop": c.header, "soort": str(c.kind)} for c in table.columns],
    }
    yield _written(head, 2).removesuffix("\n    }")
    yield ',\n      "rijen": '
    yield from _list(([_written(_row(table, row), 4)] for row in table.rows), 3)
    yield f',\n      "opmerkingen": {_written(list(table.notes), 3)}\n    }}'


def _row(table: Table, row: Row) -> Json:
    return {
        "sleutel": row.key,
        "stijl": str(row.style),
        "cellen": {c.key: _cell(cell) for c, cell in zip(table.columns, row.cells, strict=True)},
    }


def _cell(cell: Cell) -> Json:
    cell = shown(cell)
    if not isinstance(cell, Value):
        return cell
    if cell.look.bare:
        return None if cell.low is None else int(cell.low)
    return {**number_json(cell.number, cell.look), **({"eenheid": str(cell.unit)} if cell.unit else {})}
