"""`explain` of a number as a document: the number and its derivation."""

from __future__ import annotations

from woonplan.calc.derived import Explained
from woonplan.calc.gap import gap
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.report.derivation import passages
from woonplan.report.heading import run_facts, title
from woonplan.tables import Document, Json


def figure_document(dataset: Dataset, question: Question, address: str, figure: Explained, depth: int) -> Document:
    """Return a number of a table with its derivation to ``depth`` levels (0: the number alone)."""
    balance = gap(dataset, question)
    heading, facts = title(dataset, question, balance), run_facts(dataset, question, balance, None)
    return number_document(dataset, (address, figure), depth, heading, facts)


def number_document(
    dataset: Dataset, found: tuple[str, Explained], depth: int, title: str, facts: dict[str, Json]
) -> Document:
    """Return the derivation of a number under the title, and with the facts, of the document that shows it.

    Args:
        dataset: The register that the number was computed from.
        found: Its address, and the number.
        depth: How many levels of parts are shown (0: the number alone).
        title: The title of the document with its table.
        facts: The facts of that document for machines.
    """
    address, explained = found
    heading = f"{address}: {explained.label} ({title})"
    return Document(
        heading,
        passages=tuple(passages(dataset, explained, depth)),
        facts={**facts, "opdracht": "explain", "naam": address},
    )
