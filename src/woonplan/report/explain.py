"""`explain` of a number as a document: the number and its derivation."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.number.figure import Figure
from woonplan.model.dataset import Dataset
from woonplan.report.address import Addressed
from woonplan.report.derivation import passages
from woonplan.tables import Document, Look, Note


def place_document(
    document: Document, place: Addressed, registers: tuple[Dataset, ...], depth: int, notes: Iterable[Note] = ()
) -> Document:
    """Return a number of a document with its derivation to ``depth`` levels (0: the number alone).

    Args:
        document: The document that shows it.
        place: Where it stands there.
        registers: The register that it was computed from, and an earlier state where it holds one against the other.
        depth: How many levels of parts are shown.
        notes: What readers should know of all numbers of the document.
    """
    value = place.value
    return figure_document(document, (place.address, value.figure, value.look), registers, depth, notes)


def figure_document(
    document: Document,
    found: tuple[str, Figure, Look],
    registers: tuple[Dataset, ...],
    depth: int,
    notes: Iterable[Note] = (),
) -> Document:
    """Return the same for a figure by its name, and how a table would write it."""
    name, figure, look = found
    return Document(
        f"{name}: {figure.label} ({document.title})",
        notes=tuple(notes),
        passages=tuple(passages(registers, figure, depth, look)),
        facts={**document.facts, "opdracht": "explain", "naam": name},
    )
