"""What a table or a sentence lacks, in words: the exact figure that stands in no file."""

from __future__ import annotations

from woonplan.calc.gap import Balance
from woonplan.calc.question import Question, Tegen, opgavenset
from woonplan.model.dataset import Dataset

NO_OPGAVE = "in het register staat geen opgave"

NO_GEMEENTE = "in gemeenten.yaml staat geen gemeente"

NO_YEARS = "er is geen opgave met een periode, en geen plan in de stand noemt een jaar van oplevering"


def no_target(dataset: Dataset, question: Question, zonder_doel: tuple[str, ...]) -> str:
    """Return what is missing where the area asked for has no target, as a clause without a full stop.

    Args:
        dataset: The register.
        question: What was asked.
        zonder_doel: The areas asked for without a target (``Balance.zonder_doel``).
    """
    what = "ambitie" if question.tegen is Tegen.AMBITIE else "lokale behoefte"
    opgave = opgavenset(dataset, question)
    if opgave is None:
        return NO_OPGAVE
    if question.gemeenten and zonder_doel:
        return f"in opgave {opgave.id} staat geen {what} voor {', '.join(zonder_doel)}"
    return f"in opgave {opgave.id} staat geen {what} voor de regio ({dataset.gebied.regio.naam})"


def no_pace(dataset: Dataset, question: Question, balance: Balance) -> str:
    """Return what is missing to know how much is needed a year; empty where nothing is."""
    if balance.doel is None:
        return no_target(dataset, question, balance.zonder_doel)
    if balance.telling is not None and balance.telling.jaren <= 0:
        return f"de periode van telling {balance.telling.id} heeft geen heel jaar"
    return ""
