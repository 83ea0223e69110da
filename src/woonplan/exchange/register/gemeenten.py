"""The register's own file, `gemeenten.yaml`: its names, and the documents in it that imports add to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.exchange.cells import Book
from woonplan.exchange.reading import INDENT
from woonplan.exchange.register.identity import slug
from woonplan.exchange.register.writing import WP624, says
from woonplan.load.context import Listed, listed_names
from woonplan.load.states import GEMEENTEN
from woonplan.yaml_io import RawFile, YamlDocument, parse, read_text
from woonplan.yaml_io.edit import WP627, NotEditable, applied, indented, insert_edits, items, lines_of
from woonplan.yaml_io.record import record_text

BRONNEN = "bronnen"


class RegisterFile:
    """The file as it is, and as it will be."""

    def __init__(self, raw: RawFile, document: YamlDocument) -> None:
        self.raw = raw
        self.document = document
        self.data: bytes | None = None
        """Its new content, where something is added."""

    @property
    def listed(self) -> Listed:
        """The names in it."""
        return listed_names(self.document)

    @property
    def bronnen(self) -> dict[str, str]:
        """The ids of its documents, with their checksums."""
        value = self.document.at((BRONNEN,))
        records = [r for r in value if isinstance(r, dict)] if isinstance(value, list) else []
        return {str(r.get("id")): str(r.get("sha256", "")) for r in records}

    def bron(self, book: Book) -> dict[str, str]:
        """Return a file as one of its documents: the one that it has already, or a new one."""
        there = next((i for i, sha256 in self.bronnen.items() if sha256 == book.sha256), None)
        stem = slug(Path(book.name).stem)[:60] or "bestand"
        return {"id": there or f"{stem}-{book.sha256[:8]}", "titel": book.name, "sha256": book.sha256}

    def replace(self, data: bytes) -> None:
        """Take new content for it."""
        self.data = data
        self.raw = RawFile(self.raw.name, data.decode(), self.raw.sha256)
        document, _ = parse(self.raw)
        if document is not None:
            self.document = document

    def add(self, bronnen: Iterable[dict[str, str]]) -> Diagnostic | None:
        """Add the documents that are not there yet, and leave every other byte; return why that cannot be done."""
        named = self.bronnen
        new = {bron["id"]: bron for bron in bronnen if bron["id"] not in named}
        if not new:
            return None
        lines = lines_of(self.raw.text)
        try:
            there = items(self.document, (BRONNEN,), lines)
            shift = there[0].indent if there else INDENT
            texts = [(len(there), indented(record_text(bron, 0), shift, lines)) for bron in new.values()]
            text = applied(lines, insert_edits(self.document, (BRONNEN,), texts, there, lines))
        except NotEditable:
            hint = "Schrijf 'bronnen: []', of zet elk document met een streepje op eigen regels."
            message = f"in {quote(self.raw.name)} kan bij 'bronnen' niets toegevoegd worden"
            return WP627.at(self.document.place((BRONNEN,), key=True), message, hint)
        value = self.document.value if isinstance(self.document.value, dict) else {}
        old = value.get(BRONNEN)
        if not says(text, {**value, BRONNEN: [*(old if isinstance(old, list) else []), *new.values()]}):
            message = f"{quote(self.raw.name)} zou door de toevoeging iets anders gaan zeggen"
            return WP627.at(Place(self.raw.name), message)
        self.replace(text.encode())
        return None


def read_register(data: Path) -> tuple[RegisterFile | None, list[Diagnostic]]:
    """Return the register in a folder, and what is wrong with its file."""
    path = data / GEMEENTEN
    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        hint = "Begin een register met 'woonplan init', of geef de map met --data."
        return None, [WP624.at(raw.place, f"geen register in {quote(data.as_posix())}: {raw.message}", hint)]
    document, findings = parse(raw)
    return (None if document is None else RegisterFile(raw, document)), findings


def listed_of(data: Path) -> Listed:
    """Return the names of a register; none where there is none."""
    register, _ = read_register(data)
    return register.listed if register else listed_names(None)
