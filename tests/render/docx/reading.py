"""Read a document for Word back as a program would, and what in it could act."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import docx
from docx.document import Document as Paper

from woonplan.render.docx.document import render_docx
from woonplan.tables.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACTS = ("hyperlink", "altChunk", "object", "control", "subDoc", "attachedTemplate", "ddeAuto", "fldChar", "instrText")


def opened(document: Document) -> Paper:
    return docx.Document(io.BytesIO(render_docx(document)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def acting(data: bytes) -> list[str]:
    """Return what in a document could do something: links, macros, parts from elsewhere, fields of others."""
    found = []
    for name, content in parts(data).items():
        if not name.endswith((".xml", ".rels")):
            found += [] if name.endswith(".png") else [name]
            continue
        for element in ElementTree.fromstring(content).iter():  # noqa: S314 - our own output
            tag = element.tag.removeprefix(W)
            if tag in ACTS or element.get("TargetMode") == "External":
                found.append(f"{name}: {tag} {element.attrib}")
            if tag == "fldSimple" and not element.get(f"{W}instr", "").startswith(("SEQ ", "PAGE", "NUMPAGES")):
                found.append(f"{name}: {element.attrib}")
    return found


def text(paper: Paper) -> str:
    """Return all that is read in the body, tables and captions too."""
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paper.element.body.iter(f"{W}p"))
