"""`explain` of a number as a document: the number and its derivation; and which numbers there are to explain."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.number.figure import Figure
from woonplan.model.dataset import Dataset
from woonplan.report.address import Addressed
from woonplan.report.derivation import passages
from woonplan.tables.document import Document, Note
from woonplan.tables.look import Look
from woonplan.tables.table import Column, Row, Table


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


def choice_document(title: str, found: Iterable[Addressed]) -> Document:
    """Return which numbers can be explained, each by its address and what it is, and how to reach others.

    Args:
        title: What the numbers are of.
        found: The numbers; both ends of one share an address.
    """
    labels = {place.address: place.value.figure.label for place in found}
    rows = tuple(Row(address, (address, label)) for address, label in labels.items())
    notes = (
        *(f"een ervan: woonplan explain {address}" for address in list(labels)[:1]),
        "een groep noemt wat erin zit: woonplan explain gap.jaar; ook gap.gemeente en elke andere indeling van gap "
        "--by, report.JAAR, reconcile, list.gemeenten en elke andere lijst.",
        "ook uit te leggen: een begrip (woonplan list begrippen), een plan (woonplan list plannen), een regel "
        "(woonplan list regels).",
    )
    table = Table("adressen", "Adressen", (Column("adres", "adres"), Column("wat", "wat het is")), rows, notes)
    return Document(f"Wat uit te leggen is: {title}", (table,), facts={"opdracht": "explain", "naam": None})
