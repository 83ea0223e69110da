"""`explain` as a document: a number and its derivation, or a term and its definition."""

from __future__ import annotations

from woonplan.calc.derived import Explained
from woonplan.calc.gap import gap
from woonplan.calc.question import Question
from woonplan.model.begrippen import BEGRIPPEN, STATUSSEN, Begrip
from woonplan.model.control import BASISSET
from woonplan.model.dataset import Dataset
from woonplan.report.derivation import passages
from woonplan.report.heading import run_facts, title
from woonplan.tables import Document, Json, Passage


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


def find_begrip(word: str) -> Begrip | None:
    """Return the term with this name or one of its other names; letter case does not matter."""
    wanted = word.casefold().strip()
    spaced = wanted.replace("_", " ")
    for begrip in BEGRIPPEN:
        names = {begrip.naam, begrip.naam.replace("_", " "), *begrip.ook}
        if wanted in names or spaced in names:
            return begrip
    return None


def begrip_document(begrip: Begrip, word: str, dataset: Dataset | None) -> Document:
    """Return a term with its definition, its source, and where definitions differ."""
    items = [("betekenis", begrip.definitie), ("Engels", begrip.english), ("bron", begrip.bron)]
    code = word.upper().strip()
    if code in STATUSSEN:
        items.insert(0, (code, f"{STATUSSEN[code]}; {_counts_as(code, dataset)}"))
    if begrip.verschilt:
        items.append(("verschillen", begrip.verschilt))
    if begrip.ook:
        items.append(("zie ook", ", ".join(begrip.ook)))
    passage = Passage(begrip.naam, begrip.naam, tuple(items))
    facts = {"opdracht": "explain", "naam": begrip.naam}
    return Document(f"Begrip: {begrip.naam}", passages=(passage,), facts=facts)


def _counts_as(code: str, dataset: Dataset | None) -> str:
    definitie = dataset.statusdefinitie if dataset else BASISSET
    klasse = "als hard" if code in definitie.hard else "als zacht" if code in definitie.zacht else "niet mee"
    return f"telt {klasse} volgens {definitie.naam}"
