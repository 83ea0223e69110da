"""Files that are something else than YAML, recognised by how they begin."""

from __future__ import annotations

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.rule import Rule, situation

WP008 = Rule(
    code="WP008",
    naam="ander soort bestand",
    wat="Het bestand is geen YAML maar een werkmap, een csv-bestand, een pdf of iets anders dat te herkennen is.",
    waarom="Een register staat in YAML; wat in een ander soort bestand staat, kan niet gecontroleerd of geteld worden.",
    oplossing="Zet de plannen over in een YAML-bestand; 'woonplan init' maakt er een om in te vullen.",
    fout=situation("Bij --plannen staat planmonitor.xlsx."),
    goed=situation("Bij --plannen staat plannen.yaml."),
)
"""A file that is something else than YAML."""

_ZIPPED = (
    (b"application/vnd.oasis.opendocument.spreadsheet", "een werkmap van LibreOffice"),
    (b"xl/", "een werkmap van Excel"),
    (b"word/", "een document van Word"),
)
"""What a packed file holds, by the names of its parts."""

_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een bestand van Excel of Word (oude vorm)"),
    (b"%PDF", "een pdf"),
    (b"\x00\x05\x16\x07", "een verborgen bestand van macOS, dat weg kan"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"<?xml", "XML"),
    (b"<!DOCTYPE", "een webpagina"),
    (b"<html", "een webpagina"),
)

_LINE = 20_000
"""Characters of a first line that is looked at; that of a table is not longer."""

_MARKS = {";": "puntkomma's", ",": "komma's", "\t": "tabs"}


def packed(data: bytes, name: str) -> Diagnostic | None:
    """Return that bytes are a kind of file that holds no text to read, or None."""
    if data.startswith(b"PK\x03\x04"):
        found = next((kind for part, kind in _ZIPPED if part in data), "een ingepakt bestand (zip)")
    else:
        found = next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), "")
    return WP008.at(Place(name), f"{quote(name)} is {found}, geen YAML") if found else None


def columns(text: str, name: str) -> Diagnostic | None:
    """Return that a text is a table of columns, or None."""
    line = text[:_LINE].split("\n", 1)[0].rstrip("\r")
    mark = max(_MARKS, key=line.count)
    # Every file of a register begins with a key, so with a colon, or with a comment.
    if ":" in line or line[:1] in ("", *"#[{&*!|>%@`-") or len(line) == _LINE:
        return None
    if line.startswith("sep="):
        return WP008.at(Place(name, 1, 1), f"{quote(name)} is een csv-bestand, geen YAML")
    if line.count(mark) < 2:
        return None
    between = f"met {_MARKS[mark]} tussen de kolommen"
    return WP008.at(Place(name, 1, 1), f"{quote(name)} is een csv-bestand {between}, geen YAML")
